import type { FileHashes, KeptEvidence } from '../evidence/evidence.ts'
import { isBound } from '../identity/key-version.ts'
import type { Place, SealedField } from '../identity/place.ts'
import type { LaidKey, Sealed, Vault, WrappedKey } from '../identity/vault.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { StoredGuard } from './kept-guard.ts'
import { laterInOutline, withLater } from './later-fields.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'

/** By what the seals of a case are bound before it has a number, and for as long as it is kept. */
export type Filed = { readonly tenant: string; readonly filing: Pick<Complaint['filing'], 'keyHash'> }

/** The place of what a case seals. */
export const filedPlace = ({ tenant, filing }: Filed, field: SealedField<'filings'>): Place => ({
  unit: tenant as TenantId,
  collection: 'filings',
  id: filing.keyHash,
  field,
})

/** Makes the key of a case that has no number yet. */
export const newCaseKey = (vault: Pick<Vault, 'newKey'>, filed: Filed): Promise<WrappedKey> =>
  vault.newKey(filedPlace(filed, 'key'))

/** The place of the key of a case, which names its number. */
export const caseKeyPlace = ({ tenant, id }: { readonly tenant: string; readonly id: string }): Place => ({
  unit: tenant as TenantId,
  collection: 'complaints',
  id,
  field: 'key',
})

/** The key of a case that has its number. */
export const caseKeyOf = (one: Pick<Complaint, 'id' | 'key'> & { readonly tenant: string }): LaidKey => ({
  place: caseKeyPlace(one),
  wrapped: one.key,
})

/**
 * Fields that lie readable beside the dossier and decide who sees what. Each is written again under its seal, so that one
 * that was changed in the store is found when the case is opened. They change only together with the dossier.
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
    /** The hashes lie readable in cases of earlier versions only. */
    readonly evidence: readonly (KeptEvidence & { readonly sha256?: string })[]
  }

/** What of a case is read only with its key. */
export interface CaseContent {
  readonly dossier: Dossier
  readonly hashes: FileHashes
}

/** What lies under the seal of a case. */
interface SealedCase {
  readonly dossier: Dossier
  /** Absent in seals of earlier versions. */
  readonly hashes?: FileHashes
  /** What stood beside it when it was sealed, as JSON by name. */
  readonly beside: Readonly<Record<string, string>>
}

/** The end of a seal, which is another one for each seal. */
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
  return vault.seal(key, filedPlace(filed, 'dossier'), { dossier, hashes, beside } satisfies SealedCase)
}

/** What it takes to open a case. */
export type OpeningVault = Pick<Vault, 'open' | 'refusal'>

/** A case as it lies in the store, as far as opening it takes. */
export type LyingCase = Filed & Outline & Pick<Complaint, 'id' | 'key'> & { readonly dossier: Sealed }

/** @throws SealRefused when the dossier does not belong here, or what decides who sees it was changed beside it */
export const openDossier = async (vault: OpeningVault, one: LyingCase): Promise<Dossier> =>
  (await openCase(vault, one)).dossier

/** @throws SealRefused as `openDossier` does */
export async function openCase(vault: OpeningVault, one: LyingCase): Promise<CaseContent> {
  const place = filedPlace(one, 'dossier')
  const opened = await vault.open(caseKeyOf(one), place, one.dossier)
  // The vault opens a seal of an earlier version only where the unit may still have some.
  if (!isBound(one.dossier)) return { dossier: opened as Dossier, hashes: readableHashes(one) }
  const { dossier, beside, hashes = readableHashes(one) } = opened as SealedCase
  const now = besideOf(withLater(laterInOutline, one), hashes)
  const changed = Object.keys(beside).find((name) => now[name] !== beside[name])
  if (changed !== undefined) throw vault.refusal(place, one.id, `${changed} was changed in the store.`)
  return { dossier, hashes }
}

/** Takes the hashes of files from where earlier versions kept them. */
const readableHashes = ({ evidence }: Pick<Outline, 'evidence'>): FileHashes =>
  Object.fromEntries(evidence.flatMap(({ id, sha256 }) => (sha256 === undefined ? [] : [[id, sha256]])))
