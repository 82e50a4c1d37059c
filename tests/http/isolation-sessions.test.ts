import { describe, expect, it, onTestFinished } from 'vitest'
import { startProcess } from '../support/a-running-service.ts'
import { clockAt } from '../support/clock-at.ts'
import { itInEach } from '../support/in-each.ts'
import { here, nowhere } from '../support/isolation-office.ts'
import { ask, isChange, namesSomething, preparedSuite, rowsOf, toldBy, withSession } from '../support/isolation-walk.ts'

const suite = preparedSuite()
const { told } = suite

itInEach(
  withSession,
  'nothing that takes a session is there without one, with an ended one, or without its token',
  async (name) => {
    const { colleague, head, ended } = suite.office
    const { real } = suite.office
    const noSessions = [{}, { Cookie: 'aduan_session=x', 'X-CSRF-Token': 'x' }, ended]
    // Of what is not there one of them asks too: it gets the same answer.
    for (const [headers, things] of [...noSessions.map((one) => [one, real] as const), [ended, nowhere] as const]) {
      expect(await told(name, headers, things)).toMatchObject({ status: 401, code: 'session/required' })
    }
    if (!isChange(name)) return
    const { Cookie } = colleague.headers
    const others = { ...head.headers, Cookie }
    for (const [headers, things] of [
      [{ Cookie }, real] as const,
      [others, real] as const,
      [others, nowhere] as const,
    ]) {
      expect(await told(name, headers, things)).toMatchObject({ status: 403, code: 'session/csrf-wrong' })
    }
  },
)

describe('the key of a program', () => {
  itInEach(rowsOf('program'), 'with the scope, of this unit, and no other, opens what it is for', async (name) => {
    const { programs, colleague, real, guarded, abroad } = suite.office
    const [scope] = suite.operations.get(name)!.scopes
    const wrong = 'aduan_00000000000000000000000000000000ffffffff'
    expect(await told(name, colleague.headers)).toMatchObject({ status: 401, code: 'key/required' })
    for (const headers of [{ Authorization: `Bearer ${wrong}` }, { Authorization: `Bearer ${real.code}` }])
      expect(await told(name, headers)).toMatchObject({ status: 401, code: 'key/wrong' })
    for (const things of [real, nowhere])
      expect(await told(name, programs.stranger.headers, things)).toMatchObject({ status: 401, code: 'key/wrong' })
    for (const [had, { headers }] of Object.entries(programs.with)) {
      const answer = await told(name, headers)
      if (had === scope) expect([200, 201]).toContain(answer.status)
      else expect(answer).toMatchObject({ status: 403, code: 'key/scope-missing' })
    }
    if (!namesSomething(name)) return
    const nobodys = await told(name, programs.ofAll.headers, nowhere)
    expect(nobodys).toMatchObject({ status: 404, code: 'complaint/not-found' })
    for (const things of [guarded, abroad]) expect(await told(name, programs.ofAll.headers, things)).toEqual(nobodys)
  })

  itInEach(withSession, 'opens nothing that takes a session', async (name) => {
    expect(await told(name, suite.office.programs.ofAll.headers)).toMatchObject({
      status: 401,
      code: 'session/required',
    })
  })

  itInEach(rowsOf('reporter'), 'opens no complaint for a reporter', async (name) => {
    const { programs, real } = suite.office
    expect(await told(name, programs.ofAll.headers)).toEqual(
      await told(name, { Authorization: `Bearer ${real.code}x` }),
    )
  })
})

it('eleven hours later no session is good for anything', async () => {
  const { folder } = suite.service.running
  expect(await suite.service.running.stop()).toBe(0)
  const running = await startProcess({
    LIMITS: 'off',
    DATA_DIR: folder,
    NODE_OPTIONS: clockAt(Date.now() + 11 * 3_600_000),
  })
  onTestFinished(() => running.kill())
  for (const name of withSession) {
    const { headers } = name.includes(' /operator/') ? suite.office.platform : suite.office.colleague
    const answer = await toldBy(
      ask(running.url, suite.office, name, { headers, things: suite.office.real, unit: here }),
    )
    expect([name, answer]).toMatchObject([name, { status: 401, code: 'session/required' }])
  }
})
