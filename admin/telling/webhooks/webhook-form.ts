import { html, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AddWebhook, WebhookView } from '../../../service/contract/webhooks.ts'
import { FormElement } from '../../page/form-element.ts'
import { thingLooks } from '../../page/thing-looks.ts'
import { checksField, textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { integrationsWording } from '../../wording/integrations-wording.ts'

const events = [
  'complaint.received',
  'complaint.status_changed',
  'complaint.overdue',
  'complaint.closed',
] as const satisfies AddWebhook['events']

/** Takes the address of a receiver and the events that it gets. */
@customElement('webhook-form')
export class WebhookForm extends FormElement {
  static override styles = [FormElement.styles, thingLooks]

  /** `null`: one more. */
  @property({ attribute: false }) webhook: WebhookView | null = null
  /** Refusals are thrown. */
  @property({ attribute: false }) save!: (written: AddWebhook) => Promise<void>
  @state() private chosen: readonly string[] = events

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('webhook') && this.webhook) this.chosen = this.webhook.events
  }

  override render() {
    const { webhooks } = integrationsWording(this.wording)
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.attempt.render()}
      ${textField({
        name: 'url',
        label: webhooks.url,
        hint: webhooks.urlHint,
        type: 'url',
        limit: 500,
        value: this.webhook?.url,
        error: this.attempt.errors.url,
      })}
      ${checksField({
        name: 'events',
        label: webhooks.events,
        options: events.map((value) => ({ value, label: webhooks.event[value] })),
        values: this.chosen,
        error: this.attempt.errors.events,
        chosen: (values) => {
          this.chosen = values
        },
      })}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${webhooks.save}</button></div>
    </form>`
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { webhooks } = integrationsWording(this.wording)
    return {
      ...(!URL.canParse(textIn(written, 'url')) && { url: webhooks.urlWrong }),
      ...(this.chosen.length === 0 && { events: webhooks.eventsMissing }),
    }
  }

  protected send(written: FormData) {
    return this.save({ url: textIn(written, 'url'), events: events.filter((one) => this.chosen.includes(one)) })
  }
}
