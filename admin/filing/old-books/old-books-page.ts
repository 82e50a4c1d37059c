import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { OldBookView } from '../../../service/contract/arrivals.ts'
import { oldBookAddress } from '../../page/addresses.ts'
import { goTo } from '../../page/navigation.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { failedState, pendingState } from '../../ui/controls.ts'
import { targetOf } from '../../ui/target.ts'
import '../../ui/empty-state.ts'
import oldBooksWording from '../../texts/old-books.json'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'

const MOST_BYTES = 20 * 1024 * 1024

@customElement('old-books-page')
export class OldBooksPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    pageColumn,
    css`
      input[type='file'] {
        max-inline-size: 100%;
      }
      .list {
        display: grid;
        gap: 2px;
      }
      .list li {
        padding-block: 10px;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
    `,
  ]

  @state() private isTooLarge = false
  private readonly attempt = new Attempt(this)
  private readonly books = this.load((tenant, signal) =>
    this.client.call('GET /old-books', { params: { tenant }, signal }),
  )

  override render() {
    const wording = oldBooksWording(this.wording)
    return html`
      <div>
        <h1>${this.wording.app.oldBooks}</h1>
        <p class="soft">${wording.intro}</p>
      </div>
      <div class="card">
        ${this.attempt.render()}
        <div class="field">
          <label for="file">${wording.file}</label>
          <input id="file" type="file" accept=".xlsx,.csv,.tsv,.txt" aria-describedby="file-hint"
            ?disabled=${this.attempt.isBusy} @change=${this.bring}>
          <span class="hint" id="file-hint">${wording.fileHint}</span>
          <div role="status">${this.isTooLarge ? html`<span class="error">${icons.alert}${wording.tooLarge}</span>` : nothing}</div>
        </div>
        <div role="status">${this.attempt.isBusy ? wording.reading : nothing}</div>
      </div>
      <section class="card" aria-labelledby="list">
        <h2 id="list">${wording.list}</h2>
        ${this.books.render({
          pending: () => pendingState(wording.loading),
          error: () => failedState(wording.failed, this.wording.common.tryAgain, () => void this.books.run()),
          complete: ({ items }) =>
            items.length === 0
              ? html`<ui-empty icon="list" heading=${wording.emptyHeading} text=${wording.emptyText}></ui-empty>`
              : html`<ul class="plain list" aria-labelledby="list">${items.map((book) => this.renderBook(book))}</ul>`,
        })}
      </section>
    `
  }

  private renderBook({ id, number, state: stands, begunAt, by, fileName, progress }: OldBookView) {
    const { formats } = this.wording
    const wording = oldBooksWording(this.wording)
    const count =
      stands === 'done' || stands === 'running' ? wording.taken({ cases: formats.number(progress.taken) }) : null
    return html`<li>
      <div class="spread">
        <a href=${oldBookAddress(this.unit.tenant, id)}><strong>${wording.name({ number })}</strong></a>
        <span>${wording.states[stands]}${count ? ` · ${count}` : nothing}</span>
      </div>
      <span class="soft small">${fileName ? `${fileName} · ` : nothing}${wording.begun({ when: formats.dayAndTime(begunAt), by })}</span>
    </li>`
  }

  private readonly bring = async (event: Event) => {
    const input = targetOf(event, HTMLInputElement)
    const file = input.files?.[0]
    if (!file) return
    this.isTooLarge = file.size > MOST_BYTES
    if (!this.isTooLarge) {
      await this.attempt.run(async () => {
        const { id } = await this.client.call('POST /old-books', {
          params: this.inUnit,
          bytes: file,
          headers: { 'X-File-Name': encodeURIComponent(file.name.slice(-200)) },
          timeOut: 300_000,
        })
        goTo(oldBookAddress(this.unit.tenant, id))
      })
    }
    input.value = ''
  }
}
