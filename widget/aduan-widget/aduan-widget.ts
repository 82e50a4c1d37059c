import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { property, state } from '../decorators.ts'
import { AduanClosed, AduanFailed, AduanOpened, AduanReady } from '../events.ts'
import { forgetTab, tabDraftStore } from '../filing/draft-store.ts'
import { base } from '../form/styles.ts'
import { id, type Messages } from '../messages/id.ts'
import { languageOf, messagesIn } from '../messages/languages.ts'
import { type ServiceClient, serviceClient } from '../service/client.ts'
import { failureOf, failureSentence, ServiceFailure } from '../service/failure.ts'
import { accentSheet, theme } from '../theme.ts'
import { widgetStyles } from './widget-styles.ts'

/**
 * The complaint form of an office, on any page: files a complaint, or follows one.
 *
 * @slot - A link to the hosted form; shown where the form cannot be loaded, and by browsers without scripts.
 * @fires aduan-ready - The form (in button mode: the button) can be used.
 * @fires aduan-opened - The dialog was opened.
 * @fires aduan-closed - The dialog was closed.
 * @fires aduan-submitted - A complaint was received; `detail.number`.
 * @fires aduan-failed - Loading or sending failed; `detail.code`.
 * @csspart launcher - The button of button mode.
 * @csspart panel - The frame around the form.
 * @csspart bar - The bar with the office's name and quick exit.
 * @csspart exit - Quick exit.
 */
export class AduanWidget extends LitElement {
  static override styles = [base, widgetStyles, theme]

  /** The unit's short name in addresses, e.g. `bagian-organisasi`. */
  @property() tenant = ''

  /** Origin of the service. Default: where this script came from. */
  @property() service = new URL(import.meta.url).origin

  /** `id` or `en`. */
  @property() override lang = 'id'

  /** `inline` shows the form in place; `button` shows a button that opens it as a dialog. */
  @property({ reflect: true }) mode: 'inline' | 'button' = 'inline'

  /** `file` a complaint, or `follow` one. */
  @property() view: 'file' | 'follow' = 'file'

  /** Code of a category to suggest. */
  @property() category = ''

  /**
   * Where quick exit goes. The default is a blank page: it is there at once, without a network, tells an onlooker
   * nothing (the office's own pages would), and asks no other origin for anything.
   */
  @property() exit = 'about:blank'

  /** Leaves the page so that "back" does not return to it. */
  @property({ attribute: false }) leave = (to: string) => location.replace(to)

  @state() private unit: TenantView | undefined
  @state() private messages: Messages = id
  @state() private failure: ServiceFailure | undefined
  @state() private isOpen = false
  @state() private hasLeft = false

  private client: ServiceClient | undefined
  private storageName = ''
  private store = tabDraftStore('')
  private readonly accent = new CSSStyleSheet()

  /** Opens the dialog; in inline mode, brings the form into view. */
  open(): void {
    if (this.mode !== 'button') {
      this.scrollIntoView()
      return
    }
    if (this.dialog?.open) return
    this.isOpen = true
    void this.load()
    void this.updateComplete.then(() => {
      this.dialog?.showModal()
      this.dispatchEvent(new AduanOpened())
    })
  }

  /** Closes the dialog. What was written stays in the tab. */
  close(): void {
    this.dialog?.close()
  }

