import { css, html, nothing } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import './sign-in-form.ts'
import type { SignInForm } from './sign-in-form.ts'

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
  /** Nobody touched the desk, so it locked itself. */
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
