import { z } from '@hono/zod-openapi'
import { bulkActs, bulkStates, seriesActs, seriesChanges, seriesLacks } from '../offices/act-vocabulary.ts'
import {
  complaintClasses,
  intakeChannels,
  ruleChanges,
  ruleEvents,
  ruleLacks,
  statuses,
} from '../offices/vocabulary.ts'
import {
  anyText,
  caseNumber,
  day,
  instant,
  labelId,
  object,
  opaqueId,
  optionalText,
  requiredText,
  revision,
  strictObject,
  textLimits,
} from './fields.ts'
import { labelView } from './labels.ts'
import type { Shown } from './shown.ts'

const entries = z.array(requiredText(60)).max(20).default([])

const ruleWhen = strictObject('RuleWhen', {
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

const ruleDoes = strictObject('RuleDoes', {
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

const written = { name: requiredText(80), isOn: z.boolean(), when: ruleWhen, does: ruleDoes }

/** All rules of the unit in their order; a rule without an id is a new one, and one that is missing is removed. */
export const changeRules = strictObject('ChangeRules', {
  version: z.int().min(0),
  rules: z.array(z.strictObject({ id: z.string().max(100).optional(), ...written })).max(200),
})

export const dryRunRule = strictObject('DryRunRule', { when: ruleWhen })

const ruleView = object('Rule', {
  id: z.string(),
  ...written,
  /** The service switched it off then, because the unit no longer has what it names. */
  off: z.object({ at: instant, lacks: z.enum(ruleLacks) }).nullable(),
})

export const choices = z.array(z.object({ id: z.string(), name: z.string() }))

/** The list says who changed what, the newest first; `null` is the service, or somebody whose account is gone. */
export const changesOf = <What extends string>(whats: readonly What[]) =>
  z.array(z.object({ at: instant, by: z.string().nullable(), name: z.string(), what: z.enum(whats) }))

export const ruleList = object('RuleList', {
  /** It is 0 where the unit has made none. */
  version: z.int(),
  rules: z.array(ruleView),
  changes: changesOf(ruleChanges),
  people: z.array(z.object({ id: z.string(), name: z.string(), handles: z.boolean() })),
  templates: choices,
  labels: choices,
  most: z.int(),
})
export type RuleList = Shown<typeof ruleList>

export const dryRunView = object('DryRun', {
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
export type DryRunView = Shown<typeof dryRunView>

const labelIds = z.array(labelId).max(8).default([])

const seriesDoes = strictObject('SeriesDoes', {
  verify: z.boolean().default(false),
  /** The case goes to this member of staff. */
  assign: z.string().max(100).nullable().default(null),
  instruction: anyText(textLimits.note).default(''),
  labels: labelIds,
  labelsOff: labelIds,
  /** Only staff read it; empty means none. */
  note: anyText(textLimits.note).default(''),
  /** A template for messages, whose text goes to the reporter. */
  message: z.string().max(100).nullable().default(null),
})

const seriesWritten = { name: requiredText(80), does: seriesDoes }

/** All series of the unit in the order of their menu; one without an id is new, and one that is missing is removed. */
export const changeSeries = strictObject('ChangeSeries', {
  version: z.int().min(0),
  series: z.array(z.strictObject({ id: z.string().max(100).optional(), ...seriesWritten })).max(100),
})

export const seriesList = object('SeriesList', {
  version: z.int(),
  series: z.array(
    z.object({
      id: z.string(),
      ...seriesWritten,
      /** What it names and the unit no longer has, so that it is offered nowhere. */
      lacks: z.enum(seriesLacks).nullable(),
    }),
  ),
  changes: changesOf(seriesChanges),
  people: choices,
  labels: choices,
  templates: choices,
  most: z.int(),
})
export type SeriesList = Shown<typeof seriesList>

/** What a series would do on a case, step by step; `who` is a name, `text` what would be written. */
const seriesStep = object('SeriesStep', {
  act: z.enum(seriesActs),
  who: z.string().nullable(),
  label: labelView.nullable(),
  /** Whether the label is set or taken off. */
  on: z.boolean().nullable(),
  text: z.string().nullable(),
})

/** Only series of which each step would be accepted as the case stands. */
export const offeredSeries = object('OfferedSeries', {
  items: z.array(z.object({ id: z.string(), name: z.string(), version: z.string(), steps: z.array(seriesStep) })),
})
export type OfferedSeries = Shown<typeof offeredSeries>

/** The series of which somebody may do every step somewhere, to press them for several cases. */
export const usableSeries = object('UsableSeries', { items: z.array(z.object({ id: z.string(), name: z.string() })) })
export type UsableSeries = Shown<typeof usableSeries>

/** `version` is the one that the person saw, with its revision of the case. */
export const orderSeries = strictObject('OrderSeries', { revision, series: opaqueId, version: z.string().max(40) })

/** A page of the register holds as many, and each is a write of its own. */
const MOST_IN_BULK = 100

const order = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('dispatch'), handler: opaqueId, instruction: optionalText(textLimits.note) }),
  z.strictObject({ act: z.literal('note'), text: requiredText(textLimits.note) }),
  z.strictObject({ act: z.literal('message'), text: requiredText(textLimits.message) }),
  z.strictObject({ act: z.literal('set-label'), label: labelId, on: z.boolean() }),
  /** The id of a series of the unit; each case gets all of it or nothing. */
  z.strictObject({ act: z.literal('series'), series: opaqueId }),
  z.strictObject({ act: z.literal('explain-delay'), newDate: day, reason: requiredText(textLimits.reason) }),
])

export const bulkPreviewRequest = strictObject('BulkPreviewRequest', {
  order,
  cases: z.array(caseNumber).min(1).max(MOST_IN_BULK),
})

export const bulkRequest = strictObject('BulkRequest', {
  order,
  /** The revisions are those of the preview. */
  cases: z
    .array(z.strictObject({ number: caseNumber, revision }))
    .min(1)
    .max(MOST_IN_BULK),
})

export const bulkPreview = object('BulkPreview', {
  items: z.array(
    z.object({
      number: z.string(),
      /** It is `null` if the viewer does not see the case. */
      subject: z.string().nullable(),
      status: z.enum(statuses).nullable(),
      revision: z.int(),
      changes: z.boolean(),
      /** Why the case would stay as it is. */
      why: z.string().nullable(),
    }),
  ),
  /** How many seconds the whole order can still be undone. */
  undoSeconds: z.int(),
})
export type BulkPreview = Shown<typeof bulkPreview>

/** Nothing is done before `undoUntil`, and until then the whole order can be undone. */
export const bulkView = object('Bulk', {
  id: z.string(),
  act: z.enum(bulkActs),
  state: z.enum(bulkStates),
  undoUntil: instant,
  cases: z.array(z.object({ number: z.string(), done: z.boolean(), why: z.string().nullable() })),
})
export type BulkView = Shown<typeof bulkView>
