import { css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { LaporMissing } from '../../../service/contract/transfers.ts'
import { caseAddress } from '../../page/addresses.ts'
import { ownWords } from '../../page/own-words.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/empty-state.ts'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { PagedList } from '../../ui/paged-list.ts'
import './compare-list.ts'
import laporWording from '../../texts/lapor.json'

type Item = LaporMissing['items'][number]

const ages = [0, 1, 3, 7, 14, 30] as const

@customElement('lapor-page')
export class LaporPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    pageColumn,
    css`
      .card {
        display: grid;
        gap: 12px;
      }
      .list {
        display: grid;
        gap: 2px;
      }
      .list li {
        padding-block: 8px;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .number {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
    `,
  ]

  @state() private days = 3

  private readonly list = new PagedList<Item>(this, {
    args: () => [this.unit.tenant, this.wording.language, this.days],
    load: (cursor, signal) =>
      this.client.call('GET /lapor', { params: this.inUnit, query: { days: this.days, cursor }, signal }),
  })

  override render() {
    const { page } = laporWording(this.wording)
    return html`
      <div>
        <h1>${this.wording.app.lapor}</h1>
        <p class="soft">${page.intro}</p>
      </div>
      <section class="card" aria-labelledby="missing">
        <h2 id="missing">${page.missing}</h2>
        ${selectField({
          name: 'days',
          label: page.days,
          value: String(this.days),
          options: ages.map((days) => ({ value: String(days), label: page.daysOption({ days }) })),
          chosen: (days) => {
            this.days = Number(days)
          },
        })}
        ${this.list.render({
          loading: page.loading,
          empty: () => html`<ui-empty icon="check" heading=${page.emptyHeading} text=${page.emptyText}></ui-empty>`,
          full: (items, more) => html`<ul class="plain list" aria-label=${page.missing}>
              ${items.map((item) => this.renderCase(item))}
            </ul>
            ${more}`,
        })}
      </section>
      <compare-list></compare-list>
    `
  }

  private renderCase({ number, subject, receivedAt, status, categoryLabel }: Item) {
    const { vocabulary, formats } = this.wording
    const { page } = laporWording(this.wording)
    return html`<li>
      <a class="number" href=${caseAddress(this.unit.tenant, number)}>${number}</a> ${subject}<br>
      <span class="soft small">${vocabulary.statuses[status]} · ${ownWords(this.unit.view, categoryLabel)} · ${page.received({ day: formats.day(receivedAt) })}</span>
    </li>`
  }
}
