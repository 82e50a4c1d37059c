import { caseForAny, sees } from '../case/access/case-access.ts'
import { leadingStatuses } from '../case/merged-case.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { listMatter } from '../case/shape/story-fields.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import { searchWords } from '../case/words/search-words.ts'
import { acts } from '../desk/case-acts.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'

/** A similar case shares distinctive words, and may have happened at about the same time. */
export interface SimilarCase {
  readonly complaint: Complaint
  readonly shared: number
  readonly nearDate: boolean
}

const WORDS_ASKED = 10
const CASES_PER_WORD = 30
const MOST_SHOWN = 8
const NEAR_DAYS = 7

/**
 * Finds cases that could lead this one, the likeliest first. It compares the words of the story and dates, never the
 * reporters, because that would reveal that two reporters are one person.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function similarTo(
  ports: { readonly complaints: ComplaintStore },
  staff: StaffMember,
  number: string,
): Promise<readonly SimilarCase[]> {
  const complaint = await caseForAny(ports, staff, acts.merge.by, number)
  const words = searchWords(listMatter(complaint.dossier)).slice(0, WORDS_ASKED)
  const without = [...staff.guardMarks]
  const pages = await Promise.all(
    words.map((word) =>
      ports.complaints.search(staff.tenant, word, {
        narrow: { status: leadingStatuses },
        without,
        limit: CASES_PER_WORD,
      }),
    ),
  )
  const found = new Map<string, { complaint: Complaint; shared: number; weight: number }>()
  for (const { items, nextCursor } of pages) {
    // A word that many cases contain weighs less.
    const weight = nextCursor ? 0.3 : 1
    for (const one of items) {
      const before = found.get(one.id)
      found.set(one.id, {
        complaint: one,
        shared: (before?.shared ?? 0) + 1,
        weight: (before?.weight ?? 0) + weight,
      })
    }
  }
  return [...found.values()]
    .filter((one) => one.shared > 1 && one.complaint.id !== number && sees(staff, one.complaint))
    .map((one) => ({ ...one, nearDate: areNear(complaint, one.complaint) }))
    .sort((one, other) => rankOf(other, complaint) - rankOf(one, complaint))
    .slice(0, MOST_SHOWN)
}

const rankOf = ({ weight, nearDate, complaint }: SimilarCase & { readonly weight: number }, { category }: Complaint) =>
  weight + (nearDate ? 1 : 0) + (complaint.category === category ? 0.5 : 0)

function areNear(one: Complaint, other: Complaint): boolean {
  const [a, b] = [dayOf(one), dayOf(other)]
  return Math.abs(a - b) <= NEAR_DAYS
}

const dayOf = ({ dossier, receivedAt }: Complaint): number =>
  Date.parse(dossier.occurredAt ?? receivedAt) / (24 * 60 * 60 * 1_000)

/**
 * Returns the joined cases that somebody may see.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function joinedTo(
  ports: { readonly complaints: ComplaintStore },
  staff: StaffMember,
  number: string,
): Promise<readonly Complaint[]> {
  const leading = await caseForAny(ports, staff, ['cases.read'], number)
  const numbers = leading.dossier.joined.map((one) => one.number)
  const joined = await Promise.all(numbers.map((one) => ports.complaints.find(staff.tenant, one)))
  return joined.filter((one) => one !== null).filter((one) => sees(staff, one))
}
