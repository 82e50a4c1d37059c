import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Signing } from '../../api/wire.ts'
import { EntryPage } from '../intake/entry-page.ts'
import { requestOf } from '../intake/file-intake.ts'
import '../intake/intake-receipt.ts'
import type { Confirmed } from '../intake/read-back.ts'
import '../intake/read-back.ts'
import { casesAddress } from '../../page/addresses.ts'
import '../../ui/dialog.ts'
import { LeavingGuard } from '../../page/leaving-guard.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { IdleWatch } from '../../ui/idle-watch.ts'
import type { CounterForm } from './counter-form.ts'
import './counter-form.ts'
import './signature-step.ts'

const steps = ['who', 'what', 'readBack', 'signing', 'paper'] as const
type Step = (typeof steps)[number]

/**
 * An oral complaint, from the first question to the paper in the reporter's hand. What one person dictated is nowhere but in
 * this element, and goes from it before the next one stands here.
 */
@customElement('counter-page')
export class CounterPage extends EntryPage {
  static override styles = [
    EntryPage.styles,
    fields,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
        max-inline-size: 1120px;
        margin-inline: auto;
      }
      .top {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 20px;
        margin-block-end: 10px;
      }
      .top ol {
        display: flex;
        flex: 1;
        flex-wrap: wrap;
        gap: 4px 14px;
        margin: 0;
        padding: 0;
        list-style: none;
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      .top [aria-current] {
        color: var(--ink);
        font-weight: 700;
      }
      .top label {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: var(--size-small);
      }
      .top input {
        inline-size: 130px !important;
      }
      .asking {
        visibility: hidden;
      }
      @media print {
        .top {
          display: none;
        }
      }
    `,
  ]

  /** Seconds without a sign of anybody until the screen is wiped, less the half minute of asking. */
  @property({ type: Number }) patience = 180
  @state() private formStep: 'who' | 'what' = 'who'
  @state() private confirmed: Confirmed | null = null
  @state() private place = ''
  @query('counter-form') private readonly form!: CounterForm | null
  private readonly idle = new IdleWatch(this, {
    after: () => this.patience,
    answerWithin: 30,
    isNeeded: () => this.isSomebodyThere,
    wipe: () => this.wipe(),
  })
  private readonly leaving = new LeavingGuard(this, {
    isDirty: () => this.isSomebodyThere && this.receipt === null,
    discard: () => this.wipe(),
  })

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.wipe()
  }

  override render() {
    const { wording } = this
    return html`
      <div class=${this.idle.left === null ? '' : 'asking'}>${this.renderTop()} ${keyed(this.person, this.renderStep())}</div>
      ${this.renderIdle()} ${this.leaving.render(wording)}
    `
  }

  private get step(): Step {
    if (this.receipt) return 'paper'
    if (!this.written) return this.formStep
    return this.confirmed && this.isSigned ? 'signing' : 'readBack'
  }

  /** A person who stays anonymous does not sign, because a signature says who they are. */
  private get isSigned(): boolean {
    return this.written?.draft.privacy !== 'anonymous'
  }

  private get isSomebodyThere(): boolean {
    return this.receipt !== null || this.written !== null || (this.form?.isBegun ?? false)
  }

  private renderTop() {
    const { counter } = this.wording
    const shown = steps.filter((step) => step !== 'signing' || this.isSigned)
    return html`<div class="top">
      <h1>${counter.heading}</h1>
      <ol aria-label=${counter.stepsLabel}>
        ${shown.map(
          (step, at) =>
            html`<li aria-current=${step === this.step ? 'step' : nothing}>${at + 1}. ${counter.steps[step]}</li>`,
        )}
      </ol>
      <label>${counter.place}
        <input .value=${this.place} maxlength=${this.unit.view.form.limits.place ?? 120} autocomplete="off" @input=${this.onPlace}>
      </label>
      <a class="button quiet" href=${casesAddress(this.unit.tenant)}>${icons.leave}${counter.leave}</a>
    </div>`
  }

  private renderStep() {
    const { counter } = this.wording
    const { step, written } = this
    if (this.receipt)
      return html`<intake-receipt paper-only .receipt=${this.receipt} @next-person=${this.wipe}></intake-receipt>`
    return html`
      <counter-form ?hidden=${written !== null} place=${this.place} .refused=${this.refused}
        @counter-step=${this.onFormStep} @counter-written=${this.onWritten}></counter-form>
      ${
        written
          ? html`<read-back bounded ?hidden=${step !== 'readBack'} .written=${written} .naming=${this.naming}
              next=${this.isSigned ? counter.toSigning : counter.file} refusal=${this.isSigned ? '' : this.refusal}
              ?sending=${this.sending} @read-back-confirmed=${this.onConfirmed} @read-back-corrected=${this.onCorrect}></read-back>`
          : nothing
      }
      ${
        step === 'signing'
          ? html`<signature-step refusal=${this.refusal} ?sending=${this.sending} @signed=${this.onSigned}
              @signature-put-off=${this.onPutOff}></signature-step>`
          : nothing
      }
    `
  }

  private renderIdle() {
    const { counter, common } = this.wording
    const { left } = this.idle
    return html`<ui-dialog ?open=${left !== null} heading=${counter.idleHeading} close-label=${common.close} @ui-close=${this.idle.stay}>
      <div class="stack">
        <p>${counter.idleText(left ?? 0)}</p>
        <div class="actions">
          <button class="primary" @click=${this.idle.stay}>${counter.stillThere}</button>
          <button @click=${this.onGone}>${counter.wipe}</button>
        </div>
      </div>
    </ui-dialog>`
  }

  private onPlace(event: Event) {
    if (event.target instanceof HTMLInputElement) this.place = event.target.value
  }

  private onFormStep({ detail }: CustomEvent<'who' | 'what'>) {
    this.formStep = detail
  }

  protected override onCorrect() {
    super.onCorrect()
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
    this.wipe()
    this.idle.stay()
  }

  private readonly wipe = () => {
    this.beginAnew()
    this.confirmed = null
    this.formStep = 'who'
  }

  private async file(signing?: Signing) {
    const { written, confirmed } = this
    if (!written || !confirmed || this.sending) return
    const request = { ...requestOf(written, confirmed, this.wording.language), ...(signing ? { signing } : {}) }
    await this.fileBy(() => this.client.enterCase(this.unit.tenant, this.keys.for(request), request))
    // What names the reporter is read back once more, with the warning.
    if (this.naming) this.confirmed = null
  }
}
