import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ServiceClient } from '../../api/client.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import { formGrid } from '../../ui/fields.ts'
import '../../ui/dialog.ts'
import { textField } from '../../ui/field.ts'
import { type FieldErrors, textIn } from '../../ui/form.ts'

/** An act that needs a reason: its texts, and how it is done. */
export interface ReasonAsked {
  /** Where what is typed is kept: the case, and what is asked for. */
  readonly place: { readonly number: string; readonly kind: string }
  readonly heading: string
  readonly text: string
  readonly label: string
  readonly hint: string
  readonly submit: string
  /** Fields above the reason. */
  readonly more?: (errors: FieldErrors) => TemplateResult
  /** Refusals are thrown. @param written holds the fields of `more` too */
  readonly act: (reason: Reason, written: FormData, client: ServiceClient) => Promise<void>
}

export interface Reason {
  readonly reason: string
  /** The reason for which the text may name the reporter, if that was asked. */
  readonly leakReason?: string | undefined
}

/**
 * Asks why somebody wants something out of the ordinary; the reporter, or a colleague, will read it.
 * @fires reason-closed - done, or put aside
 */
@customElement('reason-dialog')
export class ReasonDialog extends LeakFormElement {
  static override styles = [
    LeakFormElement.styles,
    formGrid,
    css`
      :host {
        display: contents;
      }
    `,
  ]

  /** `null` while nobody wants anything. */
  @property({ attribute: false }) asked: ReasonAsked | null = null
  private readonly kept = new KeptForm(
    this,
    () => this.asked && { client: this.client, tenant: this.unit.tenant, ...this.asked.place },
  )

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('asked') || (changed.get('asked') && this.asked)) return
    this.attempt.errors = {}
    this.attempt.refusal = ''
    this.leaks.clear()
  }

  override render() {
    const { asked } = this
    return html`<ui-dialog ?open=${asked !== null} heading=${asked?.heading ?? ''} close-label=${this.wording.common.close}
      @ui-close=${this.close}>
      ${asked ? this.renderForm(asked) : nothing}
    </ui-dialog>`
  }

  private renderForm({ text, label, hint, submit, more }: ReasonAsked) {
    const limit = this.unit.view.form.limits.reason
    return html`<form novalidate @submit=${this.onSubmit}>
      <p>${text}</p>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${more?.(this.attempt.errors) ?? nothing}
      ${textField({ name: 'reason', label, hint, rows: 3, limit, error: this.attempt.errors.reason })}
      ${this.leaks.render(this.wording, limit)}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${submit}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.close}>${this.wording.common.cancel}</button>
      </div>
    </form>`
  }

  private close() {
    this.dispatchEvent(new CustomEvent('reason-closed'))
  }

  protected async send(written: FormData) {
    const { asked } = this
    if (!asked) return
    const reason = { reason: textIn(written, 'reason'), ...this.leaks.reasonIn(written) }
    await this.kept.send((client) => asked.act(reason, written, client))
    this.close()
  }
}
