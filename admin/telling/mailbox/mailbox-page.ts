import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { MailboxView } from '../../../service/contract/tenant-settings.ts'
import { PageElement } from '../../page/page-element.ts'
import mailboxWording from '../../texts/mailbox.json'
import '../../ui/empty-state.ts'
import { icons } from '../../ui/icons.ts'
import { PagedList } from '../../ui/paged-list.ts'
import { mailboxLooks } from './mailbox-looks.ts'

type Letter = MailboxView['items'][number]

const linked = (text: string): (string | TemplateResult)[] =>
  text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, position) =>
      position % 2 === 1 ? html`<a href=${part} target="_blank" rel="noopener noreferrer">${part}</a>` : part,
    )

@customElement('mailbox-page')
export class MailboxPage extends PageElement {
  static override styles = [PageElement.styles, mailboxLooks]

  @state() private open: Letter | null = null

  private readonly letters = new PagedList<Letter>(this, {
    args: () => [this.unit.tenant],
    load: (cursor, signal) => this.client.call('GET /mailbox', { params: this.inUnit, query: { cursor }, signal }),
    rows: 'nav li button',
  })

  override render() {
    const mailbox = mailboxWording(this.wording)
    return html`
      <div>
        <h1>${mailbox.heading}</h1>
        <p class="soft">${mailbox.intro}</p>
      </div>
      ${this.letters.render({
        loading: mailbox.loading,
        empty: () => this.renderEmpty(),
        full: (letters, more) => this.renderLetters(letters, more),
      })}
    `
  }

  private renderEmpty() {
    const mailbox = mailboxWording(this.wording)
    return html`<ui-empty icon="mail" heading=${mailbox.emptyHeading} text=${mailbox.emptyText}></ui-empty>`
  }

  private renderLetters(letters: readonly Letter[], more: unknown) {
    const mailbox = mailboxWording(this.wording)
    const { formats } = this.wording
    return html`<div class="layout ${this.open ? 'reading' : ''}">
      <nav aria-label=${mailbox.list}>
        <ul class="plain">
          ${letters.map(
            (letter) => html`<li>
              <button aria-current=${letter === this.open ? 'true' : nothing} @click=${() => this.read(letter)}>
                <strong>${letter.subject}</strong>
                <span class="soft small">${formats.dayAndTime(letter.at)}</span>
              </button>
            </li>`,
          )}
        </ul>
        ${more}
      </nav>
      ${this.open ? this.renderLetter(this.open) : html`<p class="soft hint">${mailbox.choose}</p>`}
    </div>`
  }

  private renderLetter({ subject, at, text }: Letter) {
    const mailbox = mailboxWording(this.wording)
    const { formats } = this.wording
    return html`<article class="card" aria-labelledby="subject">
      <div class="back"><button class="quiet" @click=${this.close}>${icons.left}${mailbox.back}</button></div>
      <div>
        <h2 id="subject" tabindex="-1">${subject}</h2>
        <p class="soft small">${formats.dayAndTime(at)}</p>
      </div>
      <p class="prose">${linked(text)}</p>
    </article>`
  }

  private async read(letter: Letter) {
    this.open = letter
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#subject')?.focus()
  }

  private close() {
    this.open = null
  }
}
