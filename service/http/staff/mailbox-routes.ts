import { z } from '@hono/zod-openapi'
import { findHiddenNumbers, pageWithoutHoles } from '../../case/access/case-access.ts'
import type { MailboxReader } from '../../case/notices/notice-queue.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { mailboxView } from '../../contract/tenant-settings.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { answers, forStaff, newApi, route, tenantParam } from '../openapi.ts'

const list = route.get('/', {
  summary: 'The built-in mailbox: what would have gone out where no mail provider is set up',
  ...forStaff('mailbox.read'),
  request: { params: tenantParam, query: z.object({ cursor: z.string().max(1_000).optional() }) },
  responses: answers(200, mailboxView, 'A page, newest first'),
})

const PAGE = 30

export function mailboxRoutes(ports: { readonly mailbox: MailboxReader; readonly complaints: ComplaintStore }) {
  const { mailbox } = ports
  return newApi().openapi(list, async (c) => {
    const staff = c.get('staff')
    requirePermission(staff, 'mailbox.read')
    const kept = [...(await findHiddenNumbers(ports, staff))]
    const page = await pageWithoutHoles(
      { limit: PAGE, after: c.req.valid('query').cursor },
      (paging) => mailbox.list(staff.tenant, paging),
      ({ subject, text }) => !kept.some((number) => `${subject}\n${text}`.includes(number)),
    )
    return c.json({ items: page.items, nextCursor: page.nextCursor }, 200)
  })
}
