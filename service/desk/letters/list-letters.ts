import { caseFor, findHiddenCases, mayIn, pageWithoutHoles, sees } from '../../case/access/case-access.ts'
import type { KeptLetter } from '../../keeping/letters/letter-store.ts'
import type { LetterState } from '../../offices/notice-vocabulary.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Page } from '../../storage/collection.ts'
import { type LetterPorts, letterFor } from './letter-access.ts'
import { type LetterOnCase, openLetter } from './open-letter.ts'

interface Asked {
  readonly state: LetterState
  readonly after?: string | undefined
  readonly limit: number
}

/**
 * The longest waiting comes first; only letters of cases that the person sees. @throws Refusal `staff/not-permitted`
 */
export async function listLetters(
  ports: LetterPorts,
  staff: StaffMember,
  { state, ...paging }: Asked,
): Promise<Page<LetterOnCase>> {
  requirePermission(staff, 'cases.read')
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'letters' })
  const page = await pageWithoutHoles<LetterOnCase | null>(
    paging,
    async (asked) => {
      const { items, nextCursor } = await ports.letters.inState(staff.tenant, state, asked)
      return { items: await Promise.all(items.map((kept) => listVisible(ports, staff, kept))), nextCursor }
    },
    (one) => one !== null,
  )
  return { ...page, items: page.items.flatMap((one) => one ?? []) }
}

async function listVisible(
  { letters, complaints, vault }: LetterPorts,
  staff: StaffMember,
  kept: KeptLetter,
): Promise<LetterOnCase | null> {
  const complaint = kept.content && (await complaints.find(staff.tenant, kept.number))
  if (!complaint || complaint.destroyed || !sees(staff, complaint)) return null
  return openLetter({ letters, vault }, kept, complaint)
}

/** @throws Refusal `staff/not-permitted` */
export async function letterCounts(
  ports: LetterPorts,
  staff: StaffMember,
): Promise<Partial<Record<LetterState, number>>> {
  requirePermission(staff, 'cases.read')
  const counts = await ports.letters.counts(staff.tenant)
  // Most units write none: then there are none to subtract, however many cases are hidden.
  if (counts.length === 0) return {}
  const numbers = (await findHiddenCases(ports, staff)).map(({ number }) => number)
  const kept = await ports.letters.ofCases(staff.tenant, numbers)
  const sums: Partial<Record<LetterState, number>> = {}
  const add = (category: string, state: LetterState, letters: number) => {
    if (mayIn(staff, 'cases.read', category)) sums[state] = (sums[state] ?? 0) + letters
  }
  for (const { category, state, letters } of counts) add(category, state, letters)
  for (const { category, state } of kept) add(category, state, -1)
  return sums
}

/** The oldest comes first. @throws Refusal `staff/not-permitted`, `complaint/not-found` */
export async function lettersOfCase(
  ports: LetterPorts,
  staff: StaffMember,
  number: string,
): Promise<readonly LetterOnCase[]> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  await ports.record(staff.tenant, { by: staff.id, act: 'case.read', subject: number, detail: 'letters' })
  const kept = (await ports.letters.ofCases(staff.tenant, [number])).filter(({ content }) => content !== null)
  if (complaint.destroyed) return []
  return Promise.all(kept.map((one) => openLetter(ports, one, complaint)))
}

/** @throws Refusal `staff/not-permitted`, `letter/unknown` */
export async function readLetter(ports: LetterPorts, staff: StaffMember, id: string): Promise<LetterOnCase> {
  const found = await letterFor(ports, staff, id)
  await ports.record(staff.tenant, { by: staff.id, act: 'case.read', subject: found.letter.number, detail: 'letter' })
  return found
}
