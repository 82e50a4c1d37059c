import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { StaffMemberView } from '../../../service/contract/session.ts'
import { FormElement } from '../../page/form-element.ts'
import { radioField, textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'

const factors = ['password', 'second-factor'] as const

/**
 * Asks a second person to let a member of staff back in.
 * @fires reset-asked
 */
@customElement('let-in-form')
export class LetInForm extends FormElement {
  @property({ attribute: false }) member!: StaffMemberView
  @state() private factor: (typeof factors)[number] = 'password'

  override render() {
    const { staff } = this.wording
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${staff.letInText}</p>
      ${this.attempt.render()}
      ${radioField({
        name: 'factor',
        label: staff.letInWhat,
        value: this.factor,
        options: factors.map((value) => ({ value, label: staff.letInFactors[value] })),
        chosen: (value) => {
          this.factor = value === 'password' ? 'password' : 'second-factor'
        },
      })}
      ${textField({ name: 'reason', label: staff.letInReason, rows: 2, error: this.attempt.errors.reason })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${staff.letInAsk}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    const reason = textIn(written, 'reason')
    await this.client.askForReset(this.unit.tenant, this.member.id, { factor: this.factor, reason })
    this.dispatchEvent(new CustomEvent('reset-asked'))
  }
}
