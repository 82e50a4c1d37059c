import './intake-draft.ts'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { ReceiptView } from '../../../service/contract/complaint-view.ts'
import type { InboundView } from '../../../service/contract/messages.ts'
import { leaksIn } from '../../api/problems.ts'
import type { Signing } from '../../api/wire.ts'
import { inboundAddress, intakeAddress } from '../../page/addresses.ts'
import { LeavingGuard } from '../../page/leaving-guard.ts'
import { goTo } from '../../page/navigation.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import { fields } from '../../ui/fields.ts'
import { hasErrors } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { IdleWatch } from '../../ui/idle-watch.ts'
import { filingKey, KeptIntakePage, requestOf } from './filed-intake.ts'
import type { CarriedDraft, WrittenIntake } from './intake-draft.ts'
import { pageLooks } from './intake-fields.ts'
import './signature-step.ts'
import './intake-form.ts'
import type { Confirmed } from './read-back.ts'
import './read-back.ts'
import inboundWording from '../../texts/inbound.json'
import intakeWording from '../../texts/intake.json'

const steps = ['who', 'what', 'readBack', 'signing', 'paper'] as const
type Step = (typeof steps)[number]

/**
 * Takes a complaint in, from the first question to its number and code: of somebody who is there, from paper or a call, or
 * from a message. What one person gave goes from this element before the next one begins; until it is filed, the service
 * keeps it for the officer.
 */
@customElement('intake-page')
export class IntakePage extends KeptIntakePage {
  static override styles = [KeptIntakePage.styles, fields, pageLooks]

