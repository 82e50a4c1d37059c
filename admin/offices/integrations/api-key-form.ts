import { html } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { CreateApiKey, CreatedApiKey } from '../../../service/contract/api-keys.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { checksField, selectField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { focusFirstError, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import '../../ui/one-time-link.ts'
import { thingLooks } from '../../page/thing-looks.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { integrationsWording } from '../../wording/integrations-wording.ts'

const scopes = ['cases:read', 'cases:file', 'statistics:read'] as const satisfies CreateApiKey['scopes']
const days = [30, 90, 180, 365] as const

/**
 * Makes a key, then shows it once.
 * @fires key-made
 * @fires key-copied - the person has it
 */
@customElement('api-key-form')
export class ApiKeyForm extends PageElement {
  static override styles = [controls, surfaces, fields, thingLooks]

  @state() private chosen: readonly string[] = []
  @state() private nameMissing = false
  @state() private scopesMissing = false
  @state() private made: CreatedApiKey | null = null
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)

  override render() {
    return this.made ? this.renderMade(this.made) : this.renderForm()
  }

  private renderForm() {
    const { common } = this.wording
    const { keys } = integrationsWording(this.wording)
    return html`<form novalidate @submit=${this.make}>
      ${this.attempt.render()}
      ${textField({
        name: 'name',
        label: keys.name,
        hint: keys.nameHint,
        limit: 80,
        error: this.nameMissing ? common.required : undefined,
      })}
      ${checksField({
        name: 'scopes',
        label: keys.scopes,
        options: scopes.map((value) => ({ value, label: keys.scope[value], hint: keys.scopeHint[value] })),
        values: this.chosen,
        error: this.scopesMissing ? keys.scopesMissing : undefined,
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

  private async make(event: Event) {
    event.preventDefault()
    const written = new FormData(this.form)
    const name = textIn(written, 'name')
    const wanted = scopes.filter((scope) => this.chosen.includes(scope))
    this.nameMissing = name === ''
    this.scopesMissing = wanted.length === 0
    if (this.nameMissing || this.scopesMissing) {
      await this.updateComplete
      return focusFirstError(this.renderRoot)
    }
    await this.attempt.run(async () => {
      const asked = { name, scopes: wanted, days: Number(textIn(written, 'days')) }
      this.made = await this.client.integrations.makeKey(this.unit.tenant, asked)
      this.dispatchEvent(new CustomEvent('key-made'))
    })
  }

  private close() {
    this.dispatchEvent(new CustomEvent('key-copied'))
  }
}
