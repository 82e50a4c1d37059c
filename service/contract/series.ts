import { z } from '@hono/zod-openapi'
import { seriesActs, seriesChanges, seriesLacks } from '../offices/act-vocabulary.ts'
import { anyText, labelId, opaqueId, requiredText, revision, textLimits } from './fields.ts'
import { labelView } from './labels.ts'
import { changesOf, choices } from './rules.ts'
import type { Shown } from './shown.ts'

const labelIds = z.array(labelId).max(8).default([])

const seriesDoes = z
  .strictObject({
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
  .openapi('SeriesDoes')

const written = { name: requiredText(80), does: seriesDoes }

/** All series of the unit in the order of their menu; one without an id is new, and one that is missing is removed. */
export const changeSeries = z
  .strictObject({
    version: z.int().min(0),
    series: z.array(z.strictObject({ id: z.string().max(100).optional(), ...written })).max(100),
  })
  .openapi('ChangeSeries')

export const seriesList = z
  .object({
    version: z.int(),
    series: z.array(
      z.object({
        id: z.string(),
        ...written,
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
  .openapi('SeriesList')
export type SeriesList = Shown<typeof seriesList>

/** What a series would do on a case, step by step; `who` is a name, `text` what would be written. */
const seriesStep = z
  .object({
    act: z.enum(seriesActs),
    who: z.string().nullable(),
    label: labelView.nullable(),
    /** Whether the label is set or taken off. */
    on: z.boolean().nullable(),
    text: z.string().nullable(),
  })
  .openapi('SeriesStep')

/** Only series of which each step would be accepted as the case stands. */
export const offeredSeries = z
  .object({
    items: z.array(z.object({ id: z.string(), name: z.string(), version: z.string(), steps: z.array(seriesStep) })),
  })
  .openapi('OfferedSeries')
export type OfferedSeries = Shown<typeof offeredSeries>

/** The series of which somebody may do every step somewhere, to press them for several cases. */
export const usableSeries = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string() })) })
  .openapi('UsableSeries')
export type UsableSeries = Shown<typeof usableSeries>

/** `version` is the one that the person saw, with its revision of the case. */
export const orderSeries = z
  .strictObject({ revision, series: opaqueId, version: z.string().max(40) })
  .openapi('OrderSeries')
