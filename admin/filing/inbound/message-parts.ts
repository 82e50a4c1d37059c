import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InboundView } from '../../../service/contract/messages.ts'
import { caseAddress, inboundAddress } from '../../page/addresses.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { goTo } from '../../page/navigation.ts'
import { PageElement } from '../../page/page-element.ts'
import inboundWording from '../../texts/inbound.json'
import { pendingState } from '../../ui/controls.ts'
import { textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { ShownBytes } from '../../ui/shown-bytes.ts'
import { quotedText, refusedFiles } from './came-with.ts'

@customElement('message-acts')
export class MessageActs extends FormElement {
  static override styles = [FormElement.styles, formGrid]

  @property({ attribute: false }) message!: InboundView
  @state() private chosen: 'attach' | 'discard' | null = null
  private readonly kept = new KeptForm(this, () => {
    const kind = `arrival-${this.chosen}-${this.message.id}`
    return { client: this.client, tenant: this.unit.tenant, number: null, kind }
  })

  override render() {
    const inbound = inboundWording(this.wording)
    if (this.message.state !== 'draft') {
      return html`<div class="row">
          <button type="button" class="primary" ?disabled=${this.attempt.isBusy} @click=${this.takeUp}>${inbound.takeUp}</button>
        </div>
        ${this.attempt.render()}`
    }
    if (this.chosen) return this.renderForm(this.chosen)
    return html`<div class="row">
      <button type="button" class="primary" @click=${this.complete}>${icons.add}${inbound.complete}</button>
      <button type="button" @click=${() => this.choose('attach')}>${inbound.attach}</button>
      <button type="button" class="quiet" @click=${() => this.choose('discard')}>${inbound.discard}</button>
    </div>`
  }

  private renderForm(act: 'attach' | 'discard') {
    const inbound = inboundWording(this.wording)
    const { reason: limit } = this.unit.view.form.limits
    const because = { name: 'because', limit, rows: 2, error: this.attempt.errors.because }
    return html`<form class="card" novalidate @submit=${this.onSubmit}>
      <div>
        <h2>${inbound[act]}</h2>
        <p class="soft small">${act === 'attach' ? inbound.attachIntro : inbound.discardIntro}</p>
      </div>
      ${this.kept.render(this.wording)}
      ${
        act === 'attach'
          ? html`${textField({
              name: 'number',
              label: inbound.number,
              value: this.message.answers ?? this.message.mentions ?? '',
              error: this.attempt.errors.number,
              focusFirst: true,
            })}${textField({ ...because, label: inbound.attachReason, hint: inbound.attachReasonHint })}`
          : textField({ ...because, label: inbound.discardReason, focusFirst: true })
      }
      ${this.attempt.render()}
      <div class="row">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${act === 'attach' ? inbound.attachNow : inbound.discardNow}</button>
        <button value="cancel" type="button" class="quiet" @click=${() => this.choose(null)}>${inbound.cancel}</button>
      </div>
    </form>`
  }

  private choose(act: 'attach' | 'discard' | null) {
    this.attempt.errors = {}
    this.chosen = act
  }

  private complete() {
    this.dispatchEvent(new CustomEvent('message-completing'))
  }

  protected async send(written: FormData) {
    const because = textIn(written, 'because')
    const { tenant } = this.unit
    const message = { tenant, id: this.message.id }
    if (this.chosen === 'attach') {
      const number = textIn(written, 'number').toUpperCase()
      await this.kept.send((client) =>
        client.call('POST /inbound/{id}/attachment', {
          params: { tenant: message.tenant, id: message.id },
          body: { number, because },
        }),
      )
      return goTo(caseAddress(tenant, number))
    }
    await this.kept.send((client) =>
      client.call('POST /inbound/{id}/discard', {
        params: { tenant: message.tenant, id: message.id },
        body: { because },
      }),
    )
    say(this, inboundWording(this.wording).discarded)
    goTo(inboundAddress(tenant))
  }

  private takeUp() {
    return this.attempt.run(async () => {
      const detail = await this.client.call('POST /inbound/{id}/taking-up', {
        params: { tenant: this.unit.tenant, id: this.message.id },
      })
      say(this, inboundWording(this.wording).takenUp)
      this.dispatchEvent(new CustomEvent('message-changed', { detail }))
    })
  }
}

@customElement('message-picture')
export class MessagePicture extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      img {
        display: block;
        max-inline-size: 100%;
        max-block-size: 60dvh;
        background: var(--sunk);
      }
    `,
  ]

  @property() message = ''
  @property() file = ''
  @property() name = ''
  private readonly shown = new ShownBytes(this)

  private readonly picture = new Task(this, {
    autoRun: false,
    task: async (_, { signal }) => {
      const { tenant } = this.unit
      const { bytes } = await this.client.file('GET /inbound/{id}/files/{file}/viewing-copy', {
        params: { tenant, id: this.message, file: this.file },
        signal,
      })
      return this.shown.show(bytes)
    },
  })

  override render() {
    const { evidence } = this.wording
    const inbound = inboundWording(this.wording)
    const look = () => void this.picture.run()
    return this.picture.render({
      initial: () =>
        html`<button type="button" @click=${look}>${icons.image}${inbound.look({ name: this.name })}</button>`,
      pending: () => pendingState(evidence.loading),
      error: (error) => this.renderFailure(error, look),
      complete: (address) => html`<img src=${address} alt=${this.name}>`,
    })
  }
}

/** A message as it came, without its sender's address. */
@customElement('message-source')
export class MessageSource extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .files {
        display: grid;
        gap: 8px;
      }
      .files li {
        display: grid;
        gap: 6px;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) message!: InboundView

  override render() {
    const { formats } = this.wording
    const inbound = inboundWording(this.wording)
    const { text, quoted, refused, files, fromName, from, arrivedAt, channel } = this.message
    const sender = [fromName, from].filter(Boolean).join(' · ')
    return html`<section class="card" aria-labelledby="heading">
      <div>
        <h2 id="heading">${this.wording.app.inboundSource}</h2>
        <p class="soft small">
          ${inbound.channels[channel]} · ${formats.dayAndTime(arrivedAt)} · ${sender || inbound.unknownSender}
        </p>
      </div>
      ${this.renderHints()}
      <p class="prose">${text || this.wording.vocabulary.noText}</p>
      ${quotedText(this.wording, quoted)}
      ${
        files.length > 0
          ? html`<div>
              <h3>${inbound.attached}</h3>
              <ul class="plain files">${files.map((file) => this.renderFile(file))}</ul>
            </div>`
          : nothing
      }
      ${refusedFiles(this.wording, refused)}
      <p class="soft small">${inbound.addressHidden}</p>
    </section>`
  }

  private renderHints() {
    const inbound = inboundWording(this.wording)
    const { namedStaff, answers, mentions } = this.message
    const names = namedStaff.map(({ name, position }) => `${name} (${position})`).join(', ')
    const link = (number: string) => html`<a href=${caseAddress(this.unit.tenant, number)}>${number}</a>`
    return html`
      ${names ? html`<div class="banner">${icons.alert}<p>${inbound.namesStaff({ names })}</p></div>` : nothing}
      ${answers ? html`<p class="small">${inbound.answers} ${link(answers)}</p>` : nothing}
      ${mentions && mentions !== answers ? html`<p class="small">${inbound.mentions} ${link(mentions)}</p>` : nothing}
    `
  }

  private renderFile({ id, name, size, viewable }: InboundView['files'][number]) {
    const { formats } = this.wording
    return html`<li>
      <span>${name} <span class="soft small">${formats.size(size)}</span></span>
      ${
        viewable
          ? html`<message-picture message=${this.message.id} file=${id} name=${name}></message-picture>`
          : nothing
      }
    </li>`
  }
}
