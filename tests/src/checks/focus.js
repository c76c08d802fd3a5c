// Where the focus is after the tab key, and what is wrong with it there.
const [before] = arguments;
const element = document.activeElement;
if (!element || element === document.body || element === root) return { at: "", faults };
// A choice is drawn by its card.
const card = element.matches("input[type=radio],input[type=checkbox]") ? element.labels?.[0] : null;
const shows = one => {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  return outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 || boxShadow !== "none";
};
if (![element, card].some(one => one && shows(one))) faults.push(`${said(element)} does not show that it has the focus`);

const drawn = card ?? element, box = drawn.getBoundingClientRect();
const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
if (right - left < 1 || bottom - top < 1) {
  faults.push(`${said(element)} has the focus outside the screen`);
} else {
  const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (!there || !(drawn.contains(there) || element.contains(there) || there.contains(drawn))) {
    faults.push(`${said(element)} has the focus under ${there ? said(there) : "nothing"}`);
  }
}
// What comes next stands further on: not above, unless in a column to the right.
const from = before && document.contains(before) ? before : null;
if (from && from !== element && from !== document.body) {
  const start = from.getBoundingClientRect();
  const follows = from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (follows && box.bottom <= start.top && box.left <= start.left) faults.push(`${said(element)} is reached after ${said(from)} and stands above it`);
}
return { at: said(element), faults };
