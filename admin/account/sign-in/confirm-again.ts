import { Task } from '@lit/task'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Confirmation } from '../../../service/contract/account.ts'
import { canUsePasskeys, showPasskey } from '../../api/passkeys.ts'
import { PageElement } from '../../page/page-element.ts'
import { controls } from '../../ui/controls.ts'
import '../../ui/dialog.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { surfaces } from '../../ui/surfaces.ts'

/**
 * Asks the signed-in person to prove once more who they are, before what a borrowed session must not do.
 * @fires confirm-answered - `detail` is whether they did
 */
@customElement('confirm-again')
export class ConfirmAgain extends PageElement {
  static override styles = [
    controls,
    surfaces,
    fields,
    css`
      form {
        display: grid;
        gap: 16px;
      }
    `,
  ]

  @property({ type: Boolean }) open = false
  @state() private error = ''
  @state() private checking = false
  @query('form') private readonly form!: HTMLFormElement

  /** A passkey is offered only where the person has one. */
  private readonly account = new Task(this, {
    args: () => [this.open] as const,
    task: ([open], { signal }) => (open && canUsePasskeys() ? this.client.account.read(signal) : null),
  })

  protected override willUpdate(changed: PropertyValues) {
    if (changed.has('open')) this.error = ''
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
    return html`<form novalidate @submit=${this.submit}>
      <p class="soft">${session.confirmText}</p>
      ${textField({
        name: 'confirm-password',
        label: session.password,
        type: 'password',
        autocomplete: 'current-password',
        error: this.error,
        focusFirst: true,
      })}
      <div class="actions">
        <button class="primary" ?disabled=${this.checking}>${session.confirm}</button>
        ${
          hasPasskey
            ? html`<button type="button" ?disabled=${this.checking} @click=${this.usePasskey}>${icons.key}${session.confirmByPasskey}</button>`
            : nothing
        }
        <button type="button" class="quiet" @click=${() => this.answer(false)}>${common.cancel}</button>
      </div>
    </form>`
  }

  private async submit(event: Event) {
    event.preventDefault()
    const password = String(new FormData(this.form).get('confirm-password'))
    if (password === '') {
      this.error = this.wording.common.required
      return
    }
    await this.prove(async () => ({ password }))
  }

  private usePasskey() {
    return this.prove(async () => {
      const passkey = await showPasskey(await this.client.account.askForPasskey())
      return passkey && { passkey }
    })
  }

  private async prove(proof: () => Promise<Confirmation | null>) {
    if (this.checking) return
    this.error = ''
    this.checking = true
    try {
      const shown = await proof()
      if (!shown) return
      await this.client.account.confirm(shown)
      this.answer(true)
    } catch (error) {
      this.error = this.explain(error)
    } finally {
      this.checking = false
    }
  }

  private answer(confirmed: boolean) {
    this.dispatchEvent(new CustomEvent('confirm-answered', { detail: confirmed }))
  }
}