  /** Seconds without a sign of anybody until the screen of the counter is wiped, less the half minute of asking. */
  @property({ type: Number }) patience = 180
  @state() private formStep: 'who' | 'what' = 'who'
  @state() private written: WrittenIntake | null = null
  @state() private confirmed: Confirmed | null = null
  @state() private receipt: ReceiptView | null = null
  private readonly attempt = new Attempt(this)
  @state() private naming: unknown = null
  /** Counts people, so that each begins with nothing of the last. */
  @state() private person = 1
  /** Number and code went to a message's sender; `null`: nobody was to get them. */
  @state() private sentBack: boolean | null = null
  private readonly idle = new IdleWatch(this, {
    after: () => this.patience,
    answerWithin: 30,
    isNeeded: () => this.there && this.isSomebodyThere,
    wipe: () => this.beginAnew(),
  })
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => this.receipt === null && this.isSomebodyThere && this.isNotKept,
    discard: () => this.beginAnew(),
  })

  override render() {
    return html`
      <div class=${this.idle.left === null ? 'all' : 'all asking'}>${this.renderTop()} ${keyed(this.person, this.renderStep())}</div>
      ${this.renderIdle()} ${this.leaving.render(this.wording)}
    `
  }

  private get step(): Step {
    if (this.receipt) return 'paper'
    if (!this.written) return this.formStep
    return this.confirmed && this.isSigned ? 'signing' : 'readBack'
  }

  /** Only who is there signs; a person who stays anonymous does not, because a signature says who they are. */
  private get isSigned(): boolean {
    return this.there && this.written?.draft.privacy !== 'anonymous'
  }

  protected override get isSomebodyThere(): boolean {
    return this.receipt !== null || this.written !== null || (this.form?.isBegun ?? false)
  }

  protected override get isFiled(): boolean {
    return this.receipt !== null
  }

  private renderTop() {
    const intake = intakeWording(this.wording)
    const inbound = inboundWording(this.wording)
    if (this.message) return html`<h1 class="screen-only">${inbound.completing}</h1>${this.renderUnsent()}`
    if (this.there) return this.renderCounter()
    return html`<div class="top">
      <h1>${intake.heading}</h1>
      <p class="soft">${intake.fromPaper}</p>
      <a class="button" href=${intakeAddress(this.unit.tenant, 'counter')}>${icons.person}${intake.counter}</a>
      ${this.renderUnsent()}
    </div>`
  }

  private renderCounter() {
    const intake = intakeWording(this.wording)
    const shown = steps.filter((step) => step !== 'signing' || this.written?.draft.privacy !== 'anonymous')
    return html`<div class="top">
      <h1>${intake.counter}</h1>
      <ol aria-label=${intake.stepsLabel}>
        ${shown.map(
          (step, at) =>
            html`<li aria-current=${step === this.step ? 'step' : nothing}>${at + 1}. ${intake.steps[step]}</li>`,
        )}
      </ol>
      <label><input type="checkbox" .checked=${this.isInWriting} @change=${this.onInWriting}>${intake.inWriting}</label>
      <label>${intake.place}
        <input .value=${this.place} maxlength=${this.unit.view.form.limits.place ?? 120} autocomplete="off" @input=${this.onPlace}>
      </label>
      <a class="button quiet" href=${intakeAddress(this.unit.tenant)}>${icons.leave}${intake.leave}</a>
      ${this.renderUnsent()}
    </div>`
  }

  private renderStep() {
    const intake = intakeWording(this.wording)
    const inbound = inboundWording(this.wording)
    const { step, written, there } = this
    if (this.receipt) {
      return html`${this.sentBack === null ? nothing : this.renderSentBack(this.sentBack)}
        <intake-receipt ?paper-only=${there} .receipt=${this.receipt} next=${this.message ? inbound.nextMessage : nothing}
          ?kept=${written?.draft.reportedStaff !== undefined} @next-person=${this.onNextPerson}></intake-receipt>`
    }
    // The form stays while the words are read back: nothing that was typed may be lost by a correction.
    return html`
      ${
        there && !written && !this.isSomebodyThere
          ? html`<carried-draft class="card" @draft-carried=${this.onCarried}></carried-draft>`
          : nothing
      }
      <intake-form .message=${this.message} .brought=${this.brought} ?there=${there} ?hidden=${written !== null} place=${this.place} .refused=${this.attempt.errors}
        channel=${there ? (this.isInWriting ? 'walk_in_written' : 'walk_in_oral') : 'letter'}
        @intake-typed=${this.onTyped} @intake-step=${this.onFormStep} @intake-written=${this.onWritten}></intake-form>
      ${
        written
          ? html`<read-back ?bounded=${there} ?hidden=${step !== 'readBack'} .written=${written} .naming=${this.naming}
              next=${this.isSigned ? intake.toSigning : intake.file} refusal=${this.isSigned ? '' : this.attempt.refusal}
              ?sending=${this.attempt.isBusy} @read-back-confirmed=${this.onConfirmed} @read-back-corrected=${this.onCorrect}></read-back>`
          : nothing
      }
      ${
        step === 'signing'
          ? html`<signature-step refusal=${this.attempt.refusal} ?sending=${this.attempt.isBusy} @signed=${this.onSigned}
              @signature-put-off=${this.onPutOff}></signature-step>`
          : nothing
      }
    `
  }

  private renderSentBack(isSent: boolean) {
    const { sentBack, notSentBack } = inboundWording(this.wording)
    return html`<div class="banner ${isSent ? '' : 'danger'} screen-only" role="status">
      ${isSent ? icons.check : icons.alert}
      <p>${isSent ? sentBack : notSentBack}</p>
    </div>`
  }

  private renderIdle() {
    const { common } = this.wording
    const intake = intakeWording(this.wording)
    const { left } = this.idle
    return html`<ui-dialog ?open=${left !== null} heading=${intake.idleHeading} close-label=${common.close} @ui-close=${this.idle.stay}>
      <div class="stack">
        <p>${intake.idleText({ seconds: left ?? 0 })}</p>
        <div class="actions">
          <button class="primary" @click=${this.idle.stay}>${intake.stillThere}</button>
          <button @click=${this.onGone}>${intake.wipe}</button>
        </div>
      </div>
    </ui-dialog>`
  }

  private onPlace(event: Event) {
    if (event.target instanceof HTMLInputElement) this.place = event.target.value
    if (this.form?.isBegun) this.onTyped()
  }

  private onInWriting(event: Event) {
    this.isInWriting = event.target instanceof HTMLInputElement && event.target.checked
    if (this.form?.isBegun) this.onTyped()
  }

  private onCarried({ detail }: CustomEvent<CarriedDraft>) {
    this.beginAnew()
    this.carried = detail
  }

  private onFormStep({ detail }: CustomEvent<'who' | 'what'>) {
    this.formStep = detail
  }

  private onWritten({ detail }: CustomEvent<WrittenIntake>) {
    this.forgetRefusal()
    this.written = detail
    window.scrollTo(0, 0)
  }

  private onCorrect() {
    this.written = null
    this.confirmed = null
  }

  private onPutOff() {
    this.confirmed = null
  }

  private onConfirmed({ detail }: CustomEvent<Confirmed>) {
    this.confirmed = detail
    if (!this.isSigned) void this.file()
  }

  private onSigned({ detail }: CustomEvent<Signing>) {
    void this.file(detail)
  }

  private onGone() {
    this.beginAnew()
    this.idle.stay()
  }

  private onNextPerson() {
    if (this.message) goTo(inboundAddress(this.unit.tenant))
    else this.beginAnew()
  }

  protected override beginAnew() {
    this.wipe()
    this.keeper?.putAside()
    void this.listWaiting()
  }

  protected override wipe() {
    this.forgetRefusal()
    this.forgetKept()
    this.written = null
    this.confirmed = null
    this.receipt = null
    this.formStep = 'who'
    this.person += 1
    window.scrollTo(0, 0)
  }

  private forgetRefusal() {
    this.attempt.errors = {}
    this.attempt.refusal = ''
    this.naming = null
  }

  override explain(error: unknown): string {
    return leaksIn(error).length > 0 ? '' : super.explain(error)
  }

  private async file(signing?: Signing): Promise<void> {
    const { written, confirmed, person, keeper } = this
    if (!written || !confirmed || !keeper || this.attempt.isBusy) return
    this.attempt.errors = {}
    await this.attempt.run(async () => {
      const draft = keeper.nameFor(this.where)
      const request = { ...requestOf(written, confirmed, this.wording.language), ...(signing ? { signing } : {}) }
      const keepAgain = await keeper.unsent.pause(draft)
      try {
        const receipt = await this.send(draft, request)
        keeper.filed(draft)
        if (this.carried)
          this.client
            .call('POST /drafts/destruction', { params: this.inUnit, body: { handle: this.carried.handle } })
            .catch(() => {})
        // Wiped meanwhile: the paper of somebody who left must not come up before the next person.
        if (this.person === person) this.receipt = receipt
        window.scrollTo(0, 0)
      } catch (error) {
        keepAgain()
        const isNaming = leaksIn(error).length > 0
        this.naming = isNaming ? error : null
        if (isNaming) this.confirmed = null
        // The form shows before its errors, because a hidden field takes no focus.
        if (hasErrors(this.fieldErrorsIn(error))) this.onCorrect()
        throw error
      }
    })
  }

  private send(draft: string, request: IntakeRequestInput): Promise<ReceiptView> {
    if (this.message) return this.complete(this.message, request)
    return this.client.call('POST /cases', {
      params: this.inUnit,
      body: { ...request, draft },
      headers: { 'Idempotency-Key': filingKey(draft, request) },
    })
  }

  private async complete({ id }: InboundView, request: IntakeRequestInput) {
    const { channel: _, receivedOn: _day, letterNumber: _number, ...whole } = request
    const answersSender = this.written?.answersSender ?? false
    const receipt = await this.client.call('POST /inbound/{id}/completion', {
      params: { tenant: this.unit.tenant, id },
      body: { ...whole, answersSender },
    })
    this.sentBack = answersSender ? receipt.sentBack : null
    return receipt
  }
}
