import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ServiceClient } from '../../api/client.ts'
import type { CustodianDecision, IdentityRequest } from '../../api/wire.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import { radioField, textField } from '../../ui/field.ts'
import { insetForm } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'

/** Sends a custodian's decision on a request. Refusals are thrown. */
export type Decide = (request: string, decision: CustodianDecision, client: ServiceClient) => Promise<void>

/** Lets a custodian decide another person's request. */
@customElement('decision-form')
export class DecisionForm extends LeakFormElement {
  static override styles = [LeakFormElement.styles, insetForm]

  @property() number = ''
  @property({ attribute: false }) request!: IdentityRequest
  @property({ attribute: false }) decide!: Decide
  @state() private granted: string | undefined
  private readonly kept = new KeptForm(this, () => {
    const { number, request } = this
    return { client: this.client, tenant: this.unit.tenant, number, kind: `decision-${request.id}` }
  })

  override render() {
    const { custody } = this.wording
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
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
    const decision = { granted: this.granted === 'yes', because, ...this.leaks.reasonIn(written) }
    await this.kept.send((client) => this.decide(this.request.id, decision, client))
  }
}
