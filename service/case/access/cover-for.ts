import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Language } from '../../offices/vocabulary.ts'
import {
  type Cover,
  coverForLists,
  coverForReaders,
  coverLeaving,
  isCoveredFrom,
  redactComplaint,
} from '../covering.ts'
import type { Office } from '../office/office.ts'
import type { Complaint } from '../shape/complaint.ts'
import { identityOf } from '../store/case-seals.ts'
import { mayOn, needsToRead, reads } from './case-access.ts'

/** What tells who somebody is in any story. An auditor or an observer needs none of it. */
const numbersOfPeople = ['nik', 'phone'] as const satisfies Cover['kinds']

const needsNumbers = (viewer: StaffMember, complaint: Complaint): boolean =>
  mayOn(viewer, 'identity.open', complaint) || mayOn(viewer, 'cases.enter', complaint)

/** What must be covered in a case, or `null` if this person reads all of it. */
export async function coverFor(
  office: Office,
  viewer: StaffMember,
  complaint: Complaint,
  language: Language = 'id',
): Promise<Cover | null> {
  if (isCoveredFrom(viewer.id, complaint, office.now())) return coverOf(office, complaint, language)
  if (complaint.privacy !== 'named' || needsNumbers(viewer, complaint)) return null
  return { own: null, staff: [], language, kinds: numbersOfPeople }
}

async function coverOf({ vault, staff }: Office, complaint: Complaint, language: Language): Promise<Cover> {
  const [own, members] = await Promise.all([identityOf(vault, complaint), staff.members(complaint.tenant)])
  return { own, staff: members.flatMap(({ name, formerNames = [] }) => [name, ...formerNames]), language }
}

/** A case as this person may read it. */
export async function readAs(
  office: Office,
  viewer: StaffMember,
  complaint: Complaint,
  language?: Language,
): Promise<Complaint> {
  const cover = await coverFor(office, viewer, complaint, language)
  return cover ? coverForReaders(complaint, cover) : complaint
}

/**
 * A case as it goes on paper or into an export, the same for everybody: who opened the identity reads the words for ten
 * minutes, and a paper stays.
 */
export const takeOut = (office: Office, complaint: Complaint, language: Language = 'id'): Promise<Complaint> =>
  asItLeaves(office, complaint, { identityStays: complaint.privacy !== 'named', language })

/**
 * Cases for a list, which shows of what the reporter wrote only the subject, and of what staff wrote a few reasons; of
 * a case that the viewer does not read neither.
 */
export const listAs = (
  office: Office,
  viewer: StaffMember,
  complaints: readonly Complaint[],
  language: Language = 'id',
): Promise<Complaint[]> =>
  Promise.all(
    complaints.map(async (complaint) => {
      if (!reads(viewer, complaint)) return withoutWords(viewer, complaint, language)
      const cover = await coverFor(office, viewer, complaint, language)
      return cover ? coverForLists(complaint, cover) : complaint
    }),
  )

/** A row of a case for who does not read it: what is left says nothing of its matter. */
export const withoutWords = (viewer: StaffMember, complaint: Complaint, language: Language): Complaint => ({
  ...complaint,
  dossier: {
    ...complaint.dossier,
    subject: subjectUnread(viewer, complaint, language),
    maskedReporter: null,
    labels: [],
    lapor: null,
    clockReasons: {},
    hold: null,
  },
})

/** It stands for the subject of a case that the viewer does not read. */
export const subjectUnread = (viewer: StaffMember, complaint: Complaint, language: Language): string =>
  unread[needsToRead(viewer, complaint) ? 'untaken' : 'others'][language]

const unread = {
  others: { id: '[bukan penanganan Anda]', en: '[not yours to read]' },
  untaken: { id: '[belum Anda buka]', en: '[not opened by you yet]' },
} as const

/**
 * A case as it leaves the unit, the same for every sender: without the words that staff took out and, where the
 * identity stays, without those that tell who the reporter is, also where staff repeat them. Of a named reporter only
 * their own words stay behind, because nobody promised that other names are kept.
 */
export async function asItLeaves(
  office: Office,
  complaint: Complaint,
  { identityStays, language = 'id' }: { readonly identityStays: boolean; readonly language?: Language },
): Promise<Complaint> {
  const redacted = redactComplaint(complaint, language)
  if (!identityStays) return redacted
  const isNamed = complaint.privacy === 'named'
  const cover = { ...(await coverOf(office, complaint, language)), ownAlone: isNamed }
  const { dossier, ...covered } = coverLeaving(redacted, cover)
  return { ...covered, dossier: { ...dossier, letterNumber: isNamed ? dossier.letterNumber : null } }
}
