import { firstRulePack } from '../../offices/calendar/rule-pack.ts'
import type { Renewal } from '../../storage/key-holder.ts'
import type { Place, SealedField, TenantId } from '../../storage/place.ts'
import {
  type ContactPoints,
  type Identity,
  isBound,
  type LaidKey,
  type Sealed,
  type SealedIdentity,
  type Vault,
  type WrappedKey,
} from '../../storage/vault.ts'
import { keyOfFile } from '../evidence.ts'
import type { Complaint, Dossier, Filed } from '../shape/complaint.ts'
import type { EvidenceItem, FileHashes, KeptEvidence } from '../shape/evidence.ts'
import { mapFields, optionalFields } from '../shape/story-fields.ts'
import type { KeptComplaint, StoredGuard } from './kept-complaint.ts'

/** These defaults apply to new complaints and to those from before the fields existed. */
export const laterInOutline = {
  guard: null,
  unreadSince: null,
  unansweredSince: null,
  untranscribedSince: null,
  dataRequestDueAt: null,
  heldSince: null,
  destroyed: null,
  identityErasedAt: null,
  improvementDue: null,
  callableFrom: null,
  passesOnSince: null,
  laporSince: null,
  offer: null,
  movedTo: null,
  cameFrom: null,
  imported: null,
  oldCodeHash: null,
  receiptFiles: [],
  rulePack: firstRulePack.id,
  alerts: [],
  news: [],
  clocksTold: [],
  rulesDue: [],
} satisfies Partial<Complaint>

/**
 * Nobody has written or done anything yet in a new complaint, in one of an earlier version, and in what remains of a
 * destroyed one.
 */
export const nothingYet = {
  ...mapFields(optionalFields, () => null),
  spoken: null,
  answers: [],
  asFiled: null,
  letterNumber: null,
  enteredAt: null,
  hiddenNames: [],
  sealedTo: null,
  messages: [],
  notes: [],
  timedActs: [],
  labels: [],
  ticks: [],
  older: null,
  instruction: null,
  suggestedTemplate: null,
  dispositions: [],
  completion: null,
  clockReasons: {},
  lapsed: null,
  delays: [],
  grounded: null,
  redactions: [],
  fileRedactions: [],
  proposal: null,
  answer: null,
  answerWriters: [],
  objection: null,
  declined: null,
  forwarded: null,
  offered: null,
  lapor: null,
  fromBook: null,
  rating: null,
  improvement: null,
  calls: [],
  identityOpenings: [],
  identityRequests: [],
  readers: [],
  concerns: [],
  candidates: [],
  notMeant: [],
  dataRequests: [],
  breachNotices: [],
  hold: null,
  contactChecks: [],
  codeKnownTo: null,
  codeReplaced: null,
  signing: null,
  consent: null,
  merged: null,
  joined: [],
  splits: [],
  splitFrom: null,
  passesOn: [],
} satisfies Partial<Dossier>

export const laterInEvidence = { browserAgreed: false, scan: null } satisfies Partial<EvidenceItem>

/** Fills in fields that cases of earlier versions lack. Copying this way is ten times as fast as the alternatives. */
export const fillInLater = <L extends object, T extends object>(later: L, found: T): L & T =>
  Object.keys(later).every((key) => Object.hasOwn(found, key)) ? (found as L & T) : Object.assign({}, later, found)

/** What lies sealed of a dossier. Most fields of most cases hold nothing, and would be sealed with every write. */
export type WrittenDossier = Omit<Dossier, keyof typeof nothingYet> & Partial<Dossier>

const defaults = new Map<string, unknown>(Object.entries(nothingYet))
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0

/** Leaves out the fields that hold what `fillInLater` gives them. */
export function omitNothing(dossier: Dossier): Readonly<Record<string, unknown>> {
  const written: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(dossier)) {
    const usual = defaults.get(name)
    if (usual === undefined || (usual === null ? value !== null : !isEmpty(value))) written[name] = value
  }
  return written
}

/**
 * Leaves out the fields that a new complaint sets itself. They stand last in its literal, because a literal that begins
 * with a spread takes a hundred times as long.
 */
