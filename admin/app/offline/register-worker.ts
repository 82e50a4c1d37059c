const HALF_AN_HOUR = 1_800_000

/**
 * Brings the worker, and looks for a newer one now and then. Once there is a newer one, the next page that is opened is
 * fetched anew, so that no tab goes on with the scripts of yesterday. A browser without workers does without.
 */
export async function registerWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  let isFirst = serviceWorker.controller === null
  serviceWorker.addEventListener('controllerchange', () => {
    if (!isFirst) reloadWithNextPage()
    isFirst = false
  })
  try {
    const registered = await serviceWorker.register('/admin/worker.js', { scope: '/admin/', updateViaCache: 'none' })
    const look = () => void registered.update().catch(() => {})
    setInterval(look, HALF_AN_HOUR)
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look())
  } catch {
    // The desk works without it.
  }
}

/** Only a move to another page: whether words that are written there may go was asked before. */
function reloadWithNextPage(): void {
  let { pathname } = location
  addEventListener('popstate', () => {
    pathname = location.pathname
  })
  addEventListener('aduan-moved', () => location.pathname !== pathname && location.reload())
}
