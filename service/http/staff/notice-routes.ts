import { z } from '@hono/zod-openapi'
import { mayOn } from '../../case/access/case-access.ts'
import { listAs } from '../../case/access/cover-for.ts'
import { caseView as caseSchema } from '../../contract/case-view.ts'
import { channelList, undeliveredList } from '../../contract/undelivered.ts'
import { carers, countWaiting, listUndelivered, settleUndelivered } from '../../desk/messages.ts'
import { isDown, isPaused } from '../../offices/channels/notice-channel.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { adviceFor, adviceForKept, explainHealth } from '../../telling/notices/configure-accounts.ts'
import { json, op } from '../operation.ts'
import { noticeViews } from '../views/case-view.ts'
import { showCase, viewContextOf } from '../views/show-case.ts'

const PAGE = 30

export const noticeOperations = [
  op('GET /undelivered-notices', {
    summary: 'Cases whose reporter did not get a notice by any channel',
    may: ['cases.read'],
    query: z.object({ cursor: z.string().max(1_000).optional() }),
    answer: json(undeliveredList, 'A page, the oldest first'),
    does: async ({ office, staff, language, query, c }) => {
      const paging = { limit: PAGE, after: query.cursor }
      const { items, nextCursor } = await listUndelivered(office, staff, paging)
      const context = await viewContextOf(c, office)
      const read = await listAs(office, staff, items, language)
      const seen = read.map((complaint) => ({
        number: complaint.id,
        subject: complaint.dossier.subject,
        notices: noticeViews(complaint, staff, context).filter(({ state }) => state === 'failed'),
        maySettle: carers.some((permission) => mayOn(staff, permission, complaint)),
      }))
      return { items: seen, nextCursor }
    },
  }),
  op('GET /channels', {
    summary: 'The channels on which notices leave, and which of them are down',
    may: ['cases.read'],
    answer: json(channelList, 'Each channel that this service has'),
    does: async ({ office, staff, language }) => {
      requirePermission(staff, 'cases.read')
      const items = office.deliverer
        .channels(staff.tenant)
        .map(async ({ channel, queue, reportsDelivery, keepsHere, health }) => {
          const down = isDown(health) || isPaused(health, office.now())
          const why = down ? health.why : null
          return {
            channel,
            reportsDelivery,
            keepsHere,
            down,
            explanation: why && explainHealth(channel, why, language),
            advice: why && adviceFor(why, language),
            since: down ? health.failingSince : null,
            nextTryAt: down ? health.restsUntil : null,
            waiting: down ? await countWaiting(office, staff, queue) : 0,
            ...(keepsHere ? adviceForKept(language) : {}),
          }
        })
      return { items: await Promise.all(items) }
    },
  }),
  op('POST /cases/{number}/notices/retry', {
    summary: 'Have the undelivered notices of a case tried anew',
    may: carers,
    answer: json(caseSchema, 'The case as it stands now'),
    does: async ({ office, staff, params, c }) =>
      showCase(office, c, await settleUndelivered(office, staff, { ...params, how: 'retry' })),
  }),
  op('POST /cases/{number}/notices/set-aside', {
    summary: 'Leave the undelivered notices of a case to the reporter’s page',
    may: carers,
    answer: json(caseSchema, 'The case as it stands now'),
    does: async ({ office, staff, params, c }) =>
      showCase(office, c, await settleUndelivered(office, staff, { ...params, how: 'set-aside' })),
  }),
]
