import { z } from '@hono/zod-openapi'
import { announcementList, announce as announceSchema } from '../../contract/announcements.ts'
import {
  type AnnouncePorts,
  announce,
  endAnnouncement,
  listAnnouncements,
} from '../../offices/announcements/announcements.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { instantOf } from '../../shared/instant.ts'
import { answers, cookie, jsonBody, newApi, route } from '../openapi.ts'

const list = route.get('/', {
  summary: 'What was and will be announced to staff',
  security: cookie,
  responses: answers(200, announcementList, 'The newest first'),
})
const make = route.post('/', {
  summary: 'Announce something to staff of all or some units, for a time',
  security: cookie,
  request: jsonBody(announceSchema),
  responses: answers(201, announcementList, 'The newest first'),
})
const end = route.post('/{id}/end', {
  summary: 'Let nobody read an announcement any more',
  security: cookie,
  request: { params: z.object({ id: z.string().max(60) }) },
  responses: answers(200, announcementList, 'The newest first'),
})

export function operatorAnnouncementRoutes(
  ports: AnnouncePorts & { readonly staff: Pick<StaffDirectory, 'operators'> },
) {
  async function all() {
    const [announcements, operators] = await Promise.all([listAnnouncements(ports), ports.staff.operators()])
    const names = new Map<string, string>(operators.map(({ id, name }) => [id, name]))
    const items = announcements.map(({ id, text, level, from, until, units, madeAt, madeBy }) => {
      return { id, text, level, from, until, units, madeAt, madeBy: names.get(madeBy) ?? madeBy }
    })
    return { items }
  }
  const api = newApi()
  api.openapi(list, async (c) => c.json(await all(), 200))
  api.openapi(make, async (c) => {
    const { from, until, ...asked } = c.req.valid('json')
    const time = { from: instantOf(new Date(from)), until: instantOf(new Date(until)) }
    await announce(ports, c.get('signedIn'), { ...asked, ...time })
    return c.json(await all(), 201)
  })
  api.openapi(end, async (c) => {
    await endAnnouncement(ports, c.get('signedIn'), c.req.valid('param').id)
    return c.json(await all(), 200)
  })
  return api
}
