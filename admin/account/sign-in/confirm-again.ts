import { Task } from '@lit/task'
import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { Confirmation } from '../../../service/contract/account.ts'
import { canUsePasskeys } from '../../api/passkeys.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import { fields, formGrid } from '../../ui/fields.ts'
import { askPasskey } from './ask-passkey.ts'
import '../../ui/dialog.ts'
import { textField } from '../../ui/field.ts'
import { icons } from '../../ui/icons.ts'
import { surfaces } from '../../ui/surfaces.ts'

/**
 * Asks the signed-in person to prove once more who they are, before what a borrowed session must not do.
 * @fires confirm-answered - `detail` is whether they did
 */
@customElement('confirm-again')
export class ConfirmAgain extends PageElement {
  static override styles = [controls, surfaces, fields, formGrid]

  @property({ type: Boolean }) open = false
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)

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
    return html`<form novalidate @submit=${this.submit}>
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
        ${
          hasPasskey
            ? html`<button type="button" ?disabled=${this.attempt.isBusy} @click=${this.usePasskey}>${icons.key}${session.confirmByPasskey}</button>`
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
      this.attempt.refusal = this.wording.common.required
      return
    }
    await this.prove(async () => ({ password }))
  }

  private readonly usePasskey = () => this.prove(() => askPasskey(this.client))

  private prove(proof: () => Promise<Confirmation | null>) {
    return this.attempt.run(async () => {
      const shown = await proof()
      if (!shown) return
      await this.client.account.confirm(shown)
      this.answer(true)
    })
  }

  private answer(confirmed: boolean) {
    this.dispatchEvent(new CustomEvent('confirm-answered', { detail: confirmed }))
  }
}
