import type { ComplaintStore } from '../case/store/complaint-store.ts'
import { type Clock, DAY, HOUR, type Instant, instantOf } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../storage/collection.ts'
import type { TenantId } from '../storage/place.ts'
import type { Vault } from '../storage/vault.ts'
import { filingKeyHash } from './submit-complaint.ts'

/**
 * A complaint that is being written, on its way to another device or to the counter. The reporter's browser sealed it; its
 * id is a keyed hash of a handle that the reporter's code makes. Nothing says when it was kept but the hour at which it
 * ends.
 */
export interface CarriedDraft extends Kept {
  readonly sealed: string
  /** Hash of the key under which it will be filed, so that it is found to be sent. */
  readonly filing: string
  readonly expiresAt: Instant
}

export const carriedDraftSpec: CollectionSpec<CarriedDraft> = {
  name: 'carriedDrafts',
  keys: { expiresAt: ({ expiresAt }) => expiresAt },
  indexes: { expires: { on: ['expiresAt'], acrossTenants: true } },
}

export interface CarriedDraftPorts {
  readonly carriedDrafts: Collection<CarriedDraft>
  readonly complaints: ComplaintStore
  readonly vault: Vault
  readonly now: Clock
}

/** Whole hours, so that nothing finer is kept: a draft lives 23 to 24 hours. */
const endOf = (now: Instant): Instant => instantOf(new Date(Math.floor((Date.parse(now) + DAY) / HOUR) * HOUR))

const idOf = async ({ vault }: CarriedDraftPorts, tenant: TenantId, handle: string): Promise<string> =>
  (await vault.hasher(tenant, 'filing'))(`draft\n${handle}`)

/** Keeps a sealed draft, or replaces the one under the same handle. Returns until when. */
export async function carryDraft(
  ports: CarriedDraftPorts,
  tenant: TenantId,
  { handle, sealed, key }: { readonly handle: string; readonly sealed: string; readonly key: string },
): Promise<Instant> {
  const { carriedDrafts, vault, now } = ports
  const id = await idOf(ports, tenant, handle)
  const expiresAt = endOf(now())
  const draft = { tenant, id, sealed, filing: await filingKeyHash(vault, tenant, key), expiresAt }
  const before = await carriedDrafts.get(tenant, id)
  try {
    // The earlier one stands until this one does.
    const kept = before
      ? await carriedDrafts.replace({ ...draft, version: before.version })
      : await carriedDrafts.insert(draft)
    if (!kept) throw unknownDraft()
  } catch (cause) {
    // Two devices kept it at once; the one that came first stays, and the other one hears that it was not kept.
    if (cause instanceof UniqueViolation) throw unknownDraft()
    throw cause
  }
  return expiresAt
}

/**
 * Returns a sealed draft, as often as it is asked for until it is sent or its time is over.
 * @throws Refusal `draft/unknown`, alike for what never was, is over, or was sent, and after the same look-ups
 */
export async function openCarriedDraft(ports: CarriedDraftPorts, tenant: TenantId, handle: string): Promise<string> {
  const { carriedDrafts, complaints, now } = ports
  const id = await idOf(ports, tenant, handle)
  const draft = await carriedDrafts.get(tenant, id)
  const filed = await complaints.findByFilingKey(tenant, draft?.filing ?? id)
  if (!draft || filed || draft.expiresAt <= now()) throw unknownDraft()
  return draft.sealed
}

/** Destroys a draft once it is sent, or not wanted any more. */
export async function dropCarriedDraft(ports: CarriedDraftPorts, tenant: TenantId, handle: string): Promise<void> {
  await ports.carriedDrafts.delete(tenant, await idOf(ports, tenant, handle))
}

/** Destroys drafts whose time is over. One that is kept anew meanwhile stays. */
export async function sweepCarriedDrafts({ carriedDrafts, now }: CarriedDraftPorts): Promise<void> {
  await carriedDrafts.deleteAcrossTenants('expires', { to: now() }, 500)
}

const unknownDraft = () => new Refusal('not-found', 'draft/unknown')
