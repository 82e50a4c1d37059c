import { css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EvaluationView } from '../../../service/contract/evaluation.ts'
import type { FinishEvaluation } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import type { EvaluationWording } from './evaluation-wording.ts'

const signs = ['number', 'city', 'name', 'position', 'rank', 'nip'] as const
const needed: readonly string[] = ['number', 'name', 'position']

/** Number and signatory, by which a report is finished. */
@customElement('signing-form')
export class SigningForm extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      .pairs {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 12px;
      }
    `,
  ]

  @property({ attribute: false }) view!: EvaluationView
  @property({ attribute: false }) text!: EvaluationWording
  /** Something was written and not saved. */
  @property({ type: Boolean }) blocked = false
  @property({ attribute: false }) finish!: (signing: FinishEvaluation) => Promise<void>

  override render() {
    const { common } = this.wording
    const { city, signatories } = this.view
    const known: Partial<Record<(typeof signs)[number], string>> = { ...signatories[0], city }
    return html`<form class="card stack" novalidate @submit=${this.onSubmit}>
      <div><h2>${this.text.sign}</h2><p class="soft">${this.text.signHint}</p></div>
      <div class="pairs">
        ${signs.map((name) =>
          textField({
            name,
            label: this.text.signing[name],
            value: known[name] ?? '',
            limit: 120,
            error: this.attempt.errors[name],
            optional: needed.includes(name) ? undefined : common.optional,
          }),
        )}
      </div>
      ${this.attempt.render()}
      <div class="actions">
        <button ?disabled=${this.attempt.isBusy || this.blocked}>${this.text.signNow}</button>
        ${this.blocked ? html`<span class="soft">${this.text.unsaved}</span>` : ''}
      </div>
    </form>`
  }

  protected async send(written: FormData) {
    if (this.blocked) return
    const [number, city, name, position, rank, nip] = signs.map((one) => textIn(written, one))
    const { revision } = this.view
    await this.finish({
      revision,
      number: number ?? '',
      city: city ?? '',
      name: name ?? '',
      position: position ?? '',
      rank: rank ?? '',
      nip: nip ?? '',
    })
  }
}
