import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/session.ts'
import { unitAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import { offeredPeriods } from './periods.ts'
import { type RowOfUnit, rowOfUnit, SMALLEST_SHOWN } from './row-of-unit.ts'
import { type StatisticsWording, statisticsWordsIn } from './statistics-wording.ts'

interface UnitLine {
  readonly tenant: string
  readonly name: string
  /** `null` if the figures could not be had now. */
  readonly row: RowOfUnit | null
}

/**
 * The units whose cases somebody may read, one beside the other: counts only, no words, and nothing small. Each leads
 * to its own report.
 */
@customElement('units-figures')
export class UnitsFigures extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      .scroll {
        overflow-x: auto;
      }
      table {
        inline-size: 100%;
      }
      td,
      thead th + th {
        text-align: end;
        white-space: nowrap;
      }
    `,
  ]

  @property({ attribute: false }) session!: SessionView

  /** `2026-11` or `2026-09_2026-11`; this month at first. */
  @state() private months = new Date().toISOString().slice(0, 7)

  private readonly loading = new Task(this, {
    args: () => [this.session, this.months, this.wording] as const,
    task: async ([{ tenants }, months, wording], { signal }) => {
      const words = await statisticsWordsIn(wording)
      const read = tenants.filter(({ permissions }) => permissions.includes('cases.read'))
      const lines = read.map(
        async ({ tenant, name }): Promise<UnitLine> => ({
          ...{ tenant, name },
          row: await this.client.evaluations.readMonths(tenant, months, '', signal).then(rowOfUnit, () => null),
        }),
      )
      return { words, lines: await Promise.all(lines) }
    },
  })

  override render() {
    return this.renderLoaded(this.loading, ({ words, lines }) =>
      lines.length < 2 ? nothing : this.renderTable(words, lines),
    )
  }

  private renderTable(words: StatisticsWording, lines: readonly UnitLine[]) {
    const names = words.statistics.units
    const offered = offeredPeriods(words.formats.plainDay(new Date().toISOString()), null, words)
    const addressOfMonths = ({ from, to }: { readonly from: string; readonly to: string }) =>
      from === to ? from : `${from}_${to}`
    return html`<section class="card" aria-label=${names.heading}>
      <h2>${names.heading}</h2>
      <label>${names.period}
        <select @change=${(event: Event) => this.choose(event)}>
          ${offered.map(
            (one) =>
              html`<option value=${addressOfMonths(one)} ?selected=${addressOfMonths(one) === this.months}>${one.label}</option>`,
          )}
        </select>
      </label>
      <div class="scroll"><table>
        <thead><tr>
          ${[names.unit, names.received, names.inTime, names.late, names.open].map((label) => html`<th scope="col">${label}</th>`)}
        </tr></thead>
        <tbody>${lines.map((line) => this.renderLine(line))}</tbody>
      </table></div>
      <p class="soft small">${names.hidden(SMALLEST_SHOWN)}</p>
    </section>`
  }

  private renderLine({ tenant, name, row }: UnitLine) {
    const cell = (value: number | null | undefined, suffix = '') =>
      html`<td>${value == null ? '–' : `${value}${suffix}`}</td>`
    return html`<tr>
      <th scope="row"><a href=${`${unitAddress(tenant)}/reports`}>${name}</a></th>
      ${cell(row?.received)}${cell(row?.inTime, '%')}${cell(row?.late)}${cell(row?.open)}
    </tr>`
  }

  private choose({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.months = target.value
  }
}
