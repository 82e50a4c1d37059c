import { z } from '@hono/zod-openapi'
import { personActs } from '../offices/act-vocabulary.ts'
import { deputyTitles, duties, roleChanges, roleMixes, roles } from '../offices/vocabulary.ts'
import { staffMemberView } from './account.ts'
import { day, email, instant, object, opaqueId, requiredText, strictObject, textLimits } from './fields.ts'
import { concernedPerson } from './keeping.ts'
import type { Shown } from './shown.ts'

export const wantedAbsence = z.strictObject({
  firstDay: day,
  lastDay: day,
  /** The account of the member who has their roles meanwhile. */
  deputy: opaqueId.nullable(),
  title: z.enum(deputyTitles),
})

/** What the office must be able to do, who can today, and what nobody can. */
export const dutiesView = object('Duties', {
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
      /** Somebody else entered one that waits; the viewer may agree where it says so. */
      absences: z.array(wantedAbsence.extend({ agreement: z.enum(['waits', 'may']).optional() })),
      /** The person who is at work in their place today, at the end of the chain of deputies. */
      standIn: z.string().nullable(),
      away: z.boolean(),
      /** Nobody vouched for them yet; the viewer may where it says so. */
      vouching: z.enum(['waits', 'may']).optional(),
    }),
  ),
  /** The form is closed to the public until somebody can read, verify, handle and sign. */
  awaitsStaff: z.boolean(),
})
export type DutiesView = Shown<typeof dutiesView>

/** What nobody could do while somebody is away, and how much of it waits now. */
export const foreseenAbsence = object('ForeseenAbsence', {
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
export type ForeseenAbsenceView = Shown<typeof foreseenAbsence>

export const setAbsences = strictObject('SetAbsences', { absences: z.array(wantedAbsence).max(12) })

/** At most as many as the service has. */
const some = z.array(z.string().max(40)).max(60)

const given = {
  /** The role can be limited to some categories. */
  canBeLimited: z.boolean(),
  /** Admins may give it to themselves. */
  toOneself: z.boolean(),
  /** A second person must agree, who is neither the admin nor the one who gets it. */
  byTwo: z.boolean(),
}

const unitRoleView = z.object({
  id: z.string(),
  name: z.object({ id: z.string(), en: z.string() }),
  permissions: z.array(z.string()),
  ...given,
  holders: z.int(),
})

/** The permissions that the service enforces, as sentences. */
export const rolesView = object('Roles', {
  permissions: z.array(
    z.object({
      permission: z.string(),
      label: z.string(),
      /** It takes a second person to give it. */
      byTwo: z.boolean().optional(),
    }),
  ),
  roles: z.array(z.object({ role: z.enum(roles), label: z.string(), permissions: z.array(z.string()), ...given })),
  /** The unit's own, and the version of their list; it is 0 where the unit has made none. */
  unit: z.object({
    version: z.int(),
    roles: z.array(unitRoleView),
    most: z.int(),
    /** The changes say who changed what, the newest first. */
    changes: z.array(
      z.object({
        at: instant,
        by: z.string().nullable(),
        name: z.string(),
        what: z.enum(roleChanges),
        added: z.array(z.string()),
        dropped: z.array(z.string()),
      }),
    ),
  }),
})
export type RolesView = Shown<typeof rolesView>

/** `version` is that of the list which was read; the English name may be empty. */
export const writeUnitRole = strictObject('WriteUnitRole', {
  version: z.int().min(0),
  name: z.strictObject({ id: requiredText(60), en: z.string().trim().max(60).default('') }),
  permissions: some.min(1),
})

/** `id` is that of a role which exists, or `null`. */
export const weighUnitRole = strictObject('WeighUnitRole', { id: z.string().max(100).nullable(), permissions: some })

export const unitRoleWeight = object('UnitRoleWeight', {
  /** What breaks the separation of duties in it, or makes it useless. */
  mixes: z.array(z.enum(roleMixes)),
  /** Nobody would hold these duties any more, who somebody holds now. */
  leavesOpen: z.array(z.enum(duties)),
  /** Names of those who hold it: they get and lose permissions at once. */
  holders: z.array(z.string()),
  byTwo: z.boolean(),
})
export type UnitRoleWeight = Shown<typeof unitRoleWeight>

export const inviteOperator = strictObject('InviteOperator', { name: requiredText(textLimits.name), email })
export type InviteOperatorInput = z.input<typeof inviteOperator>

export const operatorList = object('OperatorList', {
  items: z.array(
    staffMemberView.pick({ id: true, name: true, email: true, state: true }).extend({
      /** The account is the caller's own. */
      isSelf: z.boolean(),
    }),
  ),
})
export type OperatorListView = Shown<typeof operatorList>

export const invitedOperator = operatorList
  .extend({
    /** It appears in no later answer. */
    setUpUrl: z.string(),
  })
  .openapi('InvitedOperator')
export type InvitedOperatorView = Shown<typeof invitedOperator>

/** Requests about staff for which an office has no second person. */
export const staffRequestList = object('StaffRequestList', {
  items: z.array(
    z.object({
      id: z.string(),
      tenant: z.string(),
      unit: z.string(),
      act: z.enum(personActs),
      askedAt: instant,
      by: z.string(),
      reason: z.string(),
      person: concernedPerson,
    }),
  ),
})
export type StaffRequestListView = Shown<typeof staffRequestList>
