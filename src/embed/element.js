// <furikaeri-session code="AB3K7Q" view="answer">: a session in somebody else's page. It runs the app in a shadow root, so
// that neither page's styles reach the other. What it loads is shared by all elements of a page; what it starts ends with it.

const HOST = new URL(".", import.meta.url).href.replace(/\/$/, "");
const PROGRAMS = {
  answer: { script: "{answer.js}", wasm: "{answer.wasm}", style: "{answer.css}" },
  board: { script: "{board.js}", wasm: "{board.wasm}", style: "{board.css}" },
};
// The page that shows the same view by itself.
const PAGES = { answer: "s", results: "results", board: "board", table: "table" };
const PARTS = {
  title: ".session h1, .board-head h1, .portal-title",
  promise: ".promise",
  axis: ".axis",
  choice: ".card",
  field: "textarea, input:not([type=radio], [type=hidden])",
  button: ".button",
  result: ".result",
  bar: ".bar",
  table: ".portal-table",
};
// What must be legible of a portal's own colours: text, and what is under it.
const PAIRS = [
  ["ink", "ground"],
  ["ink-quiet", "ground"],
  ["accent", "ground"],
  ["on-accent", "accent"],
  ["ink", "accent-ground"],
  ["accent", "accent-ground"],
];
const COLOURS = ["ground", "ink", "ink-quiet", "accent", "on-accent", "accent-ground"];
const LEGIBLE = 4.5;

const programs = new Map();

// Loads a program once for the whole page; one that failed may be tried again.
function load(name) {
  if (!programs.has(name)) {
    const { script, wasm, style } = PROGRAMS[name];
    const url = (file) => `${HOST}/${file}`;
    const sheet = async () => {
      const answer = await fetch(url(style));
      if (!answer.ok) throw new Error(`${answer.status} ${url(style)}`);
      // Not a <style>: a page's content policy may forbid inline styles.
      return new CSSStyleSheet().replace(await answer.text());
    };
    const program = async () => {
      const module = await import(url(script));
      await module.default({ module_or_path: url(wasm) });
      return module;
    };
    const both = Promise.all([program(), sheet()]);
    both.catch(() => programs.delete(name));
    programs.set(name, both);
  }
  return programs.get(name);
}

// The contrast of two colours as WCAG defines it, however they are written.
function contrast(one, other) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
      const part = byte / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

class FurikaeriSession extends HTMLElement {
  static observedAttributes = ["code", "view", "endpoint", "language", "theme"];

  #page = document.createElement("div");
  #slot = document.createElement("slot");
  #link = document.createElement("a");
  #screen = null;
  #state = "loading";
  // What went wrong last: it is said once, however often it is tried again.
  #wrong = "";
  #parts = new MutationObserver(() => this.#drawn());
  // Counts what was started, so that what arrives late finds that its turn is over.
  #turn = 0;
  #planned = false;

