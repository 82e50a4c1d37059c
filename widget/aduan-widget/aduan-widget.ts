import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { base } from '../element/base-styles.ts'
import type { AduanDialog } from '../element/dialog/aduan-dialog.ts'
import { AduanFailed, AduanReady, AduanWiped } from '../element/events.ts'
import { reactive } from '../element/reactive.ts'
import { styleAccent, theme } from '../element/theme.ts'
import { type Changed, WidgetElement } from '../element/widget-element.ts'
import { forgetTab, openTabStore } from '../filing/draft/draft-store.ts'
import { openClient, type ServiceClient } from '../service/client.ts'
import { asFailure, ServiceFailure } from '../service/failure.ts'
import { id, type Wording } from '../wording/id.ts'
import { readLanguage } from '../wording/language-of.ts'
import { loadWithWording, loadWording } from '../wording/languages.ts'
import { renderFailure } from './render-failure.ts'
import { widgetStyles } from './widget-styles.ts'

const nothingMore = () => {}

/** Each language has the name by which its readers look for it. */
const ownNames: Readonly<Record<FormLanguage, string>> = { id: 'Bahasa Indonesia', en: 'English', jv: 'Basa Jawa' }

/**
 * Shows the complaint form of an office on any page: to file a complaint, or to follow one.
 *
 * @attr sealing-key - The fingerprint of the key to which identities are sealed, as the recovery sheets show it; several, with commas, while the office changes its key. With any other key, or none, no identity leaves the page.
 * @slot - A link to the hosted form; shown where the form cannot be loaded, and by browsers without scripts.
 * @fires aduan-ready - The form (in button mode: the button) can be used.
 * @fires aduan-opened - The dialog was opened.
 * @fires aduan-closed - The dialog was closed.
 * @fires aduan-submitted - A complaint was received; `detail.number`.
 * @fires aduan-failed - Loading or sending failed; `detail.code`.
 * @fires aduan-wiped - All that was written is gone, because nobody was there any more.
 * @csspart launcher - The button of button mode.
 * @csspart panel - The frame around the form.
 * @csspart bar - The bar with the office's name and quick exit.
 * @csspart exit - Quick exit.
 */
export class AduanWidget extends WidgetElement {
  static override styles = [base, widgetStyles, theme]
  static observedAttributes = ['tenant', 'service', 'lang', 'mode', 'view', 'category', 'exit', 'sealing-key']

  /** The unit's short name in addresses, e.g. `bagian-organisasi`. */
  @reactive tenant = ''

  /** Origin of the service. Default: where this script came from. */
  @reactive service = new URL(import.meta.url).origin

  /** `id`, `en` or `jv`. */
  @reactive override lang = 'id'

  /** `inline` shows the form in place; `button` shows a button that opens it as a dialog. */
  @reactive mode: 'inline' | 'button' = 'inline'

  /** `file` a complaint, or `follow` one. */
  @reactive view: 'file' | 'follow' = 'file'

  /** Code of a category to suggest. */
  @reactive category = ''

  /**
   * Where quick exit goes. The default is a blank page: it needs no network, asks no other origin for anything, and
   * tells an onlooker nothing, which the pages of the office would.
   */
  @reactive exit = 'about:blank'

  @reactive sealingKey = ''

  /** Leaves the page so that "back" does not return to it. */
  leave = (to: string) => location.replace(to)

  /** After this many milliseconds without a touch or a key the form asks whether somebody is still there. */
  quietFor = 20 * 60_000

  /** Milliseconds in which to answer that, by default a minute. Then everything written is wiped. */
  declare answerWithin?: number

  /** Opens the store that holds a draft until it is sent. It takes a name for the unit. */
  keep = openTabStore

  /** Replaces wording of the form; the preview uses it. */
  reword = (wording: Wording) => wording

  @reactive private unit: TenantView | undefined
  @reactive private wording: Wording = id
  @reactive private failure: ServiceFailure | undefined
  @reactive private isOpen = false
  @reactive private hasLeft = false

