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
import { type Meant, type NamingTexts, whoIsMeant } from './candidates.ts'
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
  readonly candidates: readonly Asked[]
}

type Asked = { readonly id: string } & Pick<Candidate, 'mentioned' | 'hinted'>

/** Those whom words may mean: an answer weighs more than a story, and a name more than some word. */
export const askedAbout = ({
  answered,
  maybe,
  mentioned,
  hinted,
}: Meant<{ readonly id: string }>): readonly Asked[] => [
  ...answered.map(({ id }) => ({ id })),
  ...maybe.map(({ id }) => ({ id, hinted: true as const })),
  ...mentioned.map(({ id }) => ({ id, mentioned: true as const })),
  ...hinted.map(({ id }) => ({ id, mentioned: true as const, hinted: true as const })),
]

export const concerning = (ids: readonly string[]): Whom => ({ concerned: ids, candidates: [] })

export const whomOf = ({ dossier }: Pick<Complaint, 'dossier'>): Whom => ({
  concerned: dossier.concerns.map(({ id }) => id),
  candidates: dossier.candidates,
})

const strengthOf = ({ mentioned, hinted }: Asked): number => (mentioned ? 0 : 2) + (hinted ? 0 : 1)

export const bothOf = (one: Whom, other: Whom): Whom => {
  const concerned = [...new Set([...one.concerned, ...other.concerned])]
  const clearest = new Map<string, Asked>()
  for (const asked of [...one.candidates, ...other.candidates]) {
    const known = clearest.get(asked.id)
    if (!known || strengthOf(asked) > strengthOf(known)) clearest.set(asked.id, asked)
  }
  return { concerned, candidates: [...clearest.values()].filter(({ id }) => !concerned.includes(id)) }
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
 * Guards against the concerned and all under them, and against candidates alone until somebody decides; nobody means no
 * guard. Candidates never lock everybody out: where nobody else could decide, it is decided by those who are meant
 * least, first by whom some word of a story fits, then by those above the unit.
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
  const chosen = weighed.find(({ isUnread }) => !isUnread) ?? weighed[0]
  if (!chosen || chosen.keptFrom.length === 0) return planGuard(directory, tenant, concerning(concerned), category)
  const { way, keptFrom, steward, isUnread } = chosen
  const named = ({ id, name, position }: Membership) => ({ id: id as StaffId, name, position })
  const waiting = new Map(candidates.filter(({ id }) => keptFrom.includes(id)).map((one) => [one.id, one]))
  return {
    concerns: members.filter(({ id }) => concerned.includes(id)).map(named),
    candidates: members.filter(({ id }) => waiting.has(id)).map((one) => ({ ...waiting.get(one.id), ...named(one) })),
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
  const all = withWhomTheySupervise(concerned, members)
  const above = members.filter(isOnlyAbove).map(({ id }) => id)
  const unit = (ids: readonly string[]) => ids.filter((id) => !above.includes(id))
  return [0, 1, 2, 3].flatMap((least) => {
    const own = candidates.filter((one) => strengthOf(one) >= least).map(({ id }) => id)
    return least === 0 ? [{ all, own }] : [own, unit(own)].map((ids) => ({ all, own: ids }))
  })
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

/** Guards against staff who are known to be concerned, and keeps it from those whom the texts may mean. */
export async function planGuardByName(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  { known, texts }: { readonly known: Whom; readonly texts: NamingTexts },
  category: string,
): Promise<GuardPlan> {
  const candidates = askedAbout(whoIsMeant(texts, await directory.members(tenant)))
  return planGuard(directory, tenant, bothOf(known, { concerned: [], candidates }), category)
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
