import type { Instant } from '../../shared/instant.ts'
import type { Kept } from '../../storage/collection.ts'
import type { StaffId } from '../staff-id.ts'
import type { ComplaintClass, IntakeChannel, RuleChangeKind, RuleEvent, RuleLack } from '../vocabulary.ts'
import type { UnitSeries } from './series.ts'
import type { Named, WrittenChange } from './written.ts'

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
