import { type EvidenceStore, keyOfFile } from '../../case/evidence.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { DiskRoom } from '../../shared/free-room.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { refuseField } from '../../shared/refusal.ts'
import { type Collection, type CollectionSpec, isOutcomeUnknown } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Vault, withOwnKey } from '../../storage/vault.ts'
import { type EvidenceOffice, type HeldEvidence, nameOfCopy, type RedrawnFile, unsealFile } from './opened-evidence.ts'

/** Files without a complaint may use at most this many bytes, however large the quota is. */
export const MOST_HELD = 2_000_000_000

/** Each file counts as at least this many bytes, which bounds the number of files in a share. */
const LEAST_COUNTED = 65_536

/** Returns the bytes that a file counts in a share, rounded to two digits so that sizes identify no file. */
export const bytesCounted = (size: number): number => Number(Math.max(size, LEAST_COUNTED).toPrecision(2))

/** An address has at most this many waiting files, so a read with this limit misses none. */
export const MOST_FILES_IN_SHARE = Math.ceil(MOST_HELD / LEAST_COUNTED)

const isInShare = ({ claimedBy, from = null }: Omit<HeldEvidence, 'version'>): boolean =>
  claimedBy === null && from !== null

const byKeyVersion = foundByKeyVersion<HeldEvidence>(({ key }) => [key])

export const heldEvidenceSpec: CollectionSpec<HeldEvidence> = {
  name: 'heldEvidence',
  keys: {
    ...byKeyVersion.keys,
    expiresAt: ({ expiresAt }) => expiresAt,
    shareFrom: (held) => (isInShare(held) ? (held.from ?? null) : null),
    shareBytes: (held) => (isInShare(held) ? bytesCounted(held.size) : null),
    shareSince: (held) => (isInShare(held) ? (held.touchedAt ?? held.uploadedAt) : null),
  },
  indexes: {
    ...byKeyVersion.indexes,
    expires: { on: ['expiresAt'], acrossTenants: true },
    shareFrom: { on: ['shareFrom'], carries: ['shareBytes'] },
    shareWaiting: { on: ['shareSince'] },
  },
  counted: [...byKeyVersion.counted, 'shareBytes'],
}

export const heldEvidenceKeys = ({ heldEvidence, vault }: Pick<EvidenceOffice, 'heldEvidence' | 'vault'>): KeyHolder =>
  ownKeyHolder('evidence', heldEvidence, vault, 'name')

export const HELD_FOR = DAY

// A claim outlasts its filing. If the process dies between the two writes, or nobody knows whether the second was made,
// the sweep checks the claimed file.
const CLAIM_LASTS = HOUR

export interface Claim {
  readonly by: string
  readonly at: Instant
}

/**
 * Claims held files for one complaint; the first claim wins.
 * @throws Refusal `evidence/unknown` for ids of another tenant, expired, or taken
 */
export async function claimEvidence(
  { heldEvidence, vault }: EvidenceOffice,
  tenant: TenantId,
  ids: readonly string[],
  claim: Claim,
): Promise<(EvidenceItem & { name: string })[]> {
  const claimed: (EvidenceItem & { name: string })[] = []
  for (const id of new Set(ids)) {
    const mine = await claimOne(heldEvidence, tenant, id, claim)
    if (!mine) throw refuseField('evidence/unknown', 'evidence', 'unknown')
    const { size, type, browserAgreed = false, key, uploadedAt } = mine
    const [name, sha256] = await Promise.all([nameHeld(vault, mine), hashHeld(vault, mine)])
    claimed.push({
      id,
      size,
      type,
      sha256,
      browserAgreed,
      key,
      addedAt: uploadedAt,
      scan: null,
      name,
    })
  }
  return claimed
}

const nameHeld = async (vault: Vault, held: HeldEvidence): Promise<string> =>
  String(await withOwnKey('evidence', vault).open(held, 'name', held.name))

export const hashHeld = async (vault: Vault, held: HeldEvidence): Promise<string> =>
  String(await withOwnKey('evidence', vault).open(held, 'hash', held.hash))

export async function namesHeld(
  { heldEvidence, vault }: EvidenceOffice,
  tenant: TenantId,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const named = ids.map(async (id) => {
    const held = await heldEvidence.get(tenant, id)
    return held ? [{ id, name: await nameHeld(vault, held) }] : []
  })
  return (await Promise.all(named)).flat()
}

/** @returns `null` when the file does not exist, has expired, or somebody else has it */
async function claimOne(
  heldEvidence: Collection<HeldEvidence>,
  tenant: TenantId,
  id: string,
  { by, at }: Claim,
): Promise<HeldEvidence | null> {
  for (;;) {
    const held = await heldEvidence.get(tenant, id)
    if (!held || held.expiresAt <= at || (held.claimedBy !== null && held.claimedBy !== by)) return null
    // Another writer came between, perhaps another tab with the same form, so the claim is read again.
    const mine = await heldEvidence.replace({ ...held, claimedBy: by, expiresAt: plusMilliseconds(at, CLAIM_LASTS) })
    if (mine) return mine
  }
}

