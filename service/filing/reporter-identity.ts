import type { Dossier, Filed } from '../case/shape/complaint.ts'
import { filedPlace, identityKeyOf } from '../case/store/case-seals.ts'
import type { NoticeChannel } from '../offices/notice-vocabulary.ts'
import { activeKey, type SealingKeys } from '../offices/tenants/sealing-keys.ts'
import type { TenantSettings } from '../offices/tenants/tenant.ts'
import type { IntakeChannel, PrivacyChoice } from '../offices/vocabulary.ts'
import { keyIdIn } from '../sealing/envelope.ts'
import { type FieldProblem, Refusal } from '../shared/refusal.ts'
import type { ContactPoints, Identity, SealedEnvelope, SealedIdentity, Vault } from '../storage/vault.ts'
import { maskedReporter } from './new-complaint.ts'

export interface GivenIdentity {
  readonly name?: string | undefined
  readonly address?: string | undefined
  readonly phone?: string | undefined
  readonly email?: string | undefined
  readonly onBehalfOf?: string | undefined
  readonly channels?: readonly NoticeChannel[] | undefined
}

/** Checks the tenant's form rules. A letter or call may lack fields, but never the name. */
export function identityProblems(
  fields: TenantSettings['identityFields'],
  privacy: PrivacyChoice,
  given: GivenIdentity | undefined,
  channel: IntakeChannel,
): FieldProblem[] {
  if (privacy === 'anonymous') {
    const named = (['name', 'address'] as const).filter((field) => given?.[field])
    const lettered = given?.channels?.includes('letter') ? (['channels'] as const) : []
    return [...named, ...lettered].map((field) => ({ path: `reporter.${field}`, code: 'not-with-anonymous' }))
  }
  const needed = (['name', 'address', 'phone', 'email'] as const).filter((field) =>
    channel === 'web_widget' ? fields[field] === 'required' : field === 'name',
  )
  const missing = needed.filter((field) => !given?.[field])
  const asked = given?.channels?.includes('letter') && !given.address && !missing.includes('address')
  return [...missing, ...(asked ? (['address'] as const) : [])].map((field) => ({
    path: `reporter.${field}`,
    code: 'required',
  }))
}

export const readIdentity = (given: GivenIdentity | undefined): Identity => ({
  name: given?.name || null,
  address: given?.address || null,
  phone: given?.phone || null,
  email: given?.email || null,
  onBehalfOf: given?.onBehalfOf || null,
})

export const toGivenIdentity = ({ name, address, phone, email, onBehalfOf }: Identity): GivenIdentity => ({
  name: name ?? undefined,
  address: address ?? undefined,
  phone: phone ?? undefined,
  email: email ?? undefined,
  onBehalfOf: onBehalfOf ?? undefined,
})

export interface BesideIdentity {
  readonly signature?: string | undefined
  readonly sealed?: SealedEnvelope | undefined
}

interface SealedReporter {
  readonly identity: SealedIdentity | null
  readonly maskedReporter: Dossier['maskedReporter']
  readonly sealedTo: Dossier['sealedTo']
  readonly noticeChannels: readonly NoticeChannel[]
}

/** Seals identity and contact separately. A contact is possible without an identity. */
export async function sealIdentity(
  vault: Vault,
  filed: Filed,
  privacy: PrivacyChoice,
  given: GivenIdentity | undefined,
  { signature, sealed }: BesideIdentity = {},
): Promise<SealedReporter> {
  const identity = { ...readIdentity(given), ...(signature ? { signature } : {}), ...(sealed ? { sealed } : {}) }
  if (Object.values(identity).every((field) => field === null)) {
    return { identity: null, maskedReporter: null, sealedTo: null, noticeChannels: [] }
  }
  const contact: ContactPoints = { email: identity.email, phone: identity.phone }
  const key = await vault.newKey(filedPlace(filed, 'identityKey'))
  const laid = identityKeyOf(filed, { key })
  const [sealedIdentity, sealedContact] = await Promise.all([
    vault.seal(laid, filedPlace(filed, 'identity'), identity),
    vault.seal(laid, filedPlace(filed, 'contact'), contact),
  ])
  return {
    identity: { key, identity: sealedIdentity, contact: sealedContact },
    maskedReporter: maskedReporter(privacy, identity),
    sealedTo: sealed ? keyIdIn(sealed.envelope) : null,
    noticeChannels: given?.channels?.length ? given.channels : channelsFor(identity),
  }
}

/** Returns every channel that the given contact can reach, as the fallback order where nothing was chosen. */
export const channelsFor = ({ phone, email, address }: Identity): NoticeChannel[] => [
  ...(phone ? (['whatsapp', 'sms'] as const) : []),
  ...(email ? (['email'] as const) : []),
  ...(address ? (['letter'] as const) : []),
]

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
