import { z } from '@hono/zod-openapi'
import { roles } from '../complaints/vocabulary.ts'
import { email, instant, opaqueId, requiredText, textLimits } from './fields.ts'

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
    /** Units that invite the person and wait for their answer. */
    invitations: z.array(
      z.object({ tenant: z.string(), name: z.string(), shortName: z.string(), by: z.string(), at: z.string() }),
    ),
    /** Nothing is served yet: `set-up` a second factor first, or `show` the one that the account has. */
    secondFactor: z.enum(['set-up', 'show']).nullable(),
    /** How often somebody failed to sign in to the account since the session before; left out: nobody did. */
    failures: z.object({ count: z.int(), since: instant }).optional(),
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

const oneTimeToken = z.string().min(1).max(200)

/** A one-time link, to be shown before it is used. */
export const linkRequest = z.strictObject({ token: oneTimeToken }).openapi('LinkRequest')

/** To whom and to what a one-time link leads. */
export const shownLink = z
  .object({
    purpose: z.enum(['invitation', 'password', 'second-factor']),
    name: z.string(),
    email: z.string(),
    /** Of an invitation to a unit. */
    unit: z.object({ tenant: z.string(), name: z.string(), by: z.string() }).nullable(),
    /** Somebody signs in to that account already: the invitation is accepted while signed in. */
    signInFirst: z.boolean(),
  })
  .openapi('ShownLink')
export type ShownLinkView = z.infer<typeof shownLink>

/** Accepts a unit's invitation while signed in. `token` is needed while nobody has confirmed the mailbox. */
export const acceptMembership = z.strictObject({ token: oneTimeToken.optional() }).openapi('AcceptMembership')

export const forgottenPassword = z.strictObject({ email }).openapi('ForgottenPassword')

export const resetPassword = z.strictObject({ token: oneTimeToken, password: newPassword }).openapi('ResetPassword')

/** The password as it is: the second factor goes by a link and the password together. */
export const resetSecondFactor = z
  .strictObject({ token: oneTimeToken, password: z.string().min(1).max(200) })
  .openapi('ResetSecondFactor')

/** Asks a second person to let somebody back in. */
export const askForReset = z
  .strictObject({ factor: z.enum(['password', 'second-factor']), reason: requiredText(textLimits.reason) })
  .openapi('AskForReset')

/** The link is told here once; `null`: it was mailed to the person. */
export const resetLink = z.object({ resetUrl: z.url().nullable() }).openapi('ResetLink')

/** Categories to which a role is limited; a role that is not named holds in every category. */
const roleLimits = z.partialRecord(z.enum(roles), z.array(z.string().max(60)).min(1).max(100))

/** Why somebody is to get a role that takes a second person. The second person reads it. */
const grantReason = z.string().trim().max(textLimits.reason).optional()

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
    /** Of a place that the person has not accepted; `null`: they have. */
    invitation: z
      .object({
        at: z.string(),
        by: z.string(),
        /** How the mail with the link fares; `null`: the link was handed over. */
        mail: z.enum(['waits', 'sent', 'failed']).nullable(),
        /** Of an account that somebody uses already. `since` is `null` where nobody wrote it down. */
        account: z.object({ name: z.string(), since: z.string().nullable(), otherUnits: z.int() }).nullable(),
      })
      .nullable(),
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
    reason: grantReason,
  })
  .openapi('InviteStaff')

export const changeStaff = z
  .strictObject({
    name: requiredText(textLimits.name),
    position: requiredText(textLimits.name),
    ...place,
    reason: grantReason,
  })
  .openapi('ChangeStaff')

/**
 * The one-time link is told here once, and only where no mail is set up; else it is mailed and shown to nobody.
 * `asked`: roles that wait for a second person.
 */
export const invitedStaffView = z
  .object({ staff: staffMemberView, setUpUrl: z.url().nullable(), asked: z.array(z.enum(roles)) })
  .openapi('InvitedStaff')

export const changedStaffView = staffMemberView.extend({ asked: z.array(z.enum(roles)) }).openapi('ChangedStaff')
export type ChangedStaffView = z.infer<typeof changedStaffView>
export type InvitedStaffView = z.infer<typeof invitedStaffView>
