import { z } from '@hono/zod-openapi'
import { heldKinds, roles } from '../offices/vocabulary.ts'
import { email, instant, object, opaqueId, requiredText, strictObject, textLimits } from './fields.ts'
import type { Shown } from './shown.ts'

const passkeyAnswer = z
  .looseObject({
    id: z.string().min(1).max(2_000),
    rawId: z.string().max(2_000),
    type: z.literal('public-key'),
    response: z.looseObject({ clientDataJSON: z.string().max(4_000) }),
  })
  .openapi('PasskeyAnswer')

export const passkeyOptions = z.looseObject({ challenge: z.string() }).openapi('PasskeyOptions')

export const passkeySignIn = strictObject('PasskeySignIn', { passkey: passkeyAnswer })
export type PasskeySignIn = Shown<typeof passkeySignIn>

/** `proof` is needed only while one address starts very many ceremonies. */
export const passkeyStart = strictObject('PasskeyStart', { proof: z.string().max(4_000).optional() })

/** Exactly one of the three is given; `totp` also takes a recovery code. */
export const confirmation = z
  .union([
    z.strictObject({ password: z.string().min(1).max(200) }),
    z.strictObject({ totp: z.string().min(1).max(40) }),
    z.strictObject({ passkey: passkeyAnswer }),
  ])
  .openapi('Confirmation')
export type Confirmation = Shown<typeof confirmation>

export const confirmed = object('Confirmed', { confirmedUntil: instant })

export const passkeyView = object('Passkey', {
  id: z.string(),
  name: z.string(),
  addedAt: instant,
  lastUsedAt: instant.nullable(),
})
export type PasskeyView = Shown<typeof passkeyView>

/** `device` is the browser's own description; `lastUsedAt` is rounded. */
export const sessionOfAccount = object('SessionOfAccount', {
  id: z.string(),
  startedAt: instant,
  lastUsedAt: instant,
  device: z.string().nullable(),
  current: z.boolean(),
})

export const accountView = object('Account', {
  totpSince: instant.nullable(),
  recoveryCodesLeft: z.int(),
  passkeys: z.array(passkeyView),
  sessions: z.array(sessionOfAccount),
})
export type AccountView = Shown<typeof accountView>

export const changePassword = strictObject('ChangePassword', {
  present: z.string().min(1).max(200),
  next: z.string().min(12).max(200),
})

/** `qr` is the address as an SVG; people who cannot scan it type `secret`. */
export const totpOffer = object('TotpOffer', { secret: z.string(), address: z.string(), qr: z.string() })
export type TotpOfferView = Shown<typeof totpOffer>

export const totpConfirmation = strictObject('TotpConfirmation', { code: z.string().min(1).max(40) })

/** The codes appear in no later answer. The list is empty while earlier codes still hold. */
export const recoveryCodes = object('RecoveryCodes', { recoveryCodes: z.array(z.string()) })

export const addPasskey = strictObject('AddPasskey', { name: requiredText(60), passkey: passkeyAnswer })
export const addedPasskey = object('AddedPasskey', { passkey: passkeyView, recoveryCodes: z.array(z.string()) })

export const ownId = z.object({ id: opaqueId })

const ofDevice = z.object({ id: z.string(), device: z.string().nullable(), addedAt: instant })

/** `key` is what a browser subscribes with: the application server key of VAPID in base64url. */
export const pushView = object('Push', { key: z.string(), devices: z.array(ofDevice) })
export type PushView = Shown<typeof pushView>

/** `endpoint` is the address that the browser got; `http` only to an IP address that the operator allowed. */
export const addPushDevice = strictObject('AddPushDevice', {
  endpoint: z
    .url()
    .max(1_000)
    .refine((url) => /^https:|^http:\/\/([\d.]+|\[[\da-f:]+\])[:/]?/i.test(url), { message: 'invalid' }),
})

