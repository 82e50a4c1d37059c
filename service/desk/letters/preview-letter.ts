import { localDateOf } from '../../offices/calendar/working-days.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { type LetterSettings, numberFrom, patternProblem } from '../../offices/tenants/letter-settings.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { sampleValues } from '../../offices/wording/sample-values.ts'
import { textFor } from '../../offices/wording/text-for.ts'
import type { Clock } from '../../shared/instant.ts'
import { composeLetter, type LetterDocument } from './letter-document.ts'

export interface PreviewPorts {
  readonly tenants: TenantDirectory
  readonly now: Clock
  readonly links: { follow(tenant: string): string; verify(id: string): string }
}

/** The addressee is invented. */
const addressee = { name: 'Siti Contoh', address: 'Jalan Misal Nomor 5\nKecamatan Umpama' }
const slot = { event: 'completion_asked', channel: 'letter', language: 'id' } as const

/**
 * Shows a letter with unsaved settings, and its number; `null` while the pattern makes none. @throws Refusal
 * `staff/not-permitted`
 */
export async function previewLetter(
  { tenants, now, links }: PreviewPorts,
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
