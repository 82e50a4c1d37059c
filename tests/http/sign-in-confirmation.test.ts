import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { AppEnv } from '../../service/http/app-env.ts'
import { identifyMember, identifyStaff } from '../../service/http/identify.ts'
import { answerProblems } from '../../service/http/problem.ts'
import { cookieName } from '../../service/http/session-cookie.ts'
import { confirmSession, requireFreshConfirmation } from '../../service/offices/staff/account-security.ts'
import { bagianOrganisasi } from '../../service/running/demo/bagian-organisasi.ts'
import { PLATFORM } from '../../service/storage/place.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aStaffRoom, password } from '../support/a-staff-room.ts'
import { organisasi } from '../support/two-units.ts'

it('a dangerous call is refused ten minutes after signing in, until the person has proved who they are', async () => {
  const room = await aStaffRoom()
  const { ports } = room
  const { id, name, email } = await room.account()
  const place = { tenant: organisasi, id, name, email, position: 'Admin', roles: ['tenant_admin'] } as const
  await ports.staff.markMatched(await ports.staff.saveMembership(place))
  const signedIn = await room.signIn()
  const unit = { tenant: PLATFORM, id: organisasi, version: 1, revision: 0, openedAt: ports.now() }
  const app = new Hono<AppEnv>()
    .onError(
      answerProblems(
        (fault) => expect.fail(String(fault)),
        () => null,
      ),
    )
    .use(async (c, next) => {
      c.set('requestId', 'uji')
      c.header('X-Request-Id', 'uji')
      c.set('language', 'id')
      c.set('tenant', { ...unit, settings: bagianOrganisasi })
      await next()
    })
    .use(
      identifyStaff({ ...ports, secureCookies: true }),
      identifyMember(ports, async () => 100),
    )
    .get('/dangerous', (c) => {
      requireFreshConfirmation(c.get('staff'), ports.now())
      return c.body(null, 204)
    })
  const call = async () =>
    app.request('/dangerous', { headers: { Cookie: `${cookieName('session', true)}=${signedIn.token}` } })

  expect((await call()).status).toBe(204)
  room.goOn(10)
  expect(await refusalIn(call())).toBe('401 session/confirmation-needed')
  await confirmSession(ports, signedIn, { password })
  expect((await call()).status).toBe(204)
})
