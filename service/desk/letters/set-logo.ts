import type { CopyPicture } from '../../keeping/evidence/opened-evidence.ts'
import type { RecordAccess } from '../../offices/log/access-log.ts'
import { type HistoryPorts, withChange } from '../../offices/managing/settings.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { base64Of, bytesOf } from './base64.ts'

export interface LogoPorts extends HistoryPorts {
  readonly now: Clock
  readonly record: RecordAccess
  readonly copyPicture: CopyPicture
}

export interface LogoRequest {
  readonly revision: number
  /** A picture as base64; `null` removes the logo. */
  readonly image: string | null
}

/** The longer side of a logo, in pixels: sharp on paper, and small in every letter. */
const EDGE = 220

/** Bytes of the rendered logo, with which a letter stays below 60 kB. */
const LARGEST = 32_000

/**
 * Stores not the upload, but its pixels rendered anew, in a process without the service's keys.
 * @throws Refusal `staff/not-permitted`, `letter/logo-unreadable`, `letter/logo-too-large`,
 * `tenant/changed-meanwhile`
 */
export async function setLogo(ports: LogoPorts, staff: StaffMember, { revision, image }: LogoRequest): Promise<Tenant> {
  requirePermission(staff, 'tenant.configure')
  const before = await ports.tenants.get(staff.tenant)
  if (before.revision !== revision) throw changedMeanwhile()
  const logo = image === null ? null : await drawLogo(ports, image)
  const { settings } = before
  const letterhead = { ...settings.letters.letterhead, logo }
  const letters = { ...settings.letters, letterhead }
  const changed = await withChange(ports, before, { ...settings, letters }, staff, ports.now())
  const saved = await ports.tenants.replace(changed)
  if (!saved) throw changedMeanwhile()
  await ports.record(staff.tenant, {
    by: staff.id,
    act: 'settings.changed',
    subject: null,
    detail: String(saved.revision),
  })
  return saved
}

async function drawLogo({ copyPicture }: LogoPorts, image: string): Promise<string> {
  const picture = await copyPicture(once(bytesOf(image)), null, { edge: EDGE })
  if (!picture) throw new Refusal('invalid', 'letter/logo-unreadable')
  if (picture.length > LARGEST) throw new Refusal('too-large', 'letter/logo-too-large')
  return base64Of(picture)
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

const changedMeanwhile = () => new Refusal('conflict', 'tenant/changed-meanwhile')
