import { z } from '@hono/zod-openapi'
import { inviteStaff, staffMemberView } from './session.ts'

export const inviteOperator = inviteStaff.pick({ name: true, email: true }).openapi('InviteOperator')
export type InviteOperatorInput = z.input<typeof inviteOperator>

export const operatorList = z
  .object({
    items: z.array(
      staffMemberView.pick({ id: true, name: true, email: true, state: true }).extend({
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
