import { caseFor, mayOn } from '../case/access/case-access.ts'
import { writeOnCase } from '../case/access/case-actions.ts'
import { takeOut } from '../case/access/cover-for.ts'
import { applyDecision } from '../case/complaint.ts'
import { evidenceOf, nameForStaff, type Part } from '../case/evidence.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { EvidenceItem } from '../case/shape/evidence.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import {
  areasOf,
  COPY_TYPE,
  type EvidenceOffice,
  type FileGiven,
  isRedrawable,
  leavingOf,
  nameOfCopy,
  openEvidence,
  openPart,
  type RedrawnFile,
  redrawFile,
  refuseUnlessGiven,
  type ViewingKind,
  viewingKindOf,
} from '../keeping/evidence/opened-evidence.ts'
import type { LoggedAct } from '../offices/act-vocabulary.ts'
import { requireFreshConfirmation } from '../offices/staff/account-security.ts'
import { notPermitted, type Permission, type StaffMember } from '../offices/staff/permissions.ts'
import { quarantines } from '../offices/tenants/tenant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { DeskOffice } from './case-act.ts'

interface FileAsked {
  readonly number: string
  readonly id: string
}

/** Staff who work on a case may take an original that others get only as a marked copy. */
export const takersOfOriginals = ['cases.verify', 'cases.handle', 'cases.approve'] as const satisfies Permission[]

/**
 * Decides what a download gives, which is what leaves. Unless the reporter is named, it must also show who let it out:
 * what is drawn anew is marked, and other files need a reason (`null`).
 */
export function downloadOf(
  complaint: Complaint,
  item: EvidenceItem,
): 'original' | 'marked_copy' | 'redacted_copy' | null {
  const isNamed = complaint.privacy === 'named'
  const leaves = leavingOf(complaint, item, !isNamed)
  if (leaves === 'withheld') return null
  if (leaves === 'redrawn') return isNamed ? 'redacted_copy' : 'marked_copy'
  if (isNamed) return 'original'
  return isRedrawable(item) ? 'marked_copy' : null
}

export const mayTakeOriginal = (staff: StaffMember, complaint: Complaint, item: EvidenceItem): boolean =>
  downloadOf(complaint, item) !== 'original' && worksOn(staff, complaint)

/** These also see what is under the areas, because they draw them. */
export const worksOn = (staff: StaffMember, complaint: Complaint): boolean =>
  takersOfOriginals.some((permission) => mayOn(staff, permission, complaint))

/**
 * Returns a picture to view in place, marked and covered like a download because browsers can save what they show. The
 * access is logged first.
 * @param asked with `uncovered` for those who draw the areas
 */
export async function viewEvidence(
  ports: DeskOffice,
  staff: StaffMember,
  asked: FileAsked & { readonly page?: number | undefined; readonly uncovered?: boolean | undefined },
): Promise<FileGiven & { readonly pages: number }> {
  const complaint = await caseFor(ports, staff, 'cases.read', asked.number)
  const quarantine = await quarantineOf(ports, staff)
  const item = findGivable(complaint, asked.id, quarantine)
  const shown = viewingKindOf(item)
  if (shown !== 'picture' && shown !== 'pages') throw noCopy()
  if (asked.uncovered && !worksOn(staff, complaint)) throw notPermitted(takersOfOriginals[0])
  await logAccess(ports, staff, 'evidence.read', asked)
  const mark = await markOn(ports, complaint, staff)
  const drawing = asked.uncovered ? { keepsSize: true } : { areas: areasOf(complaint, item.id) }
  const original = await openEvidence(ports, complaint.tenant, item, quarantine)
  if (shown === 'picture') {
    const picture = await ports.copyPicture(original, mark, drawing)
    if (!picture) throw noCopy()
    return {
      ...(await copyNamed(ports, complaint, item, { bytes: picture, type: COPY_TYPE, ending: 'jpg' })),
      pages: 1,
    }
  }
  const copy = await ports.copyPage(original, mark, asked.page ?? 1, drawing)
  if (!copy) throw noCopy()
  const drawn = { bytes: copy.picture, type: COPY_TYPE, ending: 'jpg' }
  return { ...(await copyNamed(ports, complaint, item, drawn)), pages: copy.pages }
}

/** Sound and film cannot be marked, so only staff who work on the case may play them. */
export function viewingKindFor(staff: StaffMember, complaint: Complaint, item: EvidenceItem): ViewingKind | null {
  const shown = viewingKindOf(item)
  return (shown === 'sound' || shown === 'film') && complaint.privacy !== 'named' && !worksOn(staff, complaint)
    ? null
    : shown
}

