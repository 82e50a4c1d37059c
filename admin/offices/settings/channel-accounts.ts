import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { ChannelAccount, ChannelAccounts, TrialAnswer } from '../../../service/contract/messages.ts'
import { PageElement } from '../../page/page-element.ts'
import accountsWording from '../../texts/accounts.json'
import { Attempt } from '../../ui/attempt.ts'
import { selectField, type TextField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { formIn, textIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'

type Item = ChannelAccounts['items'][number]

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
  @state() private by: 'smtp' | 'resend' = 'smtp'
  @state() private security: 'starttls' | 'tls' = 'starttls'
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.items = (await this.client.call('GET /channel-accounts', { params: { tenant }, signal })).items
    },
  })

  override render() {
    const accounts = accountsWording(this.wording)
    return html`
      <h3>${accounts.heading}</h3>
      <p class="hint">${accounts.hint}</p>
      ${this.loading.render({ error: (error) => html`<p role="alert">${this.explain(error)}</p>` })}
      <ul class="plain">${this.items.map((item) => this.renderItem(item))}</ul>
      ${this.attempt.render()}
    `
  }

  private renderItem({ channel, mayOwn, ownSince }: Item) {
    const { vocabulary, formats } = this.wording
    const accounts = accountsWording(this.wording)
    const name = vocabulary.noticeChannels[channel]
    const answer = this.tried?.channel === channel ? this.tried.answer : null
    return html`<li>
      <p><strong>${name}</strong>: ${ownSince ? accounts.own({ since: formats.dayAndTime(ownSince) }) : accounts.shared}</p>
      <form novalidate aria-label=${accounts.trialOf({ channel: name })} @submit=${(event: Event) => this.try(event, channel)}>
        ${channel === 'email' ? nothing : textField({ name: `trial-${channel}`, label: accounts.phone, type: 'tel' })}
        <button ?disabled=${this.attempt.isBusy}>${accounts.trial}</button>
      </form>
      <p role="status">${answer?.explanation ?? nothing}</p>
      ${mayOwn ? this.renderOwn(channel, name, ownSince !== null) : nothing}
    </li>`
  }

  private renderOwn(channel: Item['channel'], name: string, isOwn: boolean) {
    const accounts = accountsWording(this.wording)
    return html`<details>
      <summary>${accounts.useOwn}</summary>
      <form novalidate aria-label=${accounts.ownOf({ channel: name })} @submit=${(event: Event) => this.set(event, channel)}>
        <p class="hint">${accounts.writeOnly}</p>
        ${channel === 'email' ? this.renderMail() : this.renderWhatsApp()}
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

  private readonly field = (name: string, label: string, more: Partial<TextField> = {}) =>
    textField({ ...more, name, label, error: this.attempt.errors[name] })

  private renderWhatsApp() {
    const accounts = accountsWording(this.wording)
    return html`
      ${this.field('token', accounts.token, { type: 'password' })}
      ${this.field('phoneId', accounts.phoneId, { hint: accounts.phoneIdHint })}
    `
  }

  private renderMail() {
    const accounts = accountsWording(this.wording)
    const { field } = this
    const by = selectField({
      name: 'by',
      label: accounts.by,
      value: this.by,
      options: [
        { value: 'smtp', label: accounts.bySmtp },
        { value: 'resend', label: accounts.byResend },
      ],
      chosen: (value) => {
        this.by = value === 'resend' ? 'resend' : 'smtp'
      },
    })
    if (this.by === 'resend') {
      return html`${by} ${field('apiKey', accounts.resendKey, { type: 'password' })}
        ${field('from', accounts.from, { hint: accounts.fromHint })}`
    }
    return html`${by}
      ${field('host', accounts.host, { hint: accounts.hostHint })}
      ${selectField({
        name: 'port',
        label: accounts.port,
        value: '587',
        error: this.attempt.errors.port,
        options: ['587', '465', '25', '2525'].map((port) => ({ value: port, label: port })),
        chosen: (port) => {
          this.security = port === '465' ? 'tls' : 'starttls'
        },
      })}
      ${selectField({
        name: 'security',
        label: accounts.security,
        value: this.security,
        options: [
          { value: 'starttls', label: accounts.starttls },
          { value: 'tls', label: accounts.tls },
        ],
        chosen: (value) => {
          this.security = value === 'tls' ? 'tls' : 'starttls'
        },
      })}
      ${field('user', accounts.user)} ${field('password', accounts.password, { type: 'password' })}
      ${field('from', accounts.from, { hint: accounts.smtpFromHint })}
      <p class="hint">${accounts.bounces}</p>`
  }

  private set(event: Event, channel: Item['channel']) {
    event.preventDefault()
    const form = formIn(event)
    const account = readAccount(new FormData(form), channel)
    return this.attempt.run(async () => {
      this.items = (await this.client.call('PUT /channel-accounts', { params: this.inUnit, body: account })).items
      form.reset()
      say(this, accountsWording(this.wording).saved)
    })
  }

  private handBack(channel: Item['channel']) {
    return this.attempt.run(async () => {
      this.items = (
        await this.client.call('DELETE /channel-accounts/{channel}', { params: { tenant: this.unit.tenant, channel } })
      ).items
      say(this, accountsWording(this.wording).removed)
    })
  }

  private try(event: Event, channel: Item['channel']) {
    event.preventDefault()
    if (channel === 'letter') return
    const phone = new FormData(formIn(event)).get(`trial-${channel}`)
    this.tried = null
    return this.attempt.run(async () => {
      const to = phone ? { phone: String(phone) } : {}
      const answer = await this.client.call('POST /channel-trials', { params: this.inUnit, body: { channel, ...to } })
      this.tried = { channel, answer }
    })
  }
}

function readAccount(written: FormData, channel: Item['channel']): ChannelAccount {
  const text = (name: string) => textIn(written, name)
  if (channel !== 'email') return { channel: 'whatsapp', token: text('token'), phoneId: text('phoneId') }
  const from = text('from')
  if (text('by') === 'resend') return { channel, apiKey: text('apiKey'), from }
  return {
    ...{ channel, by: 'smtp', host: text('host'), port: Number(text('port')), from },
    security: text('security') === 'tls' ? 'tls' : 'starttls',
    user: text('user'),
    password: String(written.get('password') ?? ''),
  }
}
