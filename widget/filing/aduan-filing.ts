import { html, nothing } from 'lit/html.js'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { type BackButton, ReceiptFollowed, watchBackButton } from '../element/back-button.ts'
import { base } from '../element/base-styles.ts'
import { sayToday } from '../element/dates.ts'
import { AduanFailed, AduanSubmitted } from '../element/events.ts'
import { type Changed, reactive, WidgetElement } from '../element/widget-element.ts'
import type { ServiceClient } from '../service/client.ts'
import { asFailure, makeUnreachable, type ServiceFailure, writeJson } from '../service/exchange.ts'
import type { Wording } from '../texts/languages.ts'
import { loadWithWording } from '../texts/languages.ts'
import { findProblems, makeRequest } from './draft/asked-fields.ts'
import { beginDraft, type Draft, findCategory, findStep, listSteps, makeKey, type StepName } from './draft/draft.ts'
import { type DraftStore, isKept } from './draft/draft-store.ts'
import { hasAny, keepStanding, type Problems, readProblems } from './draft/problems.ts'
import { filingStyles, renderFailure, renderStepHeading } from './filing-parts.ts'
import { type Form, idOf, type QuestionsPart, type SealingPart, type SendState } from './form/form.ts'
import { renderFoot, renderNote, renderProblemSummary } from './form/form-parts.ts'
import { type Sent, sendComplaint } from './send-complaint.ts'
import { type EvidenceLoading, renderEvidenceStep, renderStep } from './steps/step-bodies.ts'

/**
 * Leads through the steps of a complaint, from the procedure to the receipt. A draft lives in the draft store until it
 * is sent.
 *
 * @fires aduan-submitted - The complaint was received.
 * @fires aduan-failed - Sending failed or was refused.
 * @csspart problems - All problems of a step.
 * @csspart card - An answer of a question.
 * @csspart read-back - A part of the read-back.
 */
export class AduanFiling extends WidgetElement {
  static override styles = [base, filingStyles]

  @reactive unit!: TenantView
  @reactive wording!: Wording
  @reactive client!: ServiceClient
  @reactive store!: DraftStore
  @reactive category = ''

  /** Milliseconds before each further try when the network fails. */
  @reactive waits: readonly number[] = [2_000, 6_000, 15_000, 30_000, 60_000]

  @reactive private draft!: Draft
  @reactive private problems: Problems = {}
  @reactive private sending: SendState | undefined
  @reactive private failure: ServiceFailure | undefined
  @reactive private receipt: Sent | undefined
  @reactive private note: 'restored' | 'changed' | undefined
  @reactive private evidenceLoading: EvidenceLoading = 'idle'
  @reactive private questions: QuestionsPart | undefined
  @reactive private sealing: SealingPart | undefined

