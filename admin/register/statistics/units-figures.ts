import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SessionView } from '../../../service/contract/account.ts'
import type { ReportView } from '../../../service/contract/figures.ts'
import { unitAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import { selectField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { offeredPeriods, type StatisticsWording, statisticsWordsIn } from './periods.ts'

/** A smaller number may point at somebody; it is the limit of the public figures. */
export const SMALLEST_SHOWN = 5

/** How a unit did, in numbers that point at nobody. `null` stands for one that is too small to be shown. */
export interface RowOfUnit {
  readonly received: number | null
  /** Percent of what had to be answered, the overdue counted. */
  readonly inTime: number | null
  readonly late: number | null
  /** What is open now, whenever it was received. */
  readonly open: number | null
}

const shown = (cases: number): number | null => (cases === 0 || cases >= SMALLEST_SHOWN ? cases : null)

export function rowOfUnit({ received, measures, late, open, standing, inTimePercent }: ReportView): RowOfUnit {
  const inTime = measures.find(({ name }) => name === 'in_time')?.now
  const isOfMany = inTime !== undefined && inTime.of.cases + (standing?.lateEarlier ?? 0) >= SMALLEST_SHOWN
  return {
    received: shown(received.now.cases),
    inTime: isOfMany ? inTimePercent.now : null,
    late: shown(standing?.late ?? late.cases),
    open: shown(standing?.open ?? open.cases),
  }
}

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
    fields,
    css`
      section {
        display: grid;
        gap: 12px;
      }
      .field {
        max-inline-size: 320px;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
      }
      th,
      td {
        padding: 10px 8px;
        text-align: end;
        font-variant-numeric: tabular-nums;
      }
      th:first-child {
        padding-inline-start: 0;
        text-align: start;
        font-weight: 600;
      }
      thead th {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      tbody tr {
        border-block-start: 1px solid var(--line);
      }
      /* On a phone each unit is a block: its name, and below it each number with what it counts. */
      @media (max-width: 599px) {
        thead {
          display: none;
        }
        tbody tr {
          display: grid;
          grid-template-columns: repeat(4, 1fr);
          padding-block: 8px;
        }
        tbody th {
          grid-column: 1 / -1;
          padding-block: 4px;
        }
        td {
          padding: 4px 8px 4px 0;
          text-align: start;
        }
        td::before {
          content: attr(data-label);
          display: block;
          color: var(--ink-soft);
          font-size: var(--size-small);
        }
      }
    `,
  ]

  @property({ attribute: false }) session!: SessionView

  /** `2026-11` or `2026-09_2026-11`; empty for this month. */
  @state() private chosen = ''

  private get months(): string {
    return this.chosen || this.wording.formats.today().slice(0, 7)
  }

  private readonly loading = new Task(this, {
    args: () => [this.session, this.months, this.wording] as const,
    task: async ([{ tenants }, months, wording], { signal }) => {
      const words = await statisticsWordsIn(wording)
      const read = tenants.filter(({ permissions }) => permissions.includes('cases.read'))
      const lines = read.map(
        async ({ tenant, name }): Promise<UnitLine> => ({
          ...{ tenant, name },
          row: await this.client
            .call('GET /reports/{id}', { params: { tenant, id: months }, signal })
            .then(rowOfUnit, () => null),
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
    const offered = offeredPeriods(words.formats.today(), words)
    return html`<section class="card" aria-label=${names.heading}>
      <h2>${names.heading}</h2>
      <div @change=${(event: Event) => this.choose(event)}>
        ${selectField({
          ...{ name: 'months', label: names.period, value: this.months },
          options: offered,
        })}
      </div>
      <table>
        <thead><tr>
          ${[names.unit, names.received, names.inTime, names.late, names.open].map((label) => html`<th scope="col">${label}</th>`)}
        </tr></thead>
        <tbody>${lines.map((line) => this.renderLine(line, names))}</tbody>
      </table>
      <p class="soft small">${names.hidden({ least: SMALLEST_SHOWN })}</p>
    </section>`
  }

  private renderLine({ tenant, name, row }: UnitLine, names: StatisticsWording['statistics']['units']) {
    const cell = (label: string, value: number | null | undefined, suffix = '') =>
      html`<td data-label=${label}>${value == null ? '–' : `${this.wording.formats.number(value)}${suffix}`}</td>`
    return html`<tr>
      <th scope="row"><a href=${`${unitAddress(tenant)}/reports`}>${name}</a></th>
      ${cell(names.received, row?.received)}${cell(names.inTime, row?.inTime, '%')}${cell(names.late, row?.late)}${cell(names.open, row?.open)}
    </tr>`
  }

  private choose({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.chosen = target.value
  }
}
