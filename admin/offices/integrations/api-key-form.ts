import { html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { CreateApiKey, CreatedApiKey } from '../../../service/contract/api-keys.ts'
import { FormElement } from '../../page/form-element.ts'
import { checksField, selectField, textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import '../../ui/one-time-link.ts'
import { thingLooks } from '../../page/thing-looks.ts'
import { integrationsWording } from '../../wording/integrations-wording.ts'

const scopes = ['cases:read', 'cases:file', 'statistics:read'] as const satisfies CreateApiKey['scopes']
const days = [30, 90, 180, 365] as const

/**
 * Makes a key, then shows it once.
 * @fires key-made
 * @fires key-copied - the person has it
 */
@customElement('api-key-form')
export class ApiKeyForm extends FormElement {
  static override styles = [FormElement.styles, thingLooks]

  @state() private chosen: readonly string[] = []
  @state() private made: CreatedApiKey | null = null

  override render() {
    return this.made ? this.renderMade(this.made) : this.renderForm()
  }

  private renderForm() {
    const { keys } = integrationsWording(this.wording)
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.attempt.render()}
      ${textField({
        name: 'name',
        label: keys.name,
        hint: keys.nameHint,
        limit: 80,
        error: this.attempt.errors.name,
      })}
      ${checksField({
        name: 'scopes',
        label: keys.scopes,
        options: scopes.map((value) => ({ value, label: keys.scope[value], hint: keys.scopeHint[value] })),
        values: this.chosen,
        error: this.attempt.errors.scopes,
        chosen: (values) => {
          this.chosen = values
        },
      })}
      ${selectField({
        name: 'days',
        label: keys.days,
        value: '90',
        options: days.map((value) => ({ value: String(value), label: keys.dayChoices[value] })),
      })}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${keys.make}</button></div>
    </form>`
  }

  private renderMade({ key, text }: CreatedApiKey) {
    const { common } = this.wording
    const { keys } = integrationsWording(this.wording)
    return html`<div class="stack">
      <div class="banner ok" role="status">
        ${icons.check}
        <div><strong>${keys.made}</strong><p>${keys.madeText}</p></div>
      </div>
      <ui-one-time-link address=${text} label=${keys.label(key.name)} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>
      <div class="actions"><button class="primary" @click=${this.close}>${keys.done}</button></div>
    </div>`
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { keys } = integrationsWording(this.wording)
    return { ...super.findMistakes(written), ...(this.chosen.length === 0 && { scopes: keys.scopesMissing }) }
  }

  protected async send(written: FormData) {
    const wanted = scopes.filter((scope) => this.chosen.includes(scope))
    const asked = { name: textIn(written, 'name'), scopes: wanted, days: Number(textIn(written, 'days')) }
    this.made = await this.client.integrations.makeKey(this.unit.tenant, asked)
    this.dispatchEvent(new CustomEvent('key-made'))
  }

  private close() {
    this.dispatchEvent(new CustomEvent('key-copied'))
  }
}
