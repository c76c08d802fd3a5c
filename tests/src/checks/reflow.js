const SCROLLS = /auto|scroll/, CLIPS = /hidden|clip/;
// A region for what needs two dimensions: it has a name, it can be reached by keyboard, and a table or drawing is in it.
const mayScroll = element =>
  labelOf(element) && element.matches("[role=region],[role=group],section,fieldset") && element.tabIndex >= 0
    && element.querySelector("table,svg");
const within = element => {
  for (let at = element.parentElement; at; at = at.parentElement) if (SCROLLS.test(getComputedStyle(at).overflowX)) return at;
  return null;
};
if (root.scrollWidth > root.clientWidth + 1) {
  const wide = [...document.body.querySelectorAll("*")].filter(element =>
    seen(element) && element.getBoundingClientRect().right + scrollX > root.clientWidth + 1 && !within(element));
  // The innermost say more than what is around them.
  const inner = wide.filter(element => !wide.some(other => other !== element && element.contains(other)));
  faults.push(`the page is ${root.scrollWidth} wide on a screen of ${root.clientWidth}: ${inner.slice(0, 4).map(said).join(", ")}`);
}
for (const element of scope.querySelectorAll("*")) {
  if (!seen(element) || unseen(element) || element.matches("input,textarea,select,svg,svg *")) continue;
  const over = element.scrollWidth - element.clientWidth, style = getComputedStyle(element);
  if (over <= 1 || style.display === "inline") continue;
  if (SCROLLS.test(style.overflowX) && !mayScroll(element)) {
    faults.push(`${said(element)} scrolls sideways by ${px(over)} and is no named region of a table that the keyboard reaches`);
  }
  if (CLIPS.test(style.overflowX)) faults.push(`${said(element)} is cut by ${px(over)}`);
}
return faults;