/** Plays sound or film, whole or a part that the player seeks. The access is logged first. */
export async function playEvidence(
  ports: DeskOffice,
  staff: StaffMember,
  asked: FileAsked,
  partOf: (size: number) => Part | null,
): Promise<FileGiven & { readonly part: Part | null }> {
  const complaint = await caseFor(ports, staff, 'cases.read', asked.number)
  const quarantine = await quarantineOf(ports, staff)
  const item = findGivable(complaint, asked.id, quarantine)
  const shown = viewingKindFor(staff, complaint, item)
  if (shown !== 'sound' && shown !== 'film') throw noCopy()
  const part = partOf(item.size)
  if (ports.looks.isNew(`${staff.tenant} ${staff.id} ${item.id}`)) await logAccess(ports, staff, 'evidence.read', asked)
  const { type, size, id } = item
  const all = { from: 0, to: size - 1 }
  const bytes = await openPart(ports, complaint.tenant, item, quarantine, part ?? all)
  return { name: await nameOutside(ports, complaint, id), type, size, part, bytes }
}

/** Returns a file to keep; the access is logged first. */
export async function downloadEvidence(ports: DeskOffice, staff: StaffMember, asked: FileAsked): Promise<FileGiven> {
  const complaint = await caseFor(ports, staff, 'cases.read', asked.number)
  const quarantine = await quarantineOf(ports, staff)
  const item = findGivable(complaint, asked.id, quarantine)
  const given = downloadOf(complaint, item)
  if (given === null) throw new Refusal('conflict', 'evidence/reason-needed')
  await logAccess(ports, staff, 'evidence.downloaded', asked)
  if (given === 'original')
    return originalOf(ports, complaint, item, await nameOutside(ports, complaint, item.id), quarantine)
  const copy = await redrawFile(ports, complaint, item, await markOn(ports, complaint, staff))
  if (!copy) throw noCopy()
  return copyNamed(ports, complaint, item, copy)
}

/**
 * Returns the untouched original, with a reason that staff and reporter read in the history. The reporter reads there
 * which of their files it is by its place, because others may look over their shoulder. History and log are
 * written first.
 */
export async function takeOriginal(
  ports: DeskOffice,
  staff: StaffMember,
  asked: FileAsked & { readonly reason: string; readonly leakReason?: string | undefined },
): Promise<FileGiven> {
  requireFreshConfirmation(staff, ports.now())
  const quarantine = await quarantineOf(ports, staff)
  const complaint = await writeOnCase(ports, staff, takersOfOriginals, asked, [asked.reason], (before, by, moment) =>
    recordOriginal(before, findGivable(before, asked.id, quarantine), asked.reason, by, moment),
  )
  await logAccess(ports, staff, 'evidence.original', asked)
  const item = findGivable(complaint, asked.id, quarantine)
  return originalOf(ports, complaint, item, await nameOutside(ports, complaint, item.id), quarantine)
}

const quarantineOf = async ({ tenants }: Office, { tenant }: StaffMember): Promise<boolean> =>
  quarantines((await tenants.get(tenant)).settings)

function findGivable(complaint: Complaint, id: string, quarantine: boolean): EvidenceItem {
  const item = evidenceOf(complaint, id)
  refuseUnlessGiven(item, quarantine)
  return item
}

const recordOriginal = (before: Complaint, item: EvidenceItem, reason: string, by: Actor, moment: Moment): Complaint =>
  applyDecision(before, moment, {}, { event: 'original_taken', by, text: reason, file: item.id })

const logAccess = (ports: Office, { tenant, id: by }: StaffMember, act: LoggedAct, { number, id }: FileAsked) =>
  ports.record(tenant, { by, act, subject: number, detail: id })

/** Reporters get their own files unchanged and under the original names. */
export const ownFile = (ports: EvidenceOffice, complaint: Complaint, item: EvidenceItem): Promise<FileGiven> =>
  originalOf(ports, complaint, item, complaint.dossier.evidenceNames[item.id] ?? item.id, false)

async function originalOf(
  ports: EvidenceOffice,
  { tenant }: Complaint,
  item: EvidenceItem,
  name: string,
  quarantine: boolean,
): Promise<FileGiven> {
  const { type, size } = item
  return { name, type, size, bytes: await openEvidence(ports, tenant, item, quarantine) }
}

async function copyNamed(
  ports: DeskOffice,
  complaint: Complaint,
  { id }: EvidenceItem,
  { type, ending, bytes }: RedrawnFile,
): Promise<FileGiven> {
  return { name: nameOfCopy(await nameOutside(ports, complaint, id), ending), type, size: bytes.length, bytes }
}

/** The name under which a file is kept elsewhere: it tells nobody whom the case masks. */
const nameOutside = async (ports: DeskOffice, complaint: Complaint, id: string): Promise<string> =>
  nameForStaff(await takeOut(ports, complaint), id)

const markOn = async (ports: DeskOffice, { privacy, id }: Complaint, staff: StaffMember) =>
  privacy === 'named' ? null : markFor(ports, staff, id)

const noCopy = () => new Refusal('conflict', 'evidence/no-copy')

/** The mark says in Indonesian who took the copy, when, and of which case, for anybody who finds it elsewhere. */
async function markFor(
  { tenants, clockWording, now }: DeskOffice,
  { tenant, name, position }: StaffMember,
  number: string,
): Promise<readonly string[]> {
  const { settings } = await tenants.get(tenant)
  return [`${name} (${position})`, `${clockWording.id.formatDayTime(now(), settings.calendar)} · ${number}`]
}
