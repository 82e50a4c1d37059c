import { html, nothing } from 'lit/html.js'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { base } from '../element/base-styles.ts'
import { dateAndTime, longDate } from '../element/dates.ts'
import { reactive } from '../element/reactive.ts'
import { WidgetElement } from '../element/widget-element.ts'
import type { ServiceClient } from '../service/client.ts'
import type { Messages } from '../wording/id.ts'
import { receiptStyles } from './receipt-styles.ts'
import { receiptText } from './receipt-text.ts'
import { saveFile } from './save-file.ts'

/**
 * The receipt on the screen: number, code, dates, and every way to keep them. The code is told only here.
 *
 * @fires receipt-finished - The person wants to file another complaint. Stays inside the widget.
 * @csspart code - The tracking code.
 */
export class AduanReceipt extends WidgetElement {
  static override styles = [base, receiptStyles]

  @reactive receipt!: ReceiptView
  @reactive unit!: TenantView
  @reactive client!: ServiceClient
  @reactive messages!: Messages

  /** An earlier attempt had arrived: what is recorded is the text before the last change. */
  @reactive earlier = false

  @reactive private told = ''

  /** The person has copied, saved or been warned of the code. */
  isKept = false

  override connectedCallback() {
    super.connectedCallback()
    window.addEventListener('beforeunload', this.#warnUnlessKept)
  }

  disconnectedCallback() {
    window.removeEventListener('beforeunload', this.#warnUnlessKept)
  }

  protected override firstUpdated() {
    void this.focusOn('h2')
  }

  protected override render() {
    const { receipt, unit, earlier, told } = this
    const say = this.messages.receipt
    return html`
      <div class="done">
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
          <path d="M4 12.5l5.5 5.5L20 6.5" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
        <h2 tabindex="-1">${say.title}</h2>
      </div>
      ${earlier ? html`<p class="note">${say.earlier}</p>` : nothing}
      <div class="keep">
        <dl>
          <dt>${say.number}</dt>
          <dd class="number">${receipt.number}</dd>
          <dt>${say.code}</dt>
          <dd class="code" part="code">${receipt.trackingCode.split('-').map((group, at) => html`${at ? '-' : ''}<wbr>${group}`)}</dd>
        </dl>
        <p class="note warning">${say.codeOnce}</p>
        <div class="actions">
          <button type="button" class="primary file" @click=${this.#copy}>${say.copy}</button>
          <button type="button" class="file" @click=${this.#save}>${say.save}</button>
          <button type="button" class="file" @click=${this.#downloadPdf}>${say.pdf}</button>
        </div>
        <p role="status" class="told">${told}</p>
      </div>
      <section>
        <h3>${say.dates}</h3>
        <ul class="dates">
          <li><strong>${say.receivedAt}: ${dateAndTime(receipt.receivedAt, unit)}</strong></li>
          ${receipt.clocks.map(
            ({ label, dueAt, explanation }) => html`
              <li>
                <strong>${label}: ${say.due} ${longDate(dueAt, unit)}</strong>
                <span class="hint">${explanation}</span>
              </li>
            `,
          )}
        </ul>
      </section>
      <section>
        <h3>${say.next}</h3>
        <ol class="steps">
          ${say.nextSteps.map((sentence) => html`<li>${sentence}</li>`)}
        </ol>
      </section>
      <div class="actions">
        <a class="button file" href=${receipt.followUpUrl} target="_blank" rel="noopener">
          ${say.follow}<span class="unseen">(${say.newTab})</span>
        </a>
        <a class="button file" href=${receipt.verifyUrl} target="_blank" rel="noopener">
          ${say.verify}<span class="unseen">(${say.newTab})</span>
        </a>
        <button type="button" class="plain" @click=${this.#finish}>${say.another}</button>
      </div>
    `
  }

  get #code() {
    return this.renderRoot.querySelector<HTMLElement>('.code')
  }

  // The code cannot be had again, so leaving the page before it was kept is worth one question.
  #warnUnlessKept = (event: BeforeUnloadEvent) => {
    if (!this.isKept) event.preventDefault()
  }

  #keep(told: string) {
    this.isKept = true
    this.told = told
  }

  async #copy() {
    const say = this.messages.receipt
    const { number, trackingCode } = this.receipt
    try {
      await navigator.clipboard.writeText(`${say.number}: ${number}\n${say.code}: ${trackingCode}`)
      this.#keep(say.copied)
    } catch {
      if (this.#code) getSelection()?.selectAllChildren(this.#code)
      this.told = say.notCopied
    }
  }

  #save() {
    const text = receiptText(this.receipt, this.unit, this.messages)
    saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${this.receipt.number}.txt`)
    this.#keep(this.messages.receipt.saved)
  }

  async #downloadPdf() {
    const say = this.messages.receipt
    try {
      saveFile(await this.client.download(this.receipt, 'receipt.pdf'), `${this.receipt.number}.pdf`)
      this.told = say.pdfDone
    } catch {
      this.told = say.pdfFailed
    }
  }

  #finish() {
    if (!this.isKept) {
      this.#keep(this.messages.receipt.codeOnce)
      this.#code?.scrollIntoView({ block: 'center' })
      return
    }
    this.dispatchEvent(new CustomEvent('receipt-finished'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-receipt': AduanReceipt
  }
}
