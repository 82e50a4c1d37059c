import type { FrameNews } from '../aduan-widget/frame/aduan-frame.ts'
import { wearTheme } from '../aduan-widget/frame/frame-theme.ts'

/**
 * Runs in the page that a site of the office frames. Only origins that the unit has named can frame it. It tells them
 * its height and the number of a received complaint, and listens to no messages. The site sets language, view and theme
 * behind the `#` of the address.
 */
const framer = location.ancestorOrigins?.[0] ?? (document.referrer ? new URL(document.referrer).origin : '*')
const isFramed = window.parent !== window
const post = (news: FrameNews) => {
  if (isFramed) window.parent.postMessage(news, framer)
}
const main = document.querySelector('main')
const widget = document.querySelector('aduan-widget')
const postHeight = () => {
  if (main) post({ aduan: 'height', height: Math.ceil(main.getBoundingClientRect().height) + 16 })
}
// The first message does not wait for a drawing, because an invisible frame is not drawn.
postHeight()
if (main) new ResizeObserver(postHeight).observe(main)

function follow(form: HTMLElement): void {
  const settings = new URLSearchParams(location.hash.slice(1))
  for (const name of ['lang', 'view', 'category', 'sealing-key']) {
    const value = settings.get(name)
    if (value && form.getAttribute(name) !== value) form.setAttribute(name, value)
  }
  wearTheme(form, settings)
}

/** Milliseconds in which the page around can hear that it leaves, too. */
const TIME_TO_HEAR = 500

/**
 * Leaves the page, and the page around, so that nothing is left to see. A widget around us wrote the `#` and leaves
 * when it is asked to. The browser drops that message once this page is another one, so the page is hidden at once and
 * leaves a moment later. By then the page around is taken along by force: it may be busy, or have written the `#`
 * without a widget.
 */
function leave(to: string): void {
  document.documentElement.hidden = true
  post({ aduan: 'left' })
  if (location.hash) setTimeout(() => leaveAll(to), TIME_TO_HEAR)
  else leaveAll(to)
}

function leaveAll(to: string): void {
  try {
    window.top?.location.replace(to)
  } catch {
    // The sandbox does not allow it.
  }
  location.replace(to)
}

// A page in a sandbox has no origin and may ask the service nothing, so the link inside is shown.
if (self.origin === 'null') widget?.replaceWith(...widget.childNodes)
else if (widget) {
  if (isFramed) {
    follow(widget)
    window.addEventListener('hashchange', () => follow(widget))
    widget.leave = leave
  }
  widget.addEventListener('aduan-submitted', ({ detail: { number } }) => post({ aduan: 'submitted', number }))
  widget.addEventListener('aduan-failed', ({ detail: { code } }) => post({ aduan: 'failed', code }))
  widget.addEventListener('aduan-wiped', () => post({ aduan: 'wiped' }))
}
