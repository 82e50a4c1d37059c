import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { DispositionView } from '../../service/contract/disposition-view.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'
import { papersWording } from '../wording/papers-wording.ts'

type Assignment = DispositionView['assignments'][number]

/** The disposition slips of a case: who was asked for what, until when, and what they did. Nothing where there is none. */
@customElement('case-dispositions')
export class CaseDispositions extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ol {
        display: grid;
        gap: 14px;
      }
      li {
        display: grid;
        gap: 4px;
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--line-strong);
      }
      li.done {
        border-color: var(--accent);
      }
      .late {
        color: var(--danger);
        font-weight: 600;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        gap: 2px 12px;
      }
      details > section {
        margin-block-start: 14px;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @state() private telling = ''

  override render() {
    const papers = papersWording(this.wording)
    const [newest, ...earlier] = this.case.dispositions
    this.hidden = !newest
    if (!newest) return nothing
    return html`<section class="card" aria-labelledby="heading">
      ${this.renderSlip(newest, html`<h2 id="heading">${papers.dispositions}</h2>`)}
      ${
        earlier.length === 0
          ? nothing
          : html`<details class="screen-only">
              <summary>${papers.earlierSlips(earlier.length)}</summary>
              ${earlier.map((slip) => this.renderSlip(slip))}
            </details>`
      }
    </section>`
  }

  private renderSlip(slip: DispositionView, heading: unknown = nothing) {
    const { formats } = this.wording
    const papers = papersWording(this.wording)
    const { id, at, by, assignments } = slip
    return html`<div role="group" class="stack" aria-label=${papers.slipOf(formats.dayAndTime(at))}>
      <div class="spread">
        <div class="head">${heading}<p class="soft small">${by} · ${formats.dayAndTime(at)}</p></div>
        <a class="button quiet screen-only" href=${this.client.papers.slipAddress(this.unit.tenant, this.case.number, id)}
          target="_blank" rel="noopener">${icons.file}${papers.slipPdf}</a>
      </div>
      <ol class="plain">${assignments.map((one, place) => this.renderAssignment(slip, one, place === 0))}</ol>
    </div>`
  }

  private renderAssignment({ id }: DispositionView, one: Assignment, leads: boolean) {
    const { formats, vocabulary } = this.wording
    const papers = papersWording(this.wording)
    const { name, position, instructions, text, dueOn, done, own } = one
    const isLate = dueOn !== null && !done && formats.daysUntil(dueOn) < 0
    return html`<li class=${done ? 'done' : ''}>
      <div class="spread">
        <p><strong>${name}</strong> <span class="soft small">${position} · ${leads ? papers.leads : papers.assists}</span></p>
        ${
          own && !done && this.telling !== id
            ? html`<button type="button" class="screen-only" @click=${() => this.onTelling(id)}>${icons.check}${papers.tellDone}</button>`
            : nothing
        }
      </div>
      ${
        instructions.length > 0
          ? html`<p>${instructions.map((code) => vocabulary.dispatchInstructions[code]).join(' · ')}</p>`
          : nothing
      }
      ${text ? html`<p class="prose">${text}</p>` : nothing}
      ${
        dueOn
          ? html`<p class="small ${isLate ? 'late' : 'soft'}">${(isLate ? papers.wasDue : papers.due)(formats.longDay(dueOn))}</p>`
          : nothing
      }
      ${done ? html`<p class="small">${icons.check}${papers.doneOn(formats.dayAndTime(done.at))}${done.by ? `, ${done.by}` : ''}: ${done.text}</p>` : nothing}
      ${
        own && !done && this.telling === id
          ? html`<carried-out-form number=${this.case.number} slip=${id} @form-closed=${this.onClosed}
              @case-changed=${this.onClosed}></carried-out-form>`
          : nothing
      }
    </li>`
  }

  private async onTelling(slip: string) {
    await import('./carried-out-form.ts')
    this.telling = slip
  }

  private onClosed() {
    this.telling = ''
  }
}
