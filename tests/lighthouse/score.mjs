// Lighthouse's accessibility score of whatever page a running Chromium shows, as often as it is asked.
// node score.mjs MODULES ADDRESS: MODULES is the node_modules with Lighthouse in it, ADDRESS Chromium's own, e.g. 127.0.0.1:9222.
// Each line on stdin asks once; each answer is a line of JSON: { score, failed: [{ id, title, nodes }] } or { error }.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [modules, address] = process.argv.slice(2);
const require = createRequire(pathToFileURL(modules + "/"));
const load = name => import(pathToFileURL(require.resolve(name)));
const { snapshot } = await load("lighthouse");
const puppeteer = (await load("puppeteer-core")).default;

// Without a viewport of its own the page keeps the size of its screen.
const browser = await puppeteer.connect({ browserURL: "http://" + address, defaultViewport: null });
const flags = { onlyCategories: ["accessibility"], screenEmulation: { disabled: true }, throttlingMethod: "provided", logLevel: "silent" };

async function score() {
  const pages = await browser.pages();
  const { lhr } = await snapshot(pages[0], { flags });
  const audits = lhr.categories.accessibility.auditRefs.map(({ id, weight }) => ({ ...lhr.audits[id], weight }));
  const failed = audits.filter(audit => audit.weight > 0 && audit.score !== null && audit.score < 1);
  const nodes = audit => (audit.details?.items ?? []).map(item => item.node?.snippet ?? "").slice(0, 5);
  return {
    score: lhr.categories.accessibility.score,
    applied: audits.filter(audit => audit.weight > 0 && audit.score !== null).length,
    failed: failed.map(audit => ({ id: audit.id, title: audit.title, nodes: nodes(audit) })),
  };
}

for await (const _ of createInterface({ input: process.stdin })) {
  const answer = await score().catch(error => ({ error: String(error) }));
  process.stdout.write(JSON.stringify(answer) + "\n");
}
await browser.disconnect();
