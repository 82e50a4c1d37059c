import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EvaluationView } from '../../../service/contract/figures.ts'
import { langOf } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/bar-list.ts'
import type { FinishEvaluation } from '../../api/wire.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { textIn } from '../../ui/form.ts'
import { wordFor } from '../../wording/wording.ts'
import type { EvaluationWording } from './evaluation-wording.ts'

type Indicator = EvaluationView['indicators'][number]

const groups = ['speed', 'clarity', 'communication', 'data'] as const

@customElement('indicator-tables')
export class IndicatorTables extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 16px;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-variant-numeric: tabular-nums;
      }
      caption {
        padding-block-end: 6px;
        font-size: var(--size-large);
        font-weight: 650;
        text-align: start;
      }
      th,
      td {
        padding: 7px 12px 7px 0;
        border-block-end: 1px solid var(--line);
        text-align: start;
        vertical-align: top;
        font-weight: 400;
      }
      thead th {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      .better {
        color: var(--ok);
      }
      .worse {
        color: var(--danger);
      }
      @media (max-width: 640px) {
        thead {
          display: none;
        }
        tr {
          display: grid;
          padding-block: 6px;
          border-block-end: 1px solid var(--line);
        }
        th,
        td {
          padding: 1px 0;
          border: 0;
        }
        th {
          font-weight: 600;
        }
        td[data-column]::before {
          content: attr(data-column) ': ';
          color: var(--ink-soft);
        }
      }
    `,
  ]

  @property({ attribute: false }) view!: EvaluationView
  @property({ attribute: false }) text!: EvaluationWording

  override render() {
    const { formats } = this.wording
    const bars = this.view.categories.map(({ label, now, before }) => ({
      ...{ label, lang: langOf(this.unit.view, label) },
      value: now,
      shown: `${formats.number(now)} (${this.text.before({ count: formats.number(before) })})`,
    }))
    return html`
      ${groups.map((group) => this.renderGroup(group, group === 'data' && bars.length > 0 ? html`<ui-bars .bars=${bars}></ui-bars>` : nothing))}
      <p class="soft small">${this.text.few}</p>
    `
  }

  private renderGroup(group: Indicator['group'], more: unknown) {
    return html`<div class="card">
      <table>
        <caption>${this.text.groups[group]}</caption>
        <thead>
          <tr>
            <th scope="col">${this.text.indicator}</th>
            <th scope="col">${this.text.now}</th>
            <th scope="col">${this.text.earlier}</th>
            <th scope="col">${this.text.change}</th>
          </tr>
        </thead>
        <tbody>
          ${this.view.indicators.filter((one) => one.group === group).map((one) => this.renderIndicator(one))}
        </tbody>
      </table>
      ${more}
    </div>`
  }

  private renderIndicator({ name, unit, now, before, change, isOfFew }: Indicator) {
    return html`<tr>
      <th scope="row">${wordFor(this.text.indicators, name) ?? name}</th>
      <td data-column=${this.text.now}>${this.sayValue(now, unit)}</td>
      <td data-column=${this.text.earlier}>${this.sayValue(before, unit)}</td>
      <td class=${change ?? ''}>${change ? this.text.changes[change] : '–'}${change && isOfFew ? ' *' : ''}</td>
    </tr>`
  }

  private sayValue({ value, part, of, undone = 0 }: Indicator['now'], unit: Indicator['unit']): string {
    const { formats } = this.wording
    if (value === null) return undone > 0 ? this.text.noneOf({ undone }) : this.text.notMeasured
    const number = formats.number
    return unit === 'days'
      ? this.text.days({ days: number(value), of: number(of), undone })
      : this.text.share({ percent: number(value), part: number(part ?? 0), of: number(of) })
  }
}

const signs = ['number', 'city', 'name', 'position', 'rank', 'nip'] as const
const needed: readonly string[] = ['number', 'name', 'position']

@customElement('signing-form')
export class SigningForm extends FormElement {
  static override styles = [
    FormElement.styles,
    css`
      .pairs {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
        gap: 12px;
      }
    `,
  ]

  @property({ attribute: false }) view!: EvaluationView
  @property({ attribute: false }) text!: EvaluationWording
  @property({ type: Boolean }) blocked = false
  @property({ attribute: false }) finish!: (signing: FinishEvaluation) => Promise<void>

  override render() {
    const { common } = this.wording
    const { city, signatories } = this.view
    const known: Partial<Record<(typeof signs)[number], string>> = { ...signatories[0], city }
    return html`<form class="card stack" novalidate @submit=${this.onSubmit}>
      <div><h2>${this.text.sign}</h2><p class="soft">${this.text.signHint}</p></div>
      <div class="pairs">
        ${signs.map((name) =>
          textField({
            name,
            label: this.text.signing[name],
            value: known[name] ?? '',
            limit: 120,
            error: this.attempt.errors[name],
            optional: needed.includes(name) ? undefined : common.optional,
          }),
        )}
      </div>
      ${this.attempt.render()}
      <div class="actions">
        <button ?disabled=${this.attempt.isBusy || this.blocked}>${this.text.signNow}</button>
        ${this.blocked ? html`<span class="soft">${this.text.unsaved}</span>` : ''}
      </div>
    </form>`
  }

  protected async send(written: FormData) {
    if (this.blocked) return
    const [number, city, name, position, rank, nip] = signs.map((one) => textIn(written, one))
    const { revision } = this.view
    await this.finish({
      revision,
      number: number ?? '',
      city: city ?? '',
      name: name ?? '',
      position: position ?? '',
      rank: rank ?? '',
      nip: nip ?? '',
    })
  }
}
