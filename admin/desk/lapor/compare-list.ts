import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import type { ReconciledView } from '../../../service/contract/transfers.ts'
import { caseAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import laporWording from '../../texts/lapor.json'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { targetOf } from '../../ui/target.ts'

const MOST = 60_000

/** A list that was copied out of the national channel, against the unit's cases. The list stays in this page. */
@customElement('compare-list')
export class CompareList extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .card,
      form,
      .found {
        display: grid;
        gap: 12px;
      }
      li {
        padding-block: 6px;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .id {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      summary {
        padding-block: 4px;
        font-weight: 600;
      }
    `,
  ]

  @state() private text = ''
  @state() private error = ''
  @state() private found: ReconciledView | null = null
  @query('textarea') private readonly area!: HTMLTextAreaElement
  @query('[tabindex]') private readonly result!: HTMLElement
  private readonly attempt = new Attempt(this)

  override render() {
    const { page } = laporWording(this.wording)
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${page.compare}</h2>
      <form novalidate @submit=${this.compare}>
        ${textField({ name: 'list', label: page.list, hint: page.listHint, rows: 6, value: this.text, error: this.error })}
        <div class="field">
          <label for="file">${page.file}</label>
          <input id="file" type="file" accept=".csv,.txt,text/csv,text/plain" @change=${this.takeFile}>
        </div>
        ${this.attempt.render()}
        <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${page.submit}</button></div>
      </form>
      ${this.found ? this.renderFound(this.found) : nothing}
    </section>`
  }

  private renderFound({ bad, matched, missingHere, missingThere }: ReconciledView) {
    const { page } = laporWording(this.wording)
    const { vocabulary } = this.wording
    return html`<div class="found">
      <p tabindex="-1" role="status"><strong>${page.result({ matched: matched.length, missingHere: missingHere.length, missingThere: missingThere.length })}</strong></p>
      ${this.renderPart(
        page.bad,
        bad.map(({ line, code }) => html`${page.line({ line })}: ${page.badCodes[code]}`),
      )}
      ${this.renderPart(
        page.missingHere,
        missingHere.map(
          ({ id, day, note, line }) =>
            html`<span class="id">${id}</span> <span class="soft small">${[page.line({ line }), this.dayIn(day), note].filter(Boolean).join(' · ')}</span>`,
        ),
      )}
      ${this.renderPart(
        page.missingThere,
        missingThere.map(
          ({ id, number, subject }) => html`${this.linkTo(number)} <span class="id">${id}</span> ${subject}`,
        ),
      )}
      ${this.renderPart(
        page.matched,
        matched.map(
          ({ id, note, case: { number, status } }) =>
            html`${this.linkTo(number)} <span class="id">${id}</span>
              <span class="soft small">${[vocabulary.statuses[status], note].filter(Boolean).join(' · LAPOR!: ')}</span>`,
        ),
        false,
      )}
    </div>`
  }

  private renderPart(heading: string, lines: readonly unknown[], isOpen = true) {
    if (lines.length === 0) return nothing
    return html`<details ?open=${isOpen}>
      <summary>${heading} (${this.wording.formats.number(lines.length)})</summary>
      <ul class="plain">${lines.map((line) => html`<li>${line}</li>`)}</ul>
    </details>`
  }

  private linkTo = (number: string) => html`<a href=${caseAddress(this.unit.tenant, number)}>${number}</a>`

  private dayIn = (day: string | null) => day && this.wording.formats.day(day)

  private async takeFile(event: Event) {
    const [file] = targetOf(event, HTMLInputElement).files ?? []
    if (!file) return
    this.text = await file.text()
    this.area.value = this.text
  }

  private async compare(event: Event) {
    event.preventDefault()
    const { page } = laporWording(this.wording)
    this.text = this.area.value
    const isEmpty = this.text.trim() === ''
    this.error = isEmpty ? this.wording.common.required : this.text.length > MOST ? page.tooLong : ''
    if (this.error) return this.area.focus()
    await this.attempt.run(async () => {
      this.found = await this.client.call('POST /lapor/reconciliation', {
        params: this.inUnit,
        body: { text: this.text },
      })
      await this.updateComplete
      this.result.focus()
    })
  }
}
