import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { InvitedOperatorView } from '../../../service/contract/staff.ts'
import { FormElement } from '../../page/form-element.ts'
import consoleWording from '../../texts/console.json'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'

@customElement('invite-operator-form')
export class InviteOperatorForm extends FormElement {
  override render() {
    const { operators } = consoleWording(this.wording)
    const { staff } = this.wording
    const { errors } = this.attempt
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
      <p class="soft">${operators.inviteText}</p>
      ${this.attempt.render()}
      ${textField({ name: 'name', label: staff.name, error: errors.name })}
      ${textField({ name: 'email', label: staff.email, type: 'email', error: errors.email })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${staff.sendInvitation}</button></div>
    </form>`
  }

  protected async send(written: FormData) {
    const person = { name: textIn(written, 'name'), email: textIn(written, 'email') }
    const detail = await this.client.call('POST /operator/operators', { body: person })
    this.dispatchEvent(new CustomEvent<InvitedOperatorView>('operator-invited', { detail }))
  }
}
