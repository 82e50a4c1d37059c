import { absenceOf, isAccepted, type Membership } from '../offices/staff/account.ts'
import type { Permission } from '../offices/staff/permissions.ts'
import {
  grantsOf,
  isHead,
  isInspector,
  isOnlyAbove,
  isParentHead,
  isSmall,
  ownPlace,
  superiorsOf,
  withWhomTheySupervise,
} from '../offices/staff/posts.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import { besidePlace, listBeside, plainPosition, postPlace } from '../offices/staff/standing-behind.ts'
import type { Instant } from '../shared/instant.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import { type Meant, type NamingTexts, whoIsMeant } from './candidates.ts'
import { chosenIn, concernedIn } from './concerned.ts'
import type { Complaint, Guard } from './shape/complaint.ts'
import type { Actor, HistoryLine, Moment } from './shape/history.ts'
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

type Stands = (member: Membership) => boolean

/** Where the reporter chose, the Inspektorat comes before the parent unit, which the form says. */
const aboveWhereChosen: readonly Stands[] = [isInspector, isParentHead]

/**
 * Chooses who handles the case instead: the nearest superior who reads such cases, else a head of the tenant, else the
 * head of the parent unit, else the Inspektorat, but nobody from whom it is hidden.
 */
export function stewardFor(
  concerned: readonly string[],
  keptFrom: readonly string[],
  category: string,
  members: readonly Membership[],
  above: readonly Stands[] = [isParentHead, isInspector],
): StaffId | null {
  const standing = [isHead, ...above].flatMap((stands) => members.filter(stands))
  const candidates = [...concerned.flatMap((id) => superiorsOf(id, members)), ...standing.map(({ id }) => id)]
  const found = candidates.find((id) => {
    const member = members.find((one) => one.id === id)
    return member !== undefined && !keptFrom.includes(id) && mayInCategory(member, 'cases.read', category)
  })
  return (found as StaffId | undefined) ?? null
}

/**
 * Chooses who reads a new complaint first: of those who verify such ones and are there, who wrote it down, else none who
 * signs answers if another is left. Each is as likely as the others. In a small unit all of them read it first.
 * @param drawn a random text
 */
export function chooseFirstReader(
  members: readonly Membership[],
  keptFrom: readonly string[],
  category: string,
  { now, drawn, receivedBy }: { readonly now: Instant; readonly drawn: string; readonly receivedBy: Actor },
): StaffId | null {
  const accepted = members.filter(isAccepted)
  if (isSmall(accepted)) return null
  const able = accepted.filter((one) => !keptFrom.includes(one.id) && mayInCategory(one, 'cases.verify', category))
  const there = able.filter((one) => !absenceOf(one, now))
  const writers = there.filter(({ id }) => receivedBy.kind === 'staff' && id === receivedBy.id)
  const found = [writers, there.filter((one) => !isHead(one)), there, able].find((some) => some.length > 0) ?? []
  const at = [...drawn].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 0)
  return (found[at % found.length]?.id as StaffId | undefined) ?? null
}

/** It says whom a complaint concerns, and who may be meant. */
export interface Whom {
  readonly concerned: readonly string[]
  readonly candidates: readonly Asked[]
  /** The reporter chose that these do not read it, by the position that they had then. */
  readonly chosen: readonly Concerned[]
}

type Asked = { readonly id: string } & Pick<Candidate, 'mentioned' | 'hinted' | 'declared'>

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

export const concerning = (ids: readonly string[], chosen: Whom['chosen'] = []): Whom => ({
  concerned: ids,
  candidates: [],
  chosen,
})

/** These concern it now: what its reporter chose stays, and what somebody declared of themselves. */
export const concerningOf = (complaint: Pick<Complaint, 'dossier'>, ids: readonly string[]): Whom => ({
  ...concerning(ids, chosenIn(complaint)),
  candidates: complaint.dossier.candidates.filter(({ declared }) => declared),
})

export const whomOf = (complaint: Pick<Complaint, 'dossier'>): Whom => ({
  concerned: concernedIn(complaint).map(({ id }) => id),
  candidates: complaint.dossier.candidates,
  chosen: chosenIn(complaint),
})

/** What the reporter of a joined case chose holds here too, and is not this reporter's to take back. */
export const ofJoinedCase = (whom: Whom): Whom => ({
  ...whom,
  chosen: whom.chosen.map((one) => ({ ...one, elsewhere: true })),
})

const strengthOf = ({ mentioned, hinted }: Asked): number => (mentioned ? 0 : 2) + (hinted ? 0 : 1)

export const bothOf = (one: Whom, other: Whom): Whom => {
  const concerned = [...new Set([...one.concerned, ...other.concerned])]
  const clearest = new Map<string, Asked>()
  for (const asked of [...one.candidates, ...other.candidates]) {
    const known = clearest.get(asked.id)
    if (!known || strengthOf(asked) > strengthOf(known)) clearest.set(asked.id, asked)
  }
  const isNew = (choice: Concerned) =>
    one.chosen.every(({ id, elsewhere }) => id !== choice.id || elsewhere !== choice.elsewhere)
  const chosen = [...one.chosen, ...other.chosen.filter(isNew)]
  const kept = [...concerned, ...chosen.map(({ id }) => id)]
  return { concerned, candidates: [...clearest.values()].filter(({ id }) => !kept.includes(id)), chosen }
}

