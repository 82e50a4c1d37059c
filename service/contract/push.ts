import { z } from '@hono/zod-openapi'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

const ofDevice = z.object({ id: z.string(), device: z.string().nullable(), addedAt: instant })

/** `key` is what a browser subscribes with: the application server key of VAPID in base64url. */
export const pushView = z.object({ key: z.string(), devices: z.array(ofDevice) }).openapi('Push')
export type PushView = Shown<typeof pushView>

/** `endpoint` is the address that the browser got; `http` only to an IP address that the operator allowed. */
export const addPushDevice = z
  .strictObject({
    endpoint: z
      .url()
      .max(1_000)
      .refine((url) => /^https:|^http:\/\/([\d.]+|\[[\da-f:]+\])[:/]?/i.test(url), { message: 'invalid' }),
  })
  .openapi('AddPushDevice')
