// @ts-check
// Sends the file of a form ahead of it, in pieces, by the tus protocol: a line that breaks, a pause
// or a page loaded anew costs no more than one piece. Without this script, or where this way fails,
// the file goes with the form.

const FIRST_PIECE = 512 * 1024;
const SMALLEST_PIECE = 128 * 1024;
const LARGEST_PIECE = 8 * 1024 * 1024;
const MILLIS_A_PIECE = 2_000;
const LONGEST_PAUSE = 20_000;
const MOST_LOOKS = 8;
const TOLD_EVERY = 25;
const VERSION = { "Tus-Resumable": "1.0.0" };

/** The portal will not have it this way, however often it is tried. */
class Refused extends Error {}

class ResumableFile extends HTMLElement {
  /** @type {File | undefined} */
  #file;
  #address = "";
  /** Each start, pause and stop makes what ran before it end. */
  #run = 0;
  /** @type {"idle" | "sending" | "paused" | "there"} */
  #state = "idle";
  #formWaits = false;
  #told = 0;

  connectedCallback() {
    this.#input.addEventListener("change", () => this.#chosen());
    this.#part("pause").addEventListener("click", () => (this.#state === "paused" ? this.#start() : this.#pause()));
    this.#part("stop").addEventListener("click", () => this.#stop());
    this.#form.addEventListener("submit", (event) => this.#hold(event), { capture: true });
    this.#goOnAfterReload();
  }

  // --- what the person does -------------------------------------------------------------------

