import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { PageElement } from '../page/page-element.ts'
import { oldBooksWording } from '../wording/old-books-wording.ts'

/** Shows what the old register says about a case that was imported from it. */
@customElement('case-book')
export class CaseBook extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
        gap: 12px 24px;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
    `,
  ]

  @property({ attribute: false }) fromBook!: NonNullable<CaseView['fromBook']>

  override render() {
    const wording = oldBooksWording(this.wording)
    const { formats } = this.wording
    const { import: number, row, oldNumber, status, answer, closedAt } = this.fromBook
    const line = (term: string, value: string | null) => html`<div>
      <dt>${term}</dt>
      <dd class=${value ? 'prose' : 'soft'}>${value ?? wording.notWritten}</dd>
    </div>`
    return html`<section class="card" aria-labelledby="book">
      <h2 id="book">${wording.card}</h2>
      <p class="soft">${wording.cardText(String(number), String(row))}</p>
      <dl>
        ${line(wording.fields.oldNumber, oldNumber)} ${line(wording.statusWritten, status)}
        ${line(wording.fields.closedOn, closedAt && formats.longDay(closedAt))}
        ${answer ? line(wording.fields.answer, answer) : nothing}
      </dl>
    </section>`
  }
}
