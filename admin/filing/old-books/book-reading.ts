import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OldBookView } from '../../../service/contract/old-books.ts'
import { entriesOf } from '../../../service/shared/records.ts'
import type { BookReading } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { oldBooksWording } from './old-books-wording.ts'

type Field = keyof BookReading['columns']

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
] as const satisfies readonly BookReading['otherwise']['status'][]

/** `0` is A, `27` is AB. */
const letterOf = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26)

/** The first guess of how an old register is to be read, sheet by sheet. */
export function guessedReading({ sheets }: OldBookView, sheet: number, category: string): BookReading {
  const { headingRow = 0, columns = {} } = sheets[sheet] ?? {}
  return {
    ...{ sheet, headingRow, columns },
    meanings: { category: {}, status: {}, channel: {} },
    otherwise: { category, status: 'closed', channel: 'letter' },
  }
}

/** The change of one part of how it is read. */
export class ReadingChangedEvent extends Event {
  constructor(readonly reading: BookReading) {
    super('reading-changed', { bubbles: true, composed: true })
  }
}

/**
 * What each column of an old register is.
 * @fires reading-changed
 */
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
    const { formats } = this.wording
    const { sheet, headingRow, columns, otherwise } = this.reading
    const { sheets } = this.book
    const head = sheets[sheet]?.head ?? []
    const isComplete =
      columns.receivedOn !== undefined && (columns.subject !== undefined || columns.story !== undefined)
    return html`<section class="card" aria-labelledby="columns">
      <h2 id="columns">${wording.steps.columns}</h2>
      <div class="columns">
        ${
          sheets.length > 1
            ? selectField({
                name: 'sheet',
                label: wording.sheet,
                value: String(sheet),
                options: sheets.map(({ name, rows }, at) => ({
                  value: String(at),
                  label: wording.sheetOption(name, formats.number(rows)),
                })),
                chosen: (at) => this.tell(guessedReading(this.book, Number(at), otherwise.category)),
              })
            : nothing
        }
        ${selectField({
          name: 'headingRow',
          label: wording.headingRow,
          value: String(headingRow),
          options: [
            { value: '0', label: wording.noHeadings },
            ...head.map(({ row, cells }) => ({
              value: String(row),
              label: `${row}: ${cells.filter(Boolean).slice(0, 3).join(' · ').slice(0, 60)}`,
            })),
          ],
          chosen: (row) => this.tell({ ...this.reading, headingRow: Number(row) }),
        })}
      </div>
      <p class="soft">${wording.columnsHint}</p>
      <div class="columns">${shown.map((field) => this.renderField(field))}</div>
      <p class=${isComplete ? 'soft small' : 'error'}>${isComplete ? nothing : icons.alert}${wording.needed}</p>
      <p class="sealed small">${icons.lock}${wording.sealed}</p>
      <h3 id="otherwise">${wording.otherwise}</h3>
      <div class="columns" role="group" aria-labelledby="otherwise">
        ${selectField({
          name: 'otherwise-category',
          label: wording.otherwiseFields.category,
          value: otherwise.category,
          options: this.unit.view.categories.map(({ code, label }) => ({ value: code, label })),
          chosen: (category) => this.tell({ ...this.reading, otherwise: { ...otherwise, category } }),
        })}
        ${selectField({
          name: 'otherwise-status',
          label: wording.otherwiseFields.status,
          value: otherwise.status,
          options: bookStatuses.map((value) => ({ value, label: this.wording.vocabulary.statuses[value] })),
          chosen: (value) => {
            const status = bookStatuses.find((one) => one === value)
            if (status) this.tell({ ...this.reading, otherwise: { ...otherwise, status } })
          },
        })}
        ${selectField({
          name: 'otherwise-channel',
          label: wording.otherwiseFields.channel,
          value: otherwise.channel,
          options: this.channels.map(([value, label]) => ({ value, label })),
          chosen: (value) => {
            const channel = this.channels.find(([one]) => one === value)?.[0]
            if (channel) this.tell({ ...this.reading, otherwise: { ...otherwise, channel } })
          },
        })}
      </div>
    </section>`
  }

  private get channels() {
    return entriesOf(this.wording.vocabulary.channels)
  }

  private renderField(field: Field) {
    const wording = oldBooksWording(this.wording)
    const { sheet, headingRow, columns } = this.reading
    const head = this.book.sheets[sheet]?.head ?? []
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
          label: wording.column(letterOf(at), headings[at] ?? ''),
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
