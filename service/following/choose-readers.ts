import { momentOf } from '../case/access/case-actions.ts'
import { takeChoice } from '../case/access/guarding.ts'
import { namingTextsOf, whoIsMeant } from '../case/candidates.ts'
import { chosenIn } from '../case/concerned.ts'
import type { ReadingPost } from '../case/first-reader.ts'
import { sayWhoseCode } from '../case/given-code.ts'
import { askedAbout, bothOf, planGuard, type Whom, whomOf } from '../case/guard.ts'
import type { Office } from '../case/office/office.ts'
import { listReadingPosts, namePosts, resolvePosts } from '../case/reading-posts.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Concerned } from '../case/shape/intake.ts'
import type { Membership } from '../offices/staff/account.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ReporterAccess } from './follow-complaint.ts'

/** What the reporter of a joined case chose is theirs to see and to take back. */
const ownChoice = (complaint: Complaint): readonly Concerned[] => chosenIn(complaint).filter((one) => !one.elsewhere)

const positionsOf = (chosen: readonly Concerned[]): readonly string[] => [
  ...new Set(chosen.map(({ position }) => position.trim())),
]

export interface ReadersChosen {
  readonly posts: ReadingPost[]
  readonly notReadBy: { readonly id: string; readonly position: string }[]
}

export async function listReadersChosen({ staff, vault }: Office, complaint: Complaint): Promise<ReadersChosen> {
  const { tenant, category } = complaint
  const nameOf = await namePosts(vault, tenant)
  return {
    posts: listReadingPosts(await staff.members(tenant), category, nameOf),
    notReadBy: positionsOf(ownChoice(complaint)).map((position) => ({ id: nameOf(position), position })),
  }
}

/**
 * The reporter chooses anew who does not read the complaint. Only they take a choice back, and then their words are
 * read for whom they may mean.
 */
export async function chooseReaders(
  office: Office,
  { tenant, number }: ReporterAccess,
  asked: readonly string[],
): Promise<Complaint> {
  const { staff, vault, complaints } = office
  const moment = await momentOf(office, tenant)
  const members = await staff.members(tenant)
  const nameOf = await namePosts(vault, tenant)
  return complaints.change(tenant, number, async (complaint) => {
    const { status, destroyed, category } = complaint
    if (destroyed) throw new Refusal('conflict', 'case/wrong-status', { status })
    const before = ownChoice(complaint)
    const chosen = resolvePosts(asked, members, nameOf, before)
    const isSame = chosen.length === before.length && chosen.every(({ id }) => before.some((one) => one.id === id))
    if (isSame) return complaint
    const freed = before.filter(({ id }) => chosen.every((one) => one.id !== id))
    const known = whomOf(complaint)
    const others = chosenIn(complaint).filter((one) => one.elsewhere)
    const kept = { ...known, chosen: [...others, ...chosen] }
    const whom = bothOf(kept, { concerned: [], candidates: meantAmong(complaint, freed, members), chosen: [] })
    const guarding = await planGuard(staff, tenant, whom, category)
    return sayWhoseCode(complaint, takeChoice(complaint, guarding, positionsOf(chosen), moment))
  })
}

function meantAmong(
  complaint: Complaint,
  freed: readonly Concerned[],
  members: readonly Membership[],
): Whom['candidates'] {
  const { notMeant } = complaint.dossier
  return askedAbout(whoIsMeant(namingTextsOf(complaint), members)).filter(
    ({ id }) => freed.some((one) => one.id === id) && notMeant.every((one) => one.id !== id),
  )
}
