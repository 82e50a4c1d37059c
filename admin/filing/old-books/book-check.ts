import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { BookCheckView, OldBookView } from '../../../service/contract/arrivals.ts'
import type { BookReading } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { categoryChoice } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import oldBooksWording from '../../texts/old-books.json'
import { Attempt } from '../../ui/attempt.ts'
import { selectField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { saveFile } from '../../ui/save-file.ts'
import { bookStatuses, ReadingChangedEvent } from './book-reading.ts'

type Asked = BookCheckView['unknown'][number]

export class BookChangedEvent extends Event {
  constructor(readonly book: OldBookView) {
    super('book-changed', { bubbles: true, composed: true })
  }
}

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
                ${wording.start({ cases: this.wording.formats.number(this.taking) })}
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
      ...(ready > 0 ? [wording.ready({ lines: formats.number(ready) })] : []),
      ...(warned > 0 ? [wording.warned({ lines: formats.number(warned) })] : []),
      ...(refused > 0 ? [wording.refused({ lines: formats.number(refused) })] : []),
      ...(skipped > 0 ? [wording.skipped({ lines: formats.number(skipped) })] : []),
    ]
    return html`<p><strong>${wording.counts({ lines: formats.number(rows) })} ${formats.list(counts)}.</strong></p>
      ${this.taking === 0 ? html`<p>${wording.nothing}</p>` : nothing}
      ${
        problems.length > 0
          ? html`<ul>
              ${problems.map(({ code, rows: times }) => html`<li>${wording.rowsWith({ problem: wording.problems[code], lines: formats.number(times) })}</li>`)}
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
      label: wording.meaning({ field: wording.otherwiseFields[field], word, lines: this.wording.formats.number(rows) }),
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
      this.found = await this.client.call('POST /old-books/{id}/check', {
        params: { tenant: this.unit.tenant, id: this.book },
        body: reading,
        timeOut: 300_000,
      })
      this.checked = reading
    })

  private readonly download = () =>
    this.attempt.run(async () => {
      const { bytes, name } = await this.client.file('POST /old-books/{id}/not-taken.csv', {
        params: { tenant: this.unit.tenant, id: this.book },
        body: this.reading,
      })
      saveFile(bytes, name)
    })

  private readonly start = () =>
    this.go(() =>
      this.client.call('POST /old-books/{id}/start', {
        params: { tenant: this.unit.tenant, id: this.book },
        body: this.reading,
      }),
    )

  private readonly end = () =>
    this.go(() =>
      this.client.call('POST /old-books/{id}/end', { params: { tenant: this.unit.tenant, id: this.book }, body: {} }),
    )

  private go(act: () => Promise<OldBookView>) {
    return this.attempt.run(async () => {
      const book = await act()
      this.dispatchEvent(new BookChangedEvent(book))
    })
  }
}

@customElement('book-outcome')
export class BookOutcome extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      progress {
        inline-size: 100%;
        accent-color: var(--accent);
      }
      ul {
        padding-inline-start: 1.2em;
        overflow-wrap: anywhere;
      }
      details > * + * {
        margin-block-start: 12px;
      }
    `,
  ]

  @property({ attribute: false }) book!: OldBookView

  override render() {
    const wording = oldBooksWording(this.wording)
    const { state: stands, keptCases, undoReason } = this.book
    return html`<section class="card" aria-label=${wording.states[stands]}>
      <div role="status"><h2>${wording.states[stands]}</h2>${this.renderSentence()}</div>
      ${this.renderBar()}
      ${undoReason ? html`<p>${wording.because({ reason: undoReason })}</p>` : nothing}
      ${
        keptCases.length > 0
          ? html`<h3>${wording.kept}</h3><ul>${keptCases.map((number) => html`<li>${number}</li>`)}</ul>`
          : nothing
      }
      ${this.renderNotTaken()} ${stands === 'done' ? this.renderUndo() : nothing}
    </section>`
  }

  private renderSentence() {
    const wording = oldBooksWording(this.wording)
    const { number } = this.wording.formats
    const { state: stands, progress } = this.book
    const { rows, taken, refused, skipped, takenBack } = progress
    switch (stands) {
      case 'running':
        return html`<p>${wording.running({ done: number(taken + refused + skipped), lines: number(rows) })}</p>`
      case 'undoing':
        return html`<p>${wording.undoing({ cases: number(takenBack) })}</p>`
      case 'undone':
        return html`<p>${wording.undone({ cases: number(takenBack) })}</p>`
      case 'ended':
        return html`<p>${wording.ended}</p>`
      case 'done':
        return html`<p>${wording.done({ taken: number(taken), lines: number(rows) })}</p>`
      default:
        return html`<p>${wording.reading}</p>`
    }
  }

  private renderBar() {
    const { state: stands, progress } = this.book
    const { rows, taken, refused, skipped } = progress
    if (stands !== 'running') return nothing
    return html`<progress max=${rows} .value=${taken + refused + skipped}
      aria-label=${oldBooksWording(this.wording).progress}></progress>`
  }

  private renderNotTaken() {
    const wording = oldBooksWording(this.wording)
    const { notTaken } = this.book
    if (notTaken.length === 0) return nothing
    return html`<details>
      <summary>${wording.notTaken} (${this.wording.formats.number(notTaken.length)})</summary>
      <ul>${notTaken.map(({ row, code }) => html`<li>${wording.row({ row: String(row) })}: ${wording.problems[code]}</li>`)}</ul>
    </details>`
  }

  private renderUndo() {
    const wording = oldBooksWording(this.wording)
    return html`<details>
      <summary>${wording.undo}</summary>
      <p class="soft">${wording.undoHint}</p>
      <form class="stack" novalidate @submit=${this.onSubmit}>
        ${this.attempt.render()}
        ${textField({
          name: 'reason',
          label: wording.undoReason,
          hint: wording.undoReasonHint,
          rows: 2,
          limit: 1_000,
          error: this.attempt.errors.reason,
        })}
        <div class="actions"><button class="danger" ?disabled=${this.attempt.isBusy}>${wording.undo}</button></div>
      </form>
    </details>`
  }

  protected async send(written: FormData) {
    const book = await this.client.call('POST /old-books/{id}/undo', {
      params: { tenant: this.unit.tenant, id: this.book.id },
      body: { reason: textIn(written, 'reason') },
    })
    this.dispatchEvent(new BookChangedEvent(book))
  }
}
