import type { SessionView } from '../../../service/contract/account.ts'
import type { TodayCounts } from '../../../service/contract/register.ts'

/**
 * The worker of the staff's app. It answers no call of the service and keeps no answer: where a page cannot be fetched,
 * it shows the one page that says so. Everything else goes to the network as if the worker were not there.
 */

interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface ClickEvent extends WorkerEvent {
  readonly notification: Notification
}
interface InstallEvent extends WorkerEvent {
  /** Not every browser has it. */
  addRoutes?(route: { readonly condition: { readonly urlPattern: string }; readonly source: 'network' }): Promise<void>
}
interface FetchEvent extends WorkerEvent {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}

// What a worker has besides a page: the types of both cannot stand in one program.
declare function skipWaiting(): Promise<void>
declare const clients: {
  claim(): Promise<void>
  matchAll(which: { readonly type: 'window' }): Promise<readonly { focus(): Promise<unknown> }[]>
  openWindow(address: string): Promise<unknown>
}
declare const registration: ServiceWorkerRegistration
declare function addEventListener(kind: 'install', act: (event: InstallEvent) => void): void
declare function addEventListener(kind: 'activate' | 'push', act: (event: WorkerEvent) => void): void
declare function addEventListener(kind: 'fetch', act: (event: FetchEvent) => void): void
declare function addEventListener(kind: 'notificationclick', act: (event: ClickEvent) => void): void

/** Set by the build: the page for a desk without network, and what it needs. */
declare const OFFLINE_FILES: readonly string[]
/** Set by the build: what a push says, `{count}` being how much waits, and what it says where that is not known. */
declare const PUSH_WORDS: { readonly counted: string; readonly uncounted: string }
/** Set by the build: it differs with every build of the app. */
declare const BUILD: string

const CACHES = 'aduan-offline-'
const kept = `${CACHES}${BUILD}`
const [page = ''] = OFFLINE_FILES

addEventListener('install', (event) => {
  event.waitUntil(keepOfflinePage().then(() => skipWaiting()))
  // A call that goes on past the end of its page would be lost on its way through the worker.
  const calls = { condition: { urlPattern: '/api/*' }, source: 'network' } as const
  const routed = event.addRoutes?.(calls)
  if (routed) event.waitUntil(routed.catch(() => {}))
})

addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => clients.claim()))
})

addEventListener('push', (event) => {
  event.waitUntil(showHowMuchWaits())
})

addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openDesk())
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

/** A push has no content. Numbers only are shown, for a locked screen lies on many desks. */
async function showHowMuchWaits(): Promise<void> {
  const count = await countWaiting()
  const body = count === 0 ? PUSH_WORDS.uncounted : PUSH_WORDS.counted.replace('{count}', String(count))
  await registration.showNotification('Aduan', { body, tag: 'aduan', icon: '/admin/assets/icon-192.png' })
}

/** Returns 0 where the session is over, the service cannot be reached, or nothing waits any more. */
async function countWaiting(): Promise<number> {
  const session = await ask<SessionView>('/session')
  const tenants = session?.tenants ?? []
  const counted = await Promise.all(
    tenants.map(({ tenant }) => ask<TodayCounts>(`/tenants/${encodeURIComponent(tenant)}/today/counts`)),
  )
  const counts = counted.flatMap((one) => (one ? [...one.cases, ...one.pages] : []))
  const reminders = counted.reduce((sum, one) => sum + (one?.reminders ?? 0), 0)
  // What is late is among the others already.
  return counts.filter(({ kind }) => kind !== 'late').reduce((sum, { count }) => sum + count, reminders)
}

/** It keeps no session alive: nobody is at it. */
async function ask<Answer>(path: string): Promise<Answer | null> {
  const init = { headers: { 'X-Background': '1' }, signal: AbortSignal.timeout(10_000) }
  const response = await fetch(`/api/v1${path}`, init).catch(() => null)
  return response?.ok ? response.json() : null
}

async function openDesk(): Promise<void> {
  const [open] = await clients.matchAll({ type: 'window' })
  await (open ? open.focus() : clients.openWindow('/admin/'))
}
