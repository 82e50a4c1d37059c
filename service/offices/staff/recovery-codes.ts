import { Refusal } from '../../shared/refusal.ts'
import { normaliseCode } from '../../shared/tracking-code.ts'
import { type AccountPorts, hasSecondFactor } from './account-security.ts'
import { requireFreshConfirmation } from './confirm-session.ts'
import { changeFactors } from './second-factor.ts'
import type { SignedIn } from './signed-in.ts'

const HOW_MANY = 10

function newSet({ newRecoveryCode, hashSecret }: AccountPorts) {
  const codes = Array.from({ length: HOW_MANY }, newRecoveryCode)
  return { codes, recoveryCodes: codes.map((code) => hashSecret(normaliseCode(code))) }
}

/** Makes the codes for a person's first second factor, or none if some are left. They are shown once. */
export async function firstRecoveryCodes(ports: AccountPorts, account: string): Promise<readonly string[]> {
  const { codes, recoveryCodes } = newSet(ports)
  const saved = await changeFactors(ports, account, (factors) =>
    factors.recoveryCodes.length > 0 ? null : { ...factors, recoveryCodes },
  )
  return saved ? codes : []
}

/**
 * Makes a new set; the old codes become void.
 * @throws Refusal `session/confirmation-needed`, `account/no-second-factor`
 */
export async function renewRecoveryCodes(
  ports: AccountPorts,
  { account, session }: SignedIn,
): Promise<readonly string[]> {
  requireFreshConfirmation(session, ports.now())
  if (!(await hasSecondFactor(ports, account.id))) throw new Refusal('conflict', 'account/no-second-factor')
  const { codes, recoveryCodes } = newSet(ports)
  await changeFactors(ports, account.id, (factors) => ({ ...factors, recoveryCodes }))
  return codes
}
