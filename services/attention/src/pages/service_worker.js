// Woken by a push that says nothing: shows that there is something new, and opens the site. Keeps no page of anybody.
const words = __WORDS__;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  let tag = "preau";
  try {
    tag = event.data.json().tag;
  } catch {
    // A push without a tag is still news.
  }
  event.waitUntil(
    Promise.all([
      // The same thing told again replaces what was shown, without a sound.
      self.registration.showNotification(words.title, { body: words.news, tag, icon: "/icone.svg", lang: "fr" }),
      self.navigator.setAppBadge?.().catch(() => undefined),
    ]),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open());
});

async function open() {
  await self.navigator.clearAppBadge?.().catch(() => undefined);
  const pages = await self.clients.matchAll({ type: "window" });
  const page = pages.find((it) => it.visibilityState === "visible") ?? pages[0];
  if (!page) return self.clients.openWindow("/");
  await page.navigate("/").catch(() => undefined);
  return page.focus();
}

self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate" || event.request.method !== "GET") return;
  const headers = { "Content-Type": "text/html; charset=utf-8" };
  event.respondWith(fetch(event.request).catch(() => new Response(words.offline, { headers, status: 503 })));
});
