import { z } from '@hono/zod-openapi'
import { findHiddenNumbers, pageWithoutHoles } from '../../case/access/case-access.ts'
import { mailboxView } from '../../contract/tenant-settings.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { json, op } from '../operation.ts'

const PAGE = 30

export const mailboxOperations = [
  op('GET /mailbox', {
    summary: 'The built-in mailbox: what would have gone out where no mail provider is set up',
    may: ['mailbox.read'],
    query: z.object({ cursor: z.string().max(1_000).optional() }),
    answer: json(mailboxView, 'A page, newest first'),
    does: async ({ office, staff, query }) => {
      requirePermission(staff, 'mailbox.read')
      const kept = [...(await findHiddenNumbers(office, staff))]
      const page = await pageWithoutHoles(
        { limit: PAGE, after: query.cursor },
        (paging) => office.mailbox.list(staff.tenant, paging),
        ({ subject, text }) => !kept.some((number) => `${subject}\n${text}`.includes(number)),
      )
      return { items: page.items, nextCursor: page.nextCursor }
    },
  }),
]
