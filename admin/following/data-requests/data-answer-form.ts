import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { KeptForm } from '../../page/kept-form.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import { radioField, textField } from '../../ui/field.ts'
import { insetForm } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'

/**
 * Where a request about personal data is answered.
 * @fires case-changed - The case as it stands now.
 */
@customElement('data-answer-form')
export class DataAnswerForm extends LeakFormElement {
  static override styles = [LeakFormElement.styles, insetForm]

  @property() number = ''
  @property() request = ''
  @state() private granted: string | undefined
  private readonly kept = new KeptForm(this, () => {
    const { number, request } = this
    return { client: this.client, tenant: this.unit.tenant, number, kind: `data-${request}` }
  })

  override render() {
    const { dataRequests, acts } = this.wording
    const { limits } = this.unit.view.form
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${radioField({
        name: 'granted',
        label: dataRequests.decision,
        value: this.granted,
        chosen: this.onChosen,
        error: this.attempt.errors.granted,
        options: [
          { value: 'yes', label: dataRequests.grant },
          { value: 'no', label: dataRequests.refuse },
        ],
      })}
      ${textField({
        name: 'text',
        label: dataRequests.text,
        hint: dataRequests.textHint,
        rows: 4,
        limit: limits.message,
        error: this.attempt.errors.text,
      })}
      ${this.leaks.render(this.wording, limits.reason)}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? acts.sending : dataRequests.answer}</button></div>
    </form>`
  }

  private readonly onChosen = (value: string) => {
    this.granted = value
  }

  protected async send(written: FormData) {
    const answer = { granted: this.granted === 'yes', text: textIn(written, 'text'), ...this.leaks.reasonIn(written) }
    const { tenant } = this.unit
    const now = await this.kept.send((client) => client.rights.answer(tenant, this.number, this.request, answer))
    say(this, this.wording.dataRequests.answered)
    this.dispatchEvent(new CustomEvent('case-changed', { detail: now, bubbles: true, composed: true }))
  }
}
