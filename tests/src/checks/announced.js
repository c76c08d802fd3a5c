// Hears what a screen reader would say of the page from now on: `window.announced` lists every text that a live region
// gets, and whether it interrupts.
const REGIONS = "[aria-live]:not([aria-live=off]),[role=status],[role=alert],[role=log],output";
const last = new WeakMap();
const text = region => region.checkVisibility({ visibilityProperty: true }) ? region.textContent.replace(/\s+/g, " ").trim() : "";
for (const region of document.querySelectorAll(REGIONS)) last.set(region, text(region));
window.announced = [];
const hear = () => {
  for (const region of document.querySelectorAll(REGIONS)) {
    const now = text(region);
    if (now === last.get(region)) continue;
    last.set(region, now);
    const interrupts = region.ariaLive === "assertive" || region.role === "alert" || region.getAttribute("role") === "alert";
    if (now) window.announced.push([now, interrupts]);
  }
};
new MutationObserver(hear).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
return null;
