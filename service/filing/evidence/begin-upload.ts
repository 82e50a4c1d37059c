import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { withOwnKey } from '../../storage/vault.ts'
import { type ContinuePorts, dropUpload, finishIfWhole, hashOfUpload, type UploadState } from './continue-upload.ts'
import { findUpload, MOST_OPEN, MOST_OPEN_FROM, WAITS_FOR_BYTES } from './open-upload.ts'
import { mostBytesOf } from './receive-evidence.ts'

export interface PromisedFile {
  /** The sender makes this secret; it authorises continuing the upload. */
  readonly token: string
  readonly name: string
  readonly size: number
  /** A file whose SHA-256 (hex) differs from this one is not kept. */
  readonly sha256: string
}

export interface BeginPorts extends ContinuePorts {
  readonly hashSecret: (secret: string) => string
}

/**
 * Finds the upload that was begun under the same token, so that a lost answer can be given again.
 * @returns `null` when there is none
 * @throws Refusal `evidence/upload-differs`, and what finishing throws
 */
export async function resumeUpload(
  ports: BeginPorts,
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

/**
 * @param from the hashed connection that begins it; `null` where connections are not counted
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

const countFrom = async ({ openUploads }: BeginPorts, unit: TenantId, from: string | null): Promise<number> =>
  from === null ? 0 : openUploads.count(unit, { index: 'openFrom', where: { from } }, MOST_OPEN_FROM)

/**
 * When a tenant's uploads are at the limit, the one that is idle longest is dropped; its sender starts again.
 * @throws Refusal `evidence/too-many-open` where none is idle
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