  constructor() {
    super();
    this.#page.className = "embed";
    this.#page.part = "page";
    this.#page.hidden = true;
    this.#slot.append(this.#link);
    for (const event of ["click", "change", "focusin", "focusout"]) this.#page.addEventListener(event, () => this.#restyle());
    // A form may never be sent by the browser itself: that would be to the page around. The app sends it.
    this.#page.addEventListener("submit", (event) => event.preventDefault());
    this.attachShadow({ mode: "open" }).append(this.#page, this.#slot);
  }

  connectedCallback() {
    // What a page has set before this script came hides the element's own.
    for (const name of FurikaeriSession.observedAttributes) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (!this.#screen) this.#plan();
  }

  disconnectedCallback() {
    // An element that is moved comes back at once, and goes on with what is half written in it.
    queueMicrotask(() => this.isConnected || this.#end());
  }

  attributeChangedCallback(name, before, now) {
    if (this.isConnected && before !== now) this.#plan();
  }

  get code() { return this.getAttribute("code") ?? ""; }
  set code(value) { this.setAttribute("code", value); }
  get view() { return this.getAttribute("view") ?? "answer"; }
  set view(value) { this.setAttribute("view", value); }
  get endpoint() { return (this.getAttribute("endpoint") ?? HOST).replace(/\/$/, ""); }
  set endpoint(value) { this.setAttribute("endpoint", value); }
  get language() { return this.getAttribute("language") ?? ""; }
  set language(value) { this.setAttribute("language", value); }
  get theme() { return this.getAttribute("theme") ?? "auto"; }
  set theme(value) { this.setAttribute("theme", value); }
  // "loading", "ready" or "failed".
  get state() { return this.#state; }

  // Starts anew, e.g. after the page has changed its colours.
  reload() {
    if (this.isConnected) this.#plan();
  }

  // Several changes of one moment start it once.
  #plan() {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      this.#end();
      if (this.isConnected) this.#begin(this.#turn);
    });
  }

  async #begin(turn) {
    this.#state = "loading";
    this.#wrong = "";
    const { code, view, endpoint } = this;
    // Where nothing is said, what the page around is written in; beyond these the person's browser decides.
    const around = this.closest("[lang]")?.lang.slice(0, 2) ?? "";
    const language = this.language || (["ja", "en"].includes(around) ? around : "");
    this.#link.textContent = this.#link.href = `${endpoint}/${PAGES[view] ?? "s"}/${encodeURIComponent(code)}`;
    if (!(view in PAGES)) return this.#fail("unknown_view");
    const tell = (event, reason) => turn === this.#turn && this.#hear(event, reason);
    try {
      const [module, sheet] = await load(view === "answer" ? "answer" : "board");
      if (turn !== this.#turn) return;
      this.shadowRoot.adoptedStyleSheets = [sheet];
      this.#dress();
      this.#screen = module.mount(this.#page, code, endpoint, language, tell, view);
      this.#parts.observe(this.#page, { childList: true, subtree: true });
    } catch (error) {
      if (turn === this.#turn) this.#fail(error.message === "session_not_found" ? error.message : "blocked", error);
    }
  }

  #end() {
    this.#turn += 1;
    this.#parts.disconnect();
    this.#screen?.free();
    this.#screen = null;
    this.#page.hidden = true;
    this.#slot.hidden = false;
  }

  #hear(event, reason) {
    if (event === "error") {
      if (reason !== this.#wrong) this.#refused(reason, this.#turn);
      this.#wrong = reason;
      return;
    }
    this.#wrong = "";
    if (event === "ready") {
      this.#state = "ready";
      this.#page.hidden = false;
      this.#slot.hidden = true;
      this.#drawn();
    }
    this.#say(event, {});
  }

  // An endpoint that does not answer may be one that does not know this page.
  async #refused(reason, turn) {
    if (reason === "unreachable" && this.#link.origin !== location.origin) {
      const portals = await fetch(`${this.endpoint}/api/v1/portals`).then((answer) => answer.json(), () => null);
      if (turn !== this.#turn) return;
      if (portals && !portals.portals.includes(location.origin)) reason = "portal_not_listed";
    }
    this.#fail(reason);
  }

  #fail(reason, cause) {
    if (this.#state !== "ready") this.#state = "failed";
    this.#say("error", { reason, cause });
  }

  #say(event, more) {
    const detail = { code: this.code, view: this.view, ...more };
    this.dispatchEvent(new CustomEvent(`furikaeri-${event}`, { detail, bubbles: true, composed: true }));
  }

  // Light or dark as the attribute says, or else as the page around says that it can be; or in the portal's own colours,
  // where they can be read.
  #dress() {
    const page = this.#page;
    const own = getComputedStyle(this);
    const schemes = this.theme === "auto" ? own.colorScheme : this.theme;
    const wear = () => {
      // Without a theme the person's device decides.
      if (/light.*dark|dark.*light/.test(schemes)) delete page.dataset.theme;
      else page.dataset.theme = /dark/.test(schemes) ? "dark" : "light";
    };
    if (!COLOURS.some((name) => own.getPropertyValue(`--furikaeri-${name}`).trim())) return wear();
    page.dataset.theme = "portal";
    // Colours are resolved where they are used, and nothing is while it is hidden from the layout.
    const probe = page.appendChild(document.createElement("i"));
    const colour = (name) => {
      probe.style.color = `var(--${name})`;
      return getComputedStyle(probe).color;
    };
    const pairs = PAIRS.map(([text, under]) => ({ text, under, ratio: contrast(colour(text), colour(under)) }));
    probe.remove();
    const illegible = pairs.filter(({ ratio }) => ratio < LEGIBLE);
    if (illegible.length > 0) {
      wear();
      this.#say("error", { reason: "theme_contrast", pairs: illegible });
    }
  }

  // What is new gets the names of its parts.
  #drawn() {
    for (const [part, selector] of Object.entries(PARTS)) {
      for (const element of this.#page.querySelectorAll(selector)) {
        if (!element.hasAttribute("part")) element.part = part;
      }
    }
    this.#restyle();
  }

  // WebKit does not see in a shadow root that what `:has()` looks for has come or gone; this has it look again.
  #restyle() {
    this.shadowRoot.adoptedStyleSheets = this.shadowRoot.adoptedStyleSheets;
  }
}

// A page may load this more than once.
if (!customElements.get("furikaeri-session")) customElements.define("furikaeri-session", FurikaeriSession);
