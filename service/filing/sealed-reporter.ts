import { activeKey, type SealingKeys } from '../offices/tenants/sealing-keys.ts'
import type { PrivacyChoice } from '../offices/vocabulary.ts'
import { keyIdIn } from '../sealing/envelope.ts'
import { type FieldProblem, Refusal } from '../shared/refusal.ts'
import type { GivenIdentity } from './reporter-identity.ts'

/**
 * Lists fields that must not be readable beside an envelope. The contact may be, because the reporter chose to leave it
 * open.
 */
export function sealedProblems(privacy: PrivacyChoice, given: GivenIdentity | undefined): FieldProblem[] {
  if (privacy === 'anonymous') return [{ path: 'sealedIdentity', code: 'not-with-anonymous' }]
  const open = (['name', 'address', 'onBehalfOf'] as const).filter((field) => given?.[field])
  const lettered = given?.channels?.includes('letter') ? (['channels'] as const) : []
  return [...open, ...lettered].map((field) => ({ path: `reporter.${field}`, code: 'not-with-sealed' }))
}

interface Given {
  readonly privacy: PrivacyChoice
  readonly sealedIdentity: string | undefined
  readonly mayStayOpen: boolean | undefined
}

/**
 * A tenant with sealing refuses an unsealed identity from a page, so that no old page weakens the promise. An envelope
 * for the previous key is accepted, because the page was open during the change.
 * @throws Refusal `identity/must-be-sealed`, `identity/sealed-elsewhere`
 */
export function refuseUnlessSealed(
  keys: SealingKeys | undefined,
  { privacy, sealedIdentity, mayStayOpen }: Given,
): void {
  if (sealedIdentity) {
    const isKnown = keys?.some(({ id, confirmedAt }) => confirmedAt !== null && id === keyIdIn(sealedIdentity))
    if (!isKnown) throw new Refusal('conflict', 'identity/sealed-elsewhere')
  } else if (activeKey(keys) && privacy !== 'anonymous' && !mayStayOpen) {
    const needed = { path: 'identityUnsealed', code: 'required' }
    throw new Refusal('invalid', 'identity/must-be-sealed', {}, [needed])
  }
}
