import type { WidgetOnPage } from '../element/widget-on-page.ts'

/**
 * Covers the form once nobody has touched it for its time. This also watches what an earlier visit left in the tab.
 * Without a network the question cannot be fetched: then a shared device is wiped, and any other is left alone.
 *
 * @param since when it was last touched, by `Date.now()`
 * @returns the new timer, in place of the one before
 */
export function watchQuiet(form: WidgetOnPage, timer: number, since = Date.now()): number {
  clearTimeout(timer)
  // A widget that was taken off the page for good must not stay in memory until the timer ends.
  const widget = new WeakRef(form)
  const wipeShared = () => {
    const left = widget.deref()
    if (left?.answerWithin) void left.wipe()
  }
  const ask = () => {
    void import('./idle/index.ts').then(({ askWhoIsThere }) => void askWhoIsThere(widget.deref()), wipeShared)
  }
  return window.setTimeout(ask, since + form.quietFor - Date.now())
}
