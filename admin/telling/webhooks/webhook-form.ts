import { html, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { AddWebhook, WebhookView } from '../../../service/contract/webhooks.ts'
import { PageElement } from '../../page/page-element.ts'
import { thingLooks } from '../../page/thing-looks.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { checksField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { focusFirstError, textIn } from '../../ui/form.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { integrationsWording } from '../../wording/integrations-wording.ts'

const events = [
  'complaint.received',
  'complaint.status_changed',
  'complaint.overdue',
  'complaint.closed',
] as const satisfies AddWebhook['events']

/** Takes the address of a receiver and the events that it gets. */
@customElement('webhook-form')
export class WebhookForm extends PageElement {
  static override styles = [controls, surfaces, fields, thingLooks]

  /** `null`: one more. */
  @property({ attribute: false }) webhook: WebhookView | null = null
  /** Refusals are thrown. */
  @property({ attribute: false }) save!: (written: AddWebhook) => Promise<void>
  @state() private chosen: readonly string[] = events
  @state() private urlWrong = false
  @state() private eventsMissing = false
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('webhook') && this.webhook) this.chosen = this.webhook.events
  }

  override render() {
    const { webhooks } = integrationsWording(this.wording)
    return html`<form novalidate @submit=${this.submit}>
      ${this.attempt.render()}
      ${textField({
        name: 'url',
        label: webhooks.url,
        hint: webhooks.urlHint,
        type: 'url',
        limit: 500,
        value: this.webhook?.url,
        error: this.urlWrong ? webhooks.urlWrong : undefined,
      })}
      ${checksField({
        name: 'events',
        label: webhooks.events,
        options: events.map((value) => ({ value, label: webhooks.event[value] })),
        values: this.chosen,
        error: this.eventsMissing ? webhooks.eventsMissing : undefined,
        chosen: (values) => {
          this.chosen = values
        },
      })}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${webhooks.save}</button></div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    const url = textIn(new FormData(this.form), 'url')
    const wanted = events.filter((one) => this.chosen.includes(one))
    this.urlWrong = !URL.canParse(url)
    this.eventsMissing = wanted.length === 0
    if (this.urlWrong || this.eventsMissing) {
      await this.updateComplete
      return focusFirstError(this.renderRoot)
    }
    await this.attempt.run(() => this.save({ url, events: wanted }))
  }
}
