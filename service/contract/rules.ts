import { z } from '@hono/zod-openapi'
import { complaintClasses, intakeChannels, ruleChanges, ruleEvents, ruleLacks } from '../offices/vocabulary.ts'
import { anyText, instant, labelId, requiredText, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const entries = z.array(requiredText(60)).max(20).default([])

const ruleWhen = z
  .strictObject({
    event: z.enum(ruleEvents),
    /** An empty list means every category; so do the other lists. */
    categories: z.array(z.string().max(60)).max(50).default([]),
    channels: z.array(z.enum(intakeChannels)).max(intakeChannels.length).default([]),
    class: z.enum(complaintClasses).nullable().default(null),
    /** The reporter wrote one of these, in any of its forms. */
    words: entries,
    /** One of these stands in the place of the event. */
    places: entries,
  })
  .openapi('RuleWhen')

const ruleDoes = z
  .strictObject({
    /** The case goes to this member of staff once it is verified, where nobody has it yet. */
    assign: z.string().max(100).nullable().default(null),
    alert: z.array(z.string().max(100)).max(20).default([]),
    alertHeads: z.boolean().default(false),
    /** Only staff read it; empty means none. */
    note: anyText(textLimits.reason).default(''),
    /** This template is offered first; only people send it. */
    template: z.string().max(100).nullable().default(null),
    /** Handling may take so many working days where that is less than otherwise. */
    workingDays: z.int().min(1).max(60).nullable().default(null),
    /** The id of a label of the unit, which the case gets. */
    label: labelId.nullable().default(null),
  })
  .openapi('RuleDoes')

const written = { name: requiredText(80), isOn: z.boolean(), when: ruleWhen, does: ruleDoes }

/** All rules of the unit in their order; a rule without an id is a new one, and one that is missing is removed. */
export const changeRules = z
  .strictObject({
    version: z.int().min(0),
    rules: z.array(z.strictObject({ id: z.string().max(100).optional(), ...written })).max(200),
  })
  .openapi('ChangeRules')

export const dryRunRule = z.strictObject({ when: ruleWhen }).openapi('DryRunRule')

const ruleView = z
  .object({
    id: z.string(),
    ...written,
    /** The service switched it off then, because the unit no longer has what it names. */
    off: z.object({ at: instant, lacks: z.enum(ruleLacks) }).nullable(),
  })
  .openapi('Rule')

export const choices = z.array(z.object({ id: z.string(), name: z.string() }))

/** The list says who changed what, the newest first; `null` is the service, or somebody whose account is gone. */
export const changesOf = <What extends string>(whats: readonly What[]) =>
  z.array(z.object({ at: instant, by: z.string().nullable(), name: z.string(), what: z.enum(whats) }))

export const ruleList = z
  .object({
    /** It is 0 where the unit has made none. */
    version: z.int(),
    rules: z.array(ruleView),
    changes: changesOf(ruleChanges),
    people: z.array(z.object({ id: z.string(), name: z.string(), handles: z.boolean() })),
    templates: choices,
    labels: choices,
    most: z.int(),
  })
  .openapi('RuleList')
export type RuleList = Shown<typeof ruleList>

export const dryRunView = z
  .object({
    /** How many cases that the person may see it would have acted on. */
    cases: z.int(),
    /** The newest of them, for a person who reads cases. */
    shown: z.array(z.object({ number: z.string(), receivedAt: instant })),
    /** Cases received before were not looked at. */
    since: instant,
    /** There was no time to look at all of the last 90 days. */
    isCut: z.boolean(),
    /** The person reads no cases, so words and places were left out. */
    withoutWords: z.boolean(),
  })
  .openapi('DryRun')
export type DryRunView = Shown<typeof dryRunView>
