import { consume } from '@lit/context'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseEvidenceView } from '../../../service/contract/case-view.ts'
import { type Unit, unitContext } from '../../api/context.ts'
import { explain } from '../../api/explain.ts'
import type { OriginalReason } from '../../api/wire.ts'
import { type Words, wordsContext } from '../../messages/words.ts'
import { controls } from '../../ui/controls.ts'
import '../../ui/dialog.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { LeakCheck } from '../leak-check.ts'

/** Takes the original of a file. Refusals are thrown. */
export type TakeOriginal = (piece: CaseEvidenceView, reason: OriginalReason) => Promise<void>

/**
 * Asks whoever wants the original of a file why.
 * @fires original-closed - taken, or put aside
 */
@customElement('original-dialog')
export class OriginalDialog extends LitElement {
  static override styles = [
    controls,
    surfaces,
    fields,
    css`
      :host {
        display: contents;
      }
      form {
        display: grid;
        gap: 16px;
      }
    `,
  ]

  @consume({ context: wordsContext, subscribe: true })
  @state()
  private words!: Words

  @consume({ context: unitContext, subscribe: true })
  @state()
  private unit!: Unit

  /** `null` while nobody wants an original. */
  @property({ attribute: false }) piece: CaseEvidenceView | null = null
  @property({ attribute: false }) take!: TakeOriginal
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private sending = false
  @query('form') private readonly form!: HTMLFormElement
  private readonly leaks = new LeakCheck(this)

  protected override willUpdate(changed: PropertyValues) {
    if (!changed.has('piece')) return
    this.errors = {}
    this.refusal = ''
    this.leaks.clear()
  }

  override render() {
    const { evidence, common } = this.words
    const heading = this.piece ? evidence.originalOf(this.piece.name) : ''
    return html`<ui-dialog ?open=${this.piece !== null} heading=${heading} close-label=${common.close} @ui-close=${this.close}>
      ${this.piece ? this.renderForm() : nothing}
    </ui-dialog>`
  }

  private renderForm() {
    const { evidence, common } = this.words
    const limit = this.unit.view.form.limits.reason
    return html`<form novalidate @submit=${this.submit}>
      <p>${evidence.originalText}</p>
      ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
      ${textField({
        name: 'reason',
        label: evidence.reason,
        hint: evidence.reasonHint,
        rows: 3,
        limit,
        error: this.errors.reason,
      })}
      ${this.leaks.render(this.words, limit)}
      <div class="actions">
        <button class="primary" ?disabled=${this.sending}>${evidence.takeOriginal}</button>
        <button type="button" class="quiet" @click=${this.close}>${common.cancel}</button>
      </div>
    </form>`
  }

  private close() {
    this.dispatchEvent(new CustomEvent('original-closed'))
  }

  private async submit(event: Event) {
    event.preventDefault()
    const { piece } = this
    if (this.sending || !piece) return
    this.refusal = ''
    this.errors = missingFields(this.form, this.words.common.required)
    if (hasErrors(this.errors)) {
      await this.updateComplete
      return focusFirstError(this.renderRoot)
    }
    const written = new FormData(this.form)
    this.sending = true
    try {
      await this.take(piece, { reason: textIn(written, 'reason'), ...this.leaks.reasonIn(written) })
      this.close()
    } catch (error) {
      if (!this.leaks.takes(error)) this.refusal = explain(error, this.words)
    } finally {
      this.sending = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'original-dialog': OriginalDialog
  }
}
