import { consume } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { StaffMemberView } from '../../service/contract/session.ts'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { explain } from '../api/explain.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { surfaces } from '../ui/surfaces.ts'
import { rolesField, rolesIn } from './roles-field.ts'

/**
 * Changes a member of staff.
 * @fires staff-changed
 */
@customElement('member-form')
export class MemberForm extends LitElement {
  static override styles = [controls, surfaces, fields]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @property({ attribute: false }) member!: StaffMemberView
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private sending = false
  @query('form') private readonly form!: HTMLFormElement

  override render() {
    const { staff, common } = this.words
    const { name, position, roles } = this.member
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <p class="soft">${staff.changeText}</p>
      ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
      <div class="pair">
        ${textField({ name: 'name', label: staff.name, value: name, error: this.errors.name })}
        ${textField({ name: 'position', label: staff.position, value: position, error: this.errors.position })}
      </div>
      ${rolesField(this.words, roles, this.errors.roles)}
      <div><button class="primary" ?disabled=${this.sending}>${common.save}</button></div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (this.sending) return
    const written = new FormData(this.form)
    const roles = rolesIn(written)
    this.refusal = ''
    this.errors = {
      ...missingFields(this.form, this.words.common.required),
      ...(roles.length === 0 ? { roles: this.words.staff.rolesMissing } : {}),
    }
    if (hasErrors(this.errors)) {
      await this.updateComplete
      return focusFirstError(this.renderRoot)
    }
    this.sending = true
    try {
      const words = { name: textIn(written, 'name'), position: textIn(written, 'position'), roles }
      await this.client.changeStaff(this.unit.tenant, this.member.id, words)
      say(this, this.words.staff.changed)
      this.dispatchEvent(new CustomEvent('staff-changed'))
    } catch (error) {
      this.refusal = explain(error, this.words)
    } finally {
      this.sending = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'member-form': MemberForm
  }
}
