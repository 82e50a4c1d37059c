import type { Page } from 'playwright-core'

/** Has each page write down how long every touch or key took to the paint that answers it, as the browser measures it. */
export async function countTouches(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const slowest = new Map<number, number>()
    Object.assign(globalThis, { slowest })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { interactionId, duration } = entry as PerformanceEventTiming
        if (interactionId) slowest.set(interactionId, Math.max(slowest.get(interactionId) ?? 0, duration))
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
  })
}

/** Milliseconds of each touch or key on this page so far. Entries come when the browser is idle. */
export async function readTouches(page: Page): Promise<readonly number[]> {
  await page.waitForFunction(() => new Promise((idle) => requestIdleCallback(() => idle(true), { timeout: 2_000 })))
  return page.evaluate(() => [...(globalThis as unknown as { slowest: Map<number, number> }).slowest.values()])
}
