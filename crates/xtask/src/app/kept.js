// Keeps the pages of this folder in the browser, so that they open when the host is not reached. The newest is asked for first.
const NAME = "furikaeri";
const PAGES = ["./", "index.html", "guides/organiser.html", "guides/facilitator.html"];
self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(NAME).then((kept) => Promise.all(PAGES.map((page) => kept.add(page).catch(() => {})))));
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET" || !event.request.url.startsWith(self.registration.scope)) return;
  const asked = fetch(event.request).then(async (answer) => {
    if (answer.ok) (await caches.open(NAME)).put(event.request, answer.clone());
    return answer;
  });
  event.respondWith(asked.catch(async (error) => (await caches.match(event.request, { ignoreSearch: true })) ?? Promise.reject(error)));
});
