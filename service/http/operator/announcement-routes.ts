import { z } from '@hono/zod-openapi'
import { announcementList, announce as announceSchema } from '../../contract/announcements.ts'
import { announce, endAnnouncement, listAnnouncements } from '../../offices/announcements/announcements.ts'
import { instantOf } from '../../shared/instant.ts'
import type { Office } from '../office.ts'
import { created, json, op } from '../operation.ts'

async function all(office: Office) {
  const [announcements, operators] = await Promise.all([listAnnouncements(office), office.staff.operators()])
  const names = new Map<string, string>(operators.map(({ id, name }) => [id, name]))
  const items = announcements.map(({ id, text, level, from, until, units, madeAt, madeBy }) => {
    return { id, text, level, from, until, units, madeAt, madeBy: names.get(madeBy) ?? madeBy }
  })
  return { items }
}

export const operatorAnnouncementOperations = [
  op('GET /operator/announcements', {
    summary: 'What was and will be announced to staff',
    may: 'session',
    answer: json(announcementList, 'The newest first'),
    does: ({ office }) => all(office),
  }),
  op('POST /operator/announcements', {
    summary: 'Announce something to staff of all or some units, for a time',
    may: 'session',
    body: announceSchema,
    answer: created(announcementList, 'The newest first'),
    does: async ({ office, signedIn, body }) => {
      const { from, until, ...asked } = body
      const time = { from: instantOf(new Date(from)), until: instantOf(new Date(until)) }
      await announce(office, signedIn, { ...asked, ...time })
      return all(office)
    },
  }),
  op('POST /operator/announcements/{id}/end', {
    summary: 'Let nobody read an announcement any more',
    may: 'session',
    params: { id: z.string().max(60) },
    answer: json(announcementList, 'The newest first'),
    does: async ({ office, signedIn, params }) => {
      await endAnnouncement(office, signedIn, params.id)
      return all(office)
    },
  }),
]
