import { isAccepted, type Membership } from '../offices/staff/account.ts'
import type { Permission } from '../offices/staff/permissions.ts'
import {
  grantsOf,
  isHead,
  isInspector,
  isOnlyAbove,
  isParentHead,
  ownPlace,
  superiorsOf,
  withWhomTheySupervise,
} from '../offices/staff/posts.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import { type NamingTexts, whoIsMeant } from './candidates.ts'
import type { Complaint, Guard } from './shape/complaint.ts'
import type { HistoryLine, Moment } from './shape/history.ts'
import type { Candidate, Concerned } from './shape/intake.ts'

/** Says whom a complaint concerns, from whom it is hidden, and whether anybody is left to read it. */
export interface GuardPlan {
  readonly concerns: readonly Concerned[]
  /** They may be meant, and somebody who is none of them decides. */
  readonly candidates: readonly Candidate[]
  readonly guard: Guard | null
  readonly keptFrom: readonly string[]
  readonly isUnread: boolean
}

/** Tells it of somebody who need not be signed in. */
export const mayInCategory = (member: Membership, wanted: Permission, category: string): boolean =>
  grantsOf(member).some(
    ({ permission, categories }) => permission === wanted && (categories?.includes(category) ?? true),
  )

/**
 * Chooses who handles the case instead: the nearest superior who reads such cases, else a head of the tenant, else the
 * head of the parent unit, else the Inspektorat, but nobody from whom it is hidden.
 */
export function stewardFor(
  concerned: readonly string[],
  keptFrom: readonly string[],
  category: string,
  members: readonly Membership[],
): StaffId | null {
  const standing = [isHead, isParentHead, isInspector].flatMap((stands) => members.filter(stands))
  const candidates = [...concerned.flatMap((id) => superiorsOf(id, members)), ...standing.map(({ id }) => id)]
  const found = candidates.find((id) => {
    const member = members.find((one) => one.id === id)
    return member !== undefined && !keptFrom.includes(id) && mayInCategory(member, 'cases.read', category)
  })
  return (found as StaffId | undefined) ?? null
}

/** It says whom a complaint concerns, and who may be meant. */
export interface Whom {
  readonly concerned: readonly string[]
  readonly candidates: readonly { readonly id: string; readonly mentioned?: true }[]
}

export const concerning = (ids: readonly string[]): Whom => ({ concerned: ids, candidates: [] })

export const whomOf = ({ dossier }: Pick<Complaint, 'dossier'>): Whom => ({
  concerned: dossier.concerns.map(({ id }) => id),
  candidates: dossier.candidates,
})

export const bothOf = (one: Whom, other: Whom): Whom => {
  const concerned = [...new Set([...one.concerned, ...other.concerned])]
  const all = [...one.candidates, ...other.candidates]
  // An answer to whom it is about weighs more than a story.
  const mentioned = new Map(all.map(({ id }) => [id, all.every((two) => two.id !== id || two.mentioned === true)]))
  const candidates = [...mentioned].flatMap(([id, isMentioned]) =>
    concerned.includes(id) ? [] : { id, ...(isMentioned && { mentioned: true as const }) },
  )
  return { concerned, candidates }
}

/** Tells whether a plan names somebody whom the case did not. */
export function isAboutMore(complaint: Pick<Complaint, 'dossier'>, { concerns, candidates }: GuardPlan): boolean {
  const { concerned, candidates: known } = whomOf(complaint)
  return (
    concerns.some(({ id }) => !concerned.includes(id)) ||
    candidates.some(({ id }) => known.every((one) => one.id !== id))
  )
}

/** From whom a case is kept: `all` loses it with everybody under them, `own` alone. */
interface Keeping {
  readonly all: readonly string[]
  readonly own: readonly string[]
}

/**
 * Guards against the concerned and all under them, and against candidates until somebody decides; nobody means no
 * guard. Candidates never lock everybody out of what can be decided: where nobody else could decide, those under a
 * candidate do, then those above the unit whom a part of a name fits as well. A story keeps it from nobody if that
 * would leave nobody.
 */
