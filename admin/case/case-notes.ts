import { css, html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'
import { withMentions } from './mentions.ts'
import type { MessageComposer } from './message-composer.ts'
import './message-composer.ts'
import type { Perform } from '../desk/acts/perform.ts'
import { NewestOnly, newestLooks } from './newest-only.ts'

/** Notes among staff, on paper of another colour: nobody must take one for a message. */
@customElement('case-notes')
export class CaseNotes extends PageElement {
  static override styles = [
    PageElement.styles,
    newestLooks,
    css`
      .card {
        border: 2px dashed var(--note-line);
        background: var(--note);
        color: var(--note-ink);
      }
      @media print {
        .card {
          padding: 12px;
        }
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      ul {
        display: grid;
        gap: 12px;
      }
      li + li {
        padding-block-start: 12px;
        border-block-start: 1px solid var(--note-line);
      }
      message-composer {
        --ink-soft: var(--note-ink);
        color: var(--ink);
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
    const { casePage, formats } = this.wording
    const { notes, acts, older } = this.case
    const isShort = this.newest.isShort(notes)
    return html`<section class="card" aria-labelledby="heading" @older-wanted=${this.newest.showWhole}>
      <div>
        <h2 id="heading">${icons.lock}${casePage.notes}</h2>
        <p class="small">${casePage.notesHint}</p>
      </div>
      ${this.newest.renderButton(this.wording, 'notes', notes, notes.length === 0 ? null : older)}
      ${
        notes.length === 0
          ? nothing
          : html`<ul class="plain all ${isShort ? 'newest' : ''}" tabindex="-1">
              ${notes.map(
                ({ at, by, text, mentions }) => html`<li>
                  <p class="small"><strong>${by}</strong> · ${formats.dayAndTime(at)}</p>
                  <p class="prose">${withMentions(text, mentions)}</p>
                </li>`,
              )}
            </ul>`
      }
      ${acts.includes('note') ? html`<message-composer kind="note" .case=${this.case} .unsent=${this.unsent} .perform=${this.perform}></message-composer>` : nothing}
    </section>`
  }
}
