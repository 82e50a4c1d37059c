import { z } from '@hono/zod-openapi'
import { instant, opaqueId, requiredText } from './fields.ts'

/** What a browser's authenticator answers, as WebAuthn's JSON. */
const passkeyAnswer = z
  .looseObject({
    id: z.string().min(1).max(2_000),
    rawId: z.string().max(2_000),
    type: z.literal('public-key'),
    response: z.looseObject({ clientDataJSON: z.string().max(4_000) }),
  })
  .openapi('PasskeyAnswer')

/** What a browser needs to ask an authenticator, as WebAuthn's JSON. */
export const passkeyOptions = z.looseObject({ challenge: z.string() }).openapi('PasskeyOptions')

export const passkeySignIn = z.strictObject({ passkey: passkeyAnswer }).openapi('PasskeySignIn')
export type PasskeySignIn = z.infer<typeof passkeySignIn>

/** Asked for only while one address starts very many. */
export const passkeyStart = z.strictObject({ proof: z.string().max(4_000).optional() }).openapi('PasskeyStart')

/** One of the three; `totp` can be a recovery code. */
export const confirmation = z
  .union([
    z.strictObject({ password: z.string().min(1).max(200) }),
    z.strictObject({ totp: z.string().min(1).max(40) }),
    z.strictObject({ passkey: passkeyAnswer }),
  ])
  .openapi('Confirmation')
export type Confirmation = z.infer<typeof confirmation>

export const confirmed = z.object({ confirmedUntil: instant }).openapi('Confirmed')

export const passkeyView = z
  .object({ id: z.string(), name: z.string(), addedAt: instant, lastUsedAt: instant.nullable() })
  .openapi('Passkey')
export type PasskeyView = z.infer<typeof passkeyView>

/** `device` is what the browser said of itself; `lastUsedAt` is coarse. */
export const sessionOfAccount = z
  .object({
    id: z.string(),
    startedAt: instant,
    lastUsedAt: instant,
    device: z.string().nullable(),
    current: z.boolean(),
  })
  .openapi('SessionOfAccount')

/** How one's own account is guarded. */
export const accountView = z
  .object({
    totpSince: instant.nullable(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(passkeyView),
    sessions: z.array(sessionOfAccount),
  })
  .openapi('Account')
export type AccountView = z.infer<typeof accountView>

export const changePassword = z
  .strictObject({ present: z.string().min(1).max(200), next: z.string().min(12).max(200) })
  .openapi('ChangePassword')

/** `qr` is the address as an SVG; the secret is for typing in by hand. */
export const totpOffer = z.object({ secret: z.string(), address: z.string(), qr: z.string() }).openapi('TotpOffer')
export type TotpOfferView = z.infer<typeof totpOffer>

export const totpConfirmation = z.strictObject({ code: z.string().min(1).max(40) }).openapi('TotpConfirmation')

/** Told here once. Empty where earlier codes still hold. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).openapi('RecoveryCodes')

export const addPasskey = z.strictObject({ name: requiredText(60), passkey: passkeyAnswer }).openapi('AddPasskey')
export const addedPasskey = z
  .object({ passkey: passkeyView, recoveryCodes: z.array(z.string()) })
  .openapi('AddedPasskey')

export const ownId = z.object({ id: opaqueId })
