import { caseForAny, categoriesOf, reads, sees, wordsReadBy } from '../case/access/case-access.ts'
import { leadingStatuses } from '../case/merged-case.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { listMatter } from '../case/shape/story-fields.ts'
import { searchWords } from '../case/words/search-words.ts'
import { acts } from '../desk/case-acts.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'

export interface SimilarCase {
  readonly complaint: Complaint
  readonly shared: number
  readonly nearDate: boolean
}

const MOST_LOOKED_AT = 20
/** Half of what the subject tells. */
const LIKE_SUBJECT = 0.5
const MOST_SHOWN = 8
const NEAR_DAYS = 7

/**
 * Finds cases that could lead this one, the likeliest first. It compares the words of the story and dates, never the
 * reporters, because that would reveal that two reporters are one person.
 */
export async function similarTo(ports: Office, staff: StaffMember, number: string): Promise<readonly SimilarCase[]> {
  const complaint = await caseForAny(ports, staff, acts.merge.by, number)
  const { tenant, guardMarks } = staff
  const { dossier } = complaint
  const category = categoriesOf(staff, 'cases.read')
  const narrow = { status: leadingStatuses, ...(category && { category }) }
  const readBy = wordsReadBy(staff)
  const filter = { narrow, without: [...guardMarks], ...(readBy && { readBy }) }
  const alikeTo = (texts: readonly (string | null)[]) => ports.complaints.alike(tenant, searchWords(texts), filter)
  // What a long story adds to a subject says little against another story of the same subject.
  const [bySubject, byAll] = await Promise.all([alikeTo([dossier.subject]), alikeTo(listMatter(dossier))])
  const likest = new Map(
    [...byAll, ...bySubject.filter(({ likeness }) => likeness >= LIKE_SUBJECT)]
      .filter(({ id }) => id !== number)
      .sort((one, other) => one.likeness - other.likeness)
      .slice(-MOST_LOOKED_AT)
      .map((one) => [one.id, one]),
  )
  const others = await ports.complaints.several(tenant, [...likest.keys()])
  return others
    .filter((other) => reads(staff, other))
    .map((other) => {
      const { shared = 0, likeness = 0 } = likest.get(other.id) ?? {}
      return { complaint: other, shared, likeness, nearDate: areNear(complaint, other) }
    })
    .sort((one, other) => rankOf(other, complaint) - rankOf(one, complaint))
    .slice(0, MOST_SHOWN)
}

const rankOf = (
  { likeness, nearDate, complaint }: SimilarCase & { readonly likeness: number },
  { category }: Complaint,
) => likeness + (nearDate ? 0.1 : 0) + (complaint.category === category ? 0.05 : 0)

function areNear(one: Complaint, other: Complaint): boolean {
  const [a, b] = [dayOf(one), dayOf(other)]
  return Math.abs(a - b) <= NEAR_DAYS
}

const dayOf = ({ dossier, receivedAt }: Complaint): number =>
  Date.parse(dossier.occurredAt ?? receivedAt) / (24 * 60 * 60 * 1_000)

export async function joinedTo(ports: Office, staff: StaffMember, number: string): Promise<readonly Complaint[]> {
  const leading = await caseForAny(ports, staff, ['cases.read'], number)
  const numbers = leading.dossier.joined.map((one) => one.number)
  const joined = await Promise.all(numbers.map((one) => ports.complaints.find(staff.tenant, one)))
  return joined.filter((one) => one !== null).filter((one) => sees(staff, one))
}
