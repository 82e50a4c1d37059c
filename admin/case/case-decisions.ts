import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { DispositionView } from '../../service/contract/disposition-view.ts'
import { PageElement } from '../page/page-element.ts'
import forwardingWording from '../texts/forwarding.json'
import improvementWording from '../texts/improvement.json'
import papersWording from '../texts/papers.json'
import { icons } from '../ui/icons.ts'

interface Decision {
  readonly tone: 'waits' | 'told' | 'objects' | 'ended'
  readonly heading: string
  readonly strong?: string | undefined
  readonly text: string
  readonly below?: string | TemplateResult
}

@customElement('case-decisions')
export class CaseDecisions extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      :host([empty]) {
        display: none;
      }
      .card {
        gap: 6px;
        border-inline-start: 4px solid var(--line-strong);
      }
      @media print {
        .card {
          padding-inline-start: 12px;
        }
      }
      .waits {
        border-color: var(--note-line);
      }
      .told {
        border-color: var(--accent);
      }
      .objects {
        border-color: var(--danger);
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    const decisions = this.decisions()
    this.toggleAttribute('empty', decisions.length === 0)
    return decisions.map(
      ({ tone, heading, strong, text, below }) => html`<section class="card ${tone}" aria-label=${heading}>
        <h2>${heading}</h2>
        ${strong ? html`<p><strong>${strong}</strong></p>` : nothing}
        <p class="prose">${text}</p>
        ${below ? html`<p class="soft small">${below}</p>` : nothing}
      </section>`,
    )
  }

  private decisions(): Decision[] {
    return [
      ...this.objection(),
      ...this.proposal(),
      ...this.completion(),
      ...this.declined(),
      ...this.offer(),
      ...this.forwarded(),
      ...this.answer(),
      ...this.improvement(),
      ...this.rating(),
      ...this.instruction(),
      ...this.grounded(),
      ...this.redacted(),
    ]
  }

  private proposal(): Decision[] {
    const { casePage } = this.wording
    const { proposal, status } = this.case
    if (!proposal) return []
    const heading = status === 'awaiting_approval' ? casePage.proposal : casePage.returned
    return [
      { tone: 'waits', heading, strong: proposal.outcomeLabel, text: proposal.text, below: this.signed(proposal) },
    ]
  }

  private answer(): Decision[] {
    const { answer } = this.case
    if (!answer) return []
    const heading = this.wording.casePage.answer
    return [{ tone: 'told', heading, strong: answer.outcomeLabel, text: answer.text, below: this.signed(answer) }]
  }

  private improvement(): Decision[] {
    const { improvement } = this.case
    if (!improvement) return []
    const words = improvementWording(this.wording)
    const { formats } = this.wording
    const { cause, causeText, change, owner, checkOn, proof, checks } = improvement
    const last = checks.at(-1)
    const below = [
      words.answersFor({ who: [owner.name, owner.position].filter(Boolean).join(', ') }),
      ...(checkOn ? [words.checkedOn({ day: formats.day(checkOn) })] : []),
      proof.kind === 'none'
        ? words.proofNone({ because: proof.because })
        : words.proofDated({ name: proof.name, day: formats.day(proof.on) }),
      ...(last ? [`${last.holds ? words.holds : words.holdsNot}: ${last.text} (${this.signed(last)})`] : []),
    ].join(' · ')
    return [
      { tone: 'told', heading: words.heading, strong: words.causes[cause], text: `${causeText}\n${change}`, below },
    ]
  }

  private objection(): Decision[] {
    const { objection, status } = this.case
    if (!objection) return []
    const { casePage, formats } = this.wording
    const tone = status === 'objected' ? 'objects' : 'told'
    return [{ tone, heading: casePage.objection, text: objection.text, below: formats.dayAndTime(objection.at) }]
  }

  private completion(): Decision[] {
    const { completion, status } = this.case
    if (!completion || status !== 'incomplete') return []
    const { casePage, vocabulary, formats } = this.wording
    const items = completion.items
      .map((item) => `${completion.brought.includes(item) ? '✓ ' : ''}${vocabulary.completionItems[item]}`)
      .join(' · ')
    const below = casePage.completionUntil({ date: formats.longDay(completion.until) })
    return [{ tone: 'waits', heading: casePage.completion, strong: items, text: completion.text, below }]
  }

  private declined(): Decision[] {
    const { declined } = this.case
    if (!declined) return []
    const { casePage, formats } = this.wording
    const below = html`${casePage.elsewhere}: ${declined.elsewhere} · ${formats.dayAndTime(declined.at)}`
    return [{ tone: 'ended', heading: casePage.declined, strong: declined.reasonLabel, text: declined.text, below }]
  }

  private redacted(): Decision[] {
    const { redactions } = this.case
    const last = redactions.at(-1)
    if (!last) return []
    const { casePage, formats } = this.wording
    const text = redactions.map(({ words }) => words).join('\n')
    const below = `${last.because} · ${last.by}, ${formats.dayAndTime(last.at)}`
    return [{ tone: 'told', heading: casePage.redacted, text, below }]
  }

  private offer(): Decision[] {
    const { offer } = this.case
    if (!offer) return []
    const { formats } = this.wording
    const forwarding = forwardingWording(this.wording)
    const below = forwarding.waitingSince({ day: formats.dayAndTime(offer.since) })
    return [{ tone: 'waits', heading: forwarding.waiting({ office: offer.office }), text: offer.reason, below }]
  }

  private forwarded(): Decision[] {
    const { forwarded } = this.case
    if (!forwarded) return []
    const { formats } = this.wording
    const forwarding = forwardingWording(this.wording)
    const reference = forwarded.reference
      ? forwarding.referenceThere({ reference: forwarded.reference })
      : forwarding.noReference
    const below = [forwarded.address, forwarding.sent({ day: formats.day(forwarded.sentOn) }), reference]
      .filter(Boolean)
      .join(' · ')
    return [{ tone: 'ended', heading: forwarding.destination, strong: forwarded.name, text: forwarded.reason, below }]
  }

  private instruction(): Decision[] {
    const { instruction, handler, dispositions } = this.case
    // What was dispatched since slips exist stands on its slip.
    return instruction && dispositions.length === 0
      ? [{ tone: 'told', heading: this.wording.casePage.instruction, strong: handler?.name, text: instruction }]
      : []
  }

  private grounded(): Decision[] {
    const { grounded } = this.case
    if (!grounded) return []
    const { casePage, formats } = this.wording
    const heading = grounded.wellFounded ? casePage.grounded.yes : casePage.grounded.no
    return [{ tone: 'told', heading, text: grounded.because, below: formats.dayAndTime(grounded.at) }]
  }

  private rating(): Decision[] {
    const { rating } = this.case
    if (!rating) return []
    const { casePage } = this.wording
    const strong = `${casePage.stars({ stars: rating.stars })} · ${rating.solved ? casePage.solved.yes : casePage.solved.no}`
    return [{ tone: 'told', heading: casePage.rating, strong, text: rating.text ?? '' }]
  }

  private signed({ by, at }: { by: string; at: string }) {
    return `${by} · ${this.wording.formats.dayAndTime(at)}`
  }
}

