const CLIPS = /hidden|clip/;
const lines = element => {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0);
};
for (const element of scope.querySelectorAll("*")) {
  if (!ownText(element) || !seen(element) || unseen(element) || element.matches("script,style,option,noscript")) continue;
  // Lines overlap by nature: half of one may stand out before a letter of it is touched.
  const sizes = [element, ...element.querySelectorAll("*")].map(one => parseFloat(getComputedStyle(one).fontSize));
  const slack = Math.max(...sizes) * 0.35 + 1;
  const boxes = lines(element);
  for (let at = element; at && at !== root; at = at.parentElement) {
    const style = getComputedStyle(at), edge = at.getBoundingClientRect();
    const clipsX = CLIPS.test(style.overflowX), clipsY = CLIPS.test(style.overflowY);
    if (!clipsX && !clipsY) continue;
    const cut = boxes.find(box => clipsX && (box.left < edge.left - 1 || box.right > edge.right + 1)
      || clipsY && (box.top < edge.top - slack || box.bottom > edge.bottom + slack));
    if (cut) {
      faults.push(`${said(element)} is cut by ${said(at)}`);
      break;
    }
  }
  // What a fixed height cannot hold lies over what comes next.
  if (getComputedStyle(element).display !== "inline" && element.namespaceURI.endsWith("xhtml")) {
    const over = element.scrollHeight - element.clientHeight;
    if (element.clientHeight > 0 && over > slack && !element.matches("textarea,input,select")) {
      faults.push(`${said(element)} is ${px(over)} higher than its box`);
    }
  }
}
return faults;
