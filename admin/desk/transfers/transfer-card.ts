import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { TransferView } from '../../../service/contract/transfers.ts'
import { caseAddress } from '../../page/addresses.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { listFacts } from '../../page/list-facts.ts'
import { goTo } from '../../page/navigation.ts'
import { categoryChoice } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import transferWording from '../../texts/transfer.json'
import { Attempt } from '../../ui/attempt.ts'
import { selectField, textField } from '../../ui/field.ts'
import { fields, insetForm } from '../../ui/fields.ts'
import { formIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

@customElement('transfer-card')
export class TransferCard extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    insetForm,
    css`
      .card {
        display: grid;
        gap: 12px;
        overflow-wrap: anywhere;
      }
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 200px), 1fr));
        gap: 12px 24px;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      .reason {
        padding: 10px 14px;
        border-inline-start: 3px solid var(--accent);
        background: var(--paper);
      }
      .files {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }
      .note {
        display: flex;
        gap: 6px;
      }
    `,
  ]

  @property({ attribute: false }) transfer!: TransferView
  @state() private chosen: 'accept' | 'return' | null = null
  @state() private error = ''
  private readonly kept = new KeptForm(this, () => {
    if (this.chosen !== 'return') return null
    return { client: this.client, tenant: this.unit.tenant, number: null, kind: `transfer-${this.transfer.id}` }
  })
  private readonly attempt = new Attempt(this)

  override render() {
    const { formats } = this.wording
    const transfers = transferWording(this.wording)
    const { from, fromNumber, sentAt, sentBy, subject, chronology, reason } = this.transfer
    return html`<article class="card" aria-labelledby="heading">
      <div class="spread">
        <strong>${transfers.from({ office: from, number: fromNumber })}</strong>
        <span class="soft small">${formats.dayAndTime(sentAt)} · ${sentBy}</span>
      </div>
      <h2 id="heading">${subject}</h2>
      <p class="reason"><span class="soft small">${transfers.why}</span><br>${reason}</p>
      <p class="prose">${chronology}</p>
      ${this.renderFacts()} ${this.renderFiles()}
      <p class="soft small note">${icons.lock}<span>${this.identityNote()}</span></p>
      ${this.attempt.render()} ${this.renderChoice()}
    </article>`
  }

  private renderFacts() {
    const transfers = transferWording(this.wording)
    const { receivedAt, answers } = this.transfer
    const row = (term: string, value: string | null) =>
      value ? html`<div><dt>${term}</dt><dd class="prose">${value}</dd></div>` : nothing
    return html`<dl>
      ${row(transfers.filed, this.wording.formats.day(receivedAt))}
      ${listFacts(this.transfer, this.wording).map(({ label, value }) => row(label, value))}
      ${answers.map(({ question, answer }) => row(question, answer))}
    </dl>`
  }

  private renderFiles() {
    const { formats } = this.wording
    const transfers = transferWording(this.wording)
    const { files, withheld } = this.transfer
    if (files.length + withheld.length === 0) return nothing
    const listed = (heading: string, lines: readonly unknown[]) =>
      lines.length === 0
        ? nothing
        : html`<p class="soft small">${heading}</p><ul class="plain files">${lines.map((line) => html`<li>${line}</li>`)}</ul>`
    return html`<div>
      ${listed(
        transfers.files,
        files.map(({ name, size }) => html`${name} <span class="soft small">${formats.size(size)}</span>`),
      )}
      ${listed(transfers.withheld, withheld)}
    </div>`
  }

  private identityNote() {
    const transfers = transferWording(this.wording)
    const { privacy, withIdentity } = this.transfer
    if (withIdentity) return transfers.withIdentity
    return privacy === 'anonymous' ? transfers.anonymous : transfers.withoutIdentity
  }

  private renderChoice() {
    const transfers = transferWording(this.wording)
    if (this.chosen) return this.chosen === 'accept' ? this.renderAcceptance() : this.renderReturn()
    return html`<div class="actions">
      <button class="primary" @click=${() => this.choose('accept')}>${transfers.accept}</button>
      <button @click=${() => this.choose('return')}>${transfers.giveBack}</button>
    </div>`
  }

  private renderAcceptance() {
    const { common } = this.wording
    const transfers = transferWording(this.wording)
    const categories = this.unit.view.categories.map(categoryChoice(this.unit.view))
    return html`<form novalidate @submit=${this.accept}>
      ${selectField({
        name: 'category',
        label: transfers.category,
        hint: transfers.categoryHint,
        error: this.error,
        options: [{ value: '', label: common.choose }, ...categories],
      })}
      ${this.renderActions(transfers.acceptSubmit)}
    </form>`
  }

  private renderReturn() {
    const transfers = transferWording(this.wording)
    return html`<form novalidate @submit=${this.giveBack}>
      ${this.kept.render(this.wording)}
      ${textField({
        name: 'reason',
        label: transfers.returnReason,
        hint: transfers.returnHint,
        rows: 3,
        limit: this.unit.view.form.limits.reason,
        error: this.error,
      })}
      ${this.renderActions(transfers.returnSubmit)}
    </form>`
  }

  private renderActions(label: string) {
    return html`<div class="actions">
      <button class="primary" ?disabled=${this.attempt.isBusy}>${label}</button>
      <button value="cancel" type="button" class="quiet" @click=${() => this.choose(null)}>${this.wording.common.cancel}</button>
    </div>`
  }

  private async choose(what: 'accept' | 'return' | null) {
    this.chosen = what
    this.error = ''
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(what ? 'form select, form textarea' : '.actions button')?.focus()
  }

  private written(event: Event, name: string): string {
    event.preventDefault()
    const value = textIn(new FormData(formIn(event)), name)
    this.error = value ? '' : this.wording.common.required
    return value
  }

  private async accept(event: Event) {
    const category = this.written(event, 'category')
    if (!category) return
    await this.attempt.run(async () => {
      const { number } = await this.client.call('POST /transfers/{id}/acceptance', {
        params: { tenant: this.unit.tenant, id: this.transfer.id },
        body: { category },
      })
      say(this, transferWording(this.wording).accepted({ number }))
      goTo(caseAddress(this.unit.tenant, number))
    })
  }

  private async giveBack(event: Event) {
    const reason = this.written(event, 'reason')
    if (!reason) return
    await this.attempt.run(async () => {
      const { tenant } = this.unit
      await this.kept.send((client) =>
        client.call('POST /transfers/{id}/return', { params: { tenant, id: this.transfer.id }, body: { reason } }),
      )
      say(this, transferWording(this.wording).returned)
      this.dispatchEvent(new CustomEvent('transfer-settled'))
    })
  }
}
