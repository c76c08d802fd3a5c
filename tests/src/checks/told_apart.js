const isDrawn = (style, side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) > 0;
// How an element is set apart, in what forced colours leave of a style.
const look = element => {
  const { border, outline, outlineStyle, fontWeight, textDecorationLine, backgroundColor, borderBottom } = getComputedStyle(element);
  return JSON.stringify([border, borderBottom, outlineStyle === "none" ? "" : outline, fontWeight, textDecorationLine, backgroundColor]);
};
const hasEdge = element => {
  const style = getComputedStyle(element);
  const ground = getComputedStyle(scope).backgroundColor;
  return ["Top", "Bottom"].some(side => isDrawn(style, side) && style[`border${side}Color`] !== ground)
    || style.textDecorationLine.includes("underline") || style.outlineStyle !== "none";
};
for (const element of every("a[href],button,input:not([type=hidden]),select,textarea,summary")) {
  // What unfolds has a triangle before it.
  const native = getComputedStyle(element).appearance !== "none" && element.matches("input,select,textarea")
    || element.matches("summary") && getComputedStyle(element).display === "list-item";
  const isCurrent = element.matches("[aria-current]");
  if (!native && !isCurrent && !hasEdge(element)) faults.push(`${said(element)} has neither edge nor underline`);
}
// What is chosen differs from what is not, on its card or in its own drawing.
const chosen = every("input[type=radio]:checked,input[type=checkbox]:checked");
for (const one of chosen) {
  const other = every(`input[type=${one.type}]`).find(other => !other.checked && other !== document.activeElement);
  const own = getComputedStyle(one).appearance;
  if (!other || own !== "none") continue;
  const differs = look(one) !== look(other) || look(one.labels[0]) !== look(other.labels[0]);
  if (!differs) faults.push(`${said(one)} looks chosen or not alike`);
}
for (const current of every("[aria-current]")) {
  const other = [...current.closest("nav,ul").querySelectorAll("a[href]")].find(other => !other.matches("[aria-current]"));
  if (other && look(other) === look(current)) faults.push(`${said(current)} looks like ${said(other)}`);
}
for (const bar of every("svg.bar")) {
  const pieces = [...bar.querySelectorAll("g")].filter(group => parseFloat(group.querySelector("rect").getAttribute("width")) > 0);
  const drawn = pieces.map(group => [...group.querySelectorAll("rect")].map(rect => getComputedStyle(rect).fill).join(" "));
  drawn.forEach((fill, number) => {
    if (!pieces[number + 1]) return;
    // Its own rim, or the gap that its pattern leaves.
    const [piece, ...over] = [...pieces[number].querySelectorAll("rect")].map(rect => getComputedStyle(rect));
    const isLine = style => style.stroke !== "none" && style.stroke !== piece.fill && parseFloat(style.strokeWidth) > 0;
    if (fill === drawn[number + 1]) faults.push(`two neighbours in a bar are drawn alike: ${fill}`);
    if (![piece, ...over].some(isLine)) faults.push("two pieces of a bar have no line between them");
  });
  const legend = [...(bar.closest("section")?.querySelectorAll("ul.legend li") ?? [])].filter(seen);
  if (pieces.length && legend.length < pieces.length) faults.push("pieces of a bar have no label");
}
return faults;
