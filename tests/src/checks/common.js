// What the checks share. Each check follows this in one function and returns its faults.
const root = document.documentElement;
// The page a person deals with: where a dialog is open over it, that alone.
const scope = document.querySelector("dialog:modal") ?? document.body;
const seen = element => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
// For those who listen, and not to be looked at.
const unseen = element => {
  for (let at = element; at && at !== root; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (/inset\(50%\)/.test(style.clipPath)) return true;
  }
  return false;
};
// Taken by the browser itself and by nobody else, e.g. the button that the Enter key presses.
const isForNobody = element => unseen(element) && element.tabIndex < 0 && !!element.closest("[aria-hidden=true]");
const every = selector => [...scope.querySelectorAll(selector)].filter(seen);
const ownText = element =>
  [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data.trim()).join("");
const said = element => {
  const name = element.getAttribute("name") ?? element.id;
  const text = (element.ariaLabel ?? element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
  return element.localName + (name ? "[" + name + "]" : "") + (text ? "「" + text + "」" : "");
};
const px = number => Math.round(number * 10) / 10 + " px";
const CONTROLS = "a[href],button,input:not([type=hidden]),select,textarea,summary,[role=button],[role=radio],[role=link]";
const labelOf = element =>
  element.ariaLabel?.trim() || [...(element.labels ?? [])].map(label => label.textContent).join(" ").trim()
    || (element.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id)?.textContent ?? "").join(" ").trim();
const faults = [];
