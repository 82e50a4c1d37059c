import { normaliseCode } from '../../shared/tracking-code.ts'
import { type CollectionSpec, type Draft, UniqueViolation } from '../../storage/collection.ts'
import { foundByKeyVersion, keyHolder } from '../../storage/key-holder.ts'
import { PLATFORM } from '../../storage/place.ts'
import { ownKeyIn, placeIn, type Vault, withOwnKey } from '../../storage/vault.ts'
import type { AccountOffice, SecondFactors, SharedSecret } from './account-office.ts'

/** The platform has its own key for the secrets of accounts, because an account belongs to no single tenant. */
export const PLATFORM_UNIT = PLATFORM

export const secondFactorSpec: CollectionSpec<SecondFactors> = {
  name: 'secondFactors',
  ...foundByKeyVersion<SecondFactors>(({ totp }) => [totp?.key ?? null]),
}

export const secondFactorKeys = ({ secondFactors, vault }: Pick<AccountOffice, 'secondFactors' | 'vault'>) =>
  keyHolder(secondFactors, vault, async (one, renewal) => {
    if (!one.totp) return one
    const key = ownKeyIn('secondFactors')({ ...one, key: one.totp.key })
    const secret = await renewal.seal(key, placeIn('secondFactors')(one, 'secret'), one.totp.secret)
    return { ...one, totp: { ...one.totp, secret, key: await renewal.key(key) } }
  })

export async function sealTotpSecret(vault: Vault, account: string, secret: string) {
  const own = withOwnKey('secondFactors', vault)
  const key = await own.newKey(PLATFORM_UNIT, account)
  return { key, secret: await own.seal({ tenant: PLATFORM, id: account, key }, 'secret', secret) }
}

export const openTotpSecret = async (
  vault: Vault,
  account: string,
  { key, secret }: Pick<SharedSecret, 'key' | 'secret'>,
): Promise<string> =>
  await withOwnKey('secondFactors', vault).open({ tenant: PLATFORM, id: account, key }, 'secret', secret)

type Factors = Draft<SecondFactors>

/** Returns `null` if that time step or a later one was used before. */
export function withStepTaken<F extends Factors>(factors: F, step: number): F | null {
  const { totp } = factors
  return totp && step > totp.lastStep ? { ...factors, totp: { ...totp, lastStep: step } } : null
}

/** Returns `null` if the code is not among the unused ones. */
export function withRecoveryCodeSpent<F extends Factors>(factors: F, hash: string): F | null {
  const left = factors.recoveryCodes.filter((code) => code !== hash)
  return left.length < factors.recoveryCodes.length ? { ...factors, recoveryCodes: left } : null
}

export const factorsOf = async ({ secondFactors }: AccountOffice, account: string): Promise<Factors> =>
  (await secondFactors.get(PLATFORM, account)) ?? { tenant: PLATFORM, id: account, totp: null, recoveryCodes: [] }

export async function changeFactors(
  { secondFactors }: AccountOffice,
  account: string,
  change: (factors: Factors) => Factors | null,
): Promise<Factors | null> {
  for (;;) {
    const known = await secondFactors.get(PLATFORM, account)
    const changed = change(known ?? { tenant: PLATFORM, id: account, totp: null, recoveryCodes: [] })
    if (!changed) return null
    const saved = known
      ? await secondFactors.replace({ ...changed, version: known.version })
      : await secondFactors.insert(changed).catch(nullIfTaken)
    if (saved) return saved
  }
}

function nullIfTaken(cause: unknown): null {
  if (cause instanceof UniqueViolation) return null
  throw cause
}

export const hasTotp = ({ totp }: Factors): boolean => totp?.confirmedAt != null

/** Accepts a code of the authenticator app or a recovery code, each once. */
export async function takeCode(office: AccountOffice, account: string, code: string): Promise<boolean> {
  const factors = await factorsOf(office, account)
  const step = hasTotp(factors) ? await stepOfCode(office, account, factors.totp, code) : null
  const hash = office.hashSecret(normaliseCode(code))
  const changed = await changeFactors(office, account, (now) =>
    step === null ? withRecoveryCodeSpent(now, hash) : withStepTaken(now, step),
  )
  return changed !== null
}

export async function stepOfCode(
  { vault, totpCodes, now }: AccountOffice,
  account: string,
  totp: SharedSecret | null,
  code: string,
): Promise<number | null> {
  if (!totp) return null
  const secret = await openTotpSecret(vault, account, totp)
  return totpCodes.stepOf(secret, code, now())
}
