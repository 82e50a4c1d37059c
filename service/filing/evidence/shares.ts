import { complaintSpec } from '../../case/store/complaint-spec.ts'
import type { KeptComplaint } from '../../case/store/kept-complaint.ts'
import {
  bytesCounted,
  dropHeld,
  heldEvidenceSpec,
  MOST_FILES_IN_SHARE,
  MOST_HELD,
} from '../../keeping/evidence/held-evidence.ts'
import { standardQuotas } from '../../offices/quotas.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { HOUR, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Kept } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { arrivalSpec, type KeptArrival } from '../arrivals/arrivals.ts'
import {
  type FilingOffice,
  type HeldShare,
  MOST_OPEN_FROM,
  mostBytesOf,
  type OpenUpload,
  openUploadSpec,
} from './evidence.ts'
import { dropUpload } from './uploads.ts'

export const filesNamedIn: Readonly<Record<string, (document: Kept) => readonly string[]>> = {
  [complaintSpec.name]: (document) => (document as KeptComplaint).evidence.map(({ id }) => id),
  [heldEvidenceSpec.name]: ({ id }) => [id],
  [openUploadSpec.name]: (document) => (document as OpenUpload).parts.map(({ id }) => id),
  [arrivalSpec.name](document) {
    const { rawId } = document as KeptArrival
    return rawId ? [rawId] : []
  },
}

/** Every file of a case must exist; uploads and held files may have expired. */
export const mustBeThere = (collection: string): boolean => collection === complaintSpec.name

export const unlimitedShare: HeldShare = { ofUnit: Number.POSITIVE_INFINITY, ofAddress: Number.POSITIVE_INFINITY }

const GIGABYTE = 1_000_000_000

/**
 * Returns a fiftieth of the tenant's evidence quota, at least all files of one complaint, and at most 2 GB. One address
 * may use a quarter of it, and always one file.
 */
export function heldShareOf({ quotas, settings }: Pick<Tenant, 'quotas' | 'settings'>): HeldShare {
  const quota = { ...standardQuotas, ...quotas }.evidenceGigabytes * GIGABYTE
  const oneFile = mostBytesOf(settings)
  const oneComplaint = oneFile * settings.evidence.maxFiles
  const ofUnit = Math.min(MOST_HELD, Math.max(quota / 50, oneComplaint))
  return { ofUnit, ofAddress: Math.max(ofUnit / 4, oneFile) }
}

export interface ComingFile {
  /** `null` marks staff, whose files count in no share. */
  readonly from: string | null
  /** The sender states the size; 0 if unknown. */
  readonly bytes: number
}

/** When the share is full, a file that nobody touched for so long is dropped for a new one. */
const UNTOUCHED_FOR = HOUR
const AT_ONCE = 20

/**
 * Keeps a file within the share of files that wait without a complaint. The check runs before the write and again after
 * it, because files that arrive together do not see each other before.
 * @param keep writes the file
 * @param undo deletes what was written
 */
export async function holdInShare<Written>(
  ports: FilingOffice,
  tenant: Tenant,
  { from, bytes }: ComingFile,
  keep: () => Promise<Written>,
  undo: (written: Written) => Promise<void>,
): Promise<Written> {
  if (from === null) return keep()
  await makeRoom(ports, tenant, from, bytesCounted(bytes))
  const written = await keep()
  try {
    await makeRoom(ports, tenant, from, 0)
  } catch (cause) {
    await undo(written)
    throw cause
  }
  return written
}

async function makeRoom(ports: FilingOffice, tenant: Tenant, from: string, bytes: number): Promise<void> {
  const unit = tenant.id
  const share = ports.heldShareOf(tenant)
  if ((await countUsedFrom(ports, unit, from)) + bytes > share.ofAddress) {
    throw new Refusal('too-large', 'evidence/address-share')
  }
  while ((await countUsed(ports, unit)) + bytes > share.ofUnit) {
    if (!(await dropUntouched(ports, unit))) throw new Refusal('too-large', 'evidence/share-full')
  }
}

async function countUsed({ heldEvidence, openUploads }: FilingOffice, unit: TenantId): Promise<number> {
  const tallies = [await heldEvidence.countBy(unit, 'shareBytes'), await openUploads.countBy(unit, 'shareBytes')]
  return sum(tallies.flatMap((tally) => Object.entries(tally)).map(([bytes, files]) => Number(bytes) * files))
}

async function countUsedFrom(
  { heldEvidence, openUploads }: FilingOffice,
  unit: TenantId,
  from: string,
): Promise<number> {
  const held = await heldEvidence.rows(unit, {
    index: 'shareFrom',
    where: { shareFrom: from },
    limit: MOST_FILES_IN_SHARE,
  })
  const open = await openUploads.find(unit, { index: 'openFrom', where: { from }, limit: MOST_OPEN_FROM })
  return (
    sum(held.items.map(({ values: [, bytes] }) => Number(bytes))) +
    sum(open.items.map(({ size }) => bytesCounted(size)))
  )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

async function dropUntouched(ports: FilingOffice, unit: TenantId): Promise<boolean> {
  const { heldEvidence, openUploads, now } = ports
  const range = { to: plusMilliseconds(now(), -UNTOUCHED_FOR) }
  const { items } = await heldEvidence.find(unit, { index: 'shareWaiting', range, limit: AT_ONCE })
  for (const file of items) {
    // Marking it as expired first prevents a claim, and after a crash the sweep finishes the deletion.
    const marked = await heldEvidence.replace({ ...file, expiresAt: now() })
    if (!marked) continue
    await dropHeld(ports, unit, [file.id])
    return true
  }
  if (items.length > 0) return true
  const uploads = await openUploads.find(unit, { index: 'idle', range, limit: 1 })
  for (const upload of uploads.items) await dropUpload(ports, upload)
  return uploads.items.length > 0
}
