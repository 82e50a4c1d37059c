import type { Role } from '../../vocabulary.ts'
import type { AccountMailKind } from './mail-kinds.ts'

export interface AccountMailValues {
  readonly name: string
  readonly office: string
  readonly by: string
  readonly role: string
  readonly link: string
  readonly minutes: number
  readonly days: number
}

export interface AccountWording {
  /** The service calls itself this where no tenant sends the mail. */
  readonly service: string
  /** The mail names the operator like this as the person who invites or decides. */
  readonly operator: string
  readonly roles: Readonly<Record<Role, string>>
  readonly mails: Readonly<
    Record<AccountMailKind, (values: AccountMailValues) => { readonly subject: string; readonly text: string }>
  >
}