/** Tells whether a plan names somebody whom the case did not. */
export function isAboutMore(complaint: Pick<Complaint, 'dossier'>, { concerns, candidates }: GuardPlan): boolean {
  const { candidates: known } = whomOf(complaint)
  const concerned = complaint.dossier.concerns.map(({ id }) => id)
  return (
    concerns.some(({ id }) => !concerned.some((one) => one === id)) ||
    candidates.some(({ id }) => known.every((one) => one.id !== id))
  )
}

/** From whom a case is kept: `all` loses it with everybody under them, `own` alone. */
interface Keeping {
  readonly all: readonly string[]
  readonly own: readonly string[]
}

/**
 * Guards against the concerned and all under them, against whom the reporter chose with everybody who stands beside
 * them, and against candidates alone until somebody decides; nobody means no guard. Candidates never lock everybody
 * out: where nobody else could decide, it is decided by those who are meant least, first by whom some word of a story
 * fits, then by those above the unit.
 */
export async function planGuard(
  directory: Pick<StaffDirectory, 'members' | 'marksOf'>,
  tenant: TenantId,
  whom: Whom,
  category: string,
): Promise<GuardPlan> {
  const { concerned, chosen } = whom
  const settled = [...concerned, ...chosen.map(({ id }) => id)]
  const candidates = whom.candidates.filter(({ id }) => !settled.includes(id))
  const members = settled.length + candidates.length > 0 ? await directory.members(tenant) : []
  const excluded = excludedBy(chosen, members)
  const ways = waysToKeep([...concerned, ...excluded.all], excluded.own, candidates, members)
  const weighed = ways.map((way) => weigh(way, { concerned, excluded }, category, members))
  const plan = weighed.find(({ isUnread }) => !isUnread) ?? weighed[0]
  const concerns = concernsIn(whom, members)
  if (!plan || plan.keptFrom.length === 0) {
    return { concerns, candidates: [], guard: null, keptFrom: [], isUnread: false }
  }
  const { way, keptFrom, steward, isUnread } = plan
  const waiting = new Map(candidates.filter(({ id }) => keptFrom.includes(id)).map((one) => [one.id, one]))
  return {
    concerns,
    candidates: members.filter(({ id }) => waiting.has(id)).map((one) => ({ ...waiting.get(one.id), ...named(one) })),
    guard: { marks: await directory.marksOf(tenant, placesOf(way, chosen)), steward },
    keptFrom,
    isUnread,
  }
}

const named = ({ id, name, position }: Membership) => ({ id: id as StaffId, name, position })

/** A chosen person stays in the list, also once they left the unit: somebody else has their position then. */
function concernsIn({ concerned, chosen }: Whom, members: readonly Membership[]): readonly Concerned[] {
  const others = members.filter(({ id }) => concerned.includes(id) && chosen.every((one) => one.id !== id))
  return [
    ...others.map(named),
    ...chosen.map((one) => ({ ...one, chosen: concerned.includes(one.id) ? ('also' as const) : ('only' as const) })),
  ]
}

/** Those whom the reporter chose, the people with their position by now, and those who stand beside any of them. */
function excludedBy(chosen: Whom['chosen'], members: readonly Membership[]): Keeping {
  const positions = chosen.map(({ position }) => plainPosition(position))
  const all = members
    .filter(({ id, position }) => chosen.some((one) => one.id === id) || positions.includes(plainPosition(position)))
    .map(({ id }) => id)
  return { all, own: listBeside(all, members) }
}

/** The marks also hold for who comes later: under them, beside them, or into their position. */
const placesOf = ({ all, own }: Keeping, chosen: Whom['chosen']): readonly string[] => [
  ...all,
  ...own.map(ownPlace),
  ...chosen.flatMap(({ id, position }) => [id, besidePlace(id), postPlace(position)]),
]

function waysToKeep(
  concerned: readonly string[],
  beside: readonly string[],
  candidates: Whom['candidates'],
  members: readonly Membership[],
): readonly Keeping[] {
  const all = withWhomTheySupervise(concerned, members)
  const above = members.filter(isOnlyAbove).map(({ id }) => id)
  const declared = candidates.filter((one) => one.declared).map(({ id }) => id)
  const unit = (ids: readonly string[]) => ids.filter((id) => !above.includes(id) || declared.includes(id))
  return [0, 1, 2, 3].flatMap((least) => {
    const own = candidates.filter((one) => strengthOf(one) >= least).map(({ id }) => id)
    const kept = least === 0 ? [own] : [own, unit(own)]
    return kept.map((ids) => ({ all, own: [...ids, ...beside] }))
  })
}

interface Kept {
  readonly concerned: readonly string[]
  readonly excluded: Keeping
}

function weigh(way: Keeping, { concerned, excluded }: Kept, category: string, members: readonly Membership[]) {
  const keptFrom = [...new Set([...way.all, ...way.own])]
  // The case is also hidden from invited people, but only members who accepted can read it.
  const working = members.filter(isAccepted)
  const isFree = (permission: Permission) =>
    working.some((member) => !keptFrom.includes(member.id) && mayInCategory(member, permission, category))
  const decides = isFree('cases.verify')
  const isOpen = keptFrom.some((id) => !withWhomTheySupervise(concerned, members).includes(id))
  const first = [...concerned, ...excluded.all]
  const above = excluded.all.length > 0 ? aboveWhereChosen : undefined
  // While nobody is known to be concerned, a verifier who may read it decides, and nobody else gets the case.
  const steward =
    concerned.length === 0 && decides ? null : stewardFor([...first, ...keptFrom], keptFrom, category, working, above)
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
  return planGuard(directory, tenant, bothOf(known, { concerned: [], candidates, chosen: [] }), category)
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
