import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OldBookView } from '../../../service/contract/old-books.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { oldBooksWording } from '../../wording/old-books-wording.ts'
import { BookChangedEvent } from './book-check.ts'

/**
 * How far an import is, what came of it, and how it is taken back.
 * @fires book-changed
 */
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
      ${undoReason ? html`<p>${wording.because(undoReason)}</p>` : nothing}
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
        return html`<p>${wording.running(number(taken + refused + skipped), number(rows))}</p>`
      case 'undoing':
        return html`<p>${wording.undoing(number(takenBack))}</p>`
      case 'undone':
        return html`<p>${wording.undone(number(takenBack))}</p>`
      case 'ended':
        return html`<p>${wording.ended}</p>`
      case 'done':
        return html`<p>${wording.done(number(taken), number(rows))}</p>`
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
      <ul>${notTaken.map(({ row, code }) => html`<li>${wording.row(String(row))}: ${wording.problems[code]}</li>`)}</ul>
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
    const book = await this.client.oldBooks.undo(this.unit.tenant, this.book.id, textIn(written, 'reason'))
    this.dispatchEvent(new BookChangedEvent(book))
  }
}
