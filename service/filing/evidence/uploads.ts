import { type EvidenceStore, HEAD_BYTES } from '../../case/evidence.ts'
import { dropHeld, hashHeld } from '../../keeping/evidence/held-evidence.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { BEFORE_ALL, type Clock, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { ownKeyIn, withOwnKey } from '../../storage/vault.ts'
import {
  allowedType,
  concatChunks,
  type FilingOffice,
  findUpload,
  leastOfPart,
  MOST_OF_PART,
  MOST_OPEN,
  MOST_OPEN_FROM,
  mostBytesOf,
  type OpenUpload,
  type ReceivedEvidence,
  receivedOf,
  receiveEvidence,
  UPLOAD_LASTS,
  type UploadPart,
  unknownUpload,
  WAITS_FOR_BYTES,
  wrongOffset,
} from './evidence.ts'

export interface UploadState {
  readonly upload: OpenUpload
  readonly held: ReceivedEvidence | null
}

export interface SentPart {
  readonly offset: number
  readonly length?: number | undefined
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Takes the next part of a file and seals it while it arrives. The answer counts only bytes that are on disk. If the
 * connection breaks, the bytes read so far are kept.
 */
export async function continueUpload(
  ports: FilingOffice,
  tenant: Tenant,
  id: string,
  sent: SentPart,
): Promise<UploadState> {
  const { openUploads, evidenceStore } = ports
  const unit = tenant.id
  const upload = await findUpload(ports, unit, id, ports.now())
  if (!upload) throw unknownUpload()
  if (sent.offset !== receivedOf(upload)) throw wrongOffset(upload)
  if (upload.heldAs !== null) return finishIfWhole(ports, tenant, upload)
  const part = await keepPart(ports, upload, sent).catch(async (cause: unknown) => {
    if (cause instanceof Refusal && cause.code === 'evidence/type-not-allowed') await dropUpload(ports, upload)
    throw cause
  })
  const at = ports.now()
  const expiresAt = upload.parts.length === 0 ? plusMilliseconds(at, UPLOAD_LASTS) : upload.expiresAt
  const longer = await openUploads.replace({ ...upload, parts: [...upload.parts, part], idleSince: at, expiresAt })
  if (longer) return finishIfWhole(ports, tenant, longer)
  // Another tab sent the same part first.
  await evidenceStore.remove(part.id)
  const theirs = await findUpload(ports, unit, id, ports.now())
  throw theirs ? wrongOffset(theirs) : unknownUpload()
}

async function keepPart(
  { vault, sealer, evidenceStore, recogniseType, newId }: FilingOffice,
  upload: OpenUpload,
  { offset, length, bytes }: SentPart,
): Promise<UploadPart> {
  const { size } = upload
  const most = Math.min(MOST_OF_PART, size - offset)
  const tooLarge = new Refusal('too-large', 'evidence/part-too-large', { most })
  if (length !== undefined && length > most) throw tooLarge
  const id = newId()
  let taken = 0

  async function* examinePieces() {
    let head: Uint8Array | null = offset === 0 ? new Uint8Array() : null
    for await (const chunk of untilCut(bytes)) {
      taken += chunk.length
      if (taken > most) throw tooLarge
      if (head) {
        head = concatChunks(head, chunk)
        if (head.length >= Math.min(HEAD_BYTES, size)) {
          // A refused type is reported before the rest of the file is sent.
          await allowedType(recogniseType, head, await nameOf(vault, upload))
          head = null
        }
      }
      yield chunk
    }
    const isLast = offset + taken === size
    if (!isLast && taken < leastOfPart(size)) {
      const wasCut = length === undefined || taken < length
      throw new Refusal('invalid', wasCut ? 'evidence/upload-cut' : 'evidence/part-too-small')
    }
  }

  const partKey = sealer.partKey(await vault.rawKey(keyOfUpload(upload)), id)
  await evidenceStore.write(id, sealer.seal(partKey, examinePieces()))
  return { id, size: taken }
}

const nameOf = async (vault: FilingOffice['vault'], upload: OpenUpload): Promise<string> =>
  await withOwnKey('openUploads', vault).open(upload, 'name', upload.name)

export const hashOfUpload = async (vault: FilingOffice['vault'], upload: OpenUpload): Promise<string> =>
  String(await withOwnKey('openUploads', vault).open(upload, 'hash', upload.hash))

async function* untilCut(bytes: AsyncIterable<Uint8Array>) {
  try {
    yield* bytes
  } catch {
    // The bytes up to here are intact.
  }
}

export async function finishIfWhole(ports: FilingOffice, tenant: Tenant, upload: OpenUpload): Promise<UploadState> {
  const { openUploads, heldEvidence, vault } = ports
  const unit = tenant.id
  if (receivedOf(upload) < upload.size) return { upload, held: null }
  const name = await nameOf(vault, upload)
  const finishUpload = async (one: OpenUpload): Promise<UploadState | null> => {
    const file = one.heldAs === null ? null : await heldEvidence.get(unit, one.heldAs)
    if (!file) return null
    const { id, size, type, browserAgreed } = file
    const sha256 = await hashHeld(vault, file)
    return { upload: one, held: { id, name, size, type, sha256, browserAgreed } }
  }
  const already = await finishUpload(upload)
  if (already) return already

  const elsewhere = async () => {
    const current = await openUploads.get(unit, upload.id)
    return current && finishUpload(current)
  }
  let held: ReceivedEvidence
  try {
    const sha256 = await hashOfUpload(vault, upload)
    const sent = { name, sha256, from: upload.from ?? null }
    held = await receiveEvidence(ports, tenant, sent, plainParts(ports, upload))
  } catch (cause) {
    // Another request finished it first and removed the parts.
    const theirs = await elsewhere()
    if (theirs) return theirs
    if (cause instanceof Refusal) await dropUpload(ports, upload)
    throw cause
  }
  const done = await openUploads.replace({ ...upload, heldAs: held.id })
  if (done) {
    await removeParts(ports, upload)
    return { upload: done, held }
  }
  await dropHeld(ports, unit, [held.id])
  const theirs = await elsewhere()
  if (theirs) return theirs
  throw unknownUpload()
}

const keyOfUpload = ownKeyIn('openUploads')

async function* plainParts({ vault, sealer, evidenceStore }: FilingOffice, upload: OpenUpload) {
  const whole = await vault.rawKey(keyOfUpload(upload))
  for (const { id } of upload.parts) yield* sealer.open(sealer.partKey(whole, id), evidenceStore.read(id))
}

export async function dropUpload(ports: FilingOffice, upload: OpenUpload): Promise<void> {
  await removeParts(ports, upload)
  await ports.openUploads.delete(upload.tenant, upload.id)
}

async function removeParts({ evidenceStore }: FilingOffice, { parts }: OpenUpload) {
  for (const { id } of parts) await evidenceStore.remove(id)
}

export interface PromisedFile {
  /** The sender makes this secret; it authorises continuing the upload. */
  readonly token: string
  readonly name: string
  readonly size: number
  /** A file whose SHA-256 (hex) differs from this one is not kept. */
  readonly sha256: string
}

/**
 * Finds the upload that was begun under the same token, so that a lost answer can be given again.
 * @returns `null` when there is none
 */
export async function resumeUpload(
  ports: FilingOffice,
  tenant: Tenant,
  { token, size, sha256 }: PromisedFile,
): Promise<UploadState | null> {
  const unit = tenant.id
  const known = await findUpload(ports, unit, ports.hashSecret(token), ports.now())
  if (!known) return null
  if (known.size !== size || (await hashOfUpload(ports.vault, known)) !== sha256.toLowerCase()) {
    throw new Refusal('conflict', 'evidence/upload-differs')
  }
  if (known.heldAs !== null && !(await ports.heldEvidence.get(unit, known.heldAs))) {
    // A complaint already took the file, so the sender means another one.
    await dropUpload(ports, known)
    return null
  }
  return finishIfWhole(ports, tenant, known)
}

/** @param from the hashed connection that begins it; `null` where connections are not counted */
export async function beginUpload(
  ports: FilingOffice,
  tenant: Tenant,
  promised: PromisedFile,
  from: string | null = null,
): Promise<UploadState> {
  const { openUploads, vault, hashSecret, now } = ports
  const { size, name, sha256, token } = promised
  const unit = tenant.id
  const { maxMegabytes } = tenant.settings.evidence
  if (size > mostBytesOf(tenant.settings)) {
    throw new Refusal('too-large', 'evidence/too-large', { megabytes: maxMegabytes })
  }
  if (size === 0) throw new Refusal('invalid', 'evidence/empty')
  if ((await countFrom(ports, unit, from)) >= MOST_OPEN_FROM) throw tooManyOpen('line')
  await makeRoom(ports, unit)
  const own = withOwnKey('openUploads', vault)
  const id = hashSecret(token)
  const keyed = { tenant: unit, id, key: await own.newKey(unit, id) }
  // An expired upload may still exist under the same token.
  const over = await openUploads.get(unit, id)
  if (over && over.expiresAt <= now()) await dropUpload(ports, over)
  try {
    const upload = await openUploads.insert({
      ...keyed,
      size,
      parts: [],
      name: await own.seal(keyed, 'name', name),
      hash: await own.seal(keyed, 'hash', sha256.toLowerCase()),
      expiresAt: plusMilliseconds(now(), WAITS_FOR_BYTES),
      idleSince: now(),
      from,
      heldAs: null,
    })
    // Uploads that begin at the same time do not count each other before they are saved.
    if ((await countFrom(ports, unit, from)) > MOST_OPEN_FROM) {
      await dropUpload(ports, upload)
      throw tooManyOpen('line')
    }
    return { upload, held: null }
  } catch (cause) {
    // Two tabs with the same form continue the same upload.
    const first = cause instanceof UniqueViolation ? await resumeUpload(ports, tenant, promised) : null
    if (first) return first
    throw cause
  }
}

const countFrom = async ({ openUploads }: FilingOffice, unit: TenantId, from: string | null): Promise<number> =>
  from === null ? 0 : openUploads.count(unit, { index: 'openFrom', where: { from } }, MOST_OPEN_FROM)

/** When a tenant's uploads are at the limit, the one that is idle longest is dropped; its sender starts again. */
async function makeRoom(ports: FilingOffice, unit: TenantId): Promise<void> {
  const { openUploads, now } = ports
  const { open = 0 } = await openUploads.countBy(unit, 'progress')
  if (open < MOST_OPEN) return
  const until: Instant = plusMilliseconds(now(), -WAITS_FOR_BYTES)
  const { items } = await openUploads.find(unit, { index: 'idle', range: { to: until }, limit: 1 })
  const [idlest] = items
  if (!idlest) throw tooManyOpen('unit')
  await dropUpload(ports, idlest)
}

const whose = {
  line: { id: 'dari jaringan ini', en: 'from this network' },
  unit: { id: 'untuk unit ini', en: 'for this unit' },
} as const

const tooManyOpen = (of: keyof typeof whose): Refusal =>
  new Refusal('too-many', 'evidence/too-many-open', { retryAfter: 600, whose: whose[of] })

/**
 * Destroys uploads that were not finished in time.
 * @returns how many
 */
export async function sweepUploads(
  ports: FilingOffice & { readonly evidenceStore: EvidenceStore; readonly now: Clock },
): Promise<number> {
  const range = { to: ports.now() }
  const { items } = await ports.openUploads.findAcrossTenants({ index: 'expires', range, limit: 100 })
  let ended = 0
  for (const upload of items) {
    // A part that began to come before may have been kept meanwhile; from here on none can.
    if (!(await ports.openUploads.replace({ ...upload, expiresAt: BEFORE_ALL }))) continue
    await dropUpload(ports, upload)
    ended++
  }
  return ended
}
