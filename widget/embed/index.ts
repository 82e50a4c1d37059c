import type { FrameNews } from '../aduan-widget/frame/frame-news.ts'
import { wearTheme } from '../aduan-widget/frame/frame-theme.ts'

/**
 * Runs in the page that an office's site frames. Only origins that the unit has named can frame it, and they are told
 * how tall it is, and the number of what was received. It hears no messages; what the site may say of language, view
 * and looks stands behind the `#` of the address.
 */
const framer = location.ancestorOrigins?.[0] ?? (document.referrer ? new URL(document.referrer).origin : '*')
const isFramed = window.parent !== window
const tell = (news: FrameNews) => {
  if (isFramed) window.parent.postMessage(news, framer)
}
const main = document.querySelector('main')
const widget = document.querySelector('aduan-widget')
const tellHeight = () => {
  if (main) tell({ aduan: 'height', height: Math.ceil(main.getBoundingClientRect().height) + 16 })
}
// The first word does not wait for a drawing: a frame that is not seen yet is not drawn.
tellHeight()
if (main) new ResizeObserver(tellHeight).observe(main)

function follow(form: HTMLElement): void {
  const said = new URLSearchParams(location.hash.slice(1))
  for (const name of ['lang', 'view', 'category', 'sealing-key']) {
    const value = said.get(name)
    if (value && form.getAttribute(name) !== value) form.setAttribute(name, value)
  }
  wearTheme(form, said)
}

/** For so long the page around has time to hear that it goes too. In milliseconds. */
const TIME_TO_HEAR = 500

/**
 * The page around goes as well: only so is nothing left to see. A widget around us, which wrote the `#`, takes it along.
 * Its browser drops our word once this page is another one, so the page is hidden at once and leaves a moment later.
 */
function leave(to: string): void {
  document.documentElement.hidden = true
  tell({ aduan: 'left' })
  if (location.hash) {
    setTimeout(() => location.replace(to), TIME_TO_HEAR)
    return
  }
  try {
    window.top?.location.replace(to)
  } catch {
    // The sandbox keeps us from it.
  }
  location.replace(to)
}

// A sandbox without an origin may ask the service nothing: the link inside leads out of it.
if (self.origin === 'null') widget?.replaceWith(...widget.childNodes)
else if (widget) {
  if (isFramed) {
    follow(widget)
    window.addEventListener('hashchange', () => follow(widget))
    widget.leave = leave
  }
  widget.addEventListener('aduan-submitted', ({ detail: { number } }) => tell({ aduan: 'submitted', number }))
  widget.addEventListener('aduan-failed', ({ detail: { code } }) => tell({ aduan: 'failed', code }))
  widget.addEventListener('aduan-wiped', () => tell({ aduan: 'wiped' }))
}
