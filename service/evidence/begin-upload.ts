import { withOwnKey } from '../identity/own-key.ts'
import { type Instant, plusMilliseconds } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { UniqueViolation } from '../storage/collection.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { type ContinuePorts, dropUpload, finishIfWhole, hashOfUpload, type UploadState } from './continue-upload.ts'
import { findUpload, MOST_OPEN, MOST_OPEN_FROM, WAITS_FOR_BYTES } from './open-upload.ts'
import { mostBytesOf } from './receive-evidence.ts'

/** What the sender says of a file before the first byte. */
export interface PromisedFile {
  /** A secret of the sender's own making; whoever has it goes on with this upload. */
  readonly token: string
  readonly name: string
  readonly size: number
  /** In hex. A file that turns out to have another one is not kept. */
  readonly sha256: string
}

export interface BeginPorts extends ContinuePorts {
  readonly hashSecret: (secret: string) => string
}

/**
 * The upload that was begun under the same token, as far as it is; an answer that was lost is given again so.
 * @returns `null` when there is none
 * @throws Refusal `evidence/upload-differs`, and what finishing throws
 */
export async function resumeUpload(
  ports: BeginPorts,
  tenant: Tenant,
  { token, size, sha256 }: PromisedFile,
): Promise<UploadState | null> {
  const unit = tenant.id as TenantId
  const known = await findUpload(ports, unit, ports.hashSecret(token), ports.now())
  if (!known) return null
  if (known.size !== size || (await hashOfUpload(ports.vault, known)) !== sha256.toLowerCase()) {
    throw new Refusal('conflict', 'evidence/upload-differs')
  }
  if (known.heldAs !== null && !(await ports.heldEvidence.get(unit, known.heldAs))) {
    // A complaint took the file: who sends it again means another one.
    await dropUpload(ports, known)
    return null
  }
  return finishIfWhole(ports, tenant, known)
}

/**
 * @param from the line that it is begun from, hashed; `null` where no line is counted
 * @throws Refusal `evidence/too-large`, `evidence/empty`, `evidence/too-many-open`
 */
export async function beginUpload(
  ports: BeginPorts,
  tenant: Tenant,
  promised: PromisedFile,
  from: string | null = null,
): Promise<UploadState> {
  const { openUploads, vault, hashSecret, now } = ports
  const { size, name, sha256, token } = promised
  const unit = tenant.id as TenantId
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
  // One whose time is over may still lie there under the same token.
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
    // Many that were begun at once were counted before any of them was there.
    if ((await countFrom(ports, unit, from)) > MOST_OPEN_FROM) {
      await dropUpload(ports, upload)
      throw tooManyOpen('line')
    }
    return { upload, held: null }
  } catch (cause) {
    // The same form in two tabs: both go on with the one upload.
    const first = cause instanceof UniqueViolation ? await resumeUpload(ports, tenant, promised) : null
    if (first) return first
    throw cause
  }
}

const countFrom = async ({ openUploads }: BeginPorts, unit: TenantId, from: string | null): Promise<number> =>
  from === null ? 0 : openUploads.count(unit, { index: 'openFrom', where: { from } }, MOST_OPEN_FROM)

/**
 * Where all places of a unit are taken, the upload that stands still longest gives way; its sender begins it anew.
 * @throws Refusal `evidence/too-many-open` where none stands still
 */
async function makeRoom(ports: BeginPorts, unit: TenantId): Promise<void> {
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
