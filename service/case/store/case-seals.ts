import { isBound } from '../../storage/key-version.ts'
import type { Place, SealedField } from '../../storage/place.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { LaidKey, Sealed, Vault, WrappedKey } from '../../storage/vault.ts'
import type { Complaint, Dossier } from '../shape/complaint.ts'
import type { FileHashes, KeptEvidence } from '../shape/evidence.ts'
import type { Filed } from '../shape/filed.ts'
import type { StoredGuard } from './kept-complaint.ts'
import { fillInLater, laterInOutline, nothingYet, omitNothing, type WrittenDossier } from './later-fields.ts'

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
