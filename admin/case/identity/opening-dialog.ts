import { consume } from '@lit/context'
import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { type Unit, unitContext } from '../../api/context.ts'
import { explain } from '../../api/explain.ts'
import type { OpeningGround, OpeningReason } from '../../api/wire.ts'
import { type Words, wordsContext } from '../../messages/words.ts'
import { controls } from '../../ui/controls.ts'
import '../../ui/dialog.ts'
import { selectField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { type FieldErrors, focusFirstError, hasErrors, missingFields, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { surfaces } from '../../ui/surfaces.ts'
import { LeakCheck } from '../leak-check.ts'

/** Opening an identity oneself, or asking a custodian for it. Either takes a ground and words. */
export type Purpose = 'open' | 'ask'

/** Does what the dialog asked about. Refusals are thrown. */
export type Pursue = (purpose: Purpose, reason: OpeningReason) => Promise<void>

/**
 * Asks whoever wants an identity for ground and words.
 * @fires opening-closed - done, or put aside
 */
@customElement('opening-dialog')
export class OpeningDialog extends LitElement {
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

  /** Empty while nobody wants anything. */
  @property() purpose: Purpose | '' = ''
  @property({ attribute: false }) pursue!: Pursue
  @state() private errors: FieldErrors = {}
  @state() private refusal = ''
  @state() private sending = false
  @query('form') private readonly form!: HTMLFormElement

  private readonly leaks = new LeakCheck(this)

  protected override willUpdate(changed: PropertyValues) {
    if (!changed.has('purpose')) return
    this.errors = {}
    this.refusal = ''
    this.leaks.clear()
  }

  override render() {
    const { casePage, custody, common } = this.words
    const heading = this.purpose === 'ask' ? custody.askHeading : casePage.openIdentity
    return html`<ui-dialog ?open=${this.purpose !== ''} heading=${heading} close-label=${common.close} @ui-close=${this.close}>
      ${this.purpose === '' ? nothing : this.renderForm(this.purpose)}
    </ui-dialog>`
  }

  private renderForm(purpose: Purpose) {
    const { casePage, custody, common, vocabulary } = this.words
    return html`<form novalidate @submit=${this.submit}>
      <p>${purpose === 'ask' ? custody.askText : casePage.openIdentityText}</p>
      ${this.refusal ? html`<div class="banner danger" role="alert">${icons.alert}<p>${this.refusal}</p></div>` : nothing}
      ${selectField({
        name: 'ground',
        label: custody.ground,
        error: this.errors.ground,
        options: [
          { value: '', label: common.choose },
          ...Object.entries(vocabulary.openingGrounds).map(([value, label]) => ({ value, label })),
        ],
      })}
      ${textField({
        name: 'reason',
        label: casePage.openIdentityReason,
        hint: casePage.openIdentityHint,
        rows: 3,
        limit: this.unit.view.form.limits.reason,
        error: this.errors.reason,
      })}
      ${this.leaks.render(this.words, this.unit.view.form.limits.reason)}
      <div class="actions">
        <button class="primary" ?disabled=${this.sending}>
          ${purpose === 'ask' ? custody.askSubmit : casePage.openIdentitySubmit}
        </button>
        <button type="button" class="quiet" @click=${this.close}>${common.cancel}</button>
      </div>
    </form>`
  }

  private close() {
    this.dispatchEvent(new CustomEvent('opening-closed'))
  }

  private async submit(event: Event) {
    event.preventDefault()
    if (this.sending || this.purpose === '') return
    this.refusal = ''
    this.errors = missingFields(this.form, this.words.common.required)
    if (hasErrors(this.errors)) {
      await this.updateComplete
      return focusFirstError(this.renderRoot)
    }
    const written = new FormData(this.form)
    this.sending = true
    try {
      const ground = textIn(written, 'ground') as OpeningGround
      const reason = { ground, reason: textIn(written, 'reason'), ...this.leaks.reasonIn(written) }
      await this.pursue(this.purpose, reason)
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
    'opening-dialog': OpeningDialog
  }
}
