import type { AduanWidget } from '../aduan-widget/aduan-widget.ts'
import { AduanFailed, AduanReady, AduanSubmitted } from '../events.ts'
import { languageOf } from '../messages/languages.ts'

/** What the framed page tells the one around it: nothing of a person but the public number of what was received. */
export type FrameNews =
  | { readonly aduan: 'height'; readonly height: number }
  | { readonly aduan: 'submitted'; readonly number: string }
  | { readonly aduan: 'failed'; readonly code: string }

/** How long the framed page may take to say that it is there. */
const PATIENCE = 8_000
/** No form is longer, in CSS pixels. */
const LONGEST = 20_000

/**
 * Shows the form in a frame where the page lets the widget's script run but not ask the service. Where frames are
 * blocked too, nothing changes: the sentence and the link stay.
 */
export function frameInstead(widget: AduanWidget): void {
  const root = widget.shadowRoot?.querySelector<HTMLElement>('.root')
  if (!root || widget.mode !== 'inline' || widget.shadowRoot?.querySelector('iframe')) return
  const frame = document.createElement('iframe')
  const address = new URL(`/embed/${encodeURIComponent(widget.tenant)}`, widget.service)
  address.search = new URLSearchParams({ lang: languageOf(widget.lang), view: widget.view }).toString()
  frame.src = address.href
  frame.title = widget.lang === 'en' ? 'Complaint form' : 'Formulir pengaduan'
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups allow-downloads allow-modals')
  // It must be laid out to load, and must not be seen before it is there.
  frame.style.cssText = 'display:block;inline-size:100%;block-size:1px;border:0;opacity:0'
  widget.shadowRoot?.append(frame)

  const stop = new AbortController()
  const late = setTimeout(() => {
    stop.abort()
    frame.remove()
    console.warn(
      `aduan-widget: ${widget.service} gives this page nothing. Name ${location.origin} in the settings of the unit ` +
        `"${widget.tenant}", and allow the service in this page's policy (connect-src, or frame-src).`,
    )
  }, PATIENCE)
  const hear = ({ origin, source, data }: MessageEvent) => {
    if (origin !== address.origin || source !== frame.contentWindow) return
    const news = newsIn(data)
    if (news?.aduan === 'height') {
      if (frame.style.opacity) {
        clearTimeout(late)
        root.style.display = 'none'
        frame.style.opacity = ''
        widget.dispatchEvent(new AduanReady())
      }
      frame.style.blockSize = `${Math.min(Math.max(news.height, 0), LONGEST)}px`
    } else if (news?.aduan === 'submitted') widget.dispatchEvent(new AduanSubmitted(news.number))
    else if (news?.aduan === 'failed') widget.dispatchEvent(new AduanFailed(news.code))
  }
  window.addEventListener('message', hear, { signal: stop.signal })
}

/** What a message says, if it is one of ours; a frame can be led to another page and say anything. */
function newsIn(data: unknown): FrameNews | null {
  if (typeof data !== 'object' || data === null || !('aduan' in data)) return null
  const { aduan, height, number, code } = data as Readonly<Record<string, unknown>>
  if (aduan === 'height' && typeof height === 'number' && Number.isFinite(height)) return { aduan, height }
  if (aduan === 'submitted' && typeof number === 'string' && /^[A-Z0-9]+-\d{4}-\d+$/.test(number)) {
    return { aduan, number }
  }
  return aduan === 'failed' && typeof code === 'string' && /^[a-z/-]{1,60}$/.test(code) ? { aduan, code } : null
}
