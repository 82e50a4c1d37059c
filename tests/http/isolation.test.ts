import { describe, expect, it } from 'vitest'
import { itInEach } from '../support/in-each.ts'
import { elsewhere, here, nowhere } from '../support/isolation-office.ts'
import { isolationRows } from '../support/isolation-rows.ts'
import { lineFor, namesSomething, preparedSuite, rowsOf } from '../support/isolation-walk.ts'

const suite = preparedSuite()
const { told } = suite

describe('the table of the isolation suite', () => {
  it('has a row for every operation, and none besides', () => {
    const missing = [...suite.operations.values()].filter(({ name }) => !(name in isolationRows)).map(lineFor)
    expect(missing, `Add to tests/support/isolation-rows.ts:\n${missing.join('\n')}\n`).toEqual([])
    const gone = Object.keys(isolationRows).filter((name) => !suite.operations.has(name))
    expect(gone, 'Take out of tests/support/isolation-rows.ts').toEqual([])
  })

  it('says of everybody who may call the same as the service does', () => {
    const schemes = {
      anybody: undefined,
      reporter: 'trackingCode',
      program: 'apiKey',
      staff: 'session',
      member: 'session',
      account: 'session',
      operator: 'session',
    }
    for (const { name, scheme, permissions } of suite.operations.values()) {
      const who = isolationRows[name]?.who
      if (!who) continue
      expect([name, scheme]).toEqual([name, schemes[who]])
      expect([name, permissions.length > 0], 'operations of staff are declared with forStaff(…)').toEqual([
        name,
        who === 'staff',
      ])
      expect([name, name.includes(' /operator/')]).toEqual([name, who === 'operator'])
    }
  })
})

/** The case as it stands, to see that nobody who was refused has left a trace in it. */
const standing = async () =>
  (await suite.office.colleague.call('GET', `/tenants/${here}/cases/${suite.office.real.number}`)).json()

itInEach(
  rowsOf('staff', 'member'),
  'staff of another unit learn not even that this one exists, and change nothing',
  async (name) => {
    const { stranger, real } = suite.office
    const before = await standing()
    const unknownUnit = await told(name, stranger.headers, real, 'tidak-ada')
    expect(unknownUnit).toMatchObject({ status: 404, code: 'tenant/unknown' })
    expect(await told(name, stranger.headers, real, here)).toEqual(unknownUnit)
    expect(await standing()).toEqual(before)
    if (!namesSomething(name)) return
    const inTheirOwn = await told(name, stranger.headers, nowhere, elsewhere)
    expect(inTheirOwn).toMatchObject({ status: 404 })
    expect(await told(name, stranger.headers, real, elsewhere)).toEqual(inTheirOwn)
  },
)

describe('the operator', () => {
  itInEach(rowsOf('staff', 'member', 'reporter'), 'sees nothing of a unit', async (name) => {
    const { platform, real } = suite.office
    const refused = await told(name, platform.headers, real)
    expect(refused).toMatchObject({ status: 404 })
    const isReporters = isolationRows[name]!.who === 'reporter'
    const [things, unit] = isReporters ? [nowhere, here] : [real, 'tidak-ada']
    expect(refused).toEqual(await told(name, platform.headers, things, unit))
  })

  itInEach(rowsOf('operator'), 'alone gets what only they may', async (name) => {
    for (const { headers } of [...Object.values(suite.office.single), suite.office.colleague]) {
      expect(await told(name, headers)).toMatchObject({ status: 403, code: 'staff/not-permitted' })
    }
    const { status } = await told(name, suite.office.platform.headers)
    expect(isolationRows[name]!.namesNothing ? [404] : [200, 201]).toContain(status)
  })
})

itInEach(
  rowsOf('anybody'),
  'anybody may ask what takes neither session nor code, in every unit that there is',
  async (name) => {
    expect(await told(name, {})).not.toMatchObject({ code: 'session/required' })
    if (!name.includes('{tenant}')) return
    expect(await told(name, {}, nowhere, 'tidak-ada')).toMatchObject({ status: 404, code: 'tenant/unknown' })
  },
)
