import { Task } from '@lit/task'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AddWebhook, WebhookLog, WebhookView } from '../../../service/contract/programs.ts'
import { FormElement } from '../../page/form-element.ts'
import { PageElement } from '../../page/page-element.ts'
import integrationsWording from '../../texts/integrations.json'
import { Attempt } from '../../ui/attempt.ts'
import { checksField, textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'
import { wordFor } from '../../wording/wording.ts'

export const thingLooks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
  }
  .things {
    display: grid;
    border-block-start: 1px solid var(--line);
  }
  .things > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
    align-items: start;
    padding-block: 12px;
    overflow-wrap: anywhere;
  }
  .things > li + li {
    border-block-start: 1px solid var(--line);
  }
  .things > li > div:first-child {
    display: grid;
    gap: 2px;
  }
  summary {
    cursor: pointer;
    padding-block: 8px;
  }
  form {
    display: grid;
    gap: 16px;
  }
`

const events = [
  'complaint.received',
  'complaint.status_changed',
  'complaint.overdue',
  'complaint.closed',
] as const satisfies AddWebhook['events']

@customElement('webhook-form')
export class WebhookForm extends FormElement {
  static override styles = [FormElement.styles, thingLooks]

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

type Sent = WebhookLog['items'][number]

@customElement('webhook-log')
export class WebhookLogList extends PageElement {
  static override styles = [
    PageElement.styles,
    thingLooks,
    css`
      pre {
        margin: 0;
        padding: 8px;
        background: var(--sunk);
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: var(--size-small);
      }
      .things > li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
    `,
  ]

  @property() webhook = ''
  @state() private items: readonly Sent[] | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    autoRun: false,
    args: () => [this.unit.tenant, this.webhook] as const,
    task: async ([tenant, webhook], { signal }) => {
      this.items = (
        await this.client.call('GET /webhooks/{id}/deliveries', { params: { tenant, id: webhook }, signal })
      ).items
    },
  })

  override render() {
    const { webhooks } = integrationsWording(this.wording)
    return html`<details @toggle=${this.toggled}>
      <summary>${webhooks.log}</summary>
      ${this.attempt.render()}
      ${this.renderLog()}
    </details>`
  }

  private renderLog() {
    const { webhooks } = integrationsWording(this.wording)
    if (this.items) {
      return html`
        ${
          this.items.length === 0
            ? html`<p>${webhooks.logEmpty}</p>`
            : html`<ol class="plain things">${this.items.map((one) => this.renderOne(one))}</ol>`
        }
        <p><button class="quiet" @click=${() => this.loading.run()}>${webhooks.refresh}</button></p>
      `
    }
    return this.renderLoaded(this.loading, undefined, webhooks.loading)
  }

  private renderOne(sent: Sent) {
    const { webhooks } = integrationsWording(this.wording)
    const { formats } = this.wording
    const { id, event, at, state, attempts, nextTryAt, payload } = sent
    const answer = attempts.at(-1)?.answer
    const how = [
      webhooks.state[state],
      ...(attempts.length > 0 ? [webhooks.tries({ count: attempts.length })] : []),
      ...(answer === undefined
        ? []
        : [webhooks.answered({ answer: wordFor(webhooks.answers, String(answer)) ?? answer })]),
      ...(nextTryAt && attempts.length > 0 ? [webhooks.nextTry({ moment: formats.dayAndTime(nextTryAt) })] : []),
    ]
    return html`<li>
      <div>
        <p>${webhooks.event[event]} <span class="soft small">${formats.dayAndTime(at)}</span></p>
        <p class="soft small">${how.join(' · ')}</p>
        <details><summary class="small"><code>${id}</code></summary><pre>${payload}</pre></details>
      </div>
      ${
        state === 'pending' && attempts.length === 0
          ? nothing
          : html`<button class="quiet" aria-label=${webhooks.againOf({ event: `${webhooks.event[event]}, ${formats.dayAndTime(at)}` })}
              ?disabled=${this.attempt.isBusy} @click=${() => this.again(sent)}>${webhooks.again}</button>`
      }
    </li>`
  }

  private toggled(event: Event) {
    if (event.target instanceof HTMLDetailsElement && event.target.open && !this.items) void this.loading.run()
  }

  private again({ id }: Sent) {
    return this.attempt.run(async () => {
      await this.client.call('POST /webhooks/{id}/deliveries/{message}/sending', {
        params: { tenant: this.unit.tenant, id: this.webhook, message: id },
      })
      say(this, integrationsWording(this.wording).webhooks.againSent)
      await this.loading.run()
    })
  }
}
