import { html } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { QuotasUsedView } from '../../../service/contract/quotas.ts'
import { consoleClient } from '../../api/console-client.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { focusFirstError, hasErrors, missingFields, textIn } from '../../ui/form.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { consoleWording } from '../../wording/console-wording.ts'

const names = ['filingsPerHour', 'filingsPerDay', 'evidenceGigabytes', 'members'] as const

/**
 * How much of the service a unit may use, each limit with what is used of it.
 * @fires unit-changed
 */
@customElement('quota-form')
export class QuotaForm extends PageElement {
  static override styles = [controls, surfaces, fields]

  /** The unit's name in addresses. */
  @property() tenant = ''
  @property({ attribute: false }) used!: QuotasUsedView

  @query('form') private readonly form!: HTMLFormElement

  private readonly attempt = new Attempt(this)

  override render() {
    const { quotas } = consoleWording(this.wording)
    const { number } = this.wording.formats
    return html`<form class="stack" novalidate @submit=${this.submit}>
      <p class="soft">${quotas.text}</p>
      ${this.attempt.render()}
      ${names.map((name) => {
        const { limit, used } = this.used[name]
        return textField({
          name,
          label: quotas.names[name],
          hint: quotas.used(number(Math.ceil(used))),
          type: 'number',
          value: String(limit),
          error: this.attempt.errors[name],
        })
      })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.wording.common.save}</button></div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    this.attempt.errors = missingFields(this.form, this.wording.common.required)
    if (!hasErrors(this.attempt.errors)) {
      const written = new FormData(this.form)
      const limit = (name: (typeof names)[number]) => Number(textIn(written, name))
      await this.attempt.run(async () => {
        await consoleClient(this.client).setQuotas(this.tenant, {
          filingsPerHour: limit('filingsPerHour'),
          filingsPerDay: limit('filingsPerDay'),
          evidenceGigabytes: limit('evidenceGigabytes'),
          members: limit('members'),
        })
        this.dispatchEvent(new CustomEvent('unit-changed'))
      })
    }
    if (!hasErrors(this.attempt.errors)) return
    await this.updateComplete
    focusFirstError(this.renderRoot)
  }
}
