import { html, nothing } from 'lit/html.js'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { ReceiptFollowed } from '../element/back-button.ts'
import { base } from '../element/base-styles.ts'
import { formatDate, formatDateAndTime } from '../element/dates.ts'
import { css } from '../element/theme.ts'
import { reactive, WidgetElement } from '../element/widget-element.ts'
import type { ServiceClient } from '../service/client.ts'
import type { Wording } from '../texts/languages.ts'

/** Hands a file to the person. Its memory is freed once the browser has taken it. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export const receiptStyles = css`
  .done {
    display: flex;
    flex-wrap: wrap;
    gap: 0.9rem;
    align-items: center;
    margin-bottom: 1.25rem;
  }
  .done h2 {
    flex: 1 1 6rem;
    margin: 0;
  }
  svg {
    width: 2.75rem;
    height: 2.75rem;
    padding: 0.6rem;
    color: var(--_on-accent);
    background: var(--_accent);
    border-radius: 50%;
  }
  .keep {
    margin-bottom: 1.5rem;
    padding: 1.25rem;
    background: var(--_soft);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
  }
  .keep dd {
    margin-bottom: 0.9rem;
    font-family: ui-monospace, 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas, monospace;
    font-weight: 700;
  }
  .number {
    font-size: 1.25rem;
  }
  .code {
    font-size: clamp(1.35rem, 6.5vw, 1.9rem);
    line-height: 1.35;
    user-select: all;
  }
  .warning {
    color: var(--_warn);
    background: var(--_warn-soft);
    font-weight: 600;
  }
  .file {
    display: var(--aduan-files, inline-flex);
  }
  section {
    margin-bottom: 1.5rem;
  }
  .dates {
    display: grid;
    gap: 0.75rem;
    margin-top: 0.75rem;
    padding: 0;
    list-style: none;
  }
  .dates li {
    padding-inline-start: 0.9rem;
    border-inline-start: 3px solid var(--_accent);
  }
  .dates strong,
  .dates span {
    display: block;
  }
  .steps {
    margin-top: 0.6rem;
    padding-inline-start: 1.4rem;
  }
  .steps li {
    padding: 0.2rem 0;
  }
`

/** Writes number, code and dates as plain text, which any phone can read, without story or name. */
export function writeReceipt(receipt: ReceiptView, unit: TenantView, { receipt: wording }: Wording): string {
  const { number, trackingCode, receivedAt, clocks, followUpUrl } = receipt
  return [
    unit.name,
    '',
    `${wording.number}: ${number}`,
    `${wording.code}: ${trackingCode}`,
    `${wording.receivedAt}: ${formatDateAndTime(receivedAt, unit)}`,
    ...clocks.map(({ label, dueAt }) => `${label}: ${wording.due} ${formatDate(dueAt, unit)}`),
    '',
    `${wording.follow}: ${followUpUrl}`,
    '',
  ].join('\r\n')
}

/**
 * Shows number, code and dates of a received complaint, and every way to keep them. The code is shown only here.
 *
 * @fires receipt-finished - The person wants to file another complaint. Stays inside the widget.
 * @fires receipt-followed - The person wants to see the case. Stays inside the widget.
 * @csspart code - The tracking code.
 */
export class AduanReceipt extends WidgetElement {
  static override styles = [base, receiptStyles]

  @reactive receipt!: ReceiptView
  @reactive unit!: TenantView
  @reactive client!: ServiceClient
  @reactive wording!: Wording

  /** An earlier attempt had arrived, so the text before the last change was recorded. */
  @reactive earlier = false

  @reactive private note = ''

  /** The person has copied or saved the code, or was warned. */
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
    const { receipt, unit, earlier, note } = this
    const wording = this.wording.receipt
    return html`
      <div class="done">
        <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="3" aria-hidden="true">
          <path d="M4 12.5l5.5 5.5L20 6.5" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
        <h2 tabindex="-1">${wording.title}</h2>
      </div>
      ${earlier ? html`<p class="note">${wording.earlier}</p>` : nothing}
      <div class="keep">
        <dl>
          <dt>${wording.number}</dt>
          <dd class="number">${receipt.number}</dd>
          <dt>${wording.code}</dt>
          <dd class="code" part="code">${receipt.trackingCode.split('-').map((group, at) => html`${at ? '-' : ''}<wbr>${group}`)}</dd>
        </dl>
        <p class="note warning">${wording.codeOnce}</p>
        <div class="actions">
          <button type="button" class="primary file" @click=${this.#copy}>${wording.copy}</button>
          <button type="button" class="file" @click=${this.#save}>${wording.save}</button>
          <button type="button" class="file" @click=${() => this.#downloadPdf('receipt.pdf?code=shown', '-kode')}>
            ${wording.pdfWithCode}
          </button>
          <button type="button" class="file" @click=${() => this.#downloadPdf('receipt.pdf', '')}>${wording.pdf}</button>
        </div>
        <p role="status">${note}</p>
      </div>
      <section>
        <h3>${wording.dates}</h3>
        <ul class="dates">
          <li><strong>${wording.receivedAt}: ${formatDateAndTime(receipt.receivedAt, unit)}</strong></li>
          ${receipt.clocks.map(
            ({ label, dueAt, explanation }) => html`
              <li>
                <strong>${label}: ${wording.due} ${formatDate(dueAt, unit)}</strong>
                <span class="hint">${explanation}</span>
              </li>
            `,
          )}
        </ul>
      </section>
      <section>
        <h3>${wording.next}</h3>
        <ol class="steps">
          ${wording.nextSteps.map((sentence) => html`<li>${sentence}</li>`)}
        </ol>
      </section>
      <div class="actions">
        <button type="button" class="file" @click=${this.#follow}>${wording.follow}</button>
        <a class="button file" href=${receipt.verifyUrl} target="_blank" rel="noopener">
          ${wording.verify}<span class="unseen">(${wording.newTab})</span></a>
        <button type="button" class="plain" @click=${this.#finish}>${wording.another}</button>
      </div>
    `
  }

  get #code() {
    return this.renderRoot.querySelector<HTMLElement>('.code')
  }

  // The code is shown only once, so leaving the page before it was kept is worth a question.
  #warnUnlessKept = (event: BeforeUnloadEvent) => {
    if (!this.isKept) event.preventDefault()
  }

  #keep(note: string) {
    this.isKept = true
    this.note = note
  }

  async #copy() {
    const wording = this.wording.receipt
    const { number, trackingCode } = this.receipt
    try {
      await navigator.clipboard.writeText(`${wording.number}: ${number}\n${wording.code}: ${trackingCode}`)
      this.#keep(wording.copied)
    } catch {
      if (this.#code) getSelection()?.selectAllChildren(this.#code)
      this.note = wording.notCopied
    }
  }

  #save() {
    const text = writeReceipt(this.receipt, this.unit, this.wording)
    saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), `${this.receipt.number}.txt`)
    this.#keep(this.wording.receipt.saved)
  }

  async #downloadPdf(path: string, mark: string) {
    const wording = this.wording.receipt
    try {
      saveFile(await this.client.download(this.receipt, path), `${this.receipt.number}${mark}.pdf`)
      this.note = wording.pdfDone
      this.isKept ||= !!mark
    } catch {
      this.note = wording.pdfFailed
    }
  }

  #follow() {
    this.dispatchEvent(new ReceiptFollowed(this.receipt, this.isKept))
  }

  #finish() {
    if (!this.isKept) {
      this.#keep(this.wording.receipt.codeOnce)
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
