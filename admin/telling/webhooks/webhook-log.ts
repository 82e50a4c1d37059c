import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { WebhookLog } from '../../../service/contract/webhooks.ts'
import { PageElement } from '../../page/page-element.ts'
import { thingLooks } from '../../page/thing-looks.ts'
import { Attempt } from '../../ui/attempt.ts'
import { say } from '../../ui/say.ts'
import { integrationsWording } from '../../wording/integrations-wording.ts'

type Sent = WebhookLog['items'][number]

/** Shows what was sent to one receiver. It is loaded when it is opened. */
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
      this.items = (await this.client.integrations.readWebhookLog(tenant, webhook, signal)).items
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
      ...(attempts.length > 0 ? [webhooks.tries(attempts.length)] : []),
      ...(answer === undefined ? [] : [webhooks.answered(webhooks.answers[answer] ?? String(answer))]),
      ...(nextTryAt && attempts.length > 0 ? [webhooks.nextTry(formats.dayAndTime(nextTryAt))] : []),
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
          : html`<button class="quiet" aria-label=${webhooks.againOf(`${webhooks.event[event]}, ${formats.dayAndTime(at)}`)}
              ?disabled=${this.attempt.isBusy} @click=${() => this.again(sent)}>${webhooks.again}</button>`
      }
    </li>`
  }

  private toggled(event: Event) {
    if (event.target instanceof HTMLDetailsElement && event.target.open && !this.items) void this.loading.run()
  }

  private again({ id }: Sent) {
    return this.attempt.run(async () => {
      await this.client.integrations.sendWebhookAgain(this.unit.tenant, this.webhook, id)
      say(this, integrationsWording(this.wording).webhooks.againSent)
      await this.loading.run()
    })
  }
}
