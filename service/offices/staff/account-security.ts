import type { Instant } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import type { Session } from './account.ts'
import type { Challenge } from './challenge.ts'
import { type Passkey, type PasskeyCeremonies, passkeysOf } from './passkey.ts'
import { changeFactors, factorsOf, hasTotp, type SecondFactorPorts } from './second-factor.ts'
import { forgetSecondFactor, sessionsOf } from './sessions.ts'
import { isIdle } from './sign-in.ts'
import type { SignedIn, SignInPorts } from './signed-in.ts'

export interface AccountPorts extends SignInPorts, SecondFactorPorts {
  readonly passkeys: Collection<Passkey>
  readonly challenges: Collection<Challenge>
  readonly ceremonies: PasskeyCeremonies
  /** It has 80 bits and can be copied by hand. */
  readonly newRecoveryCode: () => string
}

export interface AccountSecurity {
  readonly totpSince: Instant | null
  readonly recoveryCodesLeft: number
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly Session[]
}

export async function readAccountSecurity(ports: AccountPorts, { account }: SignedIn): Promise<AccountSecurity> {
  const [{ totp, recoveryCodes }, passkeys, sessions] = await Promise.all([
    factorsOf(ports, account.id),
    passkeysOf(ports, account.id),
    sessionsOf(ports, account.id),
  ])
  return {
    totpSince: totp?.confirmedAt ?? null,
    recoveryCodesLeft: recoveryCodes.length,
    passkeys,
    sessions: sessions.filter((one) => !isIdle(ports, one)),
  }
}

export const hasSecondFactor = async (
  ports: Pick<AccountPorts, 'secondFactors' | 'passkeys'>,
  account: string,
): Promise<boolean> => hasTotp(await factorsOf(ports, account)) || (await passkeysOf(ports, account)).length > 0

/** Without a second factor the recovery codes are void, and no session counts as one with two factors. */
export async function forgetLastFactor(ports: AccountPorts, account: string): Promise<void> {
  if (await hasSecondFactor(ports, account)) return
  await changeFactors(ports, account, (factors) => ({ ...factors, recoveryCodes: [] }))
  await forgetSecondFactor(ports, account)
}
