import { Refusal } from '../../shared/refusal.ts'
import type { AccountOffice } from './account-office.ts'
import { firstRecoveryCodes, forgetLastFactor, requireFreshConfirmation } from './account-security.ts'
import { changeFactors, factorsOf, hasTotp, sealTotpSecret, stepOfCode, withStepTaken } from './second-factor.ts'
import { type SignedIn, showSecondFactor } from './sessions.ts'

/** An authenticator app needs the secret, shown once as text and as an address for a QR code. */
export interface TotpOffer {
  readonly secret: string
  readonly address: string
}

/** Makes a secret for an authenticator app. It counts once a code confirms it; a second call makes a new one. */
export async function beginTotp(office: AccountOffice, { account, session }: SignedIn): Promise<TotpOffer> {
  requireFreshConfirmation(session, office.now())
  const { totpCodes, vault } = office
  const secret = totpCodes.newSecret()
  const totp = { ...(await sealTotpSecret(vault, account.id, secret)), confirmedAt: null, lastStep: 0 }
  const begun = await changeFactors(office, account.id, (factors) => (hasTotp(factors) ? null : { ...factors, totp }))
  if (!begun) throw new Refusal('conflict', 'account/totp-exists')
  return { secret, address: totpCodes.address(secret, account.email) }
}

/**
 * The first code shows that the app has the secret; from then on signing in asks for one.
 * @returns the first recovery codes, or none where the person has some
 */
export async function confirmTotp(
  office: AccountOffice,
  { account, session }: SignedIn,
  code: string,
): Promise<readonly string[]> {
  const { totp } = await factorsOf(office, account.id)
  if (!totp || totp.confirmedAt) throw new Refusal('conflict', 'account/totp-not-begun')
  const step = await stepOfCode(office, account.id, totp, code)
  const confirmedAt = office.now()
  const confirmed =
    step !== null &&
    (await changeFactors(office, account.id, (factors) => {
      const isSame = factors.totp?.secret === totp.secret && !hasTotp(factors)
      return isSame && factors.totp ? withStepTaken({ ...factors, totp: { ...factors.totp, confirmedAt } }, step) : null
    }))
  if (!confirmed) throw new Refusal('unauthenticated', 'session/wrong-totp')
  await showSecondFactor(office, session)
  return firstRecoveryCodes(office, account.id)
}

export async function removeTotp(office: AccountOffice, { account, session }: SignedIn): Promise<void> {
  requireFreshConfirmation(session, office.now())
  await changeFactors(office, account.id, (factors) => (factors.totp ? { ...factors, totp: null } : null))
  await forgetLastFactor(office, account.id)
}
