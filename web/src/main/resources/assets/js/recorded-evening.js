// @ts-check
// Plays a session that is over back, line by line as the socket says which is next. All lines are in
// the page already: without this script, with less motion, or if nothing is heard, they are shown at
// once.

const LONGEST_SILENCE = 4_000;

class RecordedEvening extends HTMLElement {
  /** @type {Set<string>} lines that have been played, though perhaps not shown while paused */
  #played = new Set();
  #paused = false;
  #playing = false;

  connectedCallback() {
    this.addEventListener("replayed", (event) => this.#hear(event));
    this.addEventListener("over", () => this.#over());
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.#playing = true;
    this.classList.add("replay--playing");
    this.#lines().forEach((line) => (line.hidden = true));
    this.#part("replay-acts").hidden = false;
    this.#part("replay-pause").addEventListener("click", () => this.#pause());
    this.#part("replay-all").addEventListener("click", () => this.#all());
    setTimeout(() => this.#played.size === 0 && this.#all(), LONGEST_SILENCE);
  }

  /** @param {Event} event */
  #hear(event) {
    if (!(event instanceof CustomEvent)) return;
    const seq = String(event.detail.seq);
    if (event.detail.gone) {
      document.getElementById(`replayed-${seq}`)?.remove();
      return;
    }
    this.#played.add(seq);
    if (this.#playing && !this.#paused) this.#show();
  }

  #show() {
    const log = this.querySelector(".replay__log");
    const following = !log || log.scrollHeight - log.scrollTop - log.clientHeight < 120;
    this.#lines().forEach((line) => {
      if (this.#played.has(line.dataset.seq ?? "")) line.hidden = false;
    });
    if (log && following) log.scrollTop = log.scrollHeight;
    if (this.#lines().every((line) => !line.hidden)) this.#noActs();
  }

  #pause() {
    this.#paused = !this.#paused;
    this.#part("replay-pause").textContent = (this.#paused ? this.dataset.goOn : this.dataset.pause) ?? "";
    if (!this.#paused) this.#show();
  }

  #all() {
    this.#playing = false;
    this.classList.remove("replay--playing");
    this.#lines().forEach((line) => (line.hidden = false));
    this.#noActs();
  }

  /** Nothing is left to pause; whoever was on a button goes on with the lines. */
  #noActs() {
    const log = this.querySelector(".replay__log");
    if (this.#part("replay-acts").contains(document.activeElement) && log instanceof HTMLElement) log.focus();
    this.#part("replay-acts").hidden = true;
  }

  #over() {
    this.#playing = false;
    this.#noActs();
    const over = this.#part("replay-over");
    over.textContent = this.dataset.over ?? "";
    over.hidden = false;
  }

  /** @returns {HTMLElement[]} */
  #lines() {
    return [...this.querySelectorAll("#replayed > li")].filter((line) => line instanceof HTMLElement);
  }

  /**
   * @param {string} id
   * @returns {HTMLElement}
   */
  #part(id) {
    const part = document.getElementById(id);
    if (!part) throw new Error(`no ${id}`);
    return part;
  }
}

customElements.define("recorded-evening", RecordedEvening);
