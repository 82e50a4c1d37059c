import { css, html, nothing, svg } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Signing, UnsignedReason } from '../../api/wire.ts'
import { PageElement } from '../../page/page-element.ts'
import intakeWording from '../../texts/intake.json'
import { radioField, textField } from '../../ui/field.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { beginStroke, extendStroke, isSignature, pathOf, pointIn, SHEET, type Strokes } from './strokes.ts'

export const unsignedReasons = ['cannot_write', 'unwell', 'declined'] as const satisfies readonly UnsignedReason[]

/**
 * Where the reporter signs what was read back, or somebody witnesses that they agreed to it.
 * @fires signed - `detail` is a `Signing`
 * @fires signature-put-off - back to what was read
 */
@customElement('signature-step')
export class SignatureStep extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    formGrid,
    css`
      .sheet {
        position: relative;
        inline-size: min(100%, 720px);
        aspect-ratio: 3 / 1;
        border: 2px solid var(--line-strong);
        border-radius: var(--radius);
        background: #fff;
        cursor: crosshair;
        touch-action: none;
      }
      .sheet svg {
        display: block;
        inline-size: 100%;
        block-size: 100%;
        fill: none;
        stroke: #10201e;
        stroke-width: 3;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .line {
        stroke: var(--line-strong);
        stroke-width: 1;
      }
      h2:focus-visible {
        outline: none;
      }
    `,
  ]

  @property() refusal = ''
  @property({ type: Boolean }) sending = false
  @state() private strokes: Strokes = []
  @state() private isWitnessed = false
  @state() private errors: FieldErrors = {}
  @query('form') private readonly form!: HTMLFormElement
  @query('.sheet') private readonly sheet!: HTMLElement | null

  protected override firstUpdated() {
    this.renderRoot.querySelector('h2')?.focus()
  }

  override render() {
    const intake = intakeWording(this.wording)
    return html`<section class="card" aria-labelledby="heading">
      <div>
        <h2 id="heading" tabindex="-1">${intake.signing}</h2>
        <p class="soft">${intake.signingIntro}</p>
      </div>
      <form novalidate @submit=${this.submit}>
        ${this.isWitnessed ? this.renderWitness() : this.renderSheet()}
        ${
          this.refusal
            ? html`<div class="banner danger" role="alert">
                ${icons.alert}<div><p>${this.refusal}</p><p class="small">${intake.keptForRetry}</p></div>
              </div>`
            : nothing
        }
        <div class="actions">
          <button class="primary" ?disabled=${this.sending}>${this.sending ? intake.sending : intake.file}</button>
          <button type="button" @click=${this.turn}>${this.isWitnessed ? intake.signInstead : intake.cannotSign}</button>
          <button type="button" class="quiet" @click=${() => this.dispatchEvent(new CustomEvent('signature-put-off'))}>
            ${icons.left}${intake.back}
          </button>
        </div>
      </form>
    </section>`
  }

  private renderSheet() {
    const intake = intakeWording(this.wording)
    const { signature } = this.errors
    return html`<div class="field">
      <div class="sheet" role="img" aria-label=${this.strokes.length > 0 ? intake.sheetSigned : intake.sheet}
        @pointerdown=${this.begin} @pointermove=${this.goOn}>
        <svg viewBox="0 0 ${SHEET.width} ${SHEET.height}" aria-hidden="true">
          ${svg`<path class="line" d="M40 160H560"/><path d=${pathOf(this.strokes)}/>`}
        </svg>
      </div>
      <div><button type="button" class="quiet" ?disabled=${this.strokes.length === 0} @click=${this.clear}>
        ${icons.remove}${intake.clear}
      </button></div>
      ${signature ? html`<span class="error" role="alert">${icons.alert}${signature}</span>` : nothing}
    </div>`
  }

  private renderWitness() {
    const intake = intakeWording(this.wording)
    return html`
      ${radioField({
        name: 'because',
        label: intake.because,
        error: this.errors.because,
        options: unsignedReasons.map((value) => ({ value, label: this.wording.vocabulary.unsigned[value] })),
      })}
      ${textField({
        name: 'witness',
        label: intake.witness,
        hint: intake.witnessHint,
        limit: this.unit.view.form.limits.name,
        error: this.errors.witness,
      })}
    `
  }

  private readonly begin = (event: PointerEvent) => {
    if (event.button !== 0 || !this.sheet) return
    event.preventDefault()
    this.sheet.setPointerCapture(event.pointerId)
    this.strokes = beginStroke(this.strokes, pointIn(this.sheet.getBoundingClientRect(), event))
  }

  private readonly goOn = (event: PointerEvent) => {
    if (!this.sheet?.hasPointerCapture(event.pointerId)) return
    const box = this.sheet.getBoundingClientRect()
    for (const part of event.getCoalescedEvents?.() ?? [event])
      this.strokes = extendStroke(this.strokes, pointIn(box, part))
    this.strokes = extendStroke(this.strokes, pointIn(box, event))
  }

  private clear() {
    this.strokes = []
  }

  private turn() {
    this.isWitnessed = !this.isWitnessed
    this.errors = {}
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (this.sending) return
    const { common } = this.wording
    const intake = intakeWording(this.wording)
    const unsigned: FieldErrors = isSignature(this.strokes) ? {} : { signature: intake.signatureMissing }
    this.errors = this.isWitnessed ? missingFields(this.form, common.required) : unsigned
    if (hasErrors(this.errors)) {
      await this.updateComplete
      return focusFirstError(this.renderRoot)
    }
    this.dispatchEvent(new CustomEvent('signed', { detail: this.signing }))
  }

  private get signing(): Signing {
    if (!this.isWitnessed) return { kind: 'signed', strokes: pathOf(this.strokes) }
    const written = new FormData(this.form)
    const because = unsignedReasons.find((one) => one === textIn(written, 'because')) ?? 'declined'
    return { kind: 'witnessed', because, witness: textIn(written, 'witness') }
  }
}
