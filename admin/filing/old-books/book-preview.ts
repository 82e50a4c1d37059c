import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BookPreview } from '../../../service/contract/old-books.ts'
import type { BookReading } from '../../api/wire.ts'
import { badges, statusBadge } from '../../page/case-badges.ts'
import { PageElement } from '../../page/page-element.ts'
import { icons } from '../../ui/icons.ts'
import { oldBooksWording } from '../../wording/old-books-wording.ts'

type Row = BookPreview['rows'][number]

/** The first rows of an old register as they would be taken, with what is wrong with each. */
@customElement('book-preview')
export class BookPreviewList extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      ol {
        display: grid;
        gap: 2px;
      }
      li {
        display: grid;
        gap: 4px;
        padding-block: 10px;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .sign {
        display: flex;
        gap: 6px;
      }
      .wrong {
        color: var(--danger);
        font-weight: 600;
      }
      .odd {
        color: var(--warn);
      }
      .story {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
        overflow: hidden;
      }
    `,
  ]

  @property() book = ''
  @property({ attribute: false }) reading!: BookReading

  private readonly rows = new Task(this, {
    args: () => [this.unit.tenant, this.book, this.reading] as const,
    task: ([tenant, book, reading]) => this.client.oldBooks.preview(tenant, book, reading),
  })

  override render() {
    const wording = oldBooksWording(this.wording)
    return html`<section class="card" aria-labelledby="rows">
      <h2 id="rows">${wording.steps.rows}</h2>
      ${this.renderLoaded(
        this.rows,
        ({ rows }) =>
          html`<ol class="plain" aria-label=${wording.previewLabel}>${rows.map((row) => this.renderRow(row))}</ol>`,
        wording.previewing,
      )}
    </section>`
  }

  private renderRow({ row, refused, warnings, case: found }: Row) {
    const wording = oldBooksWording(this.wording)
    const { formats, vocabulary } = this.wording
    const problems = refused
      ? html`<span class="sign small wrong">${icons.alert}${wording.problems[refused]}</span>`
      : warnings.map((code) => html`<span class="sign small odd">${icons.alert}${wording.problems[code]}</span>`)
    if (!found) return html`<li><span class="soft small">${wording.row(String(row))}</span>${problems}</li>`
    const { receivedDay, oldNumber, categoryLabel, channel, status, subject, story, reporter, answer } = found
    return html`<li>
      <div class="spread">
        <span class="soft small">${[wording.row(String(row)), oldNumber, formats.longDay(`${receivedDay}T12:00:00Z`)].filter(Boolean).join(' · ')}</span>
        ${statusBadge(status, this.wording)}
      </div>
      <strong>${subject}</strong>
      ${story === subject ? nothing : html`<span class="small story">${story}</span>`}
      <span class="soft small">${categoryLabel} · ${vocabulary.channels[channel]}</span>
      ${reporter ? html`<span class="small">${wording.reporter}: ${reporter}</span>` : nothing}
      ${answer ? html`<span class="small story">${wording.answered}: ${answer}</span>` : nothing}
      ${problems}
    </li>`
  }
}