export const sessionRequest = strictObject('SessionRequest', {
  email,
  password: z.string().min(1).max(200),
  /** A code of the authenticator app, or a recovery code. */
  totp: z.string().max(40).optional(),
  /** The solved proof-of-work challenge of a 428 answer, as base64. */
  proof: z.string().max(4_000).optional(),
})

const newPassword = z.string().min(12).max(200)

const translatedName = z.object({ id: z.string(), en: z.string() })

export const sessionView = object('Session', {
  staff: z.object({ id: z.string(), name: z.string(), email: z.string(), operator: z.boolean() }),
  tenants: z.array(
    z.object({
      tenant: z.string(),
      name: z.string(),
      shortName: z.string(),
      roles: z.array(z.enum(roles)),
      /** Names of the roles of the unit's own that the person holds; left out if there are none. */
      unitRoles: z.array(translatedName).optional(),
      permissions: z.array(z.string()),
      /** The office requires a second factor that this session has not shown; until then every call is refused. */
      secondFactorNeeded: z.boolean(),
    }),
  ),
  csrf: z.string(),
  /** The desk locks itself after so many minutes without a touch: the shortest time of the person's units. */
  lockAfterMinutes: z.int(),
  /** The session ends then, and earlier where nobody uses it for `idleMinutes`. */
  expiresAt: instant,
  idleMinutes: z.int(),
  invitations: z.array(
    z.object({ tenant: z.string(), name: z.string(), shortName: z.string(), by: z.string(), at: z.string() }),
  ),
  /** Until this is done every call is refused: `set-up` a second factor, or `show` the one that the account has. */
  secondFactor: z.enum(['set-up', 'show']).nullable(),
  /** Failed sign-ins to the account since the previous session; it is left out if there were none. */
  failures: z.object({ count: z.int(), since: instant }).optional(),
  /** The person signed in at the provider, and signs out there at `/sign-in/out`. */
  byProvider: z.boolean().optional(),
})
export type SessionView = Shown<typeof sessionView>

/** `provider` is the label of its button. */
export const signInWays = object('SignInWays', { provider: z.string().nullable() })
export type SignInWays = Shown<typeof signInWays>

export const acceptInvitation = strictObject('AcceptInvitation', {
  token: z.string().min(1).max(200),
  password: newPassword,
})

const oneTimeToken = z.string().min(1).max(200)

export const linkRequest = strictObject('LinkRequest', { token: oneTimeToken })

export const shownLink = object('ShownLink', {
  purpose: z.enum(['invitation', 'password', 'second-factor']),
  name: z.string(),
  email: z.string(),
  unit: z.object({ tenant: z.string(), name: z.string(), by: z.string() }).nullable(),
  /** The account is in use already, so the invitation is accepted while signed in. */
  signInFirst: z.boolean(),
})
export type ShownLinkView = Shown<typeof shownLink>

/** Accepts an invitation while signed in. `token` is needed while the mailbox is not confirmed. */
export const acceptMembership = strictObject('AcceptMembership', { token: oneTimeToken.optional() })

export const forgottenPassword = strictObject('ForgottenPassword', { email })

export const resetPassword = strictObject('ResetPassword', { token: oneTimeToken, password: newPassword })

export const resetSecondFactor = strictObject('ResetSecondFactor', {
  token: oneTimeToken,
  password: z.string().min(1).max(200),
})

export const askForReset = strictObject('AskForReset', {
  factor: z.enum(['password', 'second-factor']),
  reason: requiredText(textLimits.reason),
})

/** The link appears in no later answer; `null` if it was mailed to the person. */
export const resetLink = object('ResetLink', { resetUrl: z.url().nullable() })

/** Categories to which a role is limited; a role that is not a key holds in every category. */
const roleLimits = z.partialRecord(z.enum(roles), z.array(z.string().max(60)).min(1).max(100))

/** Why somebody is to get a role that takes a second person, who reads it. */
const grantReason = z.string().trim().max(textLimits.reason).optional()

