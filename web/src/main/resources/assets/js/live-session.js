// @ts-check
// Follows a live session: what happens next is added to the page as it stands. Without this script
// the page reloads itself.

const LONGEST_PAUSE = 15_000;

class LiveSession extends HTMLElement {
  #after = 0;
  #tries = 0;
  #lost = false;
  #refreshing = 0;
  /** @type {WebSocket | undefined} */
  #socket;

  connectedCallback() {
    this.#after = Number(this.dataset.after);
    this.#scrollToEnd();
    this.#listen();
    const form = this.querySelector("#say");
    if (form instanceof HTMLFormElement) form.addEventListener("submit", (event) => this.#say(event, form));
    setInterval(() => this.#send({ t: "ping" }), 30_000);
  }

  #listen() {
    if (!this.dataset.socket) return;
    const address = new URL(this.dataset.socket, location.href);
    address.protocol = location.protocol.replace("http", "ws");
    const socket = new WebSocket(address);
    this.#socket = socket;
    socket.addEventListener("open", () => this.#send({ t: "join", after: this.#after }));
    socket.addEventListener("message", (message) => this.#hear(JSON.parse(message.data)));
    socket.addEventListener("close", (close) => {
      if (close.code === 4401 || close.code === 4403) return;
      this.#lost = true;
      this.#tell(this.dataset.lost);
      const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** this.#tries++);
      setTimeout(() => this.#listen(), pause * (0.5 + Math.random()));
    });
  }

  /** @param {object} frame */
  #send(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** @param {any} frame */
  #hear(frame) {
    if (frame.t === "joined") {
      this.#tries = 0;
      if (this.#lost) this.#tell(this.dataset.back);
      this.#lost = false;
    } else if (frame.t === "presence") {
      this.#presence(frame);
    } else if (frame.t === "replay") {
      this.#replay("replayed", frame);
    } else if (frame.t === "event" && frame.seq > this.#after) {
      this.#after = frame.seq;
      this.#event(frame);
    }
  }

  /** @param {any} event */
  #event(event) {
    if (this.dataset.refresh) {
      this.#refresh(this.dataset.refresh, 200);
      return;
    }
    switch (event.kind) {
      case "notice":
        if (event.replay === "over") this.#replay("over", event);
        this.#refresh("floor", 300 + Math.random() * 1200);
        break;
      case "say":
        this.#said(event);
        break;
      case "moderated":
        this.#gone(event.say);
        break;
      case "agenda":
        this.#show("agenda", event.text);
        break;
      case "caption":
        this.#caption(event.text);
        break;
      default:
        // The page says these in its own words; many pages must not ask for them at one moment.
        this.#refresh("floor", 300 + Math.random() * 1200);
    }
  }

  /**
   * What is played back is another element's; it is not part of this session.
   * @param {string} what
   * @param {any} detail
   */
  #replay(what, detail) {
    document.getElementById("replay")?.dispatchEvent(new CustomEvent(what, { detail }));
  }

  /** @param {any} event */
  #said(event) {
    const talk = this.querySelector("#talk");
    if (!talk || document.getElementById(`said-${event.seq}`)) return;
    const following = this.#isAtEnd();
    const item = document.createElement("li");
    item.className = "talk__said";
    item.id = `said-${event.seq}`;
    const who = document.createElement("p");
    who.className = "talk__who";
    who.textContent = event.name ?? this.dataset.person?.replace("#", event.seat) ?? "";
    const at = document.createElement("time");
    at.dateTime = event.at;
    at.textContent = new Date(event.at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    who.append(" ", at);
    const text = document.createElement("p");
    text.className = "talk__text";
    text.dir = "auto";
    if (event.language) text.lang = event.language;
    text.textContent = event.gone ? this.dataset.gone ?? "" : event.text;
    item.classList.toggle("talk__said--gone", Boolean(event.gone));
    item.append(who, text);
    talk.append(item);
    this.querySelector("#quiet")?.remove();
    if (following) this.#scrollToEnd();
  }

  /** @param {number} seq */
  #gone(seq) {
    const item = document.getElementById(`said-${seq}`);
    const text = item?.querySelector(".talk__text");
    if (!item || !text) return;
    item.classList.add("talk__said--gone");
    text.textContent = this.dataset.gone ?? "";
    const who = item.querySelector(".talk__who");
    if (who?.firstChild) who.firstChild.textContent = "";
  }

  /** @param {string} text */
  #caption(text) {
    const captions = document.getElementById("captions");
    if (!captions) return;
    const line = document.createElement("p");
    line.dir = "auto";
    line.textContent = text;
    captions.append(line);
    while (captions.childElementCount > 3) captions.firstElementChild?.remove();
    captions.hidden = false;
  }

  /** @param {any} frame */
  #presence(frame) {
    const here = document.getElementById("here");
    if (here && this.dataset.here) here.textContent = this.dataset.here.replace("#", frame.here);
    const away = document.getElementById("host-away");
    if (away) away.hidden = frame.host;
  }

  /**
   * Takes one part of the page anew from the server.
   * @param {string} id
   * @param {number} pause
   */
  #refresh(id, pause) {
    clearTimeout(this.#refreshing);
    this.#refreshing = window.setTimeout(async () => {
      const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
      if (!answer.ok) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const state = fresh.getElementById("state");
      if (state) this.#show("state", state.textContent ?? "");
      const now = document.getElementById(id);
      const next = fresh.getElementById(id);
      if (!now || !next || now.isEqualNode(next)) return;
      const focused = document.activeElement?.id;
      now.replaceWith(document.adoptNode(next));
      if (focused) document.getElementById(focused)?.focus();
    }, pause);
  }

  /**
   * @param {SubmitEvent} event
   * @param {HTMLFormElement} form
   */
  async #say(event, form) {
    event.preventDefault();
    const status = document.getElementById("said-status");
    const words = form.elements.namedItem("text");
    const act = form.elements.namedItem("act");
    if (!(words instanceof HTMLTextAreaElement) || !(act instanceof HTMLInputElement)) return;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        headers: { Accept: "application/json" },
        body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
      });
      const said = await answer.json();
      if (said.href) location.assign(said.href);
      const told = said.message ?? said.detail ?? said.title;
      if (status) status.textContent = [told, said.receipt].filter(Boolean).join(" ");
      if (answer.ok) {
        words.value = "";
        act.value = said.next;
        words.focus();
      }
    } catch {
      // The words and the act stay: sending again is the same act.
      if (status) status.textContent = this.dataset.lost ?? "";
    } finally {
      form.removeAttribute("aria-busy");
    }
  }

  /**
   * @param {string} id
   * @param {string} text
   */
  #show(id, text) {
    const at = document.getElementById(id);
    if (!at) return;
    at.textContent = text;
    at.hidden = text === "";
  }

  /** @param {string | undefined} text */
  #tell(text) {
    this.#show("line", text ?? "");
  }

  #isAtEnd() {
    const log = this.querySelector("#talk-log");
    return !log || log.scrollHeight - log.scrollTop - log.clientHeight < 80;
  }

  #scrollToEnd() {
    const log = this.querySelector("#talk-log");
    if (log) log.scrollTop = log.scrollHeight;
  }
}

customElements.define("live-session", LiveSession);
