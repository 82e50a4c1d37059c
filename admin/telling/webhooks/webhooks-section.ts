import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { AddWebhook, WebhookView } from '../../../service/contract/programs.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { thingLooks } from './webhook-form.ts'
import '../../ui/dialog.ts'
import { icons } from '../../ui/icons.ts'
import '../../ui/one-time-link.ts'
import integrationsWording from '../../texts/integrations.json'
import { say } from '../../ui/say.ts'

type Asked =
  | { readonly kind: 'add' }
  | { readonly kind: 'change' | 'remove'; readonly webhook: WebhookView }
  | { readonly kind: 'secret'; readonly secret: string; readonly isNew: boolean }

@customElement('webhooks-section')
export class WebhooksSection extends PageElement {
  static override styles = [
    PageElement.styles,
    thingLooks,
    css`
      .bad {
        color: var(--danger);
      }
      .things > li {
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  ]

  @state() private items: readonly WebhookView[] | null = null
  @state() private asked: Asked | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.items = (await this.client.call('GET /webhooks', { params: { tenant }, signal })).items
    },
  })

  override render() {
    const { webhooks } = integrationsWording(this.wording)
    const { common } = this.wording
    return html`
      <div class="spread">
        <h2>${webhooks.heading}</h2>
        <button ?disabled=${!this.items} @click=${() => this.ask({ kind: 'add' })}>${icons.add}${webhooks.add}</button>
      </div>
      <p class="soft">${webhooks.hint}</p>
      ${this.asked ? nothing : this.attempt.render()}
      ${this.items ? this.renderItems(this.items) : this.renderLoaded(this.loading, undefined, webhooks.loading)}
      <ui-dialog ?open=${this.asked !== null} heading=${this.headingOf(this.asked)} close-label=${common.close}
        @ui-close=${() => this.ask(null)}>
        ${this.asked ? this.renderAsked(this.asked) : nothing}
      </ui-dialog>
    `
  }

  private headingOf(asked: Asked | null): string {
    const { webhooks } = integrationsWording(this.wording)
    if (!asked) return ''
    if (asked.kind === 'secret') return webhooks.secret
    if (asked.kind === 'remove') return webhooks.removeHeading
    return asked.kind === 'add' ? webhooks.add : webhooks.changeOf({ host: hostOf(asked.webhook) })
  }

  private renderItems(items: readonly WebhookView[]) {
    const { webhooks } = integrationsWording(this.wording)
    return items.length === 0
      ? html`<p>${webhooks.empty}</p>`
      : html`<ul class="plain things" aria-label=${webhooks.heading}>${items.map((one) => this.renderOne(one))}</ul>`
  }

  private renderOne(webhook: WebhookView) {
    const { webhooks } = integrationsWording(this.wording)
    const { formats } = this.wording
    const { url, events, off, failingSince } = webhook
    const host = hostOf(webhook)
    const isBusy = this.attempt.isBusy
    const how = failingSince ? webhooks.failing({ since: formats.dayAndTime(failingSince) }) : webhooks.on
    return html`<li>
      <div>
        <p><strong>${host}</strong></p>
        <p class="soft small">${url}</p>
        <p class="small">${events.map((event) => webhooks.event[event]).join(' · ')}</p>
        <p class=${off || failingSince ? 'small bad' : 'soft small'}>${off ? webhooks.off[off.why] : how}</p>
      </div>
      <div class="row">
        <button ?disabled=${isBusy || off !== null} @click=${() => this.sample(webhook)}>${webhooks.sample}</button>
        <button class="quiet" aria-label=${webhooks.changeOf({ host })} @click=${() => this.ask({ kind: 'change', webhook })}>${webhooks.change}</button>
        <button class="quiet" ?disabled=${isBusy} @click=${() => this.turn(webhook)}>${off ? webhooks.turnOn : webhooks.turnOff}</button>
        <button class="quiet" ?disabled=${isBusy} @click=${() => this.renew(webhook)}>${webhooks.renew}</button>
        <button class="quiet" aria-label=${webhooks.removeOf({ host })} @click=${() => this.ask({ kind: 'remove', webhook })}>${webhooks.remove}</button>
      </div>
      <webhook-log webhook=${webhook.id}></webhook-log>
    </li>`
  }

  private renderAsked(asked: Asked) {
    if (asked.kind === 'secret') return this.renderSecret(asked)
    if (asked.kind === 'remove') return this.renderRemoval(asked.webhook)
    const webhook = asked.kind === 'change' ? asked.webhook : null
    return html`<webhook-form .webhook=${webhook} .save=${(written: AddWebhook) => this.save(webhook, written)}></webhook-form>`
  }

  private renderSecret({ secret, isNew }: Extract<Asked, { kind: 'secret' }>) {
    const { webhooks } = integrationsWording(this.wording)
    const { common } = this.wording
    return html`<div class="stack">
      <div class="banner ok" role="status">
        ${icons.check}
        <div><strong>${isNew ? webhooks.made : webhooks.renewed}</strong>
        <p>${isNew ? webhooks.secretText : webhooks.renewedText}</p></div>
      </div>
      <ui-one-time-link address=${secret} label=${webhooks.secret} copy-label=${common.copy} done-label=${common.copied}></ui-one-time-link>
      <div class="row"><button class="primary" @click=${() => this.ask(null)}>${webhooks.done}</button></div>
    </div>`
  }

  private renderRemoval(webhook: WebhookView) {
    const { webhooks } = integrationsWording(this.wording)
    return html`<div class="stack">
      <p>${webhooks.removeText({ host: hostOf(webhook) })}</p>
      ${this.attempt.render()}
      <div class="row">
        <button class="danger filled" ?disabled=${this.attempt.isBusy} @click=${() => this.takeAway(webhook)}>${webhooks.remove}</button>
        <button value="cancel" class="quiet" @click=${() => this.ask(null)}>${this.wording.common.cancel}</button>
      </div>
    </div>`
  }

  private ask(asked: Asked | null) {
    this.asked = asked
  }

  private async save(webhook: WebhookView | null, written: AddWebhook) {
    const { tenant } = this.unit
    if (webhook) {
      const asked = { ...written, on: webhook.off === null }
      this.items = (
        await this.client.call('PUT /webhooks/{id}', { params: { tenant, id: webhook.id }, body: asked })
      ).items
      this.asked = null
      say(this, integrationsWording(this.wording).webhooks.saved)
      return
    }
    const { secret } = await this.client.call('POST /webhooks', { params: { tenant }, body: written })
    this.asked = { kind: 'secret', secret, isNew: true }
    await this.loading.run()
  }

  private sample({ id }: WebhookView) {
    return this.attempt.run(async () => {
      await this.client.call('POST /webhooks/{id}/sample', { params: { tenant: this.unit.tenant, id } })
      say(this, integrationsWording(this.wording).webhooks.sampleSent)
    })
  }

  private turn({ id, url, events, off }: WebhookView) {
    const { webhooks } = integrationsWording(this.wording)
    return this.attempt.run(async () => {
      const asked = { url, events, on: off !== null }
      this.items = (
        await this.client.call('PUT /webhooks/{id}', { params: { tenant: this.unit.tenant, id }, body: asked })
      ).items
      say(this, off ? webhooks.turnedOn : webhooks.turnedOff)
    })
  }

  private renew({ id }: WebhookView) {
    return this.attempt.run(async () => {
      const { secret } = await this.client.call('POST /webhooks/{id}/secret', {
        params: { tenant: this.unit.tenant, id },
      })
      this.asked = { kind: 'secret', secret, isNew: false }
    })
  }

  private takeAway({ id }: WebhookView) {
    return this.attempt.run(async () => {
      this.items = (await this.client.call('DELETE /webhooks/{id}', { params: { tenant: this.unit.tenant, id } })).items
      this.asked = null
      say(this, integrationsWording(this.wording).webhooks.removed)
    })
  }
}

const hostOf = ({ url }: Pick<WebhookView, 'url'>): string => new URL(url).host
