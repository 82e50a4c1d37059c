import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { Checklist } from '../../service/contract/checklist.ts'
import { caseAddress } from '../page/addresses.ts'
import { badges } from '../page/case-badges.ts'
import { type Fact, listFacts } from '../page/list-facts.ts'
import { ownWords } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import guardWording from '../texts/guard.json'
import mergeWording from '../texts/merge.json'
import oldBooksWording from '../texts/old-books.json'
import stepsWording from '../texts/steps.json'
import { Attempt } from '../ui/attempt.ts'
import { fields } from '../ui/fields.ts'
import { isTicked } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'

@customElement('case-book')
export class CaseBook extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
        gap: 12px 24px;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
    `,
  ]

  @property({ attribute: false }) fromBook!: NonNullable<CaseView['fromBook']>

  override render() {
    const wording = oldBooksWording(this.wording)
    const { formats } = this.wording
    const { import: number, row, oldNumber, status, answer, closedAt } = this.fromBook
    const line = (term: string, value: string | null) => html`<div>
      <dt>${term}</dt>
      <dd class=${value ? 'prose' : 'soft'}>${value ?? wording.notWritten}</dd>
    </div>`
    return html`<section class="card" aria-labelledby="book">
      <h2 id="book">${wording.card}</h2>
      <p class="soft">${wording.cardText({ number: String(number), row: String(row) })}</p>
      <dl>
        ${line(wording.fields.oldNumber, oldNumber)} ${line(wording.statusWritten, status)}
        ${line(wording.fields.closedOn, closedAt && formats.longDay(closedAt))}
        ${answer ? line(wording.fields.answer, answer) : nothing}
      </dl>
    </section>`
  }
}

@customElement('case-joined')
export class CaseJoined extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      :host([empty]) {
        display: none;
      }
      .card {
        gap: 8px;
        border-inline-start: 4px solid var(--accent);
      }
      li {
        display: grid;
        gap: 2px;
        padding-block: 6px;
      }
      .waits {
        color: var(--warn);
        font-weight: 600;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  private readonly joined = new Task(this, {
    args: () => [this.case.number, this.case.joined, this.case.revision, this.wording.language] as const,
    task: async ([number, joined], { signal }) =>
      joined === 0
        ? []
        : (
            await this.client.call('GET /cases/{number}/joined', {
              params: { tenant: this.unit.tenant, number },
              signal,
            })
          ).items,
  })

  override render() {
    const { merged, joined } = this.case
    this.toggleAttribute('empty', merged === null && joined === 0)
    if (merged) return this.renderMerged(merged)
    return joined > 0 ? this.renderJoined(joined) : nothing
  }

  private renderMerged({ into, by, at, answered }: NonNullable<CaseView['merged']>) {
    const { formats } = this.wording
    const merge = mergeWording(this.wording)
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${merge.mergedHeading}</h2>
      <p>${merge.mergedText({ by, when: formats.dayAndTime(at) })}${answered ? ` ${merge.mergedAnswered}` : ''}</p>
      <p><a href=${caseAddress(this.unit.tenant, into)}>${merge.open({ number: into })}</a></p>
    </section>`
  }

  private renderJoined(joined: number) {
    const merge = mergeWording(this.wording)
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${merge.joinedHeading}</h2>
      <p class="soft">${merge.joinedCount({ cases: joined })}. ${merge.joinedText}</p>
      ${this.joined.render({
        error: () => html`<p role="alert">${merge.joinedFailed}</p>`,
        complete: (items) => html`<ul class="plain">${items.map((item) => this.renderItem(item))}</ul>`,
      })}
    </section>`
  }

  private renderItem({ number, subject, waitsSince }: { number: string; subject: string; waitsSince: string | null }) {
    const { formats } = this.wording
    const merge = mergeWording(this.wording)
    return html`<li>
      <span><a href=${caseAddress(this.unit.tenant, number)}>${number}</a> ${subject}</span>
      ${
        waitsSince
          ? html`<span class="waits mark small">${icons.chat}${merge.waits({ when: formats.dayAndTime(waitsSince) })}</span>`
          : nothing
      }
    </li>`
  }
}

type Step = Checklist['steps'][number]

/** The checklist of a case's category, and who ticked what. No paper shows it. */
@customElement('case-steps')
export class CaseSteps extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      .card {
        gap: 8px;
      }
      .hint {
        display: block;
      }
      li {
        overflow-wrap: anywhere;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  /** Draws the boxes anew where the service answers something else than was pressed. */
  @state() private turn = 0
  private readonly attempt = new Attempt(this)

  override render() {
    const { steps, merged } = this.case
    if (steps.length === 0) return nothing
    const words = stepsWording(this.wording)
    const { number } = this.wording.formats
    const done = steps.filter(({ ticked }) => ticked !== null).length
    return html`<section class="card" aria-labelledby="heading" data-turn=${this.turn}>
      <div>
        <h2 id="heading">${words.heading}</h2>
        <p class="soft small" role="status">${words.done({ done: number(done), all: number(steps.length) })}</p>
      </div>
      ${this.attempt.render()}
      <ul class="plain">${steps.map((step) => html`<li>${this.renderStep(step)}</li>`)}</ul>
      ${merged && done > 0 ? html`<p class="soft small">${words.stays}</p>` : nothing}
    </section>`
  }

  private renderStep({ step, label, ticked, former }: Step) {
    const { dayAndTime } = this.wording.formats
    const who = ticked ? `${ticked.by} · ${dayAndTime(ticked.at)}` : ''
    const hint = former ? `${who} · ${stepsWording(this.wording).former}` : who
    return html`<label class="choice">
      <input type="checkbox" .checked=${ticked !== null} ?disabled=${former || !this.case.mayTick}
        @change=${(event: Event) => this.tick(step, event)}>
      <span>${label}${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
    </label>`
  }

  private async tick(step: string, event: Event) {
    const { target } = event
    const on = isTicked(event)
    await this.attempt.run(async () => {
      const { steps } = await this.client.call('PUT /cases/{number}/steps', {
        params: { tenant: this.unit.tenant, number: this.case.number },
        body: { step, on },
      })
      this.dispatchEvent(new CustomEvent('case-changed', { detail: { ...this.case, steps } }))
    })
    const kept = this.case.steps.find((one) => one.step === step)?.ticked
    if (this.attempt.refusal && target instanceof HTMLInputElement) target.checked = Boolean(kept)
    this.turn += 1
  }
}

@customElement('case-story')
export class CaseStory extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      dl {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
        gap: 12px 24px;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      .named {
        display: grid;
        gap: 8px;
        justify-items: start;
      }
      dd + dd {
        margin-block-start: 8px;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    const { casePage } = this.wording
    const { chronology, answers, letterNumber, spoken } = this.case
    if (spoken) void import('./spoken/spoken-statement.ts')
    const facts = listFacts(this.case, this.wording)
    const asksWhoIsMeant = this.renderGuard() !== nothing
    const isShown = ({ kind, value }: Fact) => value || (kind === 'person' && asksWhoIsMeant)
    const given = facts.filter(isShown)
    const missing = facts.filter((fact) => !isShown(fact)).map(({ label }) => label)
    const row = (term: unknown, value: string | null, more: unknown = nothing) => html`<div>
      <dt>${term}</dt>
      <dd class=${value ? 'prose' : 'soft'}>${value ?? casePage.notTold}</dd>
      ${more}
    </div>`
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${casePage.story}</h2>
      ${this.renderNamed()}
      ${this.case.covered ? html`<p class="soft small">${icons.lock} ${casePage.wordsMasked}</p>` : nothing}
      ${spoken ? html`<spoken-statement .case=${this.case}></spoken-statement>` : html`<p class="prose">${chronology}</p>`}
      <dl>
        ${given.map(({ kind, label, value }) => row(label, value, kind === 'person' ? this.renderGuard() : nothing))}
        ${letterNumber ? row(casePage.letterNumber, letterNumber) : nothing}
        ${answers.map(({ question, answer }) => row(ownWords(this.unit.view, question), answer))}
        ${this.renderSigning(row)}
      </dl>
      ${missing.length > 0 ? html`<p class="soft small">${casePage.notTold}: ${missing.join(', ')}</p>` : nothing}
      ${this.renderConsent()}
    </section>`
  }

  private renderSigning(row: (term: string, value: string) => unknown) {
    const { casePage, vocabulary } = this.wording
    const { signing } = this.case
    if (!signing) return nothing
    return row(
      casePage.signing,
      signing.kind === 'signed'
        ? casePage.signed({ sha256: signing.sha256.slice(0, 12) })
        : casePage.witnessed({ because: vocabulary.unsigned[signing.because].toLowerCase(), witness: signing.witness }),
    )
  }

  private renderConsent() {
    const { casePage, formats } = this.wording
    const { consent } = this.case
    return consent
      ? html`<p class="soft small">${casePage.consent}: ${casePage.consentText({ at: formats.dayAndTime(consent.at), version: consent.version })}</p>`
      : nothing
  }

  private renderNamed() {
    const { formats } = this.wording
    const guard = guardWording(this.wording)
    const { namedStaff } = this.case
    if (namedStaff.length === 0) return nothing
    return html`<div class="banner warn screen-only">
      ${icons.hidden}
      <div class="named">
        <p>${guard.names({ names: formats.list(namedStaff.map(({ name }) => name)) })}</p>
        ${this.renderButton(guard.ask)}
      </div>
    </div>`
  }

  private renderGuard() {
    const guard = guardWording(this.wording)
    const { mayGuard, namedStaff } = this.case
    if (!mayGuard || namedStaff.length > 0) return nothing
    return html`<dd class="screen-only">${this.renderButton(this.case.guard ? guard.change : guard.ask)}</dd>`
  }

  private renderButton(label: string) {
    return html`<button @click=${() => this.dispatchEvent(new CustomEvent('guard-wanted'))}>
      ${icons.hidden}${label}
    </button>`
  }
}
