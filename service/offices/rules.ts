import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../storage/collection.ts'
import type { StaffId, TenantId } from '../storage/place.ts'
import type { SeriesChangeKind, SeriesLack } from './act-vocabulary.ts'
import type { ComplaintClass, IntakeChannel, RuleChangeKind, RuleEvent, RuleLack } from './vocabulary.ts'

/** What people of a unit write for it as a list: its rules, and its series of acts. */
export interface Written {
  readonly id: string
  readonly name: string
  readonly when?: object
  readonly does: NamesPeople<StaffId>
}

export interface NamesPeople<Id> {
  readonly assign: Id | null
  readonly alert?: readonly Id[]
}

/** `by` is `null` where the service did it. */
export interface WrittenChange<What> {
  readonly at: Instant
  readonly by: StaffId | null
  readonly name: string
  readonly what: What
}

/** Such a list in its order, with who changed what. */
export interface WrittenList<One, What> {
  readonly list: readonly One[]
  /** The newest come first. */
  readonly changes: readonly WrittenChange<What>[]
}

const MOST_CHANGES = 100

export const addChanges = <What>(
  before: readonly WrittenChange<What>[],
  now: readonly WrittenChange<What>[],
): readonly WrittenChange<What>[] => [...now, ...before].slice(0, MOST_CHANGES)

/** What a unit has of what its rules and series name. */
export interface Named {
  readonly staff: ReadonlySet<StaffId>
  /** Those of them who handle cases. */
  readonly handlers: ReadonlySet<StaffId>
  /** Those that are offered. */
  readonly categories: ReadonlySet<string>
  readonly templates: ReadonlySet<string>
  /** Those of them that are for messages. */
  readonly messages: ReadonlySet<string>
  /** Labels that a case can still get. */
  readonly labels: ReadonlySet<string>
}

/**
 * What a series of acts does, each as the person who presses it. Nothing of it opens an identity, answers, ends or
 * destroys: that is decided case by case.
 */
export interface SeriesDoes {
  readonly verify: boolean
  readonly assign: StaffId | null
  /** It goes with the assignment; empty means none. */
  readonly instruction: string
  /** Ids of labels that are set, and of those that are taken off. */
  readonly labels: readonly string[]
  readonly labelsOff: readonly string[]
  /** It is written for staff; empty means none. */
  readonly note: string
  /** The id of a template for messages; its text goes to the reporter. */
  readonly message: string | null
}

/** Several acts of the acts' table as one button. */
export interface Series {
  readonly id: string
  readonly name: string
  readonly does: SeriesDoes
}

export type UnitSeries = WrittenList<Series, SeriesChangeKind>

export const noSeries: UnitSeries = { list: [], changes: [] }

/** A menu with more would not be read. */
export const MOST_SERIES = 20

/** A single act has its button already. */
const LEAST_ACTS = 2

export const hasTooFew = ({ does }: Pick<Series, 'does'>): boolean => {
  const { verify, assign, labels, labelsOff, note, message } = does
  const acts = [verify, assign !== null, ...labels, ...labelsOff, note !== '', message !== null]
  return acts.filter(Boolean).length < LEAST_ACTS
}

/** Returns the first thing that a series names and the unit lacks; `null` if it has everything. */
export function findLackOfSeries({ does }: Pick<Series, 'does'>, known: Named): SeriesLack | null {
  if (does.assign !== null && !known.handlers.has(does.assign)) return 'staff'
  if ([...does.labels, ...does.labelsOff].some((id) => !known.labels.has(id))) return 'label'
  return does.message !== null && !known.messages.has(does.message) ? 'template' : null
}

/** A rule acts where the event happens and each of these holds; an empty list, and `null`, hold for every case. */
export interface RuleWhen {
  readonly event: RuleEvent
  readonly categories: readonly string[]
  readonly channels: readonly IntakeChannel[]
  readonly class: ComplaintClass | null
  /** The reporter wrote one of them, in any of its forms; of several words in one entry, all of them. */
  readonly words: readonly string[]
  /** The same for the place of the event. */
  readonly places: readonly string[]
}

/** It does this. Nothing of it leaves the house. */
export interface RuleDoes {
  readonly assign: StaffId | null
  readonly alert: readonly StaffId[]
  readonly alertHeads: boolean
  /** It is written for staff; empty means none. */
  readonly note: string
  /** The id of a template, which is offered first and sent by nobody but people. */
  readonly template: string | null
  /** Handling may take so many working days, where that is less than it would. */
  readonly workingDays: number | null
  /** The id of a label of the unit, which the case gets. */
  readonly label: string | null
}