/** A role of the unit's own; `null` means in every category. */
const heldUnitRole = z.strictObject({
  id: opaqueId,
  categories: z.array(z.string().max(60)).min(1).max(100).nullable(),
})

const place = {
  roles: z.array(z.enum(roles)),
  limits: roleLimits.optional(),
  /** Without it the roles of the unit's own stay as they are. */
  unitRoles: z.array(heldUnitRole).max(20).optional(),
  reportsTo: opaqueId.nullable().optional(),
}

export const staffMemberView = object('StaffMember', {
  id: z.string(),
  name: z.string(),
  position: z.string(),
  email: z.string(),
  roles: z.array(z.enum(roles)),
  limits: roleLimits,
  /** It is left out for somebody who holds none of the unit's own. */
  unitRoles: z.array(heldUnitRole.extend({ name: translatedName })).optional(),
  /** The account of their superior; `null` for the heads of the office. */
  reportsTo: z.string().nullable(),
  state: z.enum(['invited', 'active']),
  /** It is `null` once the person accepted. */
  invitation: z
    .object({
      at: z.string(),
      by: z.string(),
      /** The state of the mail with the link; `null` if the link was given in person. */
      mail: z.enum(['waits', 'sent', 'failed']).nullable(),
      /** An account that is in use already. `since` is `null` if it was not recorded. */
      account: z.object({ name: z.string(), since: z.string().nullable(), otherUnits: z.int() }).nullable(),
    })
    .nullable(),
  /** Nobody vouched for them yet, so they read no case. */
  isUnvouched: z.literal(true).optional(),
  /** Where the unit limits them, among the staff to whom a case can be given. Guarded cases are not counted. */
  openCases: z.int().optional(),
  /** They have as many as the unit allows. */
  isFull: z.boolean().optional(),
})
export type StaffMemberView = Shown<typeof staffMemberView>

export const staffList = object('StaffList', { items: z.array(staffMemberView) })

export const colleagueList = object('ColleagueList', {
  items: z.array(staffMemberView.pick({ id: true, name: true, position: true })),
})
export type ColleagueList = Shown<typeof colleagueList>

interface Roles {
  readonly roles: readonly unknown[]
  readonly unitRoles?: readonly unknown[] | undefined
}

/** Somebody without a role could do nothing. */
const hasRole = ({ roles, unitRoles = [] }: Roles) => roles.length + unitRoles.length > 0
const roleMissing = { path: ['roles'], message: 'at least one role' }

export const inviteStaff = z
  .strictObject({
    name: requiredText(textLimits.name),
    position: requiredText(textLimits.name),
    email,
    ...place,
    reason: grantReason,
  })
  .refine(hasRole, roleMissing)
  .openapi('InviteStaff')

export const changeStaff = z
  .strictObject({
    name: requiredText(textLimits.name),
    position: requiredText(textLimits.name),
    ...place,
    reason: grantReason,
  })
  .refine(hasRole, roleMissing)
  .openapi('ChangeStaff')

const waiting = { asked: z.array(z.enum(roles)), unitAsked: z.array(translatedName).optional() }

/**
 * `setUpUrl` is set only where no mail is set up, and appears in no later answer. `asked` and `unitAsked` are
 * roles that wait for a second person.
 */
export const invitedStaffView = object('InvitedStaff', {
  staff: staffMemberView,
  setUpUrl: z.url().nullable(),
  ...waiting,
})

export const changedStaffView = staffMemberView.extend(waiting).openapi('ChangedStaff')
export type InvitedStaffView = Shown<typeof invitedStaffView>

const held = z.object({ moves: z.int(), stays: z.int() })

/** By kind of what somebody can hold: how much would go to the successor, and how much cannot. */
export const successionView = z.record(z.enum(heldKinds), held).openapi('Succession')
export type SuccessionView = Shown<typeof successionView>