export function omitFields<L extends object, K extends keyof L>(later: L, ...brought: readonly K[]): Omit<L, K> {
  const rest: Partial<L> = { ...later }
  for (const key of brought) delete rest[key]
  return { ...rest } as Omit<L, K>
}

export const filedPlace = ({ tenant, filing }: Filed, field: SealedField<'filings'>): Place => ({
  unit: tenant,
  collection: 'filings',
  id: filing.keyHash,
  field,
})

export const newCaseKey = (vault: Pick<Vault, 'newKey'>, filed: Filed): Promise<WrappedKey> =>
  vault.newKey(filedPlace(filed, 'key'))

export const caseKeyPlace = ({ tenant, id }: { readonly tenant: TenantId; readonly id: string }): Place => ({
  unit: tenant,
  collection: 'complaints',
  id,
  field: 'key',
})

export const caseKeyOf = (one: Pick<Complaint, 'id' | 'key'> & { readonly tenant: TenantId }): LaidKey => ({
  place: caseKeyPlace(one),
  wrapped: one.key,
})

/**
 * These fields are readable beside the dossier and decide who sees what. They are repeated under its seal, so that
 * opening the case detects a change in the store. They change only together with the dossier.
 */
const standing = [
  'status',
  'category',
  'privacy',
  'handler',
  'guard',
  'codeHash',
  'receiptId',
  'receivedAt',
  'answeredBy',
  'noticeChannels',
  'heldSince',
  'destroyed',
  'identityErasedAt',
  'offer',
  'movedTo',
  'cameFrom',
] as const satisfies readonly (keyof Complaint)[]

type Outline = Partial<Pick<Complaint, Exclude<(typeof standing)[number], 'guard'>>> &
  Pick<Complaint, 'identity'> & {
    readonly guard?: StoredGuard | null
    /** Only in cases of earlier versions are the hashes readable. */
    readonly evidence: readonly (KeptEvidence & { readonly sha256?: string })[]
  }

export interface CaseContent {
  readonly dossier: Dossier
  readonly hashes: FileHashes
}

interface SealedCase {
  readonly dossier: WrittenDossier
  /** It is absent in seals of earlier versions. */
  readonly hashes?: FileHashes
  readonly beside: Readonly<Record<string, string>>
}

/** The end of a seal differs for each seal. */
export const tagOf = (sealed: Sealed): string => sealed.slice(sealed.lastIndexOf('.') + 1)

function besideOf(outline: Outline, hashes: FileHashes): Readonly<Record<string, string>> {
  const beside: Record<string, string> = {}
  for (const name of standing) beside[name] = JSON.stringify(outline[name] ?? null)
  const { identity, evidence } = outline
  return {
    ...beside,
    identity: identity ? `${tagOf(identity.identity)} ${tagOf(identity.contact)}` : '',
    evidence: evidence.map(({ id, type, size }) => `${id} ${type} ${size} ${hashes[id]}`).join('\n'),
  }
}

export const sealDossier = (
  vault: Pick<Vault, 'seal'>,
  key: LaidKey,
  filed: Filed,
  outline: Outline,
  { dossier, hashes }: CaseContent,
): Promise<Sealed> => {
  const beside = besideOf(outline, hashes)
  return vault.seal(key, filedPlace(filed, 'dossier'), { dossier: omitNothing(dossier), hashes, beside })
}

export type OpeningVault = Pick<Vault, 'open' | 'refusal'>

export type LyingCase = Filed & Outline & Pick<Complaint, 'id' | 'key'> & { readonly dossier: Sealed }

/** @throws SealRefused when the dossier does not belong here, or a field that decides who sees it was changed */
export const openDossier = async (vault: OpeningVault, one: LyingCase): Promise<Dossier> =>
  (await openCase(vault, one)).dossier

