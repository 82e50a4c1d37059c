import { consume } from '@lit/context'
import { html, LitElement, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { InvitedStaffView } from '../../service/contract/session.ts'
import type { ServiceClient } from '../api/client.ts'
import { clientContext, type Unit, unitContext } from '../api/context.ts'
import { explain } from '../api/explain.ts'
import { fieldProblems } from '../api/problems.ts'
import { type Words, wordsContext } from '../messages/words.ts'
import { controls } from '../ui/controls.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import '../ui/one-time-link.ts'
import { surfaces } from '../ui/surfaces.ts'
import { rolesField, rolesIn } from './roles-field.ts'

/**
 * Invites somebody, then shows the one-time link.
 * @fires staff-changed
 */
@customElement('invite-form')
export class InviteForm extends LitElement {
  static override styles = [controls, surfaces, fields]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: clientContext })
  private client!: ServiceClient

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  @state() private invited: InvitedStaffView | null = null
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private sending = false
  @query('form') private readonly form!: HTMLFormElement

  override render() {
    return this.invited ? this.renderInvited(this.invited) : this.renderForm()
  }

  private renderInvited({ staff: { name }, setUpUrl }: InvitedStaffView) {
    const { staff, common } = this.words
    return html`<div class="stack">
      <div class="banner ok" role="status">
        ${icons.check}
        <div>
          <strong>${staff.invited(name)}</strong>
          <p>${setUpUrl ? staff.linkText : staff.hasAccount}</p>
        </div>
      </div>
      ${
        setUpUrl
          ? html`<ui-one-time-link address=${setUpUrl} label=${staff.link} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>`
          : nothing
      }
    </div>`
  }

  private renderForm() {
    const { staff } = this.words
    const { errors } = this
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <p class="soft">${staff.inviteText}</p>
      ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
      <div class="pair">
        ${textField({ name: 'name', label: staff.name, error: errors.name })}
        ${textField({ name: 'position', label: staff.position, error: errors.position })}
      </div>
      ${textField({ name: 'email', label: staff.email, type: 'email', error: errors.email })}
      ${rolesField(this.words, [], errors.roles)}
      <div><button class="primary" ?disabled=${this.sending}>${staff.sendInvitation}</button></div>
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
      this.invited = await this.client.inviteStaff(this.unit.tenant, {
        name: textIn(written, 'name'),
        position: textIn(written, 'position'),
        email: textIn(written, 'email'),
        roles,
      })
      this.dispatchEvent(new CustomEvent('staff-changed'))
    } catch (error) {
      this.errors = fieldProblems(error)
      this.refusal = explain(error, this.words)
    } finally {
      this.sending = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'invite-form': InviteForm
  }
}