  #client: ServiceClient | undefined
  /** The tab keeps the draft under this name. */
  memoryName = ''
  #store = openTabStore('')
  #timer = 0

  /** When somebody last touched the form, by `Date.now()`. It is 0 while the form is empty. */
  touchedAt = 0

  /** Opens the dialog; in inline mode, brings the form into view. */
  open(): void {
    if (this.mode !== 'button') {
      this.scrollIntoView()
      return
    }
    void this.#load()
    // If the dialog cannot be fetched, the form is shown in its place.
    const show = () => {
      this.isOpen = true
    }
    this.#fetch(import('../element/dialog/index.ts'))
      .then(({ registerDialog }) => registerDialog())
      .then(show, show)
  }

  /** Closes the dialog. What was written stays in the tab. */
  close(): void {
    if (this.#dialog?.close) this.#dialog.close()
    else this.#noteClosed()
  }

  /** Wipes everything written from the screen and the tab. */
  async wipe(): Promise<void> {
    await this.#vanish()
    this.hasLeft = false
    this.dispatchEvent(new AduanWiped())
  }

  /** Notes that somebody is there. */
  stay = () => {
    this.touchedAt = Date.now()
    this.#watch()
  }

  protected override willUpdate(changed: Changed) {
    if (changed.has('mode')) this.setAttribute('mode', this.mode)
    const isOther = changed.has('tenant') || changed.has('service') || changed.has('sealingKey')
    if (isOther || changed.has('lang') || changed.has('view')) {
      this.#client = undefined
      if (isOther) {
        this.unit = undefined
        this.memoryName = `aduan:${this.service}:${this.tenant}`
        this.#store = this.keep(this.memoryName)
      }
      void this.#showLanguage()
    }
    if (this.mode === 'inline' || this.isOpen) void this.#load()
  }

  protected override firstUpdated() {
    if (this.mode === 'button') this.dispatchEvent(new AduanReady())
  }

  protected override render() {
    if (this.hasLeft) return nothing
    return html`
      <div
        class="root"
        lang=${readLanguage(this.lang)}
        .style=${styleAccent(this.unit?.theme.accent)}
        @pointerdown=${this.stay}
        @input=${this.stay}
      >
        ${this.mode === 'inline' ? this.#renderPanel() : this.#renderLauncher()}
      </div>
    `
  }

  get #dialog() {
    return this.renderRoot.querySelector<AduanDialog>('aduan-dialog')
  }