  async #chosen() {
    const file = this.#input.files?.[0];
    if (!file) return;
    const before = this.#before();
    const same = before?.name === file.name && before.size === file.size && before.modified === file.lastModified;
    if (!same) await this.#end();
    this.#file = file;
    this.#start();
  }

  #start() {
    this.#state = "sending";
    this.#say(this.dataset.sending);
    this.#acts(true, this.dataset.pause);
    const run = ++this.#run;
    this.#send(run).catch((refused) => run === this.#run && this.#fail(refused));
  }

  #pause() {
    this.#run++;
    this.#state = "paused";
    this.#say(this.dataset.paused);
    this.#acts(true, this.dataset.goOn);
  }

  async #stop() {
    this.#run++;
    this.#state = "idle";
    this.#file = undefined;
    this.#input.value = "";
    this.#keep("");
    await this.#end();
    this.#say(this.dataset.stopped);
    this.#acts(false);
  }

  /** @param {Event} event */
  #hold(event) {
    if (this.#state === "there") this.#forget();
    if (this.#state !== "sending" && this.#state !== "paused") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#formWaits = true;
    if (this.#state === "paused") this.#start();
    this.#say(this.dataset.wait);
  }

  // --- the protocol ---------------------------------------------------------------------------

  /** @param {number} run */
  async #send(run) {
    let size = FIRST_PIECE;
    let tries = 0;
    let offset = -1;
    while (run === this.#run && this.#file) {
      try {
        if (!this.#address) await this.#begin(this.#file);
        if (offset < 0) offset = await this.#arrived();
        this.#show(offset, this.#file.size);
        if (offset >= this.#file.size) return await this.#take(run);
        const began = performance.now();
        const answer = await this.#ask("PATCH", this.#address, {
          headers: { ...VERSION, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
          body: this.#file.slice(offset, offset + size),
        });
        offset = answer.status === 204 ? Number(answer.headers.get("Upload-Offset")) : -1;
        const fits = (size * MILLIS_A_PIECE) / Math.max(50, performance.now() - began);
        size = Math.round(Math.min(LARGEST_PIECE, size * 2, Math.max(SMALLEST_PIECE, fits)));
        if (offset >= 0) {
          if (tries > 0) this.#say(this.dataset.sending);
          tries = 0;
          continue;
        }
      } catch (problem) {
        if (problem instanceof Refused) throw problem;
        offset = -1;
      }
      if (run !== this.#run) return;
      if (tries === 0) this.#say(this.dataset.lost);
      size = FIRST_PIECE;
      await this.#wait(tries++);
    }
  }

  /** @param {File} file */
  async #begin(file) {
    const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
    const answer = await this.#ask("POST", this.dataset.to ?? "", {
      headers: { ...VERSION, "Upload-Length": String(file.size), "Upload-Metadata": `filename ${name}` },
    });
    this.#address = answer.headers.get("Location") ?? "";
    const known = { address: this.#address, name: file.name, size: file.size, modified: file.lastModified };
    localStorage.setItem(this.#key, JSON.stringify(known));
  }

  async #arrived() {
    const answer = await this.#ask("HEAD", this.#address, { headers: VERSION });
    return Number(answer.headers.get("Upload-Offset") ?? -1);
  }

  /** @param {number} run */
  async #take(run) {
    this.#say(this.dataset.checking);
    for (let tries = 0; ; tries++) {
      const answer = await this.#ask("POST", `${this.#address}/file`).catch((problem) => {
        if (problem instanceof Refused) throw problem;
      });
      if (run !== this.#run) return;
      if (answer?.ok) {
        const { file, said } = await answer.json();
        return this.#there(file, said);
      }
      if (tries === MOST_LOOKS) throw new Refused("");
      await this.#wait(tries);
    }
  }

  async #end() {
    const address = this.#address || this.#before()?.address;
    this.#forget();
    if (address) await this.#ask("DELETE", address, { headers: VERSION }).catch(() => {});
  }

  /**
   * Whatever a later try may change comes back; what none will is thrown.
   * @param {string} method
   * @param {string} address
   * @param {RequestInit} [more]
   */
  async #ask(method, address, more = {}) {
    const token = this.#form.elements.namedItem("csrf");
    const headers = {
      ...more.headers,
      Accept: "application/json",
      "X-Form-Token": token instanceof HTMLInputElement ? token.value : "",
    };
    const answer = await fetch(address, { ...more, method, headers });
    const later = [408, 409, 423, 429].includes(answer.status) || answer.status >= 500;
    if (answer.ok || (later && answer.status !== 507 && method !== "POST")) return answer;
    if (later && address !== this.dataset.to) return answer;
    const said = await answer.json().then((body) => body.said, () => "");
    throw new Refused(said ?? "");
  }

  /** @param {number} tries */
  #wait(tries) {
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** tries) * (0.5 + Math.random());
    return new Promise((done) => {
      const go = () => {
        clearTimeout(timer);
        removeEventListener("online", go);
        done(undefined);
      };
      const timer = setTimeout(go, pause);
      addEventListener("online", go);
    });
  }

  // --- what comes of it -----------------------------------------------------------------------

  /**
   * @param {string} id
   * @param {string} said
   */
  #there(id, said) {
    this.#state = "there";
    this.#keep(id);
    this.#input.value = "";
    this.#show(1, 1);
    this.#say(said);
    this.#acts(true);
    if (this.#formWaits) this.#form.requestSubmit();
  }

  /** @param {Error} refused */
  #fail(refused) {
    this.#state = "idle";
    this.#formWaits = false;
    this.#forget();
    // What was looked at and refused is not sent again; else the form can still try.
    if (refused.message) this.#input.value = "";
    this.#say(refused.message || this.dataset.failed);
    this.#acts(false);
  }

  async #goOnAfterReload() {
    const before = this.#before();
    if (!before) return;
    try {
      const answer = await this.#ask("HEAD", before.address, { headers: VERSION });
      const offset = Number(answer.headers.get("Upload-Offset"));
      if (!answer.ok || this.#state !== "idle") return;
      this.#address = before.address;
      this.#show(offset, before.size);
      if (offset >= before.size) {
        await this.#take(this.#run);
      } else {
        this.#say(`${this.dataset.again} ${before.name}`);
        this.#acts(false);
      }
    } catch (problem) {
      if (problem instanceof Refused) this.#forget();
    }
  }

  #forget() {
    this.#address = "";
    localStorage.removeItem(this.#key);
  }

  /** @returns {{address: string, name: string, size: number, modified: number} | undefined} */
  #before() {
    const known = localStorage.getItem(this.#key);
    return known ? JSON.parse(known) : undefined;
  }

  /** @param {string} id */
  #keep(id) {
    let field = this.#form.querySelector("input[name=file-id]");
    if (!field) {
      field = document.createElement("input");
      field.setAttribute("type", "hidden");
      field.setAttribute("name", "file-id");
      this.append(field);
    }
    field.setAttribute("value", id);
  }

  /**
   * @param {number} offset
   * @param {number} size
   */
  #show(offset, size) {
    const percent = size ? Math.floor((100 * offset) / size) : 0;
    const bar = this.#part("bar");
    if (bar instanceof HTMLProgressElement) bar.value = percent;
    this.#part("percent").textContent = `${percent}${this.dataset.percent}`;
    if (percent >= this.#told + TOLD_EVERY && percent < 100) {
      this.#told = percent;
      this.#say(`${percent}${this.dataset.percent}`);
    }
  }

  /** @param {string | undefined} words */
  #say(words) {
    this.#part("state").hidden = false;
    this.#part("said").textContent = words ?? "";
  }

  /**
   * @param {boolean} some
   * @param {string} [pause] what the first of the two buttons says; there is none without
   */
  #acts(some, pause) {
    this.#part("acts").hidden = !some;
    this.#part("progress").hidden = !some;
    this.#part("pause").hidden = !pause;
    this.#part("pause").textContent = pause ?? "";
  }

  get #key() {
    return `upload:${this.dataset.to}`;
  }

  /** @param {string} name */
  #part(name) {
    const part = this.querySelector(`[data-part=${name}]`);
    if (!(part instanceof HTMLElement)) throw new Error(`no ${name}`);
    return part;
  }

  get #input() {
    const input = this.querySelector("input[type=file]");
    if (!(input instanceof HTMLInputElement)) throw new Error("no file field");
    return input;
  }

  get #form() {
    const form = this.closest("form");
    if (!form) throw new Error("no form");
    return form;
  }
}

customElements.define("resumable-file", ResumableFile);
