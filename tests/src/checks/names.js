const PRODUCT = /^(振り返り|Furikaeri)$/i;
if (!/^(ja|en)\b/.test(root.lang)) faults.push("the page's language is " + JSON.stringify(root.lang));
const title = document.title.trim();
if (!title || PRODUCT.test(title)) faults.push(`the title 「${title}」 does not say what the page is`);

// A dialog stands beside the page's own order.
const headings = [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].filter(seen);
const own = headings.filter(heading => !heading.closest("dialog"));
const first = own.filter(heading => heading.localName === "h1");
if (first.length !== 1) faults.push(`there are ${first.length} h1: ${first.map(said).join(", ")}`);
own.reduce((before, heading) => {
  const level = Number(heading.localName[1]);
  if (level > before + 1) faults.push(`${said(heading)} follows h${before}`);
  return level;
}, 0);
for (const heading of headings) if (!heading.textContent.trim()) faults.push(heading.localName + " is empty");

const mains = [...document.querySelectorAll("main")].filter(seen);
if (mains.length !== 1) faults.push(`there are ${mains.length} main landmarks`);
const LANDMARKS = "main,nav,header,footer,aside,dialog,[role=region]";
for (const element of document.querySelectorAll("body *")) {
  if (seen(element) && ownText(element) && !element.closest(LANDMARKS + ",script,style,noscript")) {
    faults.push(`${said(element)} is in no landmark`);
  }
}
const navs = [...document.querySelectorAll("nav,[role=region],dialog")].filter(seen);
for (const nav of navs) if (!labelOf(nav)) faults.push(`${said(nav)} has no name`);

for (const element of every("input:not([type=hidden],[type=submit]),select,textarea")) {
  if (!labelOf(element)) faults.push(`${said(element)} has no label`);
}
for (const element of every("button,a[href],summary,[role=button]")) {
  if (!isForNobody(element) && !labelOf(element) && !element.textContent.trim()) faults.push(`${element.outerHTML.slice(0, 80)} has no name`);
}
for (const group of every("fieldset")) {
  if (!group.querySelector(":scope > legend")?.textContent.trim() && !labelOf(group)) faults.push(`${said(group)} has no legend`);
}
for (const picture of every("img,svg,canvas,[role=img]")) {
  if (picture.closest("[aria-hidden=true]")) continue;
  const name = labelOf(picture) || picture.getAttribute("alt") || picture.querySelector(":scope > title")?.textContent;
  if (!name && picture.getAttribute("alt") !== "") faults.push(`${picture.outerHTML.slice(0, 80)} is neither named nor hidden`);
}
for (const cell of every("th")) if (!cell.scope) faults.push(`${said(cell)} does not say what it is the head of`);
return faults;
