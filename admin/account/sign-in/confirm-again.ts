import { Task } from '@lit/task'
import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { formGrid } from '../../ui/fields.ts'
import { ProofElement } from './proof-element.ts'
import '../../ui/dialog.ts'
import { textField } from '../../ui/field.ts'

/**
 * Asks the signed-in person to prove once more who they are, before what a borrowed session must not do.
 * @fires confirm-answered - `detail` is whether they did
 */
@customElement('confirm-again')
export class ConfirmAgain extends ProofElement {
  static override styles = [ProofElement.styles, formGrid]

  @property({ type: Boolean }) open = false

  /** A passkey is offered only where the person has one. */
  private readonly account = new Task(this, {
    args: () => [this.open] as const,
    task: ([open], { signal }) => (open && canUsePasskeys() ? this.client.account.read(signal) : null),
  })

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('open')) this.attempt.refusal = ''
  }

  override render() {
    const { session, common } = this.wording
    return html`<ui-dialog ?open=${this.open} heading=${session.confirmHeading} close-label=${common.close}
      @ui-close=${() => this.answer(false)}>
      ${this.open ? this.renderForm() : nothing}
    </ui-dialog>`
  }

  private renderForm() {
    const { session, common } = this.wording
    const hasPasskey = (this.account.value?.passkeys.length ?? 0) > 0
    return html`<form novalidate @submit=${this.onSubmit}>
      <p class="soft">${session.confirmText}</p>
      ${textField({
        name: 'confirm-password',
        label: session.password,
        type: 'password',
        autocomplete: 'current-password',
        error: this.attempt.refusal,
        focusFirst: true,
      })}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${session.confirm}</button>
        ${hasPasskey ? this.renderPasskey() : nothing}
        <button value="cancel" type="button" class="quiet" @click=${() => this.answer(false)}>${common.cancel}</button>
      </div>
    </form>`
  }

  protected proofIn(written: FormData) {
    const password = String(written.get('confirm-password'))
    return password ? { password } : null
  }

  protected onProved() {
    this.answer(true)
  }

  private answer(confirmed: boolean) {
    this.dispatchEvent(new CustomEvent('confirm-answered', { detail: confirmed }))
  }
}
