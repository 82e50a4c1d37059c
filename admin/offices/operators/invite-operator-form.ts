import { html } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import type { InvitedOperatorView } from '../../../service/contract/operators.ts'
import { consoleClient } from '../../api/console-client.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { focusFirstError, hasErrors, missingFields, textIn } from '../../ui/form.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { consoleWording } from '../../wording/console-wording.ts'

/**
 * Invites one more to run the service.
 * @fires operator-invited - `detail` is the list with the one-time link
 */
@customElement('invite-operator-form')
export class InviteOperatorForm extends PageElement {
  static override styles = [controls, surfaces, fields]

  @query('form') private readonly form!: HTMLFormElement

  private readonly attempt = new Attempt(this)

  override render() {
    const { operators } = consoleWording(this.wording)
    const { staff } = this.wording
    const { errors } = this.attempt
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <p class="soft">${operators.inviteText}</p>
      ${this.attempt.render()}
      ${textField({ name: 'name', label: staff.name, error: errors.name })}
      ${textField({ name: 'email', label: staff.email, type: 'email', error: errors.email })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${staff.sendInvitation}</button></div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    this.attempt.errors = missingFields(this.form, this.wording.common.required)
    if (!hasErrors(this.attempt.errors)) {
      await this.attempt.run(async () => {
        const written = new FormData(this.form)
        const person = { name: textIn(written, 'name'), email: textIn(written, 'email') }
        const detail = await consoleClient(this.client).inviteOperator(person)
        this.dispatchEvent(new CustomEvent<InvitedOperatorView>('operator-invited', { detail }))
      })
    }
    if (!hasErrors(this.attempt.errors)) return
    await this.updateComplete
    focusFirstError(this.renderRoot)
  }
}
