import { z } from '@hono/zod-openapi'
import { deputyTitles, duties } from '../offices/vocabulary.ts'
import { day, instant, opaqueId } from './fields.ts'
import type { Shown } from './shown.ts'

export const wantedAbsence = z.strictObject({
  firstDay: day,
  lastDay: day,
  /** The account of the member who has their roles meanwhile. */
  deputy: opaqueId.nullable(),
  title: z.enum(deputyTitles),
})

/** What the office must be able to do, who can today, and what nobody can. */
export const dutiesView = z
  .object({
    duties: z.array(
      z.object({
        duty: z.enum(duties),
        /** The office promises what takes this duty. */
        needed: z.boolean(),
        /** Names of those who are present and can. */
        who: z.array(z.string()),
        gap: z
          .object({
            /** Names of the categories; an empty list means all. */
            categories: z.array(z.string()),
            /** For these people it takes somebody else. */
            besides: z.array(z.string()),
            /** When somebody is back who can; `null` if nobody holds the duty. */
            until: instant.nullable(),
            /** Those who could if they were not away. */
            away: z.array(z.object({ id: z.string(), name: z.string() })),
          })
          .nullable(),
      }),
    ),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        position: z.string(),
        /** It is the viewer. */
        own: z.boolean(),
        absences: z.array(wantedAbsence),
        /** The person who is at work in their place today, at the end of the chain of deputies. */
        standIn: z.string().nullable(),
        away: z.boolean(),
      }),
    ),
    /** The form is closed to the public until somebody can read, verify, handle and sign. */
    awaitsStaff: z.boolean(),
  })
  .openapi('Duties')
export type DutiesView = Shown<typeof dutiesView>

/** What nobody could do while somebody is away, and how much of it waits now. */
export const foreseenAbsence = z
  .object({
    waits: z.array(
      z.object({
        duty: z.enum(duties),
        /** Names of the categories; an empty list means all. */
        categories: z.array(z.string()),
        /** Cases that wait for this now, counted up to 100; `null` where they are not the viewer's to count. */
        cases: z.int().nullable(),
      }),
    ),
  })
  .openapi('ForeseenAbsence')
export type ForeseenAbsenceView = Shown<typeof foreseenAbsence>

export const setAbsences = z.strictObject({ absences: z.array(wantedAbsence).max(12) }).openapi('SetAbsences')
