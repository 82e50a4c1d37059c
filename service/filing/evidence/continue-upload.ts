import { HEAD_BYTES } from '../../case/evidence.ts'
import { dropHeld, hashHeld } from '../../keeping/evidence/held-evidence.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { ownKeyIn, withOwnKey } from '../../storage/vault.ts'
import {
  findUpload,
  leastOfPart,
  MOST_OF_PART,
  type OpenUpload,
  receivedOf,
  UPLOAD_LASTS,
  type UploadPart,
  type UploadPorts,
  unknownUpload,
  wrongOffset,
} from './open-upload.ts'
import {
  allowedType,
  concatChunks,
  type ReceivedEvidence,
  type ReceiveEvidencePorts,
  receiveEvidence,
} from './receive-evidence.ts'

export type ContinuePorts = ReceiveEvidencePorts & UploadPorts

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
 * @throws Refusal `evidence/upload-unknown`, `evidence/wrong-offset` with the right one, `evidence/part-too-large`,
 * `evidence/part-too-small`, `evidence/upload-cut`; for a whole file `evidence/type-not-allowed`,
 * `evidence/active-parts`, `evidence/damaged`
 */
export async function continueUpload(
  ports: ContinuePorts,
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
  { vault, sealer, evidenceStore, recogniseType, newId }: ContinuePorts,
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

const nameOf = async (vault: ContinuePorts['vault'], upload: OpenUpload): Promise<string> =>
  await withOwnKey('openUploads', vault).open(upload, 'name', upload.name)

export const hashOfUpload = async (vault: ContinuePorts['vault'], upload: OpenUpload): Promise<string> =>
  String(await withOwnKey('openUploads', vault).open(upload, 'hash', upload.hash))

async function* untilCut(bytes: AsyncIterable<Uint8Array>) {
  try {
    yield* bytes
  } catch {
    // The bytes up to here are intact.
  }
}

export async function finishIfWhole(ports: ContinuePorts, tenant: Tenant, upload: OpenUpload): Promise<UploadState> {
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

async function* plainParts({ vault, sealer, evidenceStore }: ContinuePorts, upload: OpenUpload) {
  const whole = await vault.rawKey(keyOfUpload(upload))
  for (const { id } of upload.parts) yield* sealer.open(sealer.partKey(whole, id), evidenceStore.read(id))
}

export async function dropUpload(
  ports: UploadPorts & Pick<ContinuePorts, 'evidenceStore'>,
  upload: OpenUpload,
): Promise<void> {
  await removeParts(ports, upload)
  await ports.openUploads.delete(upload.tenant, upload.id)
}

async function removeParts({ evidenceStore }: Pick<ContinuePorts, 'evidenceStore'>, { parts }: OpenUpload) {
  for (const { id } of parts) await evidenceStore.remove(id)
}
