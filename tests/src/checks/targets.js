const LEAST = 44;
// A link within a sentence: its line holds other text, and it flows with it.
const isInText = element => {
  if (!element.matches("a[href]") || getComputedStyle(element).display !== "inline") return false;
  let block = element.parentElement;
  while (getComputedStyle(block).display === "inline") block = block.parentElement;
  const others = [...block.querySelectorAll("a[href],button")].reduce((length, link) => length + link.textContent.trim().length, 0);
  return block.textContent.trim().length > others + 1;
};
for (const element of every(CONTROLS)) {
  if (element.disabled || isForNobody(element) || isInText(element)) continue;
  const boxes = [element, ...(element.labels ?? [])].map(one => one.getBoundingClientRect());
  const fits = boxes.some(box => box.width >= LEAST - 0.5 && box.height >= LEAST - 0.5);
  const own = boxes[0];
  if (!fits) faults.push(`${said(element)} is ${px(own.width)} × ${px(own.height)}`);
}
return faults;
