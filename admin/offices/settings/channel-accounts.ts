import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ChannelAccount, ChannelAccounts, TrialAnswer } from '../../../service/contract/channel-accounts.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { formIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'

type Item = ChannelAccounts['items'][number]

/** Under whose account notices leave on each channel, and a message to oneself that shows whether it works. */
@customElement('channel-accounts')
export class ChannelAccountsForm extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      li,
      form {
        display: grid;
        gap: 12px;
        justify-items: start;
      }
      ul {
        display: grid;
        gap: 20px;
      }
      .field {
        inline-size: 100%;
      }
    `,
  ]

  @state() private items: readonly Item[] = []
  @state() private tried: { readonly channel: Item['channel']; readonly answer: TrialAnswer } | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.items = (await this.client.notices.listAccounts(tenant, signal)).items
    },
  })

  override render() {
    const { accounts } = this.wording.notices
    return html`
      <h3>${accounts.heading}</h3>
      <p class="hint">${accounts.hint}</p>
      ${this.loading.render({ error: (error) => html`<p role="alert">${this.explain(error)}</p>` })}
      <ul class="plain">${this.items.map((item) => this.renderItem(item))}</ul>
      ${this.attempt.render()}
    `
  }

  private renderItem({ channel, mayOwn, ownSince }: Item) {
    const { notices, vocabulary, formats } = this.wording
    const { accounts } = notices
    const name = vocabulary.noticeChannels[channel]
    const answer = this.tried?.channel === channel ? this.tried.answer : null
    return html`<li>
      <p><strong>${name}</strong>: ${ownSince ? accounts.own(formats.dayAndTime(ownSince)) : accounts.shared}</p>
      <form novalidate aria-label=${accounts.trialOf(name)} @submit=${(event: Event) => this.try(event, channel)}>
        ${channel === 'email' ? nothing : textField({ name: `trial-${channel}`, label: accounts.phone, type: 'tel' })}
        <button ?disabled=${this.attempt.isBusy}>${accounts.trial}</button>
      </form>
      <p role="status">${answer?.explanation ?? nothing}</p>
      ${mayOwn ? this.renderOwn(channel, name, ownSince !== null) : nothing}
    </li>`
  }

  private renderOwn(channel: Item['channel'], name: string, isOwn: boolean) {
    const { accounts } = this.wording.notices
    const secret = (field: string, label: string) => textField({ name: `${channel}-${field}`, label, type: 'password' })
    return html`<details>
      <summary>${accounts.useOwn}</summary>
      <form novalidate aria-label=${accounts.ownOf(name)} @submit=${(event: Event) => this.set(event, channel)}>
        <p class="hint">${accounts.writeOnly}</p>
        ${
          channel === 'email'
            ? html`${secret('key', accounts.resendKey)}${textField({ name: 'email-from', label: accounts.from, hint: accounts.fromHint })}`
            : html`${secret('key', accounts.token)}${textField({ name: 'whatsapp-phone', label: accounts.phoneId, hint: accounts.phoneIdHint })}`
        }
        <div class="actions">
          <button ?disabled=${this.attempt.isBusy}>${accounts.save}</button>
          ${
            isOwn
              ? html`<button type="button" class="quiet" ?disabled=${this.attempt.isBusy} @click=${() => this.handBack(channel)}>${accounts.remove}</button>`
              : nothing
          }
        </div>
      </form>
    </details>`
  }

  private set(event: Event, channel: Item['channel']) {
    event.preventDefault()
    const form = formIn(event)
    const given = (name: string) => String(new FormData(form).get(name) ?? '').trim()
    const account: ChannelAccount =
      channel === 'email'
        ? { channel, apiKey: given('email-key'), from: given('email-from') }
        : { channel: 'whatsapp', token: given('whatsapp-key'), phoneId: given('whatsapp-phone') }
    return this.attempt.run(async () => {
      this.items = (await this.client.notices.setAccount(this.unit.tenant, account)).items
      form.reset()
      say(this, this.wording.notices.accounts.saved)
    })
  }

  private handBack(channel: Item['channel']) {
    return this.attempt.run(async () => {
      this.items = (await this.client.notices.removeAccount(this.unit.tenant, channel)).items
      say(this, this.wording.notices.accounts.removed)
    })
  }

  private try(event: Event, channel: Item['channel']) {
    event.preventDefault()
    const phone = new FormData(formIn(event)).get(`trial-${channel}`)
    this.tried = null
    return this.attempt.run(async () => {
      const to = phone ? { phone: String(phone) } : {}
      const answer = await this.client.notices.tryChannel(this.unit.tenant, { channel, ...to })
      this.tried = { channel, answer }
    })
  }
}