  #renderLauncher() {
    const { wording } = this
    return html`
      <button type="button" class="primary" part="launcher" aria-haspopup="dialog" @click=${this.open}>
        ${wording.launcher}
      </button>
      ${
        this.isOpen
          ? html`<aduan-dialog .label=${wording.panel} .lang=${readLanguage(this.lang)} @aduan-closed=${this.#noteClosed}>
              ${this.#renderPanel()}
            </aduan-dialog>`
          : nothing
      }
    `
  }

  #renderPanel() {
    const { wording, unit } = this
    return html`
      <div class="panel" part="panel" role="region" aria-label=${wording.panel}>
        <div class="bar" part="bar">
          <p class="office">${unit?.shortName} <span class="parent">${unit?.parent}</span></p>
          <button type="button" class="exit" part="exit" title=${wording.quickExitMeaning} @click=${this.#quickExit}>
            ${wording.quickExit}
          </button>
          ${
            this.mode === 'button'
              ? html`<button type="button" aria-label=${wording.close} @click=${this.#leave}>✕</button>`
              : nothing
          }
        </div>
        <div class="body">
          <p class="unseen" role="status">${unit || this.failure ? nothing : wording.loading}</p>
          ${
            this.failure
              ? renderFailure(this.failure, wording, this.#retry)
              : unit
                ? this.#renderView(unit)
                : html`<p class="lead" aria-hidden="true">${wording.loading}</p>`
          }
        </div>
      </div>
    `
  }

  #renderView(unit: TenantView) {
    const { wording, view } = this
    return html`
      <div class="private">
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
          <path d="M4 11h16v10H4zm4 0V7a4 4 0 0 1 8 0v4" stroke-linejoin="round" />
        </svg>
        <p>${wording.private}</p>
        ${unit.languages.map((language) =>
          language === readLanguage(this.lang)
            ? nothing
            : html`<button type="button" class="plain" lang=${language} @click=${() => (this.lang = language)}>
                ${ownNames[language]}
              </button>`,
        )}
        <button type="button" class="plain" @click=${this.#showTrust}>${wording.isItReal}</button>
      </div>
      ${
        view === 'follow'
          ? html`<aduan-follow
              .unit=${unit}
              .client=${this.#client}
              .wording=${wording}
              .memoryName=${this.memoryName}
            ></aduan-follow>`
          : html`
              <aduan-filing
                .unit=${unit}
                .client=${this.#client}
                .wording=${wording}
                .store=${this.#store}
                .category=${this.category}
              ></aduan-filing>
            `
      }
    `
  }

  async #load() {
    if (this.#client) return
    const { service, tenant, view, sealingKey: pin } = this
    const mode = view === 'file' ? this.mode : view
    const client = openClient({ service, tenant, language: readLanguage(this.lang), mode, pin })
    this.#client = client
    const isFirst = !this.unit
    try {
      const [unit] = await Promise.all([client.unit(), this.#showLanguage(), this.#loadView()])
      if (client !== this.#client) return
      this.unit = unit
      const { refusal } = unit
      this.failure = refusal && this.view === 'file' ? new ServiceFailure(refusal.code, 410, refusal) : undefined
      this.#watch()
      if (isFirst && this.mode === 'inline') this.dispatchEvent(new AduanReady())
    } catch (thrown) {
      if (client !== this.#client) return
      this.failure = asFailure(thrown)
      this.dispatchEvent(new AduanFailed(this.failure.code))
      import('./trouble/index.ts').then(({ recover }) => recover(this, thrown), nothingMore)
    }
  }

  #fetch<Part>(part: Promise<Part>): Promise<Part> {
    return loadWithWording(part, readLanguage(this.lang))
  }

  async #loadView() {
    if (this.view !== 'follow') return
    await this.#fetch(import('../follow/index.ts')).catch(() => {
      throw new ServiceFailure('network/unreachable')
    })
  }

  async #showLanguage() {
    const language = readLanguage(this.lang)
    const wording = await loadWording(language)
    if (language === readLanguage(this.lang)) this.wording = this.reword(wording)
  }

  #showTrust() {
    this.#fetch(import('./trouble/index.ts')).then(({ showTrust }) => showTrust(this), nothingMore)
  }

  #retry() {
    this.#client = undefined
    this.failure = undefined
    void this.#load()
  }

  #leave() {
    if (this.#dialog?.leave) void this.#dialog.leave()
    else this.#noteClosed()
  }

  #noteClosed() {
    this.isOpen = false
  }

  // This also watches what an earlier visit left in the tab. Without a network the question cannot be fetched, so the
  // form is wiped.
  #watch() {
    clearTimeout(this.#timer)
    // A widget that was taken off the page for good must not stay in memory until the timer ends.
    const widget = new WeakRef(this)
    this.#timer = window.setTimeout(() => {
      import('./idle/index.ts').then(
        ({ askWhoIsThere }) => askWhoIsThere(widget.deref()),
        () => widget.deref()?.wipe(),
      )
    }, this.quietFor)
  }

  async #vanish() {
    forgetTab(this.memoryName)
    this.#store.clear()
    this.touchedAt = 0
    this.isOpen = false
    this.hasLeft = true
    await this.updateComplete
  }

  // The form vanishes before the browser leaves the page, which takes seconds on a slow connection.
  async #quickExit() {
    await this.#vanish()
    this.leave(this.exit)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-widget': AduanWidget
  }
}
