import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { EvaluationView } from '../../../service/contract/figures.ts'
import { problemCode } from '../../api/problems.ts'
import type { FinishEvaluation } from '../../api/wire.ts'
import { evaluationsAddress } from '../../page/addresses.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { PageElement } from '../../page/page-element.ts'
import './indicator-tables.ts'
import { pageColumn } from '../../page/page-column.ts'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { type EvaluationWording, evaluationWordsIn, nameMonths } from './evaluation-wording.ts'

const written = ['foreword', 'changes', 'analysis', 'followUp'] as const
type Written = Readonly<Record<(typeof written)[number], string>>

const LONGEST = 8_000

const headingsIn = ({ foreword, changesMade, analysis, followUp }: EvaluationWording): Written => ({
  foreword,
  changes: changesMade,
  analysis,
  followUp,
})

@customElement('evaluation-page')
export class EvaluationPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    pageColumn,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: 12px;
      }
      dl > div {
        padding: 12px 16px;
        border-radius: var(--radius-large);
        background: var(--surface);
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      dd {
        font-variant-numeric: tabular-nums;
      }
      .big {
        font-size: 1.5rem;
        font-weight: 650;
        line-height: 1.3;
      }
      @media (max-width: 640px) {
        dl {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ]

  /** Which four months: `2026-3`. */
  @property() evaluation = ''
  @state() private view: EvaluationView | null = null
  @state() private text: EvaluationWording | null = null
  @state() private draft: Written | null = null
  private readonly attempt = new Attempt(this)
  private readonly kept = new KeptForm(this, () => {
    const { view } = this
    if (!view?.mayWrite) return null
    const { id, revision } = view
    return { client: this.client, tenant: this.unit.tenant, number: null, kind: `evaluation-${id}`, revision }
  })

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.evaluation, this.wording.language] as const,
    task: async ([tenant, id, language], { signal }) => {
      const [view, text] = await Promise.all([
        this.client.call('GET /evaluations/{id}', { params: { tenant, id }, signal, timeOut: 120_000 }),
        evaluationWordsIn(language),
      ])
      Object.assign(this, { view, text })
    },
  })

  override render() {
    const { app } = this.wording
    return html`
      <a href=${evaluationsAddress(this.unit.tenant)}>${app.evaluations}</a>
      ${
        this.view?.id === this.evaluation && this.text
          ? this.renderReport(this.view, this.text)
          : this.renderLoaded(this.loading)
      }
    `
  }

  private renderReport(view: EvaluationView, text: EvaluationWording) {
    const { formats } = this.wording
    const { finishedAt, number, measuredAt, received, answered, open, late, receivedBefore } = view
    const count = (name: string, value: number, more = '') =>
      html`<div><dt>${name}</dt><dd class="big">${formats.number(value)}</dd>${more ? html`<dd class="soft small">${more}</dd>` : nothing}</div>`
    return html`
      <div class="spread">
        <h1>${nameMonths(view.id, text)}</h1>
        <div class="row">
          ${(['pdf', 'xlsx'] as const).map(
            (
              format,
            ) => html`<a class="button" download href=${this.client.address(`GET /evaluations/{id}/report.${format}`, { params: { tenant: this.unit.tenant, id: view.id } })}>
              ${icons.download}${text.download[format]}
            </a>`,
          )}
        </div>
      </div>
      ${
        finishedAt
          ? html`<div class="banner ok">${icons.check}<p>${text.signed({ number: number ?? '', day: formats.day(finishedAt) })}</p></div>`
          : html`<p class="soft">${text.measured({ moment: formats.dayAndTime(measuredAt) })}</p>`
      }
      <dl>
        ${count(text.received, received, text.before({ count: formats.number(receivedBefore) }))}
        ${count(text.answered, answered)} ${count(text.open, open)} ${count(text.late, late)}
      </dl>
      <indicator-tables .view=${view} .text=${text}></indicator-tables>
      ${view.mayWrite ? this.renderForm(view, text) : this.renderWritten(view, text)}
    `
  }

  private renderWritten(view: EvaluationView, text: EvaluationWording) {
    const headings = headingsIn(text)
    const filled = written.filter((name) => view[name])
    if (filled.length === 0) return nothing
    return html`<section class="card">
      ${filled.map((name) => html`<div><h2>${headings[name]}</h2><p class="prose">${view[name]}</p></div>`)}
    </section>`
  }

  private renderForm(view: EvaluationView, text: EvaluationWording) {
    const headings = headingsIn(text)
    return html`
      <form class="card stack" novalidate @submit=${this.save}>
        <h2>${text.words}</h2>
        ${this.kept.render(this.wording)}
        ${written.map((name) =>
          textField({
            name,
            label: headings[name],
            hint: name === 'changes' ? text.changesHint : undefined,
            rows: name === 'foreword' ? 3 : 5,
            limit: LONGEST,
            value: (this.draft ?? view)[name],
            optional: this.wording.common.optional,
            written: (words) => this.write(name, words),
          }),
        )}
        ${this.attempt.render()}
        <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${text.save}</button></div>
      </form>
      ${
        view.maySign
          ? html`<signing-form .view=${view} .text=${text} ?blocked=${this.isDirty} .finish=${this.finish}></signing-form>`
          : html`<p class="soft">${text.notOver}</p>`
      }
    `
  }

  private get isDirty(): boolean {
    const { draft, view } = this
    return draft !== null && view !== null && written.some((name) => draft[name] !== view[name])
  }

  private write(name: keyof Written, text: string) {
    const { view } = this
    if (!view) return
    const { foreword, changes, analysis, followUp } = this.draft ?? view
    this.draft = { foreword, changes, analysis, followUp, [name]: text }
  }

  private async save(event: Event) {
    event.preventDefault()
    await this.attempt.run(async () => {
      const { view } = this
      if (!view) return
      const { foreword, changes, analysis, followUp } = this.draft ?? view
      const words = { revision: view.revision, foreword, changes, analysis, followUp }
      const { tenant } = this.unit
      try {
        this.view = await this.kept.send((client) =>
          client.call('PUT /evaluations/{id}', { params: { tenant, id: view.id }, body: words, timeOut: 120_000 }),
        )
      } catch (error) {
        if (problemCode(error) !== 'evaluation/changed-meanwhile') throw error
        // The form shows both, and what was typed goes over what is there now.
        this.view = await this.client.call('GET /evaluations/{id}', {
          params: { tenant, id: view.id },
          timeOut: 120_000,
        })
        throw error
      } finally {
        if (this.view !== view) this.draft = null
      }
      say(this, this.text?.saved ?? '')
    })
  }

  private readonly finish = async (signing: FinishEvaluation) => {
    this.view = await this.client.call('POST /evaluations/{id}/signing', {
      params: { tenant: this.unit.tenant, id: this.evaluation },
      body: signing,
      timeOut: 120_000,
    })
    say(this, this.text?.done ?? '')
  }
}