export async function planGuard(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  whom: Whom,
  category: string,
): Promise<GuardPlan> {
  const { concerned } = whom
  const candidates = whom.candidates.filter(({ id }) => !concerned.includes(id))
  if (concerned.length + candidates.length === 0) {
    return { concerns: [], candidates: [], guard: null, keptFrom: [], isUnread: false }
  }
  const members = await directory.members(tenant)
  const ways = waysToKeep(concerned, candidates, members)
  const weighed = ways.map((way) => weigh(way, concerned, category, members))
  const chosen = weighed.find(({ isUnread }) => !isUnread) ?? weighed[1]
  if (!chosen || chosen.keptFrom.length === 0) return planGuard(directory, tenant, concerning(concerned), category)
  const { way, keptFrom, steward, isUnread } = chosen
  const named = ({ id, name, position }: Membership) => ({ id: id as StaffId, name, position })
  const mentioned = new Set(candidates.filter((one) => one.mentioned).map(({ id }) => id))
  const waiting = candidates.map(({ id }) => id).filter((id) => keptFrom.includes(id))
  return {
    concerns: members.filter(({ id }) => concerned.includes(id)).map(named),
    candidates: members
      .filter(({ id }) => waiting.includes(id))
      .map((one) => ({ ...named(one), ...(mentioned.has(one.id) && { mentioned: true as const }) })),
    guard: { marks: await directory.marksOf(tenant, [...way.all, ...way.own.map(ownPlace)]), steward },
    keptFrom,
    isUnread,
  }
}

function waysToKeep(
  concerned: readonly string[],
  candidates: Whom['candidates'],
  members: readonly Membership[],
): readonly Keeping[] {
  const idsOf = (some: Whom['candidates']) => some.map(({ id }) => id)
  const answered = idsOf(candidates.filter(({ mentioned }) => !mentioned))
  const stories = idsOf(candidates.filter(({ mentioned }) => mentioned))
  const above = members.filter(isOnlyAbove).map(({ id }) => id)
  const under = (ids: readonly string[]) => withWhomTheySupervise(ids, members)
  const unit = (ids: readonly string[]) => ids.filter((id) => !above.includes(id))
  return [
    { all: under([...concerned, ...answered]), own: stories },
    { all: under(concerned), own: [...answered, ...stories] },
    { all: under(concerned), own: unit([...answered, ...stories]) },
    { all: under([...concerned, ...answered]), own: [] },
    { all: under(concerned), own: answered },
  ]
}

function weigh(way: Keeping, concerned: readonly string[], category: string, members: readonly Membership[]) {
  const keptFrom = [...new Set([...way.all, ...way.own])]
  // The case is also hidden from invited people, but only members who accepted can read it.
  const working = members.filter(isAccepted)
  const isFree = (permission: Permission) =>
    working.some((member) => !keptFrom.includes(member.id) && mayInCategory(member, permission, category))
  const decides = isFree('cases.verify')
  const isOpen = keptFrom.some((id) => !withWhomTheySupervise(concerned, members).includes(id))
  // While only candidates are kept out, a verifier who is none of them decides, and nobody else gets the case.
  const steward =
    concerned.length === 0 && decides ? null : stewardFor([...concerned, ...keptFrom], keptFrom, category, working)
  return { way, keptFrom, steward, isUnread: steward === null && !decides && (isOpen || !isFree('cases.handle')) }
}

/** Guards against staff who are known to be concerned, and against those whom the texts may mean. */
export async function planGuardByName(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  { known, texts }: { readonly known: Whom; readonly texts: NamingTexts },
  category: string,
): Promise<GuardPlan> {
  const { sure, maybe, mentioned } = whoIsMeant(texts, await directory.members(tenant))
  const found: Whom = {
    concerned: sure.map(({ id }) => id),
    candidates: [...maybe.map(({ id }) => ({ id })), ...mentioned.map(({ id }) => ({ id, mentioned: true as const }))],
  }
  return planGuard(directory, tenant, bothOf(known, found), category)
}

const lineForReporter = (event: 'rerouted' | 'rerouted_back', { at }: Moment): HistoryLine => ({
  at,
  event,
  by: { kind: 'system' },
  text: null,
  public: true,
})

/** The reporter reads that others handle their complaint, without names. */
export const reroutedLine = (moment: Moment): HistoryLine => lineForReporter('rerouted', moment)

/** The reporter reads that the usual staff handle it again, because the end of a promise must not be kept silent. */
export const reroutedBackLine = (moment: Moment): HistoryLine => lineForReporter('rerouted_back', moment)
