import { z } from '@hono/zod-openapi'
import { requiredText } from './fields.ts'
import { inviteStaff } from './session.ts'

export const inviteOperator = z
  .strictObject({ name: requiredText(120), email: inviteStaff.shape.email })
  .openapi('InviteOperator')
export type InviteOperatorInput = z.input<typeof inviteOperator>

export const operatorList = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        email: z.string(),
        /** `invited`: the link was not used yet. */
        state: z.enum(['active', 'invited']),
        /** Who asks. */
        isSelf: z.boolean(),
      }),
    ),
  })
  .openapi('OperatorList')
export type OperatorListView = z.infer<typeof operatorList>

export const invitedOperator = operatorList
  .extend({
    /** Shown here once. */
    setUpUrl: z.string(),
  })
  .openapi('InvitedOperator')
export type InvitedOperatorView = z.infer<typeof invitedOperator>
