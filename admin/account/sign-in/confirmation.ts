import './sign-in-form.ts'
import { Task } from '@lit/task'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { formGrid } from '../../ui/fields.ts'
import { ProofElement } from './proof-element.ts'
import '../../ui/dialog.ts'
import { PageElement } from '../../page/page-element.ts'
import { textField } from '../../ui/field.ts'
import type { SignInForm } from './sign-in-form.ts'

/**
 * Asks the signed-in person to prove once more who they are, before what a borrowed session must not do.
 * @fires confirm-answered - `detail` is whether they did
 */
@customElement('confirm-again')
export class ConfirmAgain extends ProofElement {
  static override styles = [ProofElement.styles, formGrid]

  @property({ type: Boolean }) open = false

  private readonly account = new Task(this, {
    args: () => [this.open] as const,
    task: ([open], { signal }) => (open && canUsePasskeys() ? this.client.call('GET /account', { signal }) : null),
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

/**
 * Covers the page when a session has ended, and gives it back as it was. A dialog, so that it also lies above other dialogs.
 * @fires signed-out - somebody else wants to sign in
 */
@customElement('sign-in-again')
export class SignInAgain extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      dialog {
        inline-size: min(440px, 100vw - 32px);
        padding: 28px;
        border: 0;
        border-radius: var(--radius-large);
        background: var(--surface);
        color: var(--ink);
      }
      dialog::backdrop {
        background: var(--paper);
      }
    `,
  ]

  @property({ type: Boolean }) open = false
  @property({ type: Boolean }) locked = false
  @property() email = ''
  @query('dialog') private readonly dialog!: HTMLDialogElement
  @query('sign-in-form') private readonly form!: SignInForm

  override updated() {
    // A session can end while the page that asks is being left.
    if (this.open && this.isConnected && !this.dialog.open) this.show()
    else if (!this.open && this.dialog.open) this.dialog.close()
  }

  override render() {
    const { session } = this.wording
    return html`<dialog aria-labelledby="heading" @cancel=${(event: Event) => event.preventDefault()}
      @close=${() => this.requestUpdate()}>
      ${
        this.open
          ? html`<div class="stack">
              <div>
                <h2 id="heading">${this.locked ? session.lockedHeading : session.againHeading}</h2>
                <p class="soft">${session.againText}</p>
              </div>
              <sign-in-form email=${this.email}></sign-in-form>
              <button class="quiet" @click=${this.leave}>${session.otherPerson}</button>
            </div>`
          : nothing
      }
    </dialog>`
  }

  /** The dialog itself would choose the button below the form. */
  private show() {
    this.dialog.showModal()
    void this.form.updateComplete.then(() => this.form.renderRoot.querySelector<HTMLElement>('[autofocus]')?.focus())
  }

  private leave() {
    this.dispatchEvent(new CustomEvent('signed-out'))
  }
}
