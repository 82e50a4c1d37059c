import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { permissionsFor } from '../../service/offices/staff/permissions.ts'
import { type Role, roles } from '../../service/offices/vocabulary.ts'
import { startProcess } from '../support/a-running-service.ts'
import { withOperator } from '../support/an-operator.ts'
import { clockAt } from '../support/clock-at.ts'
import {
  elsewhere,
  here,
  nowhere,
  type PreparedOffice,
  prepareOffice,
  type Things,
  withInbound,
} from '../support/isolation-office.ts'
import { isolationRows } from '../support/isolation-rows.ts'
import {
  ask,
  isOnCase,
  lineFor,
  methodOf,
  namesSomething,
  type Operation,
  operationsOf,
  rowsOf,
  type Told,
  toldBy,
} from '../support/isolation-walk.ts'
import { oneService } from '../support/one-service.ts'
import { patience } from '../support/patience.ts'

const service = oneService({ ...withInbound, ...withOperator })
let office: PreparedOffice
let operations: ReadonlyMap<string, Operation>

beforeAll(async () => {
  operations = new Map((await operationsOf(service.url)).map((operation) => [operation.name, operation]))
  office = await prepareOffice(service)
}, patience(60_000))

type Headers = Readonly<Record<string, string>>
const told = (name: string, headers: Headers, things: Things = office.real, unit = here): Promise<Told> =>
  toldBy(ask(service.url, office, name, { headers, things, unit }))

/** A caller who gets one of these was not let in, or asked for what is not there, or the table's body is not valid. */
const shutOut = /^(session\/|request\/|tenant\/unknown$|complaint\/not-found$|staff\/not-permitted$)/
const isLetIn = ({ code }: Told): boolean => !shutOut.test(String(code))

const isChange = (name: string): boolean => methodOf(name) !== 'GET'
const withSession = rowsOf('staff', 'member', 'account', 'operator')
const ofStaff = rowsOf('staff')
const ofUnit = rowsOf('staff', 'member')
const onCase = ofStaff.filter(isOnCase)