  #refused: ReadonlySet<string> = new Set()
  #stopSending = new AbortController()
  #backButton: BackButton | undefined
  #isCorrecting = false
  // Similar complaints are shown below the chosen category, so that one does not lead on.
  #leadOn = () => {
    if (!findCategory(this.unit, this.draft)?.similar) this.renderRoot.querySelector('form')?.requestSubmit()
  }

  /** What would be lost if the form were closed now: a draft, or a code that was not kept. */
  get unfinished(): '' | 'draft' | 'code' {
    if (!this.receipt) return this.draft.step === 'procedure' ? '' : 'draft'
    return this.renderRoot.querySelector('aduan-receipt')?.isKept ? '' : 'code'
  }

  override connectedCallback() {
    super.connectedCallback()
    this.#backButton = watchBackButton(this.client.unitUrl, (step) => this.#returnTo(step))
  }

  disconnectedCallback() {
    this.#stopSending.abort()
    this.#backButton?.close()
  }

  protected override willUpdate(changed: Changed) {
    if (changed.has('store')) {
      const kept = this.store.load()
      const receipt = this.store.held?.()
      this.receipt = receipt && { receipt, earlier: false }
      this.note = kept?.privacy ? 'restored' : undefined
      this.draft = kept
        ? { ...kept, pending: (kept.pending ?? []).map((file) => ({ ...file, isStuck: true })) }
        : beginDraft(this.unit, this.category)
      if (!listSteps(this.unit, this.draft).includes(this.draft.step)) this.draft = { ...this.draft, step: 'procedure' }
      if (isKept(this.store)) this.#showKeep(false)
      if (this.draft.evidence.length > 0 || this.draft.pending?.length) void this.#loadEvidence()
    }
    this.toggleAttribute('begun', this.draft.step !== 'procedure')
    // A part that fails to load is fetched again with the next step, where the failure is shown.
    this.#loadParts().catch(() => {})
  }

  protected override render() {
    const { wording, receipt, problems, sending } = this
    const form = this.#form
    if (receipt) {
      return html`<aduan-receipt
        .receipt=${receipt.receipt}
        .earlier=${receipt.earlier}
        .unit=${this.unit}
        .client=${this.client}
        .wording=${wording}
        @receipt-finished=${this.#startOver}
        @receipt-followed=${(event: ReceiptFollowed) => this.dispatchEvent(new ReceiptFollowed(event.detail, event.detail.isKept))}
      ></aduan-receipt>`
    }
    return html`
      <form novalidate @submit=${this.#submit}>
        ${renderStepHeading(form)} ${renderProblemSummary(problems, wording, (field) => this.#goToField(field))}
        ${renderNote(this.note, wording, this.#startOver)} ${renderStep(form, (step) => this.#goTo(step, {}, true))} ${renderEvidenceStep(
          form,
          {
            loading: this.evidenceLoading,
            changed: (files) => this.#take({ ...this.draft, ...files }),
          },
        )}
        <aduan-similar .form=${form} .client=${this.client}></aduan-similar>
        ${renderFailure(form, this.failure)}
        <p class="state" role="status">${sending ? (sending.text ?? wording.sending[sending.name]) : nothing}</p>
        ${renderFoot(form, {
          sending,
          mayKeep: !!this.store.keptAs,
          stop: this.#stop,
          back: this.#back,
          keep: () => this.#showKeep(true),
        })}
      </form>
    `
  }

  get #form(): Form {
    const { wording, unit, draft, problems, questions, sealing, client } = this
    const change = (changed: Draft) => this.#take(changed)
    return {
      wording,
      unit,
      draft,
      problems,
      questions,
      sealing,
      client,
      loadEvidence: () => this.#loadEvidence(),
      today: sayToday(this.unit),
      change,
      leadOn: this.#leadOn,
    }
  }

  #problemsIn(step: StepName, draft = this.draft): Problems {
    const { unit, wording, questions } = this
    return findProblems(step, draft, { unit, wording, questions })
  }

  get #incomplete(): StepName | undefined {
    return listSteps(this.unit, this.draft).find((step) => hasAny(this.#problemsIn(step)))
  }

  #take(draft: Draft) {
    const before = this.draft
    this.draft = draft
    this.store.save(draft)
    this.problems = keepStanding(this.problems, {
      before,
      after: draft,
      found: this.#problemsIn(draft.step),
      refused: this.#refused,
    })
  }

  #goTo(step: StepName, problems: Problems = {}, isCorrecting = this.#isCorrecting) {
    this.#isCorrecting = isCorrecting
    if (step !== this.draft.step) this.#backButton?.enter(step)
    this.#show(step, problems)
  }

  /** Goes where "back" led, at most to the first step that is not complete. */
  #returnTo(asked?: string) {
    const steps = listSteps(this.unit, this.draft)
    const place = asked ? (steps as readonly string[]).indexOf(asked) : steps.indexOf(this.draft.step) - 1
    if (this.receipt || this.sending || place < 0) return
    this.#show(steps.slice(0, place).find((step) => hasAny(this.#problemsIn(step))) ?? steps[place] ?? 'procedure')
  }

  #show(step: StepName, problems: Problems = {}) {
    if (step === 'review') this.#isCorrecting = false
    this.#take({ ...this.draft, step })
    this.problems = problems
    this.failure = undefined
    this.note = undefined
    void this.focusOn(Object.keys(problems).length > 0 ? '.summary' : 'h2')
  }

  #goToField(field: string) {
    this.renderRoot.querySelector<HTMLElement>(`#${idOf(field)}`)?.focus()
  }

  async #loadEvidence() {
    if (this.evidenceLoading === 'ready' || this.unit.form.evidence.maxFiles === 0) return
    this.evidenceLoading = 'loading'
    this.evidenceLoading = await this.#fetch(import('./evidence/index.ts')).then(
      () => 'ready' as const,
      () => 'failed' as const,
    )
    if (this.draft.step === 'evidence') void this.focusOn('#evidence')
  }

  #showKeep(asked: boolean) {
    this.#fetch(import('./keep/index.ts')).then(
      ({ showKeep }) => showKeep(this, asked),
      () => asked && void this.#refuse(makeUnreachable(), []),
    )
  }

  #fetch<Part>(part: Promise<Part>): Promise<Part> {
    return loadWithWording(part, this.unit.language)
  }

  async #loadParts() {
    if (this.unit.sealing) this.sealing ??= await this.#fetch(import('./sealing/index.ts'))
    const chosen = findCategory(this.unit, this.draft)
    // Both are a courtesy: if they cannot be fetched, nobody misses them.
    if (chosen?.similar) this.#fetch(import('./similar/index.ts')).catch(() => {})
    if (this.draft.step === 'review') import('./personal/index.ts').catch(() => {})
    if (chosen?.questions) this.questions ??= await this.#fetch(import('./questions/index.ts'))
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault()
    if (this.sending) return
    try {
      await this.#loadParts()
    } catch {
      return this.#refuse(makeUnreachable(), [])
    }
    const steps = listSteps(this.unit, this.draft)
    const { step } = this.draft
    // A file that failed is asked about before sending, so that it keeps nobody from writing on.
    const incomplete = step === 'review' ? this.#incomplete : step === 'evidence' ? undefined : step
    const problems = incomplete ? this.#problemsIn(incomplete) : {}
    if (incomplete && hasAny(problems)) this.#goTo(incomplete, problems)
    else if (step === 'review') void this.#send()
    else this.#goTo((this.#isCorrecting ? this.#incomplete : steps[steps.indexOf(step) + 1]) ?? 'review')
  }

  async #send() {
    const { key, attempts } = this.draft
    const { arriving } = this.wording.evidence
    this.failure = undefined
    this.#stopSending = new AbortController()
    const { signal } = this.#stopSending
    const show = (sending: SendState) => {
      this.sending = sending
    }
    show({ name: 'sending' })
    try {
      const evidence = this.renderRoot.querySelector('aduan-evidence')
      await evidence?.whenArrived?.(signal, (percent, minutes) =>
        show({ name: 'sending', text: arriving({ percent, minutes }) }),
      )
      const late = this.#problemsIn('evidence')
      if (hasAny(late)) return this.#goTo('evidence', late)
      show({ name: 'sending' })
      const request = makeRequest(this.draft, this.unit, this.questions)
      // Without the part that seals it, no identity leaves the page.
      const body = writeJson(this.unit.sealing ? await this.sealing?.sealFiling(request, this.#form) : request)
      // This is noted before the request, because after a reload nothing else says that it may have arrived.
      this.#take({ ...this.draft, attempts: [...attempts.filter((each) => each !== body), body] })
      const sent = await sendComplaint(this.client, { key, body, attempts, signal, show, waits: this.waits })
      this.store.clear()
      this.receipt = sent
      this.store.hold?.(sent.receipt)
      this.dispatchEvent(new AduanSubmitted(sent.receipt.number))
    } catch (thrown) {
      await this.#refuse(asFailure(thrown), attempts)
    } finally {
      this.sending = undefined
    }
  }

  async #refuse(failure: ServiceFailure, attempts: readonly string[]) {
    if (failure.status === 409) this.#take({ ...this.draft, key: makeKey(), attempts: [] })
    else if (!failure.isUncertain) this.#take({ ...this.draft, attempts })
    const hasChanged = failure.status === 400 && (await this.#renewUnit())
    const incomplete = hasChanged && this.#incomplete
    const problems = incomplete ? this.#problemsIn(incomplete) : readProblems(failure.problem, this.wording)
    const [first = ''] = Object.keys(problems)
    const step = incomplete || findStep(first)
    this.#refused = new Set(Object.keys(problems))
    if (first && listSteps(this.unit, this.draft).includes(step)) this.#goTo(step, problems)
    else if (hasChanged) this.#goTo('review')
    else {
      this.failure = failure
      void this.focusOn('.failed')
    }
    if (hasChanged) this.note = 'changed'
    if (failure.code !== 'network/stopped') this.dispatchEvent(new AduanFailed(failure.code))
  }

  /**
   * Fetches the unit again after the service refused what this form found correct.
   * @returns whether the office has changed its form meanwhile
   */
  async #renewUnit(): Promise<boolean> {
    const { unit } = this
    this.unit = await this.client.unit().catch(() => unit)
    await this.#loadParts().catch(() => {})
    return writeJson(this.unit.categories) !== writeJson(unit.categories)
  }

  #back = () => {
    if (!this.#backButton?.goBack()) this.#returnTo()
  }

  #stop = () => this.#stopSending.abort()

  #startOver = () => {
    this.store.clear()
    this.store.hold?.()
    this.receipt = undefined
    this.failure = undefined
    this.evidenceLoading = 'idle'
    this.problems = {}
    this.note = undefined
    this.draft = beginDraft(this.unit, this.category)
    void this.focusOn('h2')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-filing': AduanFiling
  }
}
