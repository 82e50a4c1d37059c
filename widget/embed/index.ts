import type { FrameNews } from '../frame/index.ts'

/**
 * Runs in the page that an office's site frames. Only origins that the unit has named can frame it, and they are told
 * how tall it is, and the number of what was received. It hears nothing.
 */
const framer = location.ancestorOrigins?.[0] ?? (document.referrer ? new URL(document.referrer).origin : '*')
const tell = (news: FrameNews) => {
  if (window.parent !== window) window.parent.postMessage(news, framer)
}
const main = document.querySelector('main')
const widget = document.querySelector('aduan-widget')
const tellHeight = () => {
  if (main) tell({ aduan: 'height', height: Math.ceil(main.getBoundingClientRect().height) + 16 })
}
// The first word does not wait for a drawing: a frame that is not seen yet is not drawn.
tellHeight()
if (main) new ResizeObserver(tellHeight).observe(main)
widget?.addEventListener('aduan-submitted', ({ detail: { number } }) => tell({ aduan: 'submitted', number }))
widget?.addEventListener('aduan-failed', ({ detail: { code } }) => tell({ aduan: 'failed', code }))