describe('the table of the isolation suite', () => {
  it('has a row for every operation, and none besides', () => {
    const missing = [...operations.values()].filter(({ name }) => !(name in isolationRows)).map(lineFor)
    expect(missing, `Add to tests/support/isolation-rows.ts:\n${missing.join('\n')}\n`).toEqual([])
    const gone = Object.keys(isolationRows).filter((name) => !operations.has(name))
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
    for (const { name, scheme, permissions } of operations.values()) {
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

describe('without a session, with an ended one, or without its token, there is no', () => {
  it.each(withSession)('%s', async (name) => {
    const { colleague, head, ended } = office
    for (const things of [office.real, nowhere]) {
      for (const headers of [{}, { Cookie: 'aduan_session=x', 'X-CSRF-Token': 'x' }, ended]) {
        expect(await told(name, headers, things)).toMatchObject({ status: 401, code: 'session/required' })
      }
      if (!isChange(name)) continue
      const { Cookie } = colleague.headers
      for (const headers of [{ Cookie }, { ...head.headers, Cookie }]) {
        expect(await told(name, headers, things)).toMatchObject({ status: 403, code: 'session/csrf-wrong' })
      }
    }
  })
})

/** The case as it stands, to see that nobody who was refused has left a trace in it. */
const standing = async () => (await office.colleague.call('GET', `/tenants/${here}/cases/${office.real.number}`)).json()

describe('staff of another unit learn not even that this one exists, and change nothing, from', () => {
  it.each(ofUnit)('%s', async (name) => {
    const { stranger, real } = office
    const before = await standing()
    const unknownUnit = await told(name, stranger.headers, real, 'tidak-ada')
    expect(unknownUnit).toMatchObject({ status: 404, code: 'tenant/unknown' })
    expect(await told(name, stranger.headers, real, here)).toEqual(unknownUnit)
    expect(await standing()).toEqual(before)
    if (!namesSomething(name)) return
    const inTheirOwn = await told(name, stranger.headers, nowhere, elsewhere)
    expect(inTheirOwn).toMatchObject({ status: 404 })
    expect(await told(name, stranger.headers, real, elsewhere)).toEqual(inTheirOwn)
  })
})

describe('the operator sees nothing of a unit, by', () => {
  it.each([...ofUnit, ...rowsOf('reporter')])('%s', async (name) => {
    const { platform, real } = office
    const refused = await told(name, platform.headers, real)
    expect(refused).toMatchObject({ status: 404 })
    const isReporters = isolationRows[name]!.who === 'reporter'
    const [things, unit] = isReporters ? [nowhere, here] : [real, 'tidak-ada']
    expect(refused).toEqual(await told(name, platform.headers, things, unit))
  })

  it.each(rowsOf('operator'))('and alone gets %s', async (name) => {
    for (const { headers } of [...Object.values(office.single), office.colleague]) {
      expect(await told(name, headers)).toMatchObject({ status: 403, code: 'staff/not-permitted' })
    }
    const { status } = await told(name, office.platform.headers)
    expect(isolationRows[name]!.namesNothing ? [404] : [200, 201]).toContain(status)
  })
})

describe('a role that lacks the permission hears the same of what is there and of what is not, from', () => {
  // Each role that may takes a file, and each file is marked by a program of its own.
  it.each(ofStaff)('%s', { timeout: patience(300_000) }, async (name) => {
    const needed = isolationRows[name]!.needs ?? operations.get(name)!.permissions
    const letIn: Role[] = []
    for (const role of roles) {
      const { headers } = office.single[role]
      const held = permissionsFor([role])
      if (needed.some((permission) => held.has(permission))) {
        if (isLetIn(await told(name, headers))) letIn.push(role)
        continue
      }
      const refused = await told(name, headers)
      expect([role, refused]).toMatchObject([role, { status: 403, code: 'staff/not-permitted' }])
      expect([role, await told(name, headers, nowhere)]).toEqual([role, refused])
    }
    const holders = roles.filter((role) => needed.some((permission) => permissionsFor([role]).has(permission)))
    expect(letIn, 'who holds what forStaff(…) declares is let in').toEqual(holders)
    expect(holders).not.toEqual([])
  })

  it.each(rowsOf('member'))('but no role is refused %s', async (name) => {
    for (const role of roles)
      expect([role, isLetIn(await told(name, office.single[role].headers))]).toEqual([role, true])
  })
})

describe('a case is as unknown as a number that nobody has', () => {
  describe('to who may do it in another category only:', () => {
    it.each(onCase)('%s', async (name) => {
      const { limited, real } = office
      const nobodys = await told(name, limited.headers, nowhere)
      expect(nobodys).toMatchObject({ status: 404 })
      expect(await told(name, limited.headers, real)).toEqual(nobodys)
    })
  })

  describe('to whom it concerns and who stands under them, and to nobody else:', () => {
    it.each(onCase)('%s', async (name) => {
      const { concerned, under, colleague, guarded } = office
      for (const { headers } of [concerned, under]) {
        const nobodys = await told(name, headers, nowhere)
        expect(nobodys).toMatchObject({ status: 404 })
        expect(await told(name, headers, guarded)).toEqual(nobodys)
      }
      const answer = await told(name, colleague.headers, guarded)
      expect(isLetIn(answer), JSON.stringify(answer)).toBe(true)
    })
  })
})

describe('an unknown id, and one of another case or account, is told alike by', () => {
  it.each([...ofStaff, ...rowsOf('account')].filter(namesSomething))('%s', async (name) => {
    const { colleague, real, guarded } = office
    const unknown = await told(name, colleague.headers, { ...nowhere, number: real.number })
    if (!isolationRows[name]!.id) return
    expect(unknown).toMatchObject({ status: 404 })
    const isOthers = name.includes('{number}') || isolationRows[name]!.who === 'account'
    if (isOthers) expect(await told(name, colleague.headers, { ...guarded, number: real.number })).toEqual(unknown)
  })
})

describe('without the code of just this complaint a reporter hears the same as of one that is nowhere, from', () => {
  it.each(rowsOf('reporter'))('%s', async (name) => {
    const { real, guarded, abroad, colleague } = office
    const bearer = (code: string) => ({ Authorization: `Bearer ${code}` })
    const nobodys = await told(name, bearer(real.code), nowhere)
    expect(nobodys).toMatchObject({ status: 404, code: 'complaint/not-found' })
    for (const headers of [
      bearer(nowhere.code),
      bearer(guarded.code),
      bearer(abroad.code),
      bearer(''),
      colleague.headers,
    ]) {
      expect(await told(name, headers)).toEqual(nobodys)
    }
    expect(await told(name, bearer(abroad.code), abroad)).toEqual(nobodys)
    expect(await told(name, bearer(real.code), real, elsewhere)).toEqual(nobodys)
    const own = await told(name, bearer(abroad.code), abroad, elsewhere)
    expect(isLetIn(own), JSON.stringify(own)).toBe(true)
  })
})

describe('the key of a program', () => {
  it.each(rowsOf('program'))('with the scope, of this unit, and no other, opens %s', async (name) => {
    const { programs, colleague, real, guarded, abroad } = office
    const [scope] = operations.get(name)!.scopes
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

  it.each(withSession)('does not open %s', async (name) => {
    expect(await told(name, office.programs.ofAll.headers)).toMatchObject({ status: 401, code: 'session/required' })
  })

  it.each(rowsOf('reporter'))('opens no complaint for a reporter: %s', async (name) => {
    const { programs, real } = office
    expect(await told(name, programs.ofAll.headers)).toEqual(
      await told(name, { Authorization: `Bearer ${real.code}x` }),
    )
  })
})

describe('anybody may ask, in every unit that there is:', () => {
  it.each(rowsOf('anybody'))('%s', async (name) => {
    expect(await told(name, {})).not.toMatchObject({ code: 'session/required' })
    if (!name.includes('{tenant}')) return
    expect(await told(name, {}, nowhere, 'tidak-ada')).toMatchObject({ status: 404, code: 'tenant/unknown' })
  })
})

describe('eleven hours later', () => {
  it('no session is good for anything', async () => {
    const { folder } = service.running
    expect(await service.running.stop()).toBe(0)
    const running = await startProcess({
      LIMITS: 'off',
      DATA_DIR: folder,
      NODE_OPTIONS: clockAt(Date.now() + 11 * 3_600_000),
    })
    onTestFinished(() => running.kill())
    for (const name of withSession) {
      const { headers } = name.includes(' /operator/') ? office.platform : office.colleague
      const answer = await toldBy(ask(running.url, office, name, { headers, things: office.real, unit: here }))
      expect([name, answer]).toMatchObject([name, { status: 401, code: 'session/required' }])
    }
  })
})
