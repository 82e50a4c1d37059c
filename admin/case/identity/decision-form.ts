import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CustodianDecision, IdentityRequest } from '../../api/wire.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import { radioField, textField } from '../../ui/field.ts'
import { insetForm } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'

/** Sends a custodian's decision on a request. Refusals are thrown. */
export type Decide = (request: string, decision: CustodianDecision) => Promise<void>

/** Lets a custodian decide another person's request. */
@customElement('decision-form')
export class DecisionForm extends LeakFormElement {
  static override styles = [LeakFormElement.styles, insetForm]

  @property({ attribute: false }) request!: IdentityRequest
  @property({ attribute: false }) decide!: Decide
  @state() private granted: string | undefined

  override render() {
    const { custody } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.attempt.render()}
      ${radioField({
        name: 'granted',
        label: custody.decideOn(this.request.by),
        value: this.granted,
        chosen: this.onChosen,
        error: this.attempt.errors.granted,
        options: [
          { value: 'yes', label: custody.grant, hint: custody.grantMeaning },
          { value: 'no', label: custody.refuse, hint: custody.refuseMeaning },
        ],
      })}
      ${textField({
        name: 'because',
        label: custody.because,
        rows: 3,
        limit: this.unit.view.form.limits.reason,
        error: this.attempt.errors.because,
      })}
      ${this.leaks.render(this.wording, this.unit.view.form.limits.reason)}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${custody.decide}</button></div>
    </form>`
  }

  private readonly onChosen = (value: string) => {
    this.granted = value
  }

  protected async send(written: FormData) {
    const because = textIn(written, 'because')
    await this.decide(this.request.id, { granted: this.granted === 'yes', because, ...this.leaks.reasonIn(written) })
  }
}
