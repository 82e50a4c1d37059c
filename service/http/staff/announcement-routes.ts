import { z } from '@hono/zod-openapi'
import { ownAnnouncements } from '../../contract/announcements.ts'
import { announcementsFor, putAnnouncementAway } from '../../offices/announcements/announcements.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'

async function shownTo(office: Office, signedIn: SignedIn) {
  const found = await announcementsFor(office, signedIn)
  return { items: found.map(({ id, text, level, until }) => ({ id, text, level, until })) }
}

export const announcementOperations = [
  op('GET /account/announcements', {
    summary: 'What who runs the service announces to oneself now',
    may: 'session',
    answer: json(ownAnnouncements, 'The gravest first, without those that one put away'),
    does: ({ office, signedIn }) => shownTo(office, signedIn),
  }),
  op('POST /account/announcements/{id}/dismissal', {
    summary: 'Put an announcement away, for oneself',
    may: 'session',
    params: { id: z.string().max(60) },
    answer: json(ownAnnouncements, 'Those that are left'),
    does: async ({ office, signedIn, params }) => {
      const account = await putAnnouncementAway(office, signedIn, params.id)
      return shownTo(office, { ...signedIn, account })
    },
  }),
]
