import { html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { StaffMemberView } from '../../../service/contract/session.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { radioField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { missingFields, textIn } from '../../ui/form.ts'
import { surfaces } from '../../ui/surfaces.ts'

const factors = ['password', 'second-factor'] as const

/**
 * Asks a second person to let a member of staff back in.
 * @fires reset-asked
 */
@customElement('let-in-form')
export class LetInForm extends PageElement {
  static override styles = [controls, surfaces, fields]

  @property({ attribute: false }) member!: StaffMemberView
  @state() private factor: (typeof factors)[number] = 'password'
  @query('form') private readonly form!: HTMLFormElement

  private readonly attempt = new Attempt(this)

  override render() {
    const { staff } = this.wording
    return html`<form class="stack" novalidate @submit=${this.submit}>
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

  private async submit(event: Event) {
    event.preventDefault()
    if (await this.attempt.refuses(missingFields(this.form, this.wording.common.required))) return
    const reason = textIn(new FormData(this.form), 'reason')
    await this.attempt.run(async () => {
      await this.client.askForReset(this.unit.tenant, this.member.id, { factor: this.factor, reason })
      this.dispatchEvent(new CustomEvent('reset-asked'))
    })
  }
}
