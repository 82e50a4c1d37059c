import { z } from '@hono/zod-openapi'
import { ownAnnouncements } from '../../contract/announcements.ts'
import {
  announcementsFor,
  putAnnouncementAway,
  type ReadAnnouncementPorts,
} from '../../offices/announcements/announcements.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import { answers, cookie, newApi, route } from '../openapi.ts'

const list = route.get('/account/announcements', {
  summary: 'What who runs the service announces to oneself now',
  security: cookie,
  responses: answers(200, ownAnnouncements, 'The gravest first, without those that one put away'),
})
const putAway = route.post('/account/announcements/{id}/dismissal', {
  summary: 'Put an announcement away, for oneself',
  security: cookie,
  request: { params: z.object({ id: z.string().max(60) }) },
  responses: answers(200, ownAnnouncements, 'Those that are left'),
})

export function announcementRoutes(ports: ReadAnnouncementPorts) {
  const api = newApi()
  async function shownTo(signedIn: SignedIn) {
    const found = await announcementsFor(ports, signedIn)
    return { items: found.map(({ id, text, level, until }) => ({ id, text, level, until })) }
  }
  api.openapi(list, async (c) => c.json(await shownTo(c.get('signedIn')), 200))
  api.openapi(putAway, async (c) => {
    const signedIn = c.get('signedIn')
    const account = await putAnnouncementAway(ports, signedIn, c.req.valid('param').id)
    return c.json(await shownTo({ ...signedIn, account }), 200)
  })
  return api
}
