import { html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { InboundView } from '../../../service/contract/inbound.ts'
import { caseAddress, inboundAddress } from '../../page/addresses.ts'
import { FormElement } from '../../page/form-element.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { goTo } from '../../page/navigation.ts'
import { textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { inboundWording } from '../../wording/inbound-wording.ts'

/**
 * What an officer does with a message: enter it, put it to a case, set it aside, or take it up again.
 * @fires message-completing - The officer wants to enter it as a complaint.
 * @fires message-changed - `detail` is the message as it stands now.
 */
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
      await this.kept.send((client) => client.inbound.attach(message, { number, because }))
      return goTo(caseAddress(tenant, number))
    }
    await this.kept.send((client) => client.inbound.discard(message, because))
    say(this, inboundWording(this.wording).discarded)
    goTo(inboundAddress(tenant))
  }

  private takeUp() {
    return this.attempt.run(async () => {
      const detail = await this.client.inbound.takeUp({ tenant: this.unit.tenant, id: this.message.id })
      say(this, inboundWording(this.wording).takenUp)
      this.dispatchEvent(new CustomEvent('message-changed', { detail }))
    })
  }
}
