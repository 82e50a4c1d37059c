import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { complaintRequest } from '../../contract/complaint-request.ts'
import { receiptView as receiptSchema } from '../../contract/complaint-view.ts'
import type { QuotaGuard } from '../../filing/quotas/guard-quotas.ts'
import { type SubmitPorts, submitComplaint } from '../../filing/submit-complaint.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AddressOf } from '../address.ts'
import { formLanguageOf } from '../language.ts'
import type { Limits, Visit } from '../limits.ts'
import type { Links } from '../links.ts'
import { answers, jsonBody, newApi, tenantParam } from '../openapi.ts'
import { receiptView } from '../views/complaint-view.ts'
import { readerWordings } from '../wording/speech.ts'

export interface FilingPorts extends SubmitPorts {
  readonly links: Links
  readonly limits: Limits
  readonly quotas: QuotaGuard
  readonly addressOf: AddressOf
}

export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .openapi({ description: 'Chosen by the sender; required', minLength: 1, maxLength: 255 }),
})

/** @throws Refusal `request/idempotency-key-missing` */
export function idempotencyKeyOf(c: Context): string {
  const key = c.req.header('idempotency-key') ?? ''
  if (key.length < 1 || key.length > 255) throw new Refusal('invalid', 'request/idempotency-key-missing')
  return key
}

/** Checks limits and quotas for a complaint that is not a repeat. @throws Refusal as limits and quotas do */
export async function admitFiling(
  { limits, quotas }: Pick<FilingPorts, 'limits' | 'quotas'>,
  door: 'filing' | 'plain filing',
  tenant: Tenant,
  visitor: Omit<Visit, 'tenant'>,
): Promise<void> {
  await quotas.beforeFiling(tenant, await limits.beforeEntering(door, { ...visitor, tenant: tenant.id }))
}

const fileComplaint = createRoute({
  method: 'post',
  path: '/',
  summary: 'File a complaint',
  description: 'The same Idempotency-Key and body give the same answer, tracking code included, for 24 hours.',
  request: { params: tenantParam, headers: idempotencyHeader, ...jsonBody(complaintRequest) },
  responses: answers(201, receiptSchema, 'Received: written durably, numbered, with its tracking code'),
})

export function filingRoutes(ports: FilingPorts) {
  return newApi().openapi(fileComplaint, async (c) => {
    const { proof, statements: _, language, ...submission } = c.req.valid('json')
    const idempotencyKey = idempotencyKeyOf(c)
    const tenant = c.get('tenant')
    const received = await submitComplaint(
      ports,
      tenant,
      submission,
      {
        channel: 'web_widget',
        receivedBy: { kind: 'system' },
        place: null,
        language: language ?? c.get('language'),
      },
      {
        idempotencyKey,
        body: JSON.stringify(submission),
        admit: () => admitFiling(ports, 'filing', tenant, { address: ports.addressOf(c), proof }),
      },
    )
    c.header('Cache-Control', 'no-store')
    const seeing = { speech: readerWordings[formLanguageOf(c)], links: ports.links, now: ports.now() }
    return c.json(receiptView(received.complaint, received.trackingCode, tenant, seeing), 201)
  })
}