  protected override createRenderRoot() {
    const root = super.createRenderRoot() as ShadowRoot
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, this.accent]
    return root
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('tenant') || changed.has('service') || changed.has('lang') || changed.has('view')) {
      this.client = undefined
      if (changed.has('tenant') || changed.has('service')) {
        this.unit = undefined
        this.storageName = `aduan:${this.service}:${this.tenant}`
        this.store = tabDraftStore(this.storageName)
      }
      void this.showLanguage()
    }
    if (this.mode === 'inline' || this.isOpen) void this.load()
  }

  protected override firstUpdated() {
    if (this.mode === 'button') this.dispatchEvent(new AduanReady())
  }

  protected override render() {
    if (this.hasLeft) return nothing
    const language = languageOf(this.lang)
    if (this.mode === 'inline') return html`<div class="root" lang=${language}>${this.renderPanel()}</div>`
    return html`
      <div class="root" lang=${language}>
        <button type="button" class="primary" part="launcher" aria-haspopup="dialog" @click=${this.open}>
          ${this.messages.launcher}
        </button>
        <dialog aria-label=${this.messages.panel} @close=${this.noteClosed}>
          ${this.isOpen ? this.renderPanel() : nothing}
        </dialog>
      </div>
    `
  }

  private get dialog() {
    return this.renderRoot.querySelector<HTMLDialogElement>('dialog')
  }

  private renderPanel() {
    const { messages, unit } = this
    return html`
      <div class="panel" part="panel" role="region" aria-label=${messages.panel}>
        <div class="bar" part="bar">
          <p class="office">${unit?.shortName} <span class="parent">${unit?.parent}</span></p>
          <button type="button" class="exit" part="exit" title=${messages.quickExitMeaning} @click=${this.quickExit}>
            ${messages.quickExit}
          </button>
          ${
            this.mode === 'button'
              ? html`<button type="button" aria-label=${messages.close} @click=${this.close}>✕</button>`
              : nothing
          }
        </div>
        <div class="body">
          <p class="unseen" role="status">${unit || this.failure ? nothing : messages.loading}</p>
          ${this.failure ? this.renderFailure(this.failure) : unit ? this.renderView(unit) : this.renderLoading()}
        </div>
      </div>
    `
  }

  private renderLoading() {
    return html`<p class="lead" aria-hidden="true">${this.messages.loading}</p>`
  }

  private renderFailure(failure: ServiceFailure) {
    const { messages } = this
    return html`
      <div class="summary" role="alert">
        <p><strong>${messages.unavailable}</strong></p>
        <p>${failureSentence(failure, messages)}</p>
      </div>
      <p>${messages.elsewhere}</p>
      <p class="lead"><slot></slot></p>
      <button type="button" @click=${this.retry}>${messages.tryAgain}</button>
    `
  }

  private renderView(unit: TenantView) {
    const { messages, client, view } = this
    return html`
      <div class="private">
        <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
          <path
            d="M12 2a5 5 0 0 0-5 5v3H6a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-8a2 2 0 0 0-2-2h-1V7a5 5 0 0 0-5-5zm-3 8V7a3 3 0 0 1 6 0v3z"
          />
        </svg>
        <p>${messages.private}</p>
        ${
          unit.languages.length > 1
            ? html`<button type="button" class="plain" lang=${this.otherLanguage} @click=${this.switchLanguage}>
                ${messages.otherLanguage}
              </button>`
            : nothing
        }
      </div>
      ${
        view === 'follow'
          ? html`<aduan-follow
              .unit=${unit}
              .client=${client}
              .messages=${messages}
              .memoryName=${this.storageName}
            ></aduan-follow>`
          : html`
              <aduan-filing
                .unit=${unit}
                .client=${client}
                .messages=${messages}
                .store=${this.store}
                category=${this.category}
              ></aduan-filing>
            `
      }
    `
  }

  private get otherLanguage() {
    return languageOf(this.lang) === 'en' ? 'id' : 'en'
  }

  private async load() {
    if (this.client) return
    const client = serviceClient({ service: this.service, tenant: this.tenant, language: languageOf(this.lang) })
    this.client = client
    const isFirst = !this.unit
    try {
      const [unit] = await Promise.all([client.unit(), this.showLanguage(), this.loadView()])
      if (client !== this.client) return
      this.accent.replaceSync(accentSheet(unit.theme.accent))
      this.unit = unit
      this.failure = undefined
      if (isFirst && this.mode === 'inline') this.dispatchEvent(new AduanReady())
    } catch (thrown) {
      if (client !== this.client) return
      this.failure = failureOf(thrown)
      this.dispatchEvent(new AduanFailed(this.failure.code))
    }
  }

  private async loadView() {
    if (this.view !== 'follow') return
    await import('../follow/index.ts').catch(() => {
      throw new ServiceFailure('network/unreachable')
    })
  }

  private async showLanguage() {
    const language = languageOf(this.lang)
    const messages = await messagesIn(language)
    if (language === languageOf(this.lang)) this.messages = messages
  }

  private retry() {
    this.client = undefined
    this.failure = undefined
    void this.load()
  }

  private switchLanguage() {
    this.lang = this.otherLanguage
  }

  private noteClosed() {
    // The page may have opened it again before this came.
    this.isOpen = this.dialog?.open ?? false
    this.dispatchEvent(new AduanClosed())
  }

  // Nothing stays on the screen while the browser is on its way: on a slow line that takes seconds.
  private async quickExit() {
    forgetTab(this.storageName)
    this.hasLeft = true
    await this.updateComplete
    this.leave(this.exit)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-widget': AduanWidget
  }
}
