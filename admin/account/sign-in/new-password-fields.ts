import { html } from 'lit'
import { textField } from '../../ui/field.ts'
import type { FieldErrors } from '../../ui/form.ts'
import type { Wording } from '../../wording/wording.ts'

const SHORTEST_PASSWORD = 12

/** A new password and the same once more. */
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

/** Finds what is wrong with a new password before the service is asked. */
export function findPasswordMistakes({ session }: Wording, written: FormData): FieldErrors {
  const password = String(written.get('password'))
  if (password.length < SHORTEST_PASSWORD) return { password: session.newPasswordShort }
  return password === String(written.get('repeated')) ? {} : { repeated: session.repeatDiffers }
}