export interface Rule {
  readonly id: string
  readonly name: string
  readonly isOn: boolean
  /** The service switched it off then, because the unit no longer has what it names. */
  readonly off: { readonly at: Instant; readonly lacks: RuleLack } | null
  readonly when: RuleWhen
  readonly does: RuleDoes
}

/** All rules of a unit are one document: their order decides, and two people cannot change them at once. */
export interface UnitRules extends Kept {
  readonly rules: readonly Rule[]
  /** The newest come first. */
  readonly changes: readonly WrittenChange<RuleChangeKind>[]
  /** It is absent where the unit never made one. */
  readonly series?: UnitSeries
}

/** Nobody would know any more why something happened. */
export const MOST_RULES = 50

const nothing: RuleDoes = {
  ...{ assign: null, alert: [], alertHeads: false, note: '', template: null, workingDays: null, label: null },
}

/** A rule from before there were labels for rules sets none. */
export const asNow = (rule: Rule): Rule => ({ ...rule, does: { ...nothing, ...rule.does } })

const isEmpty = ({ alert, alertHeads, note, ...one }: RuleDoes): boolean =>
  alert.length === 0 && !alertHeads && note === '' && Object.values(one).every((value) => value === null)

/**
 * Returns what a rule does at an event; `null` if nothing. A complaint that was filed is given out, and its handling
 * counted, only once people have verified it.
 */
export function effectsAt({ when, does }: Pick<Rule, 'when' | 'does'>, event: RuleEvent): RuleDoes | null {
  const { assign, workingDays } = does
  const due =
    when.event === 'filed' && event === 'filed'
      ? { ...does, assign: null, workingDays: null }
      : when.event === 'filed' && event === 'verified'
        ? { ...nothing, assign, workingDays }
        : when.event === event
          ? does
          : nothing
  return isEmpty(due) ? null : due
}

export const doesNothing = ({ does }: Pick<Rule, 'does'>): boolean => isEmpty(does)

/** Returns the first thing that a rule names and the unit lacks; `null` if it has everything. */
export function findLack(
  { when, does }: Pick<Rule, 'when' | 'does'>,
  { staff, handlers, categories, templates, labels }: Named,
): RuleLack | null {
  if (does.alert.some((id) => !staff.has(id)) || (does.assign !== null && !handlers.has(does.assign))) return 'staff'
  if (when.categories.some((code) => !categories.has(code))) return 'category'
  if (does.label !== null && !labels.has(does.label)) return 'label'
  return does.template !== null && !templates.has(does.template) ? 'template' : null
}

export const ruleSpec: CollectionSpec<UnitRules> = { name: 'rules', readOften: true, keys: {}, indexes: {} }

const ID = 'rules'

/** Rules contain nothing about any case. */
export interface RuleStore {
  /** Version 0 stands for a unit that has made none. */
  of(tenant: TenantId): Promise<UnitRules>
  /** Those that are switched on, in their order. Another process's change may be unseen for three seconds. */
  on(tenant: TenantId): Promise<readonly Rule[]>
  save(rules: UnitRules): Promise<UnitRules>
}

/** Milliseconds for which an answer holds, which the store may have known for a second. */
const FRESH_FOR = 2_000

const none: readonly Rule[] = []

/** @param milliseconds a clock that only moves forward */
export async function openRuleStore(store: Store, milliseconds: () => number): Promise<RuleStore> {
  const kept = await store.collection(ruleSpec)
  const remembered = new Map<TenantId, { readonly on: readonly Rule[]; readonly until: number }>()

  const remember = (tenant: TenantId, rules: readonly Rule[]): readonly Rule[] => {
    const on = rules.filter(({ isOn }) => isOn).map(asNow)
    remembered.set(tenant, { on: on.length > 0 ? on : none, until: milliseconds() + FRESH_FOR })
    return on
  }

  const insert = async ({ version: _, ...rules }: UnitRules): Promise<UnitRules | null> => {
    try {
      return await kept.insert(rules)
    } catch (cause) {
      if (cause instanceof UniqueViolation) return null
      throw cause
    }
  }

  return {
    async of(tenant) {
      const found = await kept.get(tenant, ID)
      return found
        ? { ...found, rules: found.rules.map(asNow) }
        : { tenant, id: ID, version: 0, rules: [], changes: [] }
    },

    async on(tenant) {
      const known = remembered.get(tenant)
      if (known && known.until > milliseconds()) return known.on
      return remember(tenant, (await kept.get(tenant, ID))?.rules ?? none)
    },

    async save(rules) {
      const saved = await (rules.version === 0 ? insert(rules) : kept.replace(rules))
      if (!saved) throw new Refusal('conflict', 'rules/changed-meanwhile')
      remember(saved.tenant, saved.rules)
      return saved
    },
  }
}