type Assignment = DispositionView['assignments'][number]

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
              <summary>${papers.earlierSlips({ count: earlier.length })}</summary>
              ${earlier.map((slip) => this.renderSlip(slip))}
            </details>`
      }
    </section>`
  }

  private renderSlip(slip: DispositionView, heading: unknown = nothing) {
    const { formats } = this.wording
    const papers = papersWording(this.wording)
    const { id, at, by, assignments } = slip
    return html`<div role="group" class="stack" aria-label=${papers.slipOf({ at: formats.dayAndTime(at) })}>
      <div class="spread">
        <div class="head">${heading}<p class="soft small">${by} · ${formats.dayAndTime(at)}</p></div>
        <a class="button quiet screen-only" href=${this.client.address('GET /cases/{number}/dispositions/{id}/slip.pdf', { params: { tenant: this.unit.tenant, number: this.case.number, id } })}
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
          ? html`<p class="small ${isLate ? 'late' : 'soft'}">${(isLate ? papers.wasDue : papers.due)({ day: formats.longDay(dueOn) })}</p>`
          : nothing
      }
      ${done ? html`<p class="small">${icons.check}${papers.doneOn({ at: formats.dayAndTime(done.at) })}${done.by ? `, ${done.by}` : ''}: ${done.text}</p>` : nothing}
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