/** Ends the hold, because the complaint now has the files. */
export async function settleClaim(
  { heldEvidence }: EvidenceOffice,
  tenant: TenantId,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) await heldEvidence.delete(tenant, id)
}

export async function dropHeld(
  { heldEvidence, evidenceStore }: EvidenceOffice,
  tenant: TenantId,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    await evidenceStore.remove(id)
    await heldEvidence.delete(tenant, id)
  }
}

/** The file as it waits on without a complaint. */
export const withoutClaim = (held: HeldEvidence, at: Instant): HeldEvidence => ({
  ...held,
  claimedBy: null,
  touchedAt: at,
  expiresAt: held.heldUntil ?? plusMilliseconds(held.uploadedAt, HELD_FOR),
})

/**
 * Gives the files of a complaint back that failed. Where nobody knows whether it was written it may have them, so they
 * stay its own until the sweep looks.
 */
export async function releaseEvidence(
  { heldEvidence }: EvidenceOffice,
  tenant: TenantId,
  ids: readonly string[],
  claim: Claim,
  failure: unknown,
): Promise<void> {
  if (isOutcomeUnknown(failure)) return
  for (const id of ids) {
    const held = await heldEvidence.get(tenant, id)
    if (held?.claimedBy === claim.by) await heldEvidence.replace(withoutClaim(held, claim.at))
  }
}

interface NamedFile {
  readonly item: EvidenceItem
  readonly name: string
}

/**
 * Copies a file for another tenant, with its own bytes and key, so that neither copy outlives or opens the other. The
 * copy is claimed before its first byte is written, so that a crash leaves none behind.
 */
export async function copyEvidence(
  office: EvidenceOffice,
  from: TenantId,
  { item, name }: NamedFile,
  to: TenantId,
  claimedBy: string,
): Promise<EvidenceItem & { readonly name: string }> {
  const { size, type, sha256, browserAgreed, addedAt, scan } = item
  const fresh = { size, type, sha256, browserAgreed, addedAt, scan, name }
  return keepCopy(office, to, claimedBy, fresh, await unsealFile(office, from, item))
}

/** Keeps a file that was drawn anew as one of another tenant's. Its hash is its own, and no browser vouched for it. */
export async function copyRedrawn(
  office: EvidenceOffice,
  { item, name }: NamedFile,
  { type, ending, bytes }: RedrawnFile,
  to: TenantId,
  claimedBy: string,
): Promise<EvidenceItem & { readonly name: string }> {
  const digest = office.sealer.digest()
  digest.add(bytes)
  const fresh = {
    size: bytes.length,
    type,
    sha256: digest.hex(),
    addedAt: item.addedAt,
    name: nameOfCopy(name, ending),
  }
  return keepCopy(office, to, claimedBy, { ...fresh, browserAgreed: false, scan: null }, once(bytes))
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

type Fresh = Omit<EvidenceItem, 'id' | 'key'> & { readonly name: string }

async function keepCopy(
  { vault, heldEvidence, evidenceStore, sealer, now, newId }: EvidenceOffice,
  tenant: TenantId,
  claimedBy: string,
  fresh: Fresh,
  bytes: AsyncIterable<Uint8Array>,
): Promise<EvidenceItem & { readonly name: string }> {
  const { size, type, browserAgreed, name, sha256 } = fresh
  const own = withOwnKey('evidence', vault)
  const id = newId()
  const key = await own.newKey(tenant, id)
  const held = { id, size, type, browserAgreed, key, tenant }
  const at = now()
  // Nobody but the claiming case asks for a copy.
  const heldUntil = plusMilliseconds(at, CLAIM_LASTS)
  await heldEvidence.insert({
    ...held,
    name: await own.seal(held, 'name', name),
    hash: await own.seal(held, 'hash', sha256),
    uploadedAt: at,
    expiresAt: heldUntil,
    heldUntil,
    claimedBy,
  })
  await evidenceStore.write(id, sealer.seal(await vault.rawKey(keyOfFile(tenant, { id, key })), bytes))
  return { ...fresh, id, key }
}

/** The free space is checked again after this many bytes. */
const LOOK_EVERY = 1_048_576

/** Stops a write, also a running one, when the disk would fall below its reserve. */
export function keepReserve(store: EvidenceStore, disk: Pick<DiskRoom, 'beforeFile'>): EvidenceStore {
  async function* whileThereIsRoom(sealed: AsyncIterable<Uint8Array>) {
    let sinceLook = 0
    for await (const piece of sealed) {
      sinceLook += piece.length
      if (sinceLook >= LOOK_EVERY) {
        sinceLook = 0
        await disk.beforeFile()
      }
      yield piece
    }
  }
  return {
    async write(id, sealed) {
      await disk.beforeFile()
      await store.write(id, whileThereIsRoom(sealed))
    },
    read: (id, part) => store.read(id, part),
    remove: (id) => store.remove(id),
    forgetUnfinished: (before) => store.forgetUnfinished(before),
  }
}
