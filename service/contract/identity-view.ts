import { z } from '@hono/zod-openapi'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

/** It is open to one person for one case and a limited time. */
export const openedIdentityView = z
  .object({
    name: z.string().nullable(),
    address: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    /** The signature given at the counter, as an SVG file; its SHA-256 stands on the receipt. */
    signature: z.string().nullable(),
    /** A custodian's browser opens it; the other fields then hold only the contact that was left open. */
    sealed: z.object({ envelope: z.string(), context: z.string() }).nullable(),
    until: instant,
  })
  .openapi('OpenedIdentity')
export type OpenedIdentityView = Shown<typeof openedIdentityView>

/** The oldest comes first. */
export const identityRequestList = z
  .object({
    items: z.array(
      z.object({ number: z.string(), at: instant, by: z.string(), groundLabel: z.string(), reason: z.string() }),
    ),
  })
  .openapi('IdentityRequestList')
export type IdentityRequestList = Shown<typeof identityRequestList>

/** It is shown once to the officer who asked for it. */
export const renewedCodeView = z.object({ number: z.string(), trackingCode: z.string() }).openapi('RenewedCode')
export type RenewedCodeView = Shown<typeof renewedCodeView>

/** Numbers of the cases of one reporter. */
export const foundNumbers = z.object({ numbers: z.array(z.string()) }).openapi('FoundNumbers')
