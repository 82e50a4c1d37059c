import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { QuotasUsedView } from '../../../service/contract/quotas.ts'
import { consoleClient } from '../../api/console-client.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { consoleWording } from '../../wording/console-wording.ts'

const names = ['filingsPerHour', 'filingsPerDay', 'evidenceGigabytes', 'members'] as const

/**
 * How much of the service a unit may use, each limit with what is used of it.
 * @fires unit-changed
 */
@customElement('quota-form')
export class QuotaForm extends FormElement {
  /** The unit's name in addresses. */
  @property() tenant = ''
  @property({ attribute: false }) used!: QuotasUsedView

  override render() {
    const { quotas } = consoleWording(this.wording)
    const { number } = this.wording.formats
    return html`<form class="stack" novalidate @submit=${this.onSubmit}>
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

  protected async send(written: FormData) {
    const limit = (name: (typeof names)[number]) => Number(textIn(written, name))
    await consoleClient(this.client).setQuotas(this.tenant, {
      filingsPerHour: limit('filingsPerHour'),
      filingsPerDay: limit('filingsPerDay'),
      evidenceGigabytes: limit('evidenceGigabytes'),
      members: limit('members'),
    })
    this.dispatchEvent(new CustomEvent('unit-changed'))
  }
}
