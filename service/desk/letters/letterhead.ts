import type { Office } from '../../case/office/office.ts'
import type { CopyPicture } from '../../keeping/evidence/opened-evidence.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { type SettingsOffice, withChange } from '../../offices/managing/settings.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { type LetterSettings, numberFrom, patternProblem } from '../../offices/tenants/letter-settings.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { sampleValues } from '../../offices/wording/sample-values.ts'
import { textFor } from '../../offices/wording/text-for.ts'
import { Refusal } from '../../shared/refusal.ts'
import { base64Of, bytesOf, composeLetter, type LetterDocument } from './letter-document.ts'

export interface LogoOffice extends Office, SettingsOffice {
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

/** Stores not the upload, but its pixels rendered anew, in a process without the service's keys. */
export async function setLogo(
  ports: LogoOffice,
  staff: StaffMember,
  { revision, image }: LogoRequest,
): Promise<Tenant> {
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

async function drawLogo({ copyPicture }: LogoOffice, image: string): Promise<string> {
  const picture = await copyPicture(once(bytesOf(image)), null, { edge: EDGE })
  if (!picture) throw new Refusal('invalid', 'letter/logo-unreadable')
  if (picture.length > LARGEST) throw new Refusal('too-large', 'letter/logo-too-large')
  return base64Of(picture)
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

const changedMeanwhile = () => new Refusal('conflict', 'tenant/changed-meanwhile')

/** The addressee is invented. */
const addressee = { name: 'Siti Contoh', address: 'Jalan Misal Nomor 5\nKecamatan Umpama' }
const slot = { event: 'completion_asked', channel: 'letter', language: 'id' } as const

/** Shows a letter with unsaved settings, and its number; `null` while the pattern makes none. */
export async function previewLetter(
  { tenants, now, links }: Office,
  staff: StaffMember,
  letters: LetterSettings,
): Promise<{ readonly number: string | null; readonly document: LetterDocument }> {
  requirePermission(staff, 'tenant.configure')
  const { settings } = await tenants.get(staff.tenant)
  const { pattern, code, signatories } = letters
  const day = localDateOf(now(), settings.calendar)
  const parts = { sequence: 12, code, kind: 'completeness', day } as const
  const number = patternProblem(pattern, code) ? null : numberFrom(pattern, parts)
  const values = sampleValues(settings, links.follow(staff.tenant), 'id', now())
  const { subject, text } = textFor({ ...slot, values, level: 'with_content', privacy: 'named', own: null })
  const { logo } = settings.letters.letterhead
  const document = composeLetter(
    {
      ...{ verifyId: '', language: 'id', number, day, nature: 'ordinary', enclosures: '', confidential: false },
      ...{ subject, body: text, signatory: signatories[0] ?? null, unsigned: false, addressee, verifyUrl: '' },
    },
    { ...settings, letters: { ...letters, letterhead: { ...letters.letterhead, logo } } },
    null,
  )
  return { number, document }
}
