import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type ComplaintRequest, complaintRequest } from '../../contract/complaint-request.ts'
import { receiptView as receiptSchema } from '../../contract/complaint-view.ts'
import { type Received, submitComplaint } from '../../filing/submit-complaint.ts'
import { awaitsStaff, notReady } from '../../offices/duties/duties.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { formLanguageOf } from '../language.ts'
import type { ApiOffice } from '../office.ts'
import { created, op } from '../operation.ts'
import { readerWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'

export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .openapi({ description: 'Chosen by the sender; required', minLength: 1, maxLength: 255 }),
})

export function idempotencyKeyOf(c: Context): string {
  const key = c.req.header('idempotency-key') ?? ''
  if (key.length < 1 || key.length > 255) throw new Refusal('invalid', 'request/idempotency-key-missing')
  return key
}

/** Takes in what a visitor sends, by the same rules at both doors. A repeat passes no limit and no quota. */
export async function fileAtDoor(
  ports: ApiOffice,
  c: Context<AppEnv>,
  door: 'filing' | 'plain filing',
  { proof, statements, language, ...given }: ComplaintRequest,
  idempotencyKey: string,
): Promise<Received> {
  const tenant = c.get('tenant')
  const visit = { address: ports.addressOf(c), tenant: tenant.id, proof }
  const received = await submitComplaint(
    ports,
    tenant,
    { ...given, declared: readDeclared(statements) },
    { channel: 'web_widget', receivedBy: { kind: 'system' }, place: null, language: language ?? c.get('language') },
    {
      idempotencyKey,
      body: JSON.stringify(given),
      admit: async () => {
        if (awaitsStaff(tenant, c.get('unheld'))) throw notReady()
        await ports.quotas.beforeFiling(tenant, await ports.limits.beforeEntering(door, visit))
      },
    },
  )
  // From the first complaint on the unit is open; when staff are missing later, it is warned and not shut.
  const { awaitsStaff: waited, ...open } = tenant
  if (waited) await ports.tenants.replace(open)
  return received
}

const readDeclared = ({ privacyNotice: version }: ComplaintRequest['statements']) => ({
  statements: ['truthful', 'procedureRead', 'privacyNotice'] as const,
  version,
})

export const filingOperations = [
  op('POST /complaints', {
    summary: 'File a complaint',
    description: 'The same Idempotency-Key and body give the same answer, tracking code included, for 24 hours.',
    headers: idempotencyHeader,
    body: complaintRequest,
    answer: created(receiptSchema, 'Received: written durably, numbered, with its tracking code'),
    does: async ({ office, tenant, body, c }) => {
      const { complaint, trackingCode } = await fileAtDoor(office, c, 'filing', body, idempotencyKeyOf(c))
      c.header('Cache-Control', 'no-store')
      const context = { wording: readerWordings[formLanguageOf(c)], links: office.links, now: office.now() }
      return receiptView(complaint, trackingCode, tenant, context)
    },
  }),
]
