import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { BookCheckView, OldBookView } from '../../../service/contract/old-books.ts'
import type { BookReading } from '../../api/wire.ts'
import { categoryChoice } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { oldBooksWording } from '../../wording/old-books-wording.ts'
import { bookStatuses, ReadingChangedEvent } from './book-reading.ts'

type Asked = BookCheckView['unknown'][number]

/** The import went on. */
export class BookChangedEvent extends Event {
  constructor(readonly book: OldBookView) {
    super('book-changed', { bubbles: true, composed: true })
  }
}

/**
 * What would become of all rows of an old register, what its words mean, and the beginning of the import.
 * @fires reading-changed
 * @fires book-changed
 */
@customElement('book-check')
export class BookCheck extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: 12px 16px;
      }
      .result,
      .stack {
        display: grid;
        gap: 12px;
      }
      .result li {
        overflow-wrap: anywhere;
      }
      ul {
        padding-inline-start: 1.2em;
      }
    `,
  ]

  @property() book = ''
  @property({ attribute: false }) reading!: BookReading
  @state() private found: BookCheckView | null = null
  @state() private checked: BookReading | null = null
  private readonly attempt = new Attempt(this)

  protected override willUpdate(changed: PropertyValues<this>) {
    // Another sheet has other words.
    if (changed.has('reading') && this.checked && this.checked.sheet !== this.reading.sheet) this.found = null
  }

  override render() {
    const wording = oldBooksWording(this.wording)
    const isFresh = this.found !== null && this.checked === this.reading
    const { isBusy } = this.attempt
    return html`<section class="card" aria-labelledby="check">
      <h2 id="check">${wording.steps.check}</h2>
      ${this.attempt.render()}
      ${this.found ? this.renderMeanings(this.found) : nothing}
      <div class="result" role="status">
        ${isBusy ? html`<p>${wording.checking}</p>` : nothing}
        ${this.found && !isFresh && !isBusy ? html`<p class="row">${icons.alert}${wording.changed}</p>` : nothing}
        ${this.found && isFresh ? this.renderCounts(this.found) : nothing}
      </div>
      <div class="actions">
        ${
          this.found && isFresh && this.taking > 0
            ? html`<button class="primary" ?disabled=${isBusy} @click=${this.start}>
                ${wording.start(this.wording.formats.number(this.taking))}
              </button>`
            : html`<button class="primary" ?disabled=${isBusy} @click=${this.check}>${wording.check}</button>`
        }
        ${
          this.found && isFresh && this.found.refused + this.found.skipped > 0
            ? html`<button ?disabled=${isBusy} @click=${this.download}>${icons.download}${wording.download}</button>`
            : nothing
        }
        <button class="quiet" ?disabled=${isBusy} @click=${this.end}>${wording.end}</button>
      </div>
    </section>`
  }

  private get taking(): number {
    return this.found ? this.found.ready + this.found.warned : 0
  }

  private renderCounts({ rows, ready, warned, refused, skipped, problems }: BookCheckView) {
    const wording = oldBooksWording(this.wording)
    const { formats } = this.wording
    const counts = [
      ...(ready > 0 ? [wording.ready(formats.number(ready))] : []),
      ...(warned > 0 ? [wording.warned(formats.number(warned))] : []),
      ...(refused > 0 ? [wording.refused(formats.number(refused))] : []),
      ...(skipped > 0 ? [wording.skipped(formats.number(skipped))] : []),
    ]
    return html`<p><strong>${wording.counts(formats.number(rows))} ${formats.list(counts)}.</strong></p>
      ${this.taking === 0 ? html`<p>${wording.nothing}</p>` : nothing}
      ${
        problems.length > 0
          ? html`<ul>
              ${problems.map(({ code, rows: times }) => html`<li>${wording.rowsWith(wording.problems[code], formats.number(times))}</li>`)}
            </ul>`
          : nothing
      }`
  }

  private renderMeanings({ unknown }: BookCheckView) {
    const wording = oldBooksWording(this.wording)
    if (unknown.length === 0) return nothing
    return html`<div class="stack">
      <h3>${wording.meanings}</h3>
      <p class="soft">${wording.meaningsHint}</p>
      <div class="columns">${unknown.map((one, at) => this.renderMeaning(one, at))}</div>
    </div>`
  }

  private renderMeaning({ field, word, rows }: Asked, at: number) {
    const wording = oldBooksWording(this.wording)
    const { meanings } = this.reading
    return selectField({
      name: `meaning-${at}`,
      label: wording.meaning(wording.otherwiseFields[field], word, this.wording.formats.number(rows)),
      value: meanings[field][word] ?? '',
      options: [{ value: '', label: wording.asOtherwise }, ...this.optionsOf(field)],
      chosen: (value) => {
        const { [word]: _, ...others } = meanings[field]
        const meant = value === '' ? others : { ...others, [word]: value }
        // One of the options, which are all of the words that the field can hold.
        const next = { ...meanings, [field]: meant } as BookReading['meanings']
        this.dispatchEvent(new ReadingChangedEvent({ ...this.reading, meanings: next }))
      },
    })
  }

  private optionsOf(field: Asked['field']) {
    const { vocabulary } = this.wording
    if (field === 'category') return this.unit.view.categories.map(categoryChoice(this.unit.view))
    if (field === 'status') return bookStatuses.map((value) => ({ value, label: vocabulary.statuses[value] }))
    return Object.entries(vocabulary.channels).map(([value, label]) => ({ value, label }))
  }

  private readonly check = () =>
    this.attempt.run(async () => {
      const { reading } = this
      this.found = await this.client.oldBooks.check(this.unit.tenant, this.book, reading)
      this.checked = reading
    })

  private readonly download = () =>
    this.attempt.run(async () => {
      const { bytes, name } = await this.client.oldBooks.notTaken(this.unit.tenant, this.book, this.reading)
      saveFile(bytes, name)
    })

  private readonly start = () => this.go(() => this.client.oldBooks.start(this.unit.tenant, this.book, this.reading))

  private readonly end = () => this.go(() => this.client.oldBooks.end(this.unit.tenant, this.book))

  private go(act: () => Promise<OldBookView>) {
    return this.attempt.run(async () => {
      const book = await act()
      this.dispatchEvent(new BookChangedEvent(book))
    })
  }
}
