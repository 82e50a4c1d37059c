import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { BookPreview, OldBookView } from '../../../service/contract/arrivals.ts'
import { entriesOf } from '../../../service/shared/records.ts'
import type { BookReading } from '../../api/wire.ts'
import { badges, statusBadge } from '../../page/case-badges.ts'
import { PageElement } from '../../page/page-element.ts'
import oldBooksWording from '../../texts/old-books.json'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'

type Row = BookPreview['rows'][number]

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
    task: ([tenant, book, reading]) =>
      this.client.call('POST /old-books/{id}/preview', { params: { tenant, id: book }, body: reading }),
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
    if (!found) return html`<li><span class="soft small">${wording.row({ row: String(row) })}</span>${problems}</li>`
    const { receivedDay, oldNumber, categoryLabel, channel, status, subject, story, reporter, answer } = found
    return html`<li>
      <div class="spread">
        <span class="soft small">${[wording.row({ row: String(row) }), oldNumber, formats.longDay(`${receivedDay}T12:00:00Z`)].filter(Boolean).join(' · ')}</span>
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

type Field = keyof BookReading['columns']
type Otherwise = BookReading['otherwise']

const shown = [
  'receivedOn',
  'oldNumber',
  'subject',
  'story',
  'category',
  'channel',
  'status',
  'answer',
  'closedOn',
  'name',
  'address',
  'contact',
  'phone',
  'email',
  'reportedPerson',
  'place',
  'laporId',
] as const satisfies readonly Field[]

export const bookStatuses = [
  'received',
  'in_progress',
  'closed',
  'declined',
  'forwarded',
  'withdrawn',
] as const satisfies readonly Otherwise['status'][]

/** `0` is A, `27` is AB. */
const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)

export function guessedReading({ sheets }: OldBookView, sheet: number, category: string): BookReading {
  const { headingRow = 0, columns = {} } = sheets[sheet] ?? {}
  return {
    ...{ sheet, headingRow, columns },
    meanings: { category: {}, status: {}, channel: {} },
    otherwise: { category, status: 'closed', channel: 'letter' },
  }
}

export class ReadingChangedEvent extends Event {
  constructor(readonly reading: BookReading) {
    super('reading-changed', { bubbles: true, composed: true })
  }
}

@customElement('book-reading')
export class BookReadingForm extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .sealed {
        display: flex;
        gap: 6px;
      }
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
        gap: 12px 16px;
      }
    `,
  ]

  @property({ attribute: false }) book!: OldBookView
  @property({ attribute: false }) reading!: BookReading

  override render() {
    const wording = oldBooksWording(this.wording)
    const { columns } = this.reading
    const isComplete =
      columns.receivedOn !== undefined && (columns.subject !== undefined || columns.story !== undefined)
    return html`<section class="card" aria-labelledby="columns">
      <h2 id="columns">${wording.steps.columns}</h2>
      <div class="columns">${this.renderSheet()} ${this.renderHeadingRow()}</div>
      <p class="soft">${wording.columnsHint}</p>
      <div class="columns">${shown.map((field) => this.renderField(field))}</div>
      <p class=${isComplete ? 'soft small' : 'error'}>${isComplete ? nothing : icons.alert}${wording.needed}</p>
      <p class="sealed small">${icons.lock}${wording.sealed}</p>
      <h3 id="otherwise">${wording.otherwise}</h3>
      <div class="columns" role="group" aria-labelledby="otherwise">${this.renderOtherwise()}</div>
    </section>`
  }

  private get head() {
    return this.book.sheets[this.reading.sheet]?.head ?? []
  }

  private renderSheet() {
    const { sheet, sheetOption } = oldBooksWording(this.wording)
    const { sheets } = this.book
    if (sheets.length <= 1) return nothing
    return selectField({
      name: 'sheet',
      label: sheet,
      value: String(this.reading.sheet),
      options: sheets.map(({ name, rows }, at) => ({
        value: String(at),
        label: sheetOption({ name: name || 'none', lines: this.wording.formats.number(rows) }),
      })),
      chosen: (at) => this.tell(guessedReading(this.book, Number(at), this.reading.otherwise.category)),
    })
  }

  private renderHeadingRow() {
    const { headingRow, noHeadings } = oldBooksWording(this.wording)
    const begins = (cells: readonly string[]) => cells.filter(Boolean).slice(0, 3).join(' · ').slice(0, 60)
    return selectField({
      name: 'headingRow',
      label: headingRow,
      value: String(this.reading.headingRow),
      options: [
        { value: '0', label: noHeadings },
        ...this.head.map(({ row, cells }) => ({ value: String(row), label: `${row}: ${begins(cells)}` })),
      ],
      chosen: (row) => this.tell({ ...this.reading, headingRow: Number(row) }),
    })
  }

  private renderOtherwise() {
    const { statuses, channels } = this.wording.vocabulary
    const categories = this.unit.view.categories.map(({ code, label }) => [code, label] as const)
    return [
      this.renderOtherwiseOf('category', categories),
      this.renderOtherwiseOf(
        'status',
        bookStatuses.map((status) => [status, statuses[status]] as const),
      ),
      this.renderOtherwiseOf('channel', entriesOf(channels)),
    ]
  }

  private renderOtherwiseOf<Part extends keyof Otherwise>(
    part: Part,
    choices: readonly (readonly [value: Otherwise[Part], label: string])[],
  ) {
    const { otherwise } = this.reading
    return selectField({
      name: `otherwise-${part}`,
      label: oldBooksWording(this.wording).otherwiseFields[part],
      value: otherwise[part],
      options: choices.map(([value, label]) => ({ value, label })),
      chosen: (written) => {
        const chosen = choices.find(([value]) => value === written)
        if (chosen) this.tell({ ...this.reading, otherwise: { ...otherwise, [part]: chosen[0] } })
      },
    })
  }

  private renderField(field: Field) {
    const wording = oldBooksWording(this.wording)
    const { headingRow, columns } = this.reading
    const { head } = this
    const headings = head.find(({ row }) => row === headingRow)?.cells ?? []
    const width = Math.max(headings.length, ...head.map(({ cells }) => cells.length))
    return selectField({
      name: field,
      label: wording.fields[field],
      ...(field === 'oldNumber' && { hint: wording.numberHint }),
      value: String(columns[field] ?? ''),
      options: [
        { value: '', label: wording.unused },
        ...Array.from({ length: width }, (_, at) => ({
          value: String(at),
          label: wording.column({ letter: letterOf(at), heading: (headings[at] ?? '') || 'none' }),
        })),
      ],
      chosen: (at) => {
        const { [field]: _, ...others } = columns
        this.tell({ ...this.reading, columns: at === '' ? others : { ...others, [field]: Number(at) } })
      },
    })
  }

  private tell(reading: BookReading) {
    this.dispatchEvent(new ReadingChangedEvent(reading))
  }
}
