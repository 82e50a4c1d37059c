import { AduanFailed, AduanReady, AduanSubmitted, AduanWiped, type WidgetOnPage } from '../../element/events.ts'
import { register } from '../../element/register.ts'
import { readLanguage } from '../../texts/languages.ts'
import { readTheme } from './frame-theme.ts'

/**
 * What the framed page tells the page around it. The public number of a received complaint is all that it tells about a
 * person.
 */
export type FrameNews =
  | { readonly aduan: 'height'; readonly height: number }
  | { readonly aduan: 'submitted'; readonly number: string }
  | { readonly aduan: 'failed'; readonly code: string }
  | { readonly aduan: 'wiped' }
  /** Quick exit: the page around leaves, too. */
  | { readonly aduan: 'left' }

/** Reads a message if it is one of ours. A frame can be led to another page, which can send anything. */
export function readNews(data: unknown): FrameNews | null {
  if (typeof data !== 'object' || data === null || !('aduan' in data)) return null
  const { aduan, height, number, code }: Readonly<Record<string, unknown>> = { ...data }
  if (aduan === 'height' && typeof height === 'number' && Number.isFinite(height)) return { aduan, height }
  if (aduan === 'submitted' && typeof number === 'string' && /^[A-Z0-9]+-\d{4}-\d+$/.test(number)) {
    return { aduan, number }
  }
  if (aduan === 'failed' && typeof code === 'string' && /^[a-z/-]{1,60}$/.test(code)) return { aduan, code }
  return aduan === 'wiped' || aduan === 'left' ? { aduan } : null
}

/**
 * Milliseconds until the developer of the page learns why the frame may not come. The frame is shown whenever it
 * comes.
 */
const PATIENCE = 8_000
/** No form is higher than this, in CSS pixels. */
const LONGEST = 20_000

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals'

/** Shows the service's form in a frame where the widget could not show its own. */
export class AduanFrame extends HTMLElement {
  /** Both are set before the element is put on a page: whose form it is, and which parts it covers. */
  widget: WidgetOnPage | undefined
  covered: readonly HTMLElement[] = []

  #stop = new AbortController()
  #iframe = document.createElement('iframe')
  #late = 0

  connectedCallback(): void {
    const { widget, covered } = this
    if (!widget) return
    this.#stop = new AbortController()
    const { signal } = this.#stop
    window.addEventListener('message', (message) => this.#hear(message), { signal })
    const dark = matchMedia('(prefers-color-scheme: dark)')
    dark.addEventListener('change', () => this.follow(), { signal })
    const watch = new MutationObserver(() => {
      // After a change of unit or service the widget shows its own form again.
      if (isShown(covered)) this.remove()
    })
    for (const part of covered) watch.observe(part, { childList: true, subtree: true })
    signal.addEventListener('abort', () => watch.disconnect())
    this.#load()
  }

  disconnectedCallback(): void {
    clearTimeout(this.#late)
    this.#stop.abort()
    this.#iframe.remove()
    for (const { style } of this.covered) style.display = ''
  }

  /** Follows the attributes of the widget. Only another unit loads another page, so that a draft is not lost. */
  follow(): void {
    const address = this.#address
    const { contentWindow, src, style, title } = this.#iframe
    const neverCame = style.opacity !== '' && this.#late === 0
    if (title !== this.#title) this.#iframe.title = this.#title
    if (neverCame || src.split(/[?#]/)[0] !== address.origin + address.pathname) this.#load()
    else {
      address.search = new URL(src).search
      contentWindow?.location.replace(address.href)
    }
  }

  get #title(): string {
    return this.widget?.lang === 'en' ? 'Complaint form' : 'Formulir pengaduan'
  }

  /** Language, view and theme stand behind the `#` too, where a change needs no request. */
  get #address(): URL {
    const { tenant = '', service = '', lang = '', view = '', category = '' } = this.widget ?? {}
    const address = new URL(`/embed/${encodeURIComponent(tenant)}`, service)
    const shown = { lang: readLanguage(lang), view }
    address.search = new URLSearchParams(shown).toString()
    address.hash = new URLSearchParams({ ...shown, category, ...readTheme(this) }).toString()
    return address
  }

  #load(): void {
    const frame = document.createElement('iframe')
    frame.src = this.#address.href
    frame.title = this.#title
    frame.setAttribute('sandbox', SANDBOX)
    // The browser asks the person only when they press the button that needs it.
    frame.allow = 'geolocation; microphone'
    // A frame must be laid out to load, and must not be seen before it has loaded.
    frame.style.cssText = 'display:block;inline-size:100%;block-size:1px;border:0;opacity:0'
    frame.inert = true
    this.replaceChildren(frame)
    this.#iframe = frame
    clearTimeout(this.#late)
    this.#late = window.setTimeout(() => this.#sayWhy(), PATIENCE)
  }

  #sayWhy(): void {
    const { service, tenant } = this.widget ?? {}
    this.#late = 0
    console.warn(
      `aduan-widget: ${service} gives this page nothing. Name ${location.origin} in the settings of the unit ` +
        `"${tenant}", and allow the service in this page's policy (connect-src, or frame-src).`,
    )
  }

  #hear({ origin, source, data }: MessageEvent): void {
    const { widget } = this
    if (!widget || source !== this.#iframe.contentWindow || origin !== new URL(this.#iframe.src).origin) return
    const news = readNews(data)
    if (news?.aduan === 'height') this.#stretch(news.height, widget)
    else if (news?.aduan === 'submitted') widget.dispatchEvent(new AduanSubmitted(news.number))
    else if (news?.aduan === 'failed') widget.dispatchEvent(new AduanFailed(news.code))
    else if (news?.aduan === 'wiped') widget.dispatchEvent(new AduanWiped())
    else if (news?.aduan === 'left') widget.leave(widget.exit)
  }

  #stretch(height: number, widget: WidgetOnPage): void {
    const { style } = this.#iframe
    this.#iframe.inert = false
    if (style.opacity) {
      clearTimeout(this.#late)
      style.opacity = ''
      for (const part of this.covered) part.style.display = 'none'
      widget.dispatchEvent(new AduanReady())
    }
    style.blockSize = `${Math.min(Math.max(height, 0), LONGEST)}px`
  }
}

export const isShown = (parts: readonly HTMLElement[]): boolean =>
  parts.some((part) => part.querySelector('aduan-filing, aduan-follow'))

register('aduan-frame', AduanFrame)

/** The widgets whose dialog is framed each time it is opened. */
const listening = new WeakSet<WidgetOnPage>()

/**
 * Shows the form in a frame where the page runs the script of the widget but may not ask the service. Where frames are
 * blocked too, the failure and the link stay. When called again, the frame follows the attributes.
 */
export function showFrame(widget: WidgetOnPage): void {
  const shadow = widget.shadowRoot
  const shown = shadow?.querySelector('aduan-frame')
  if (shown instanceof AduanFrame) {
    shown.follow()
    return
  }
  // The dialog is drawn anew each time it is opened, and its first opening may come after the failure.
  if (widget.mode === 'button' && !listening.has(widget)) {
    listening.add(widget)
    widget.addEventListener('aduan-opened', () => showFrame(widget))
  }
  // The framed form has its own quick exit.
  const names = widget.mode === 'inline' ? '.root' : '.exit, .body'
  const covered = [...(shadow?.querySelectorAll<HTMLElement>(names) ?? [])]
  const last = covered.at(-1)
  if (!last || isShown(covered)) return
  const frame = new AduanFrame()
  Object.assign(frame, { widget, covered })
  last.after(frame)
}
