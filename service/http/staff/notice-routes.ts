import { z } from '@hono/zod-openapi'
import { mayOn } from '../../case/access/case-access.ts'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { listAs } from '../../case/access/cover-for.ts'
import type { Deliverer } from '../../case/notices/notice-queue.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { channelList, undeliveredList } from '../../contract/undelivered.ts'
import { carers, countWaiting, listUndelivered, settleUndelivered } from '../../desk/messages.ts'
import { isDown, isPaused } from '../../offices/channels/notice-channel.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { adviceFor, adviceForKept, explainHealth } from '../../telling/notices/configure-accounts.ts'
import { answers, caseParams, forStaff, newApi, route, tenantParam } from '../openapi.ts'
import { noticeViews } from '../views/case-view.ts'
import { type CaseViewPorts, showCase, viewContextOf } from '../views/show-case.ts'

const list = route.get('/undelivered-notices', {
  summary: 'Cases whose reporter did not get a notice by any channel',
  ...forStaff('cases.read'),
  request: { params: tenantParam, query: z.object({ cursor: z.string().max(1_000).optional() }) },
  responses: answers(200, undeliveredList, 'A page, the oldest first'),
})
const channels = route.get('/channels', {
  summary: 'The channels on which notices leave, and which of them are down',
  ...forStaff('cases.read'),
  request: { params: tenantParam },
  responses: answers(200, channelList, 'Each channel that this service has'),
})
const settle = (how: 'retry' | 'set-aside', summary: string) =>
  route.post(`/cases/{number}/notices/${how}`, {
    summary,
    ...forStaff(...carers),
    request: { params: caseParams },
    responses: answers(200, caseSchema, 'The case as it stands now'),
  })

const PAGE = 30

type NoticePorts = CaseActionPorts & CaseViewPorts & { readonly deliverer: Pick<Deliverer, 'channels'> }

export function noticeRoutes(ports: NoticePorts) {
  const view = showCase(ports)
  const api = newApi()
  api.openapi(list, async (c) => {
    const staff = c.get('staff')
    const paging = { limit: PAGE, after: c.req.valid('query').cursor }
    const { items, nextCursor } = await listUndelivered(ports, staff, paging)
    const context = await viewContextOf(c, ports)
    const read = await listAs(ports, staff, items, c.get('language'))
    const seen = read.map((complaint) => ({
      number: complaint.id,
      subject: complaint.dossier.subject,
      notices: noticeViews(complaint, staff, context).filter(({ state }) => state === 'failed'),
      maySettle: carers.some((permission) => mayOn(staff, permission, complaint)),
    }))
    return c.json({ items: seen, nextCursor }, 200)
  })
  api.openapi(channels, async (c) => {
    const staff = c.get('staff')
    requirePermission(staff, 'cases.read')
    const items = ports.deliverer
      .channels(staff.tenant)
      .map(async ({ channel, queue, reportsDelivery, keepsHere, health }) => {
        const down = isDown(health) || isPaused(health, ports.now())
        const why = down ? health.why : null
        return {
          channel,
          reportsDelivery,
          keepsHere,
          down,
          explanation: why && explainHealth(channel, why, c.get('language')),
          advice: why && adviceFor(why, c.get('language')),
          since: down ? health.failingSince : null,
          nextTryAt: down ? health.restsUntil : null,
          waiting: down ? await countWaiting(ports, staff, queue) : 0,
          ...(keepsHere ? adviceForKept(c.get('language')) : {}),
        }
      })
    return c.json({ items: await Promise.all(items) }, 200)
  })
  api.openapi(settle('retry', 'Have the undelivered notices of a case tried anew'), async (c) =>
    c.json(
      await view(c, await settleUndelivered(ports, c.get('staff'), { ...c.req.valid('param'), how: 'retry' })),
      200,
    ),
  )
  api.openapi(settle('set-aside', 'Leave the undelivered notices of a case to the reporter’s page'), async (c) =>
    c.json(
      await view(c, await settleUndelivered(ports, c.get('staff'), { ...c.req.valid('param'), how: 'set-aside' })),
      200,
    ),
  )
  return api
}
