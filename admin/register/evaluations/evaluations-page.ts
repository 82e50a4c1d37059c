import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { EvaluationList } from '../../../service/contract/figures.ts'
import { evaluationAddress } from '../../page/addresses.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { type EvaluationWording, evaluationWordsIn, nameMonths } from './evaluation-wording.ts'

@customElement('evaluations-page')
export class EvaluationsPage extends PageElement {
  static override styles = [
    PageElement.styles,
    pageColumn,
    css`
      ul {
        display: grid;
        gap: 8px;
      }
      .card {
        gap: 2px;
        padding-block: 14px;
      }
      .card a {
        font-weight: 600;
        padding-block: 2px;
      }
    `,
  ]

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.wording.language] as const,
    task: async ([tenant, language], { signal }) => {
      const [{ items }, text] = await Promise.all([
        this.client.call('GET /evaluations', { params: { tenant }, signal }),
        evaluationWordsIn(language),
      ])
      return { items, text }
    },
  })

  override render() {
    const { app } = this.wording
    return html`
      <h1>${app.evaluations}</h1>
      ${this.renderLoaded(
        this.loading,
        ({ items, text }) => html`<p class="soft">${text.intro}</p>
          <ul class="plain" aria-label=${text.list}>${items.map((item) => this.renderItem(item, text))}</ul>`,
      )}
    `
  }

  private renderItem({ id, period, state: stands, number }: EvaluationList['items'][number], text: EvaluationWording) {
    const { formats } = this.wording
    return html`<li class="card">
      <div class="spread">
        <a href=${evaluationAddress(this.unit.tenant, id)}>${nameMonths(id, text)}</a>
        <strong class=${stands === 'finished' ? '' : 'soft'}>${text.states[stands]}</strong>
      </div>
      <p class="soft small">
        ${formats.months(`${period.from}-01`, `${period.to}-01`)}${number ? html` · ${text.number({ number })}` : nothing}
      </p>
    </li>`
  }
}
