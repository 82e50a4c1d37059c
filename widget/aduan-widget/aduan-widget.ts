import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { type KnownCase, leavePage, type ReceiptFollowed } from '../element/back-button.ts'
import { base } from '../element/base-styles.ts'
import type { AduanDialog } from '../element/dialog/aduan-dialog.ts'
import { AduanFailed, AduanReady, AduanWiped } from '../element/events.ts'
import { styleAccent, theme } from '../element/theme.ts'
import { type Changed, reactive, WidgetElement } from '../element/widget-element.ts'
import { forgetTab, openTabStore } from '../filing/draft/draft-store.ts'
import { openClient, type ServiceClient } from '../service/client.ts'
import { asFailure, ServiceFailure } from '../service/exchange.ts'
import id from '../texts/id/form.json'
import type { Wording } from '../texts/languages.ts'
import { loadWithWording, loadWording, readLanguage } from '../texts/languages.ts'
import {
  loadFollow,
  PATIENCE,
  renderBar,
  renderElsewhere,
  renderFailure,
  renderHead,
  renderLauncher,
  watchQuiet,
  widgetStyles,
} from './widget-parts.ts'

const nothingMore = () => {}

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
 * @fires aduan-wiped - All that was written is gone: somebody chose it, or nobody was there any more on a shared device.
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
  leave = leavePage

  /** After this many milliseconds without a touch or a key the form covers itself, and asks before it goes on. */
  quietFor = 20 * 60_000

  /** Milliseconds in which to answer that on a shared device. Then everything written is wiped. */
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
  @reactive private isWiped = false
  @reactive private isSlow = false
  @reactive private isOtherLanguageMissing = false
  /** The unit in each language in which it was read, so that going back to one needs no network. */
  #units: Partial<Record<FormLanguage, TenantView>> = {}
  #client: ServiceClient | undefined
  /** The tab keeps the draft under this name. */
  memoryName = ''
  #store = openTabStore('')
  #timer = 0
  #known: KnownCase | undefined

  /** When somebody last touched the form, by `Date.now()`. It is 0 while the form is empty. */
  touchedAt = 0

  /** Opens the dialog; in inline mode, brings the form into view. */
  open(): void {
    if (this.mode === 'button') this.#openDialog()
    else this.scrollIntoView()
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
    this.isWiped = true
    this.dispatchEvent(new AduanWiped())
  }

  /** Notes that somebody is there. The note of a wipe goes only with input: a press must not move what is pressed. */
  stay = (event?: Event) => {
    if (event?.type === 'input') this.isWiped = false
    this.touchedAt = Date.now()
    this.#timer = watchQuiet(this, this.#timer)
  }

  protected override willUpdate(changed: Changed) {
    if (changed.has('mode')) this.setAttribute('mode', this.mode)
    const isOther = changed.has('tenant') || changed.has('service') || changed.has('sealingKey')
    if (isOther || changed.has('lang') || changed.has('view')) {
      this.#client = undefined
      if (isOther) {
        this.unit = undefined
        this.#units = {}
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
        ${
          this.mode === 'inline'
            ? this.#renderPanel()
            : renderLauncher(this.wording, {
                language: readLanguage(this.lang),
                open: () => this.open(),
                noteClosed: this.#noteClosed,
                panel: this.isOpen ? this.#renderPanel() : undefined,
              })
        }
      </div>
    `
  }

  get #dialog() {
    return this.renderRoot.querySelector<AduanDialog>('aduan-dialog')
  }

  #renderPanel() {
    const { wording, unit } = this
    return html`
      <div class="panel" part="panel" role="region" aria-label=${wording.panel}>
        ${renderBar(unit, wording, { exit: this.#quickExit, close: this.mode === 'button' && this.#leave })}
        <div class="body">
          <p class="unseen" role="status">${unit || this.failure ? nothing : wording.loading}</p>
          <p class="note" role="status" ?hidden=${!this.isWiped}>${wording.wiped}</p>
          ${
            this.failure
              ? renderFailure(this.failure, wording, this.#retry)
              : unit
                ? this.#renderView(unit)
                : html`<p class="lead" aria-hidden="true">${wording.loading}</p>
                    ${this.isSlow ? renderElsewhere(wording) : nothing}`
          }
        </div>
      </div>
    `
  }

  #renderView(unit: TenantView) {
    const { wording, view } = this
    return html`
      ${renderHead(unit, {
        wording,
        language: readLanguage(this.lang),
        isOtherLanguageMissing: this.isOtherLanguageMissing,
        speak: (language) => {
          this.lang = language
        },
        showTrust: this.#showTrust,
      })}
      ${
        view === 'follow'
          ? html`<aduan-follow
              .unit=${unit}
              .client=${this.#client}
              .wording=${wording}
              .memoryName=${this.memoryName}
              .known=${this.#known}
              @follow-closed=${this.#returnToForm}
            ></aduan-follow>`
          : html`
              <aduan-filing
                .unit=${unit}
                .client=${this.#client}
                .wording=${wording}
                .store=${this.#store}
                .category=${this.category}
                @receipt-followed=${this.#follow}
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
    const before = this.unit
    const slow = setTimeout(() => (this.isSlow = true), PATIENCE)
    try {
      const follow = view === 'follow' && loadFollow(readLanguage(this.lang))
      const [unit] = await Promise.all([client.unit(), this.#showLanguage(), follow])
      if (client !== this.#client) return
      this.unit = this.#units[client.language] = unit
      const { refusal } = unit
      this.failure = refusal && this.view === 'file' ? new ServiceFailure(refusal.code, 410, refusal) : undefined
      // A known unit may come from the browser's cache, also without a network.
      if (before?.language !== unit.language) this.isOtherLanguageMissing = false
      this.#timer = watchQuiet(this, this.#timer, this.#store.savedAt)
      if (!before && this.mode === 'inline') this.dispatchEvent(new AduanReady())
    } catch (thrown) {
      if (client !== this.#client) return
      const failure = asFailure(thrown)
      const known = this.#units[client.language]
      // What was written stays on the screen: in this language if it was here before, else in the one before.
      if (before && failure.isUncertain && (view === 'file' || customElements.get('aduan-follow'))) {
        if (known) this.unit = known
        else this.lang = before.language
        if (client.language !== before.language) this.isOtherLanguageMissing = !known
        return
      }
      this.failure = failure
      this.dispatchEvent(new AduanFailed(failure.code))
      import('./trouble/index.ts').then(({ recover }) => recover(this, thrown), nothingMore)
    } finally {
      clearTimeout(slow)
    }
  }

  #fetch<Part>(part: Promise<Part>): Promise<Part> {
    return loadWithWording(part, readLanguage(this.lang))
  }

  async #showLanguage() {
    const language = readLanguage(this.lang)
    const wording = await loadWording(language)
    if (language === readLanguage(this.lang)) this.wording = this.reword(wording)
  }

  #openDialog() {
    void this.#load()
    // If the dialog cannot be fetched, the form is shown in its place.
    const show = () => {
      this.isOpen = true
    }
    const dialog = this.#fetch(import('../element/dialog/index.ts'))
    dialog.then(({ registerDialog }) => registerDialog()).then(show, show)
  }

  #showTrust = () => {
    this.#fetch(import('./trouble/index.ts')).then(({ showTrust }) => showTrust(this), nothingMore)
  }

  #retry() {
    this.#client = undefined
    this.failure = undefined
    void this.#load()
  }

  #leave = () => {
    if (this.#dialog?.leave) void this.#dialog.leave()
    else this.#noteClosed()
  }

  #noteClosed = () => {
    this.isOpen = false
  }

  #follow({ detail }: ReceiptFollowed) {
    this.#known = detail
    this.view = 'follow'
  }

  #returnToForm() {
    if (this.#known) this.view = 'file'
    this.#known = undefined
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
  #quickExit = async () => {
    await this.#vanish()
    this.leave(this.exit)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-widget': AduanWidget
  }
}
