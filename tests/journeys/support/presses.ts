import type { Page } from 'playwright-core'

/** Counts in the page, through all shadow roots, each press and each field that is filled in. */
const countPresses = `(() => {
  globalThis.presses = 0
  const filled = new WeakSet()
  const isFilledIn = (one) => one.matches?.('select, textarea, input:not([type=checkbox], [type=radio])')
  addEventListener('click', (event) => {
    if (event.isTrusted && !isFilledIn(event.composedPath()[0])) globalThis.presses++
  }, true)
  addEventListener('input', (event) => {
    const field = event.composedPath()[0]
    if (!isFilledIn(field) || filled.has(field)) return
    filled.add(field)
    globalThis.presses++
  }, true)
})()`

/** How often somebody pressed or filled in something since the last time that this was asked. */
export async function countingPresses(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(countPresses)
  await page.evaluate(countPresses)
  return () => page.evaluate('(() => { const all = globalThis.presses; globalThis.presses = 0; return all })()')
}
