// Keeps the files of the page in the browser, so that it opens without its server. It asks nobody else for anything.

/** Files of the page, and what tells this build from another; the build puts them in. */
declare const FILES: readonly string[];
declare const BUILD: string;

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetched extends Waiting {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface OfflineScope {
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(kind: 'fetch', listener: (event: Fetched) => void): void;
}

const scope = globalThis as unknown as OfflineScope;

scope.addEventListener('install', event => {
  const keep = async () => {
    const cache = await caches.open(BUILD);
    await cache.addAll(FILES.map(file => new Request(file, { cache: 'reload' })));
    await scope.skipWaiting();
  };
  event.waitUntil(keep());
});

scope.addEventListener('activate', event => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name !== BUILD) await caches.delete(name);
    await scope.clients.claim();
  };
  event.waitUntil(clean());
});

scope.addEventListener('fetch', event => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== scope.location.origin) return;
  const answer = async () =>
    (await (await caches.open(BUILD)).match(request, { ignoreSearch: true })) ?? fetch(request);
  event.respondWith(answer());
});
