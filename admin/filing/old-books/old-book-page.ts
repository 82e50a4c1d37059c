import './book-check.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OldBookView } from '../../../service/contract/arrivals.ts'
import type { BookReading } from '../../api/wire.ts'
import { oldBooksAddress } from '../../page/addresses.ts'
import { columnOf } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import oldBooksWording from '../../texts/old-books.json'
import { Attempt } from '../../ui/attempt.ts'
import { failedState, pendingState } from '../../ui/controls.ts'
import { icons } from '../../ui/icons.ts'
import type { BookChangedEvent } from './book-check.ts'
import { guessedReading, type ReadingChangedEvent } from './book-reading.ts'

const LOOKS_EVERY = 1_000

@customElement('old-book-page')
export class OldBookPage extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ${columnOf(960)}
      .back {
        display: inline-flex;
        align-items: center;
        gap: 4px;
      }
    `,
  ]

  @property() book = ''
  @state() private view: OldBookView | null = null
  @state() private reading: BookReading | null = null
  private readonly attempt = new Attempt(this)
  private looking: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback() {
    super.disconnectedCallback()
    clearTimeout(this.looking)
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('book')) void this.look()
  }

  override render() {
    const wording = oldBooksWording(this.wording)
    const { formats } = this.wording
    const { view } = this
    if (this.attempt.refusal)
      return failedState(this.attempt.refusal, this.wording.common.tryAgain, () => void this.look())
    if (!view) return pendingState(wording.loading)
    return html`
      <div>
        <a class="back" href=${oldBooksAddress(this.unit.tenant)}>${icons.left}${wording.back}</a>
        <h1>${wording.name({ number: view.number })}${view.fileName ? `: ${view.fileName}` : nothing}</h1>
        <p class="soft">${wording.begun({ when: formats.dayAndTime(view.begunAt), by: view.by })}</p>
        ${view.endsAt ? html`<p class="soft">${wording.waits({ until: formats.dayAndTime(view.endsAt) })}</p>` : nothing}
      </div>
      ${this.renderBody(view)}
    `
  }

  private renderBody(view: OldBookView) {
    if (view.state !== 'open') return html`<book-outcome .book=${view} @book-changed=${this.onChanged}></book-outcome>`
    if (!view.own || !this.reading)
      return html`<p class="banner">${icons.lock}${oldBooksWording(this.wording).notYours}</p>`
    const { columns } = this.reading
    const isComplete =
      columns.receivedOn !== undefined && (columns.subject !== undefined || columns.story !== undefined)
    return html`<div class="stack" @reading-changed=${this.onReading} @book-changed=${this.onChanged}>
      <book-reading .book=${view} .reading=${this.reading}></book-reading>
      ${
        isComplete
          ? html`<book-preview book=${view.id} .reading=${this.reading}></book-preview>
              <book-check book=${view.id} .reading=${this.reading}></book-check>`
          : nothing
      }
    </div>`
  }

  private readonly onReading = ({ reading }: ReadingChangedEvent) => {
    this.reading = reading
  }

  private readonly onChanged = ({ book }: BookChangedEvent) => this.show(book)

  private async look() {
    const asked = this.book
    await this.attempt.run(async () => {
      const view = await this.client.call('GET /old-books/{id}', {
        params: { tenant: this.unit.tenant, id: asked },
        background: true,
      })
      if (asked === this.book && this.isConnected) this.show(view)
    })
  }

  private show(view: OldBookView) {
    this.attempt.refusal = ''
    this.view = view
    this.reading ??= guessedReading(view, this.fullestSheet(view), this.unit.view.categories[0]?.code ?? '')
    clearTimeout(this.looking)
    const isMoving = view.state === 'running' || view.state === 'undoing' || view.state === 'reading'
    if (isMoving) this.looking = setTimeout(() => void this.look(), LOOKS_EVERY)
  }

  private fullestSheet({ sheets }: OldBookView): number {
    const known = sheets.map(({ columns }) => Object.keys(columns).length)
    return Math.max(0, known.indexOf(Math.max(0, ...known)))
  }
}
