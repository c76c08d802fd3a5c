// Keeps the pages of this folder in the browser, so that they open when the host is not reached. The newest is asked for first; a
// host that does not answer in time counts as not reached. Whatever else lies in the folder is none of its business.
const NAME = "furikaeri";
const PAGES = ["./", "index.html", "ticket.html", "guides/local.html", "guides/organiser.html"];
const PATIENCE = 4000;
const OURS = PAGES.map((page) => new URL(page, self.registration.scope).href);
self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(NAME).then((kept) => Promise.all(PAGES.map((page) => kept.add(page).catch(() => {})))));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const address = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || !OURS.includes(address)) return;
  const kept = () => caches.match(event.request, { ignoreSearch: true });
  const asked = fetch(event.request).then(async (answer) => {
    if (answer.ok) (await caches.open(NAME)).put(event.request, answer.clone());
    return answer;
  });
  // What comes too late is there the next time.
  event.waitUntil(asked.catch(() => {}));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(kept).then((answer) => answer ?? asked);
  event.respondWith(Promise.race([asked, late]).catch(async (error) => (await kept()) ?? Promise.reject(error)));
});
