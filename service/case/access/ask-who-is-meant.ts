import type { Membership } from '../../offices/staff/account.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { type Meant, type NamingTexts, namingTextsOf, newTexts, whoIsMeant } from '../candidates.ts'
import { bothOf, planGuard, whomOf } from '../guard.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { Moment } from '../shape/moment.ts'
import { askWhoIsMeant } from './guard-case.ts'

type Directory = Pick<StaffDirectory, 'members' | 'marksOf'>

const isEmpty = ({ who, story }: NamingTexts): boolean => [...who, ...story].every((text) => text.trim() === '')

/**
 * Keeps a case from those whom its new words may mean, with the same write and until somebody decides, also where an
 * earlier decision was that they are not meant.
 */
export async function askWhomWordsMean(
  directory: Directory,
  before: Complaint,
  after: Complaint,
  moment: Moment,
): Promise<Complaint> {
  const texts = newTexts(namingTextsOf(before), namingTextsOf(after))
  if (isEmpty(texts)) return after
  return keepFrom(directory, after, whoIsMeant(texts, await directory.members(after.tenant)), moment)
}

/** The same for staff who are new here or have another name or position, and all words of a case. */
export async function askAboutStaff(
  directory: Directory,
  complaint: Complaint,
  changed: readonly Membership[],
  moment: Moment,
): Promise<Complaint> {
  const texts = namingTextsOf(complaint)
  // Alone they are found wherever they are found among others, and most cases name none of them.
  const alone = whoIsMeant(texts, changed)
  if (alone.sure.length + alone.maybe.length + alone.mentioned.length === 0) return complaint
  const members = await directory.members(complaint.tenant)
  const { sure, maybe, mentioned } = whoIsMeant(texts, members)
  const isAsked = ({ id, name, position }: Membership) =>
    changed.some((one) => one.id === id) &&
    !complaint.dossier.notMeant.some((one) => one.id === id && one.name === name && one.position === position)
  const found = { sure: sure.filter(isAsked), maybe: maybe.filter(isAsked), mentioned: mentioned.filter(isAsked) }
  return keepFrom(directory, complaint, found, moment)
}

async function keepFrom(
  directory: Directory,
  complaint: Complaint,
  { sure, maybe, mentioned }: Meant<Membership>,
  moment: Moment,
): Promise<Complaint> {
  const known = whomOf(complaint)
  const candidates = [
    ...[...sure, ...maybe].map(({ id }) => ({ id })),
    ...mentioned.map(({ id }) => ({ id, mentioned: true as const })),
  ].filter(({ id }) => !known.concerned.includes(id) && known.candidates.every((one) => one.id !== id))
  if (complaint.destroyed || candidates.length === 0) return complaint
  const both = bothOf(known, { concerned: [], candidates })
  return askWhoIsMeant(complaint, await planGuard(directory, complaint.tenant, both, complaint.category), moment)
}
