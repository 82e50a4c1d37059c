import { z } from '@hono/zod-openapi'
import { instant, opaqueId, requiredText } from './fields.ts'
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

export const passkeySignIn = z.strictObject({ passkey: passkeyAnswer }).openapi('PasskeySignIn')
export type PasskeySignIn = Shown<typeof passkeySignIn>

/** `proof` is needed only while one address starts very many ceremonies. */
export const passkeyStart = z.strictObject({ proof: z.string().max(4_000).optional() }).openapi('PasskeyStart')

/** Exactly one of the three is given; `totp` also takes a recovery code. */
export const confirmation = z
  .union([
    z.strictObject({ password: z.string().min(1).max(200) }),
    z.strictObject({ totp: z.string().min(1).max(40) }),
    z.strictObject({ passkey: passkeyAnswer }),
  ])
  .openapi('Confirmation')
export type Confirmation = Shown<typeof confirmation>

export const confirmed = z.object({ confirmedUntil: instant }).openapi('Confirmed')

export const passkeyView = z
  .object({ id: z.string(), name: z.string(), addedAt: instant, lastUsedAt: instant.nullable() })
  .openapi('Passkey')
export type PasskeyView = Shown<typeof passkeyView>

/** `device` is the browser's own description; `lastUsedAt` is rounded. */
export const sessionOfAccount = z
  .object({
    id: z.string(),
    startedAt: instant,
    lastUsedAt: instant,
    device: z.string().nullable(),
    current: z.boolean(),
  })
  .openapi('SessionOfAccount')

export const accountView = z
  .object({
    totpSince: instant.nullable(),
    recoveryCodesLeft: z.int(),
    passkeys: z.array(passkeyView),
    sessions: z.array(sessionOfAccount),
  })
  .openapi('Account')
export type AccountView = Shown<typeof accountView>

export const changePassword = z
  .strictObject({ present: z.string().min(1).max(200), next: z.string().min(12).max(200) })
  .openapi('ChangePassword')

/** `qr` is the address as an SVG; people who cannot scan it type `secret`. */
export const totpOffer = z.object({ secret: z.string(), address: z.string(), qr: z.string() }).openapi('TotpOffer')
export type TotpOfferView = Shown<typeof totpOffer>

export const totpConfirmation = z.strictObject({ code: z.string().min(1).max(40) }).openapi('TotpConfirmation')

/** The codes appear in no later answer. The list is empty while earlier codes still hold. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).openapi('RecoveryCodes')

export const addPasskey = z.strictObject({ name: requiredText(60), passkey: passkeyAnswer }).openapi('AddPasskey')
export const addedPasskey = z
  .object({ passkey: passkeyView, recoveryCodes: z.array(z.string()) })
  .openapi('AddedPasskey')

export const ownId = z.object({ id: opaqueId })