/** @throws SealRefused as `openDossier` does */
export async function openCase(vault: OpeningVault, one: LyingCase): Promise<CaseContent> {
  const place = filedPlace(one, 'dossier')
  const opened = await vault.open(caseKeyOf(one), place, one.dossier)
  // The vault opens a seal of an earlier version only where the tenant may still have some.
  if (!isBound(one.dossier))
    return { dossier: fillInLater(nothingYet, opened as WrittenDossier), hashes: readableHashes(one) }
  const { dossier, beside, hashes = readableHashes(one) } = opened as SealedCase
  const now = besideOf(fillInLater(laterInOutline, one), hashes)
  const changed = Object.keys(beside).find((name) => now[name] !== beside[name])
  if (changed !== undefined) throw vault.refusal(place, one.id, `${changed} was changed in the store.`)
  return { dossier: fillInLater(nothingYet, dossier), hashes }
}

const readableHashes = ({ evidence }: Pick<Outline, 'evidence'>): FileHashes =>
  Object.fromEntries(evidence.flatMap(({ id, sha256 }) => (sha256 === undefined ? [] : [[id, sha256]])))

type WithIdentity = Filed & { readonly identity: SealedIdentity | null }

export const identityKeyOf = (filed: Filed, { key }: Pick<SealedIdentity, 'key'>): LaidKey => ({
  place: filedPlace(filed, 'identityKey'),
  wrapped: key,
})

/** Returns `null` where the reporter gave no identity. */
export async function identityOf(vault: Pick<Vault, 'open'>, one: WithIdentity): Promise<Identity | null> {
  const { identity } = one
  if (!identity) return null
  return await vault.open(identityKeyOf(one, identity), filedPlace(one, 'identity'), identity.identity)
}

export async function contactOf(vault: Pick<Vault, 'open'>, one: WithIdentity): Promise<ContactPoints | null> {
  const { identity } = one
  if (!identity) return null
  return await vault.open(identityKeyOf(one, identity), filedPlace(one, 'contact'), identity.contact)
}

/** Seals what the reporter gave for another case of theirs, with a key of its own, so that erasing one leaves the other. */
export async function copyIdentity(vault: Vault, from: WithIdentity, to: Filed): Promise<SealedIdentity | null> {
  const [identity, contact] = await Promise.all([identityOf(vault, from), contactOf(vault, from)])
  if (!identity || !contact) return null
  const key = await vault.newKey(filedPlace(to, 'identityKey'))
  const laid = identityKeyOf(to, { key })
  const [sealedIdentity, sealedContact] = await Promise.all([
    vault.seal(laid, filedPlace(to, 'identity'), identity),
    vault.seal(laid, filedPlace(to, 'contact'), contact),
  ])
  return { key, identity: sealedIdentity, contact: sealedContact }
}

/** A seal of an earlier version does not repeat the fields beside it, so the dossier is sealed again. */
export const renewComplaint =
  (vault: Vault) =>
  async (complaint: KeptComplaint, renewal: Renewal): Promise<KeptComplaint> => {
    const tenant = complaint.tenant
    const { identity } = complaint
    const after = {
      ...complaint,
      identity: identity && (await renewIdentity(complaint, identity, renewal)),
      evidence: await Promise.all(
        complaint.evidence.map(async (item) => ({ ...item, key: await renewal.key(keyOfFile(tenant, item)) })),
      ),
      key: await renewal.key(caseKeyOf(complaint)),
    }
    const hasSameIdentity = after.identity?.mark === identity?.mark
    if (isBound(complaint.dossier) && hasSameIdentity) return after
    const outline = fillInLater(laterInOutline, after)
    const content = await openCase(vault, complaint)
    return { ...after, dossier: await sealDossier(vault, caseKeyOf(after), after, outline, content) }
  }

async function renewIdentity(filed: Filed, before: SealedIdentity, renewal: Renewal): Promise<SealedIdentity> {
  const key = identityKeyOf(filed, before)
  const wasBound = isBound(before.identity)
  const identity = await renewal.seal(key, filedPlace(filed, 'identity'), before.identity)
  const contact = await renewal.seal(key, filedPlace(filed, 'contact'), before.contact)
  const renewed = { ...before, identity, contact, key: await renewal.key(key) }
  return wasBound ? renewed : { ...renewed, mark: tagOf(before.identity) }
}
