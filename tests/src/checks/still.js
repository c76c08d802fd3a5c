const LONGEST = 0.01;
const seconds = list => list.split(",").map(part => part.includes("ms") ? parseFloat(part) / 1000 : parseFloat(part));
for (const element of document.querySelectorAll("*")) {
  for (const part of [null, "::before", "::after"]) {
    const style = getComputedStyle(element, part);
    const moves = style.transitionProperty !== "none" && Math.max(...seconds(style.transitionDuration)) > LONGEST
      || style.animationName !== "none" && Math.max(...seconds(style.animationDuration)) > LONGEST;
    if (moves) faults.push(`${said(element)}${part ?? ""} moves for ${style.transitionDuration} or ${style.animationDuration}`);
  }
  if (getComputedStyle(element).scrollBehavior === "smooth") faults.push(`${said(element)} scrolls smoothly`);
}
return faults.slice(0, 20);
