import { Task } from '@lit/task'
import { type CSSResultGroup, html, type TemplateResult } from 'lit'
import { property } from 'lit/decorators.js'
import type { ShownLinkView } from '../../../service/contract/account.ts'
import { FormElement } from '../../page/form-element.ts'
import { textField } from '../../ui/field.ts'
import { formGrid } from '../../ui/fields.ts'
import type { FieldErrors } from '../../ui/form.ts'
import type { Wording } from '../../wording/wording.ts'
import { doorway } from './doorway.ts'

/** The page to which a one-time link leads. It shows what the link is for before it is used. */
export abstract class LinkPage extends FormElement {
  static override styles: CSSResultGroup = [FormElement.styles, doorway, formGrid]

  @property() token = ''

  protected readonly link = new Task(this, {
    args: () => [this.token] as const,
    task: ([token]) => this.client.showLink(token),
  })

  override render() {
    const { app, session } = this.wording
    return html`<main>
      <p class="brand" translate="no">${app.name}</p>
      ${this.renderLoaded(this.link, (link) => this.renderLink(link), session.invitationLoading)}
    </main>`
  }

  protected abstract renderLink(link: ShownLinkView): TemplateResult

  protected renderAccount({ email }: ShownLinkView) {
    return html`<input class="unseen" type="email" autocomplete="username" tabindex="-1" aria-hidden="true" readonly .value=${email}>`
  }
}

const SHORTEST_PASSWORD = 12

export const newPasswordFields = ({ session }: Wording, errors: FieldErrors) => html`
  ${textField({
    name: 'password',
    label: session.newPassword,
    hint: session.newPasswordHint,
    type: 'password',
    autocomplete: 'new-password',
    error: errors.password,
  })}
  ${textField({
    name: 'repeated',
    label: session.repeatPassword,
    type: 'password',
    autocomplete: 'new-password',
    error: errors.repeated,
  })}
`

export function findPasswordMistakes({ session }: Wording, written: FormData): FieldErrors {
  const password = String(written.get('password'))
  if (password.length < SHORTEST_PASSWORD) return { password: session.newPasswordShort }
  return password === String(written.get('repeated')) ? {} : { repeated: session.repeatDiffers }
}
