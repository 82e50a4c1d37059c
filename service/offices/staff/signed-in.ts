import type { Clock } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import type { Account, Session } from './account.ts'
import type { FailedSignIns } from './failed-sign-ins.ts'
import type { PasswordHasher } from './password.ts'
import type { StaffDirectory } from './staff-directory.ts'

export interface SignedIn {
  readonly account: Account
  readonly session: Session
}

export interface SignInPorts {
  readonly staff: StaffDirectory
  readonly sessions: Collection<Session>
  readonly passwords: PasswordHasher
  readonly failedSignIns: FailedSignIns
  readonly now: Clock
  readonly sessionIdleAfter: number
  readonly newSecret: () => string
  /** One-way hash of a secret that is random already. */
  readonly hashSecret: (secret: string) => string
}
