import type { Instant } from '../../shared/instant.ts'
import type { CategoryClock } from '../vocabulary.ts'

export const clockNames = [
  'verification',
  'first_response',
  'handling_non_oversight',
  'handling_oversight',
  'completion',
  'objection_window',
  'objection_decision',
  'reopening',
  'personal_data',
] as const
export type ClockName = (typeof clockNames)[number]

export type ClockUnit = 'working_days' | 'calendar_days' | 'hours'

export interface ClockRule {
  readonly amount: number
  readonly unit: ClockUnit
  /** The article is written as people cite it; `null` marks a service target of the office's own. */
  readonly legalBasis: string | null
}

export interface CategoryRule extends ClockRule {
  readonly category: string
  /** Left out: the handling, whichever class the case has. */
  readonly clock?: CategoryClock | undefined
}

/** Handling can be extended `times` times while its clock runs, each time by at most `amount` days. */
export interface ExtensionLimit {
  readonly times: number
  readonly days: number
}

export interface PackRules {
  readonly clocks: Readonly<Record<ClockName, ClockRule>>
  readonly categories: readonly CategoryRule[]
  readonly extension: ExtensionLimit
  /** The longest pause by staff, in working days; `usualPauseDays` if it is left out. */
  readonly pauseDays?: number | undefined
}

/** A service target of ours: no law that we read says how long an office may stop its own count. */
export const usualPauseDays = 10

export const pauseDaysOf = ({ pauseDays }: Pick<PackRules, 'pauseDays'>): number => pauseDays ?? usualPauseDays

/** Says how long each step may take. A case keeps the pack that applied when it was received. */
export interface RulePack extends PackRules {
  readonly id: string
  /** The first pack has `null`. */
  readonly from: Instant | null
}

const target = (amount: number, unit: ClockUnit): ClockRule => ({ amount, unit, legalBasis: null })

/** The numbers of the first pack were not read in the text of a law, so each is called a service target. */
export const firstRulePack: RulePack = {
  id: 'id-2026-1',
  from: null,
  clocks: {
    verification: target(3, 'working_days'),
    first_response: target(5, 'working_days'),
    handling_non_oversight: target(14, 'working_days'),
    handling_oversight: target(60, 'working_days'),
    completion: target(30, 'calendar_days'),
    objection_window: target(10, 'working_days'),
    objection_decision: target(14, 'working_days'),
    reopening: target(30, 'calendar_days'),
    personal_data: target(72, 'hours'),
  },
  categories: [],
  extension: { times: 1, days: 14 },
}

const handling: readonly ClockName[] = ['handling_non_oversight', 'handling_oversight']

export function ruleFor({ clocks, categories }: PackRules, clock: ClockName, category?: string): ClockRule {
  const own = handling.includes(clock) ? undefined : clock
  return categories.find((rule) => rule.category === category && rule.clock === own) ?? clocks[clock]
}

/** Clocks that give the reporter time: a shorter one takes from them, and a longer one gives. */
const reportersClocks: readonly ClockName[] = ['completion', 'objection_window']

/**
 * Tells whether a category's own rule leaves what the law allows: where an article sets the unit's time, a category may
 * only be kinder to the reporter, unless it names an article of its own.
 * @param clock which clock the rule replaces
 */
export function isBeyondLaw({ clocks }: Pick<PackRules, 'clocks'>, own: ClockRule, clock: ClockName): boolean {
  const usual = clocks[clock]
  if (usual.legalBasis === null || own.legalBasis !== null) return false
  if (own.unit !== usual.unit) return true
  return reportersClocks.includes(clock) ? own.amount < usual.amount : own.amount > usual.amount
}

/** Packs are sorted oldest first, and the last one applies now. */
export type RulePacks = readonly [RulePack, ...RulePack[]]

export const currentPack = (packs: RulePacks): RulePack => packs.at(-1) ?? packs[0]

/** Finds the pack that applied to a case received then. */
export const packAt = (packs: RulePacks, at: Instant): RulePack =>
  packs.findLast(({ from }) => from === null || from <= at) ?? packs[0]

/** Finds a pack by its id; a case whose pack is unknown here uses the first. */
export const packNamed = (packs: RulePacks, id: string): RulePack => packs.find((pack) => pack.id === id) ?? packs[0]

export function editPacks(
  packs: RulePacks,
  { clocks, categories, extension, pauseDays }: PackRules,
  at: Instant,
): RulePacks {
  if (isSame(currentPack(packs), { clocks, categories, extension, pauseDays })) return packs
  return [...packs, { id: `unit-${packs.length + 1}`, from: at, clocks, categories, extension, pauseDays }]
}

const isSame = (one: PackRules, other: PackRules): boolean =>
  clockNames.every((name) => isSameRule(one.clocks[name], other.clocks[name])) &&
  one.categories.length === other.categories.length &&
  one.categories.every((rule, at) => {
    const others = other.categories[at]
    return others?.category === rule.category && others.clock === rule.clock && isSameRule(rule, others)
  }) &&
  pauseDaysOf(one) === pauseDaysOf(other) &&
  one.extension.times === other.extension.times &&
  one.extension.days === other.extension.days

const isSameRule = (one: ClockRule, other: ClockRule): boolean =>
  one.amount === other.amount && one.unit === other.unit && one.legalBasis === other.legalBasis
