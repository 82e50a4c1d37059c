import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { BookCheckView, OldBookView } from '../../../service/contract/old-books.ts'
import type { BookReading } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { bookStatuses, ReadingChangedEvent } from './book-reading.ts'
import { oldBooksWords } from './old-books-wording.ts'

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
    controls,
    surfaces,
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
  /** Of what `found` tells. */
  @state() private checked: BookReading | null = null
  private readonly attempt = new Attempt(this)

  protected override willUpdate(changed: PropertyValues<this>) {
    // Another sheet has other words.
    if (changed.has('reading') && this.checked && this.checked.sheet !== this.reading.sheet) this.found = null
  }

  override render() {
    const said = oldBooksWords(this.words)
    const isFresh = this.found !== null && this.checked === this.reading
    const { isBusy } = this.attempt
    return html`<section class="card" aria-labelledby="check">
      <h2 id="check">${said.steps.check}</h2>
      ${this.attempt.render()}
      ${this.found ? this.renderMeanings(this.found) : nothing}
      <div class="result" role="status">
        ${isBusy ? html`<p>${said.checking}</p>` : nothing}
        ${this.found && !isFresh && !isBusy ? html`<p class="row">${icons.alert}${said.changed}</p>` : nothing}
        ${this.found && isFresh ? this.renderCounts(this.found) : nothing}
      </div>
      <div class="actions">
        ${
          this.found && isFresh && this.taking > 0
            ? html`<button class="primary" ?disabled=${isBusy} @click=${this.start}>
                ${said.start(this.words.formats.number(this.taking))}
              </button>`
            : html`<button class="primary" ?disabled=${isBusy} @click=${this.check}>${said.check}</button>`
        }
        ${
          this.found && isFresh && this.found.refused + this.found.skipped > 0
            ? html`<button ?disabled=${isBusy} @click=${this.download}>${icons.download}${said.download}</button>`
            : nothing
        }
        <button class="quiet" ?disabled=${isBusy} @click=${this.end}>${said.end}</button>
      </div>
    </section>`
  }

  private get taking(): number {
    return this.found ? this.found.ready + this.found.warned : 0
  }

  private renderCounts({ rows, ready, warned, refused, skipped, problems }: BookCheckView) {
    const said = oldBooksWords(this.words)
    const { formats } = this.words
    const told = [
      ...(ready > 0 ? [said.ready(formats.number(ready))] : []),
      ...(warned > 0 ? [said.warned(formats.number(warned))] : []),
      ...(refused > 0 ? [said.refused(formats.number(refused))] : []),
      ...(skipped > 0 ? [said.skipped(formats.number(skipped))] : []),
    ]
    return html`<p><strong>${said.counts(formats.number(rows))} ${formats.list(told)}.</strong></p>
      ${this.taking === 0 ? html`<p>${said.nothing}</p>` : nothing}
      ${
        problems.length > 0
          ? html`<ul>
              ${problems.map(({ code, rows: times }) => html`<li>${said.rowsWith(said.problems[code], formats.number(times))}</li>`)}
            </ul>`
          : nothing
      }`
  }

  private renderMeanings({ unknown }: BookCheckView) {
    const said = oldBooksWords(this.words)
    if (unknown.length === 0) return nothing
    return html`<div class="stack">
      <h3>${said.meanings}</h3>
      <p class="soft">${said.meaningsHint}</p>
      <div class="columns">${unknown.map((one, at) => this.renderMeaning(one, at))}</div>
    </div>`
  }

  private renderMeaning({ field, word, rows }: Asked, at: number) {
    const said = oldBooksWords(this.words)
    const { meanings } = this.reading
    return selectField({
      name: `meaning-${at}`,
      label: said.meaning(said.otherwiseFields[field], word, this.words.formats.number(rows)),
      value: meanings[field][word] ?? '',
      options: [{ value: '', label: said.asOtherwise }, ...this.optionsOf(field)],
      chosen: (value) => {
        const { [word]: _, ...others } = meanings[field]
        const told = value === '' ? others : { ...others, [word]: value }
        // One of the options, which are all of the words that the field can hold.
        const next = { ...meanings, [field]: told } as BookReading['meanings']
        this.dispatchEvent(new ReadingChangedEvent({ ...this.reading, meanings: next }))
      },
    })
  }

  private optionsOf(field: Asked['field']) {
    const { vocabulary } = this.words
    if (field === 'category') return this.unit.view.categories.map(({ code, label }) => ({ value: code, label }))
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
