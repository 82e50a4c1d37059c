import { z } from '@hono/zod-openapi'
import { instant, opaqueId } from './fields.ts'
import type { Shown } from './shown.ts'

const base64Url = (length: number) =>
  z
    .string()
    .length(length)
    .regex(/^[\w-]+$/)
const keyId = base64Url(22)
const salt = base64Url(43)
/** 12 bytes of nonce, 32 of the key, 16 of the tag. */
const sealed = base64Url(80)

/** The private half of a key, wrapped in a custodian's browser. */
const wrappedUnitKey = z.discriminatedUnion('way', [
  z.strictObject({
    way: z.literal('passphrase'),
    salt,
    /** Rounds of PBKDF2-HMAC-SHA-256. */
    iterations: z.int().min(600_000).max(10_000_000),
    sealed,
  }),
  z.strictObject({
    way: z.literal('passkey'),
    salt,
    credential: z
      .string()
      .min(1)
      .max(1_400)
      .regex(/^[\w-]+$/),
    sealed,
  }),
])

export const makeSealingKey = z
  .strictObject({
    /** Uncompressed point on P-256, base64url. */
    publicKey: base64Url(87),
    wrapped: wrappedUnitKey,
  })
  .openapi('MakeSealingKey')

export const confirmSealingKey = z.strictObject({ fingerprint: z.string().max(60) }).openapi('ConfirmSealingKey')
export const addWayIn = z.strictObject({ key: keyId, wrapped: wrappedUnitKey }).openapi('AddWayIn')
export const removeWayIn = z.strictObject({ key: keyId, way: opaqueId }).openapi('RemoveWayIn')

/** The newest key comes first. */
export const sealingView = z
  .object({
    on: z.boolean(),
    /** Somebody asked to end sealing, and a second person has not confirmed it yet. */
    endAsked: z
      .object({
        at: instant,
        by: z.string(),
        /** The viewer asked, so somebody else confirms it. */
        own: z.boolean(),
      })
      .nullable(),
    keys: z.array(
      z.object({
        id: z.string(),
        publicKey: z.string(),
        fingerprint: z.string(),
        state: z.enum(['waiting', 'active', 'retired']),
        madeAt: instant,
        madeBy: z.string(),
        /** The viewer made it, so somebody else confirms it. */
        own: z.boolean(),
        confirmedAt: instant.nullable(),
        confirmedBy: z.string().nullable(),
        retiredAt: instant.nullable(),
        /** Only custodians get them. */
        ways: z.array(
          z.object({ id: z.string(), by: z.string(), own: z.boolean(), at: instant, wrapped: wrappedUnitKey }),
        ),
      }),
    ),
    mayHold: z.boolean(),
  })
  .openapi('Sealing')
export type SealingView = Shown<typeof sealingView>

export const sealingOffer = z.object({ keyId: z.string(), publicKey: z.string(), fingerprint: z.string() })
