import type { Instant } from '../../shared/instant.ts'
import { keysOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { StaffId } from '../../storage/place.ts'
import { type Absence, absenceOf, isAccepted, type Membership } from '../staff/account.ts'
import type { Permission, StaffMember } from '../staff/permissions.ts'
import { laterOf, listLentPosts, postOf, rightsOf } from '../staff/posts.ts'
import type { Tenant, TenantSettings } from '../tenants/tenant.ts'
import type { Duty, PrivacyChoice } from '../vocabulary.ts'

export type UnitSettings = Pick<TenantSettings, 'categories' | 'privacyChoices' | 'letters' | 'allowsOwnDecision'>

export interface DutyRule {
  readonly by: Permission
  /** Each person with this permission needs somebody else for the duty; with `null` they may do it themselves. */
  readonly besides: Permission | null
  /** Where nobody else can, people with this permission do. */
  readonly above: Permission | null
  /** Where nobody else exists, a unit can allow it to the same person. */
  readonly mayBeOneself: boolean
  /** A new unit takes nothing from the public before somebody has this duty. */
  readonly opensUnit: boolean
  readonly isNeeded: (settings: UnitSettings) => boolean
}

const plain = { besides: null, above: null, mayBeOneself: false, opensUnit: false, isNeeded: () => true } as const

/** Says what a unit must be able to do, and who can. */
export const dutyTable: Readonly<Record<Duty, DutyRule>> = {
  read: { ...plain, by: 'cases.read', opensUnit: true },
  verify: { ...plain, by: 'cases.verify', opensUnit: true },
  handle: { ...plain, by: 'cases.handle', opensUnit: true },
  sign: { ...plain, by: 'cases.approve', opensUnit: true },
  decide_objection: {
    ...plain,
    ...{ by: 'cases.approve', besides: 'cases.approve', above: 'objections.decide', mayBeOneself: true },
  },
  keep_identities: {
    ...plain,
    by: 'identity.open_confidential',
    isNeeded: ({ privacyChoices }) => privacyChoices.includes('confidential'),
  },
  second_person: { ...plain, by: 'approvals.decide', besides: 'register.export' },
  answer_data_requests: { ...plain, by: 'rights.answer' },
  print_and_post: { ...plain, by: 'letters.post', isNeeded: ({ letters }) => letters.on },
}

export type Worker = Pick<StaffMember, 'id' | 'name' | 'permissions' | 'limits' | 'awayUntil'>

/** Nobody who is present can do it: in this category, and where it takes another person, besides this one. */
export interface Gap {
  readonly duty: Duty
  readonly category: string
  readonly besides: StaffId | null
  /** Somebody can do it again then; `null` if nobody holds the duty at all. */
  readonly until: Instant | null
  /** They hold the duty and are away. */
  readonly away: readonly StaffId[]
}

export const mayWorkIn = ({ permissions, limits }: Worker, permission: Permission, category: string): boolean =>
  permissions.has(permission) && (limits.get(permission)?.has(category) ?? true)

const isPresent = ({ awayUntil }: Worker): boolean => awayUntil === undefined

/** Everybody who could do the duty in this category if they were present, besides the person whom it takes another for. */
function holdersOf(
  { by, above, mayBeOneself }: DutyRule,
  category: string,
  besides: Worker | null,
  workers: readonly Worker[],
  { allowsOwnDecision = false }: UnitSettings,
): readonly Worker[] {
  const others = workers.filter(({ id }) => id !== besides?.id)
  const able = (permission: Permission) => others.filter((one) => mayWorkIn(one, permission, category))
  const found = [...able(by), ...(above ? able(above) : [])]
  return found.length === 0 && besides && mayBeOneself && allowsOwnDecision ? [besides] : found
}

/** Returns who is present and can do the duty. */
export const whoCan = (
  duty: Duty,
  category: string,
  besides: Worker | null,
  workers: readonly Worker[],
  settings: UnitSettings,
): readonly Worker[] => holdersOf(dutyTable[duty], category, besides, workers, settings).filter(isPresent)

/** Returns what nobody can do now, duty by duty and category by category. */
export function findGaps(workers: readonly Worker[], settings: UnitSettings): readonly Gap[] {
  const categories = settings.categories.filter(({ active }) => active).map(({ code }) => code)
  const gaps: Gap[] = []
  for (const duty of keysOf(dutyTable)) {
    const rule = dutyTable[duty]
    if (!rule.isNeeded(settings)) continue
    for (const category of categories) {
      for (const besides of askersOf(rule, category, workers)) {
        const holders = holdersOf(rule, category, besides, workers, settings)
        if (holders.some(isPresent)) continue
        const back = holders.flatMap(({ awayUntil }) => awayUntil ?? []).sort()
        gaps.push({
          ...{ duty, category, besides: besides?.id ?? null, until: back[0] ?? null },
          away: holders.map(({ id }) => id),
        })
      }
    }
  }
  return gaps
}

/** Those for whom the duty takes somebody else; `null` stands for anybody. */
function askersOf({ besides }: DutyRule, category: string, workers: readonly Worker[]): readonly (Worker | null)[] {
  if (besides === null) return [null]
  return workers.filter((one) => mayWorkIn(one, besides, category))
}

/** One gap for each duty, with the categories in which it is one. */
export interface DutyGap {
  readonly duty: Duty
  readonly categories: readonly string[]
  readonly besides: readonly StaffId[]
  readonly until: Instant | null
  readonly away: readonly StaffId[]
}

export function gapsByDuty(gaps: readonly Gap[]): readonly DutyGap[] {
  return keysOf(dutyTable).flatMap((duty) => {
    const found = gaps.filter((gap) => gap.duty === duty)
    if (found.length === 0) return []
    const ends = found.map(({ until }) => until)
    return {
      duty,
      categories: [...new Set(found.map(({ category }) => category))],
      besides: [...new Set(found.flatMap(({ besides }) => besides ?? []))],
      away: [...new Set(found.flatMap(({ away }) => away))],
      // The gap is over when its last part is; one part without an end has none.
      until: ends.includes(null)
        ? null
        : (ends
            .flatMap((end) => end ?? [])
            .sort()
            .at(-1) ?? null),
    }
  })
}

/** Returns everybody with what they may do at a moment, in their own right and as deputy. */
function workersAt(members: readonly Membership[], at: Instant): readonly Worker[] {
  const accepted = members.filter(isAccepted)
  const lent = listLentPosts(accepted, at)
  return accepted.map((one) => {
    const away = absenceOf(one, at)
    return {
      ...{ id: one.id as StaffId, name: one.name, ...rightsOf([postOf(one), ...(lent.get(one.id) ?? [])]) },
      ...(away && { awayUntil: away.until }),
    }
  })
}

const keyOf = ({ duty, category, besides }: Gap): string => `${duty} ${category} ${besides ?? ''}`

/**
 * Returns what nobody can do at some time of an absence that is wished for, and somebody could without it. It
 * is looked at where it begins, and where somebody else leaves or comes back.
 */
export function gapsWhileAway(
  members: readonly Membership[],
  id: string,
  wished: Absence,
  settings: UnitSettings,
  now: Instant,
): readonly Gap[] {
  const withIt = members.map((one) =>
    one.id === id
      ? { ...one, absences: [...(one.absences ?? []).filter((other) => !isSame(other, wished)), wished] }
      : one,
  )
  const begins = laterOf(wished.from, now)
  const turns = members.flatMap(({ absences = [] }) => absences.flatMap(({ from, until }) => [from, until]))
  const moments = [begins, ...turns.filter((at) => begins < at && at < wished.until)]
  const found = new Map<string, Gap>()
  for (const at of new Set(moments)) {
    const without = workersAt(members, at)
    const before = new Set(findGaps(without, settings).map(keyOf))
    for (const gap of findGaps(workersAt(withIt, at), settings)) {
      if (!before.has(keyOf(gap)) && isOfSomebody(gap, without)) found.set(keyOf(gap), gap)
    }
  }
  return [...found.values()]
}

/** A deputy who signs takes nobody else for it that the absent person did not take. */
function isOfSomebody({ duty, category, besides: id }: Gap, without: readonly Worker[]): boolean {
  const { besides } = dutyTable[duty]
  const asker = without.find((one) => one.id === id)
  return besides === null || (asker !== undefined && mayWorkIn(asker, besides, category))
}

/** The same days are one absence, whose deputy may become another. */
const isSame = (one: Pick<Absence, 'firstDay' | 'lastDay'>, other: Pick<Absence, 'firstDay' | 'lastDay'>): boolean =>
  one.firstDay === other.firstDay && one.lastDay === other.lastDay

interface Weighed {
  readonly settings: UnitSettings
  readonly unheld: readonly Duty[]
}

/** The list of members is the same object until somebody changes it, or for two seconds. */
const weighed = new WeakMap<readonly Membership[], Weighed>()

/**
 * Returns what nobody holds, whether they are present or not. What the form promises to the public depends on it, and
 * must not change from day to day. Each request of the public asks this, so it is weighed once for the same objects.
 */
export function unheldDuties(members: readonly Membership[], settings: UnitSettings): readonly Duty[] {
  const known = weighed.get(members)
  if (known?.settings === settings) return known.unheld
  const unheld = weigh(members, settings)
  weighed.set(members, { settings, unheld })
  return unheld
}

function weigh(members: readonly Membership[], settings: UnitSettings): readonly Duty[] {
  const workers = members
    .filter(isAccepted)
    .map((one) => ({ id: one.id as StaffId, name: one.name, ...rightsOf([postOf(one)]) }))
  return [...new Set(findGaps(workers, settings).map(({ duty }) => duty))]
}

/** Tells whether a new unit cannot take complaints yet, because nobody could read, verify, handle or answer them. */
export const awaitsStaff = (tenant: Pick<Tenant, 'awaitsStaff'>, unheld: readonly Duty[]): boolean =>
  tenant.awaitsStaff === true && unheld.some((duty) => dutyTable[duty].opensUnit)

export const notReady = () => new Refusal('conflict', 'tenant/not-ready')

/** A confidential identity takes a custodian. A unit that offers nothing else keeps the choice, and is warned. */
export function keptPromises(choices: readonly PrivacyChoice[], unheld: readonly Duty[]): readonly PrivacyChoice[] {
  if (!unheld.includes('keep_identities')) return choices
  const others = choices.filter((choice) => choice !== 'confidential')
  return others.length > 0 ? others : choices
}
