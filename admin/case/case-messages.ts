import { css, html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { quotedText, refusedFiles } from '../filing/inbound/came-with.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'
import type { MessageComposer } from './message-composer.ts'
import './message-composer.ts'
import './timed-acts.ts'
import type { Perform } from '../desk/acts/perform.ts'
import { NewestOnly, newestLooks } from './newest-only.ts'

/** Messages between the reporter and the office, both ways. */
@customElement('case-messages')
export class CaseMessages extends PageElement {
  static override styles = [
    PageElement.styles,
    newestLooks,
    css`
      ol {
        display: grid;
        gap: 10px;
      }
      li {
        justify-self: start;
        max-inline-size: min(64ch, 88%);
        padding: 10px 14px;
        border-radius: var(--radius-large);
        background: var(--sunk);
      }
      timed-acts {
        display: contents;
      }
      li.office {
        justify-self: end;
        background: var(--accent-soft);
      }
      @media print {
        li {
          border: 1px solid var(--line);
        }
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @property({ attribute: false }) perform!: Perform
  @property({ attribute: false }) unsent: Map<string, FormData> | null = null
  private readonly newest = new NewestOnly(this, () => this.case.number)
  @query('message-composer') private readonly composer!: MessageComposer | null

  /** Shows again what was typed before. */
  showKept() {
    this.composer?.showKept()
  }

  /** Begins a text that somebody still has to send. */
  begin(text: string) {
    this.composer?.begin(text)
  }

  override render() {
    const { casePage } = this.wording
    const { messages, acts, joined, older } = this.case
    const isShort = this.newest.isShort(messages)
    return html`<section class="card" aria-labelledby="heading" @older-wanted=${this.newest.showWhole}>
      <h2 id="heading">${casePage.messages}</h2>
      ${this.newest.renderButton(this.wording, 'messages', messages, older)}
      ${
        messages.length > 0
          ? html`<ol class="plain all ${isShort ? 'newest' : ''}" tabindex="-1">${messages.map((message) => this.renderMessage(message))}</ol>`
          : acts.includes('message')
            ? nothing
            : html`<p class="soft">${casePage.noMessages}</p>`
      }
      <timed-acts .case=${this.case}></timed-acts>
      ${acts.includes('message') ? html`<message-composer kind="message" .case=${this.case} .unsent=${this.unsent} joined=${joined} .perform=${this.perform}></message-composer>` : nothing}
    </section>`
  }

  private renderMessage({ from, by, at, text, via, brings = [] }: CaseView['messages'][number]) {
    const { casePage, formats, vocabulary } = this.wording
    const side = from === 'office' ? casePage.fromOffice : casePage.fromReporter
    return html`<li class=${from}>
      <p class="small soft">
        <strong>${side}</strong>${from === 'office' ? ` · ${by}` : ''} · ${formats.dayAndTime(at)}${via ? ` · ${casePage.via[via.channel]}` : ''}
        ${via?.otherSender ? html`· <strong>${casePage.otherSender}</strong>` : nothing}
      </p>
      <p class="prose">${text || vocabulary.noText}</p>
      ${brings.length > 0 ? html`<p class="small">${icons.check}${brings.map((item) => vocabulary.completionItems[item]).join(' · ')}</p>` : nothing}
      ${via ? html`${quotedText(this.wording, via.quoted)}${refusedFiles(this.wording, via.refused)}` : nothing}
    </li>`
  }
}
