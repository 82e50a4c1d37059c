import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LabelView } from '../../../service/contract/labels.ts'
import type { BulkPreview, BulkView, UsableSeries } from '../../../service/contract/series.ts'
import type { BulkOrder, StaffList } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import '../../ui/dialog.ts'
import bulkWording from '../../texts/bulk.json'
import { icons } from '../../ui/icons.ts'
import { type BulkAct, bulkActsFor } from './bulk-acts.ts'
import { bulkFields, orderIn } from './bulk-forms.ts'

/**
 * What can be done to the chosen cases: an act is written, then each case is looked at, then it is ordered.
 * @fires bulk-ordered - `detail` is the order as the service keeps it
 * @fires selection-changed - `detail` is an empty list: the person wants none any more
 */
@customElement('bulk-bar')
export class BulkBar extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      .bar {
        position: sticky;
        z-index: 6;
        inset-block-end: calc(var(--below, 0px) + 12px);
        padding: 10px 16px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-large);
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      :host {
        position: sticky;
        inset-block-end: calc(var(--below, 0px) + 12px);
        z-index: 6;
      }
      form,
      .preview {
        display: grid;
        gap: 16px;
      }
      .lines {
        display: grid;
        gap: 6px;
        max-block-size: 40vh;
        overflow-y: auto;
      }
      .lines:focus-visible {
        outline: 2px solid var(--accent);
      }
      .why {
        color: var(--warn);
      }
    `,
  ]

  @property({ attribute: false }) numbers: readonly string[] = []
  @property({ attribute: false }) handlers: StaffList['items'] = []
  @property({ attribute: false }) labels: readonly LabelView[] = []
  /** Series of acts of which this person may do every step. */
  @state() private series: UsableSeries['items'] = []
  @state() private act: BulkAct | null = null
  @state() private order: BulkOrder | null = null
  @state() private preview: BulkPreview | null = null

  private readonly kept = new KeptForm(this, () =>
    this.hasWords ? { client: this.client, tenant: this.unit.tenant, number: null, kind: `bulk-${this.act}` } : null,
  )

  private get hasWords() {
    return this.act !== null && this.act !== 'series' && this.act !== 'set-label'
  }

  override firstUpdated() {
    void this.client.call('GET /bulk-series', { params: this.inUnit }).then(
      ({ items }) => {
        this.series = items
      },
      // Without them the other acts are there all the same.
      () => {},
    )
  }

  override render() {
    const { common } = this.wording
    const bulk = bulkWording(this.wording)
    const { act } = this
    return html`
      <div class="bar row" role="group" aria-label=${bulk.bar}>
        <strong>${bulk.picked({ cases: this.numbers.length })}</strong>
        ${this.offered.map((one) => html`<button @click=${() => this.begin(one)}>${bulk.acts[one]}</button>`)}
        <button class="quiet" @click=${this.clear}>${bulk.clear}</button>
      </div>
      <ui-dialog wide ?open=${act !== null} heading=${act ? bulk.headings[act]({ cases: this.numbers.length }) : ''}
        close-label=${common.close} @ui-close=${this.close}>
        ${act ? (this.preview ? this.renderPreview(this.preview) : this.renderForm(act)) : nothing}
      </ui-dialog>
    `
  }

  private get offered(): BulkAct[] {
    return bulkActsFor(this.unit).filter(
      (act) => (act !== 'set-label' || this.labels.length > 0) && (act !== 'series' || this.series.length > 0),
    )
  }

  private renderForm(act: BulkAct) {
    const { wording, order, handlers, labels, series } = this
    const { errors } = this.attempt
    const { limits } = this.unit.view.form
    return html`<form novalidate @submit=${this.look}>
      ${this.kept.render(this.wording)} ${this.attempt.render()} ${bulkFields(act, { wording, limits, handlers, labels, series, order, errors })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? bulkWording(wording).previewing : bulkWording(wording).preview}</button></div>
    </form>`
  }

  private renderPreview({ items, undoSeconds }: BulkPreview) {
    const { acts } = this.wording
    const bulk = bulkWording(this.wording)
    const wait =
      undoSeconds < 60 ? bulk.undoSeconds({ seconds: undoSeconds }) : bulk.undoMinutes({ minutes: undoSeconds / 60 })
    const changing = items.filter(({ changes }) => changes)
    const staying = items.filter(({ changes }) => !changes)
    return html`<div class="preview">
      ${this.attempt.render()}
      ${staying.length === 0 ? nothing : this.renderLines(bulk.stays({ cases: staying.length }), staying)}
      ${changing.length === 0 ? html`<p>${bulk.none}</p>` : this.renderLines(bulk.changes({ cases: changing.length }), changing)}
      ${changing.length === 0 ? nothing : html`<p class="soft">${bulk.undoHint({ wait })}</p>`}
      <div class="row">
        ${
          changing.length === 0
            ? nothing
            : html`<button class="primary" ?disabled=${this.attempt.isBusy} @click=${this.submit}>
                ${this.attempt.isBusy ? acts.sending : bulk.submit({ cases: changing.length })}
              </button>`
        }
        <button class="quiet" @click=${this.change}>${bulk.back}</button>
      </div>
    </div>`
  }

  private renderLines(heading: string, items: BulkPreview['items']) {
    const { vocabulary } = this.wording
    const bulk = bulkWording(this.wording)
    return html`<section class="stack">
      <h3>${heading}</h3>
      <ul class="plain lines" tabindex="0" aria-label=${heading}>
        ${items.map(
          ({ number, subject, status, why }) => html`<li>
            <strong>${number}</strong> ${subject ?? bulk.unseen}${status ? html` · ${vocabulary.statuses[status]}` : nothing}
            ${why ? html`<div class="why small">${icons.alert} ${why}</div>` : nothing}
          </li>`,
        )}
      </ul>
    </section>`
  }

  private begin(act: BulkAct) {
    this.act = act
    this.order = null
    this.preview = null
    this.attempt.errors = {}
    this.attempt.refusal = ''
  }

  private close() {
    this.act = null
  }

  private change() {
    this.preview = null
    this.attempt.refusal = ''
  }

  private readonly look = async (event: Event) => {
    await this.onSubmit(event)
    if (!this.preview) return
    // The form goes with its button, so the focus must stay somewhere.
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.preview button')?.focus()
  }

  protected async send(written: FormData) {
    if (!this.act) return
    const order = orderIn(this.act, written)
    this.preview = await this.client.call('POST /bulk-previews', {
      params: this.inUnit,
      body: { order, cases: this.numbers },
    })
    this.order = order
  }

  private async submit() {
    const { order, preview } = this
    if (!order || !preview || this.attempt.isBusy) return
    const cases = preview.items.filter(({ changes }) => changes).map(({ number, revision }) => ({ number, revision }))
    await this.attempt.run(async () => {
      const send = (client = this.client) =>
        client.call('POST /bulk-acts', { params: this.inUnit, body: { order, cases } })
      const detail: BulkView = this.hasWords ? await this.kept.send(send) : await send()
      this.act = null
      this.dispatchEvent(new CustomEvent('bulk-ordered', { detail }))
    })
  }

  private clear() {
    this.dispatchEvent(new CustomEvent('selection-changed', { detail: [] }))
  }
}
