import { z } from '@hono/zod-openapi'
import { roles } from '../complaints/vocabulary.ts'
import { email, opaqueId, requiredText, textLimits } from './fields.ts'

export const sessionRequest = z
  .strictObject({
    email,
    password: z.string().min(1).max(200),
    /** A code of the authenticator app, or a recovery code. */
    totp: z.string().max(40).optional(),
    /** The solved proof-of-work challenge of a 428 answer, as base64. */
    proof: z.string().max(4_000).optional(),
  })
  .openapi('SessionRequest')

const newPassword = z.string().min(12).max(200)

/** The signed-in person and the units in which they have roles. */
export const sessionView = z
  .object({
    staff: z.object({ id: z.string(), name: z.string(), email: z.string(), operator: z.boolean() }),
    tenants: z.array(
      z.object({
        tenant: z.string(),
        name: z.string(),
        shortName: z.string(),
        roles: z.array(z.enum(roles)),
        permissions: z.array(z.string()),
        /** The unit asks for a second factor that this session has not shown; until then it refuses every call. */
        secondFactorNeeded: z.boolean(),
      }),
    ),
    csrf: z.string(),
    /** Signed in at the provider, where one signs out too: at `/sign-in/out`. */
    byProvider: z.boolean().optional(),
  })
  .openapi('Session')
export type SessionView = z.infer<typeof sessionView>

/** `provider`: what its button says. */
export const signInWays = z.object({ provider: z.string().nullable() }).openapi('SignInWays')
export type SignInWays = z.infer<typeof signInWays>

/** One-time link of an invitation, accepted with a password of one's own. */
export const acceptInvitation = z
  .strictObject({ token: z.string().min(1).max(200), password: newPassword })
  .openapi('AcceptInvitation')

/** Categories to which a role is limited; a role that is not named holds in every category. */
const roleLimits = z.partialRecord(z.enum(roles), z.array(z.string().max(60)).min(1).max(100))

const place = {
  roles: z.array(z.enum(roles)).min(1),
  limits: roleLimits.optional(),
  reportsTo: opaqueId.nullable().optional(),
}

export const staffMemberView = z
  .object({
    id: z.string(),
    name: z.string(),
    position: z.string(),
    email: z.string(),
    roles: z.array(z.enum(roles)),
    limits: roleLimits,
    /** The account of who stands above them; `null`: the heads of the unit. */
    reportsTo: z.string().nullable(),
    state: z.enum(['invited', 'active']),
  })
  .openapi('StaffMember')
export type StaffMemberView = z.infer<typeof staffMemberView>

export const staffList = z.object({ items: z.array(staffMemberView) }).openapi('StaffList')

/** Who works in the unit: no more than stands on the door. */
export const colleagueList = z
  .object({ items: z.array(staffMemberView.pick({ id: true, name: true, position: true })) })
  .openapi('ColleagueList')
export type ColleagueList = z.infer<typeof colleagueList>

export const inviteStaff = z
  .strictObject({
    name: requiredText(textLimits.name),
    position: requiredText(textLimits.name),
    email,
    ...place,
  })
  .openapi('InviteStaff')

export const changeStaff = z
  .strictObject({
    name: requiredText(textLimits.name),
    position: requiredText(textLimits.name),
    ...place,
  })
  .openapi('ChangeStaff')

/** The set-up link is told here once, so that it can be handed over where no mail is set up. */
export const invitedStaffView = z
  .object({ staff: staffMemberView, setUpUrl: z.url().nullable() })
  .openapi('InvitedStaff')
export type InvitedStaffView = z.infer<typeof invitedStaffView>
