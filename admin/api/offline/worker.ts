/**
 * The worker of the staff's app. It answers no call of the service and keeps no answer: where a page cannot be fetched,
 * it shows the one page that says so. Everything else goes to the network as if the worker were not there.
 */

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

// What a worker has besides a page: the types of both cannot stand in one program.
declare function skipWaiting(): Promise<void>
declare const clients: { claim(): Promise<void> }
declare function addEventListener(kind: 'install' | 'activate', act: (event: WorkerEvent) => void): void
declare function addEventListener(kind: 'fetch', act: (event: FetchEvent) => void): void

/** Set by the build: the page for a desk without network, and what it needs. */
declare const OFFLINE_FILES: readonly string[]
/** Set by the build: it differs with every build of the app. */
declare const BUILD: string

const CACHES = 'aduan-offline-'
const kept = `${CACHES}${BUILD}`
const [page = ''] = OFFLINE_FILES

addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => skipWaiting()))
})

addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => clients.claim()))
})

addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => found(page)))
  else if (OFFLINE_FILES.includes(new URL(request.url).pathname)) {
    event.respondWith(fetch(request).catch(() => found(request.url)))
  }
})

async function keepOfflinePage(): Promise<void> {
  const cache = await caches.open(kept)
  await cache.addAll(OFFLINE_FILES.map((file) => new Request(file, { cache: 'reload' })))
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith(CACHES) && name !== kept).map((name) => caches.delete(name)))
}

const found = async (file: string): Promise<Response> => (await caches.match(file)) ?? Response.error()
