import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import { badges } from '../../page/case-badges.ts'
import { PageElement } from '../../page/page-element.ts'
import './data-answer-form.ts'

type Request = CaseView['dataRequests'][number]

/**
 * What the reporter asks about their own data, and where somebody answers. Empty where nothing was asked.
 * @fires case-changed - The case as it stands after an answer.
 */
@customElement('case-data-requests')
export class CaseDataRequests extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      ul,
      li {
        display: grid;
        gap: 12px;
      }
      li {
        gap: 8px;
        padding-block-start: 12px;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .answer {
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--line-strong);
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    if (this.case.dataRequests.length === 0) return nothing
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${this.wording.dataRequests.heading}</h2>
      <ul class="plain">${[...this.case.dataRequests].reverse().map((request) => this.renderRequest(request))}</ul>
    </section>`
  }

  private renderRequest(request: Request) {
    const { dataRequests, formats } = this.wording
    const { at, kindLabel, text, explanation, answer } = request
    return html`<li>
      <div class="spread"><strong>${kindLabel}</strong>${this.renderState(request)}</div>
      <p class="soft small">${formats.dayAndTime(at)} · ${explanation}</p>
      ${text === null ? html`<p class="soft">${dataRequests.hidden}</p>` : html`<p class="prose">${text}</p>`}
      ${
        answer
          ? html`<div class="answer">
              ${answer.text === null ? nothing : html`<p class="prose">${answer.text}</p>`}
              <p class="soft small">${answer.by} · ${formats.dayAndTime(answer.at)}</p>
            </div>`
          : this.renderWaiting(request)
      }
    </li>`
  }

  private renderState({ answer, overdue, dueAt }: Request) {
    const { dataRequests, formats } = this.wording
    if (answer) {
      return html`<span class="badge done">${answer.granted ? dataRequests.granted : dataRequests.refused}</span>`
    }
    return overdue
      ? html`<span class="badge alarm">${dataRequests.overdue}</span>`
      : html`<span class="badge waiting">${dataRequests.due(formats.dayAndTime(dueAt))}</span>`
  }

  private renderWaiting({ id }: Request) {
    if (!this.case.mayAnswerDataRequests) return nothing
    return html`<data-answer-form class="screen-only" number=${this.case.number} request=${id}></data-answer-form>`
  }
}
