import { Hono } from 'hono'
import { readRoom, TRY_LASTS } from '../../offices/practice/practice.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import { identifyTenant } from '../identify-tenant.ts'
import type { Office } from '../office.ts'

/** The room of the command that tries the service: `PUT` empties it for a try, and `DELETE` behind it. */
export function practiceRoutes({ tenants, rooms, now }: Office) {
  return new Hono<AppEnv>()
    .use('/:tenant', identifyTenant(tenants), async (c, next) => {
      if (readRoom(c.get('tenant').id)?.kind !== 'uji') throw new Refusal('not-found', 'tenant/unknown')
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .put('/:tenant', async (c) => {
      const room = c.get('tenant')
      const began = await rooms.oldest(room.id)
      if (began && began > plusMilliseconds(now(), -TRY_LASTS)) throw new Refusal('conflict', 'practice/under-way')
      await rooms.empty(room.id)
      const { settings } = room
      const open = settings.categories.filter(({ active }) => active)
      const simple = open.find(({ questions = [] }) => !questions.some(({ required }) => required)) ?? open[0]
      const { privacyChoices, privacyNotice } = settings
      return c.json({
        category: simple?.code ?? null,
        privacy: privacyChoices.includes('named') ? 'named' : (privacyChoices[0] ?? null),
        privacyNotice: privacyNotice.version,
      })
    })
    .delete('/:tenant', async (c) => {
      await rooms.empty(c.get('tenant').id)
      return c.body(null, 204)
    })
}
