// @ts-check
// Follows one voice without leaving the page: the phone answers at once, the record and the figure
// follow the portal's own log. Without this script the page is sent and comes back whole.

const LONGEST_PAUSE = 15_000;
/** Milliseconds after a change in which a press is taken for the last one, done twice. */
const NOT_MEANT = 600;

class OneVoice extends HTMLElement {
  #tries = 0;
  #asked = 0;

  connectedCallback() {
    const form = this.querySelector("form");
    if (form) form.addEventListener("submit", (event) => this.#send(event, form));
    this.#toEnd();
    this.#listen();
  }

  #listen() {
    if (!this.dataset.socket) return;
    const address = new URL(this.dataset.socket, location.href);
    address.protocol = location.protocol.replace("http", "ws");
    const socket = new WebSocket(address);
    socket.addEventListener("open", () => (this.#tries = 0));
    socket.addEventListener("message", (message) => {
      if (JSON.parse(message.data).t === "changed") this.#look();
    });
    socket.addEventListener("close", () => {
      const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** this.#tries++);
      setTimeout(() => this.#listen(), pause * (0.5 + Math.random()));
    });
  }

  /**
   * @param {SubmitEvent} event
   * @param {HTMLFormElement} form
   */
  async #send(event, form) {
    event.preventDefault();
    // What stands under the finger may have just changed: a second press at once is not meant.
    if ("settling" in this.dataset) {
      form.removeAttribute("aria-busy");
      return;
    }
    const fields = new FormData(form, event.submitter);
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "text/html" },
        body: new URLSearchParams([...fields].map(([name, value]) => [name, String(value)])),
      });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !fresh.getElementById("screen")) {
        form.removeAttribute("aria-busy");
        form.querySelector("textarea")?.focus();
        return;
      }
      this.#take(fresh, ["screen", "tries", "next", "record", "figure"]);
      document.getElementById("phone")?.scrollIntoView();
      this.dataset.settling = "";
      setTimeout(() => delete this.dataset.settling, NOT_MEANT);
      // The answer may come to the phone a moment after the text has been kept.
      setTimeout(() => this.#look(), 800);
      const words = form.querySelector("textarea");
      if (words) {
        words.value = "";
        if (!document.activeElement || document.activeElement === document.body) words.focus({ preventScroll: true });
      }
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  async #look() {
    const asked = ++this.#asked;
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!answer.ok || asked !== this.#asked) return;
    this.#take(new DOMParser().parseFromString(await answer.text(), "text/html"), ["screen", "tries", "next", "record", "figure"]);
  }

  /**
   * @param {Document} fresh
   * @param {string[]} ids
   */
  #take(fresh, ids) {
    for (const id of ids) {
      const now = document.getElementById(id);
      const next = fresh.getElementById(id);
      if (!now || !next || now.isEqualNode(next)) continue;
      const had = now.contains(document.activeElement);
      now.replaceChildren(...document.adoptNode(next).childNodes);
      now.classList.add("onevoice--new");
      setTimeout(() => now.classList.remove("onevoice--new"), 1600);
      if (had) document.getElementById("phone")?.focus({ preventScroll: true });
    }
    this.#toEnd();
  }

  #toEnd() {
    const screen = this.querySelector(".handset__screen");
    if (screen) screen.scrollTop = screen.scrollHeight;
  }
}

customElements.define("one-voice", OneVoice);
