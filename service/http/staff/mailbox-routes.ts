import { createRoute, z } from '@hono/zod-openapi'
import { mailboxView } from '../../contract/tenant-settings.ts'
import type { MailboxReader } from '../../notices/mailbox.ts'
import { requirePermission } from '../../staff/permissions.ts'
import { answers, cookie, newApi, tenantParam } from '../openapi.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The built-in mailbox: what would have gone out where no mail provider is set up',
  security: cookie,
  request: { params: tenantParam, query: z.object({ cursor: z.string().max(1_000).optional() }) },
  responses: answers(200, mailboxView, 'A page, newest first'),
})

const PAGE = 30

/** Mounted behind `identifyMember`. */
export function mailboxRoutes({ mailbox }: { readonly mailbox: MailboxReader }) {
  return newApi().openapi(list, async (c) => {
    const staff = c.get('staff')
    requirePermission(staff, 'mailbox.read')
    const { cursor } = c.req.valid('query')
    const { items, nextCursor } = await mailbox.list(staff.tenant, { limit: PAGE, ...(cursor && { after: cursor }) })
    return c.json({ items: [...items], nextCursor }, 200)
  })
}
