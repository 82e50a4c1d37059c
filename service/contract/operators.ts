import { z } from '@hono/zod-openapi'
import { personActs } from '../offices/act-vocabulary.ts'
import { concernedPerson } from './approvals.ts'
import { email, instant, requiredText, textLimits } from './fields.ts'
import { staffMemberView } from './session.ts'
import type { Shown } from './shown.ts'

export const inviteOperator = z.strictObject({ name: requiredText(textLimits.name), email }).openapi('InviteOperator')
export type InviteOperatorInput = z.input<typeof inviteOperator>

export const operatorList = z
  .object({
    items: z.array(
      staffMemberView.pick({ id: true, name: true, email: true, state: true }).extend({
        /** The account is the caller's own. */
        isSelf: z.boolean(),
      }),
    ),
  })
  .openapi('OperatorList')
export type OperatorListView = Shown<typeof operatorList>

export const invitedOperator = operatorList
  .extend({
    /** It appears in no later answer. */
    setUpUrl: z.string(),
  })
  .openapi('InvitedOperator')
export type InvitedOperatorView = Shown<typeof invitedOperator>

/** Requests about staff for which an office has no second person. */
export const staffRequestList = z
  .object({
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
  .openapi('StaffRequestList')
export type StaffRequestListView = Shown<typeof staffRequestList>
