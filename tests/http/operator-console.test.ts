import { describe, expect, it } from 'vitest'
import type {
  AnnouncementListView,
  BillOfMaterials,
  OperatorLogView,
  OwnAnnouncementsView,
  TaskListView,
} from '../../service/contract/installation.ts'
import type { InvitedOperatorView, OperatorListView } from '../../service/contract/staff.ts'
import { aColleague, enteredBy, knock } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { anOperator, setUpFactor, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService(withOperator)

type Call = (method: string, path: string, body?: unknown) => Promise<Response>

async function asOperator(): Promise<{ readonly call: Call }> {
  const { headers } = await anOperator(service)
  return {
    call: (method, path, body) =>
      fetch(`${service.url}/api/v1/operator${path}`, {
        method,
        headers: { ...headers, 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  }
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

const anAnnouncement = (details: Record<string, unknown> = {}) => ({
  text: { id: 'Layanan berhenti sebentar.', en: 'The service stops for a while.' },
  level: 'notice',
  from: inDays(-1),
  until: inDays(1),
  units: null,
  ...details,
})

/** What somebody of a unit reads. */
async function readBy(mailbox: string, unit?: string) {
  const { headers } = await service.staff(mailbox, unit)
  const own = `${service.url}/api/v1/account/announcements`
  return {
    list: async () => ((await (await fetch(own, { headers })).json()) as OwnAnnouncementsView).items,
    putAway: (id: string) => fetch(`${own}/${id}/dismissal`, { method: 'POST', headers }),
  }
}

describe('an announcement of the operator', () => {
  it('is read by staff of the units that it is for, the gravest first, until they put it away or it ends', async () => {
    const { call } = await asOperator()
    await call('POST', '/announcements', anAnnouncement())
    const urgent = anAnnouncement({ level: 'urgent', units: ['dinas-contoh'] })
    const listed = (await (await call('POST', '/announcements', urgent)).json()) as AnnouncementListView
    expect(listed.items.map(({ level, madeBy }) => [level, madeBy])).toEqual([
      ['urgent', 'Pengelola layanan'],
      ['notice', 'Pengelola layanan'],
    ])
    const [head, other] = [await readBy('kepala'), await readBy('admin', 'dinas-contoh')]
    expect((await head.list()).map(({ level }) => level)).toEqual(['notice'])
    expect((await other.list()).map(({ level }) => level)).toEqual(['urgent', 'notice'])

    const [first] = await head.list()
    expect((await head.putAway(first!.id)).status).toBe(200)
    expect(await head.list()).toEqual([])
    expect(await other.list()).toHaveLength(2)
    expect((await call('POST', `/announcements/${listed.items[0]!.id}/end`)).status).toBe(200)
    expect((await other.list()).map(({ level }) => level)).toEqual(['notice'])
  })

  it('is not there before its time, and refused where nobody would read it', async () => {
    const { call } = await asOperator()
    const verifier = await readBy('verifikator')
    const before = (await verifier.list()).length
    await call('POST', '/announcements', anAnnouncement({ from: inDays(1), until: inDays(2) }))
    expect(await verifier.list()).toHaveLength(before)
    const refused = (details: Record<string, unknown>) =>
      refusalIn(call('POST', '/announcements', anAnnouncement(details)))
    expect(await refused({ until: inDays(-0.5) })).toBe('409 announcement/over')
    expect(await refused({ units: ['tidak-ada'] })).toBe('404 tenant/unknown')
    expect(await refused({ text: { id: '', en: 'Only English.' } })).toBe('400 request/invalid')
    expect(await refusalIn(call('POST', '/announcements/tidak-ada/end'))).toBe('404 announcement/unknown')
    expect(await refusalIn(verifier.putAway('tidak-ada'))).toBe('404 announcement/unknown')
  })
})

describe('operators', () => {
  const invite = (call: Call, name: string, email: string) => call('POST', '/operators', { name, email })
  const tokenIn = async (invited: Promise<Response>) =>
    /#\/invitation\/(\S+)$/.exec(((await (await invited).json()) as InvitedOperatorView).setUpUrl)?.[1] ?? ''
  const accept = async (token: string) => {
    const entered = await enteredBy(service, knock(service, '/invitations/acceptance', { token, password }))
    await setUpFactor(entered)
    return entered
  }
  const password = 'kuda-laut-biru-77'

  it('invite one another, each with an account of their own; who is removed can do nothing at once', async () => {
    const { call } = await asOperator()
    const first = await tokenIn(invite(call, 'Rani Contoh', 'rani@pengelola.example'))
    const second = await tokenIn(invite(call, 'Rani Contoh', 'rani@pengelola.example'))
    expect(await refusalIn(knock(service, '/invitations/acceptance', { token: first, password }))).toBe(
      '404 invitation/unknown',
    )
    const rani = await accept(second)
    const asRani = (method: string, path: string) =>
      fetch(`${service.url}/api/v1/operator${path}`, { method, headers: rani.headers })
    const { items } = (await (await asRani('GET', '/operators')).json()) as OperatorListView
    expect(items).toMatchObject([
      { name: 'Pengelola layanan', state: 'active', isSelf: false },
      { name: 'Rani Contoh', state: 'active', isSelf: true },
    ])
    const self = items.find(({ isSelf }) => isSelf)!.id
    expect(await refusalIn(asRani('DELETE', `/operators/${self}`))).toBe('409 operator/self')
    expect(await refusalIn(invite(call, 'Rani Contoh', 'rani@pengelola.example'))).toBe('409 operator/known')

    const left = (await (await call('DELETE', `/operators/${self}`)).json()) as OperatorListView
    expect(left.items.map(({ name }) => name)).toEqual(['Pengelola layanan'])
    expect((await asRani('GET', '/operators')).status).toBe(401)
    const credentials = { email: 'rani@pengelola.example', password }
    expect(await refusalIn(knock(service, '/session', credentials))).toBe('401 session/wrong-credentials')
    expect(await refusalIn(call('DELETE', `/operators/${self}`))).toBe('404 operator/unknown')

    const log = (await (await call('GET', '/log')).json()) as OperatorLogView
    expect(log.items[0]).toMatchObject({ act: 'operator.removed', by: 'Pengelola layanan' })
    expect(log.operators.map(({ name }) => name)).toContain('Rani Contoh')

    const again = await accept(await tokenIn(invite(call, 'Rani Contoh', 'rani@pengelola.example')))
    expect((await fetch(`${service.url}/api/v1/operator/tasks`, { headers: again.headers })).status).toBe(200)
    await call('DELETE', `/operators/${self}`)
  })

  it('begin anew where they once worked for a unit: nothing from then lets them in', async () => {
    const { call } = await asOperator()
    const colleague = await aColleague(service)
    const { headers: own } = await service.staff('admin')
    const member = `${service.url}/api/v1/tenants/bagian-organisasi/staff/${colleague.session.staff.id}`
    expect((await fetch(member, { method: 'DELETE', headers: own })).status).toBe(204)
    const token = await tokenIn(invite(call, 'Rani Contoh', colleague.email))
    const tasks = () => fetch(`${service.url}/api/v1/operator/tasks`, { headers: colleague.headers })
    expect((await tasks()).status).toBe(401)
    const { headers } = await accept(token)
    expect((await fetch(`${service.url}/api/v1/operator/tasks`, { headers })).status).toBe(200)
  })

  it('are nobody who works for a unit, since who runs the service reads no complaint', async () => {
    const { call } = await asOperator()
    const staff = invite(call, 'Vina Peraga', 'verifikator@bagian-organisasi.demo')
    expect(await refusalIn(staff)).toBe('409 operator/is-staff')
    const { headers } = await service.staff('verifikator')
    expect((await fetch(`${service.url}/api/v1/tenants/bagian-organisasi/cases`, { headers })).status).toBe(200)
  })
})

describe('the tasks of the machine', () => {
  it('are told of with their last run and the next', async () => {
    const { call } = await asOperator()
    const read = async () => (await (await call('GET', '/tasks')).json()) as TaskListView
    const arrivals = async () => (await read()).items.find(({ name }) => name === 'arrivals')!
    await expect
      .poll(arrivals)
      .toMatchObject({ last: { hasFailed: false }, everySeconds: 1, isForOne: true, lastFailure: null })
    expect((await read()).isOnDuty).toBe(true)
  })
})

describe('the operators’ log', () => {
  it('tells what operators did, by whom and what it was about, and that the chain is whole', async () => {
    const { call } = await asOperator()
    await call('PUT', '/tenants/dinas-contoh/vouching', { word: { by: 'Dinas Kominfo', basis: 'Surat dan telepon.' } })
    await call('PUT', '/tenants/dinas-contoh/vouching', { word: null })
    const read = async (query = '') => (await (await call('GET', `/log${query}`)).json()) as OperatorLogView
    const { items, chain, operators } = await read()
    expect(items.slice(0, 2)).toMatchObject([
      { by: 'Pengelola layanan', act: 'unit.not_vouched', subject: 'dinas-contoh' },
      { by: 'Pengelola layanan', act: 'unit.vouched', subject: 'dinas-contoh' },
    ])
    expect(chain).toMatchObject({ faults: 0 })
    expect(items.at(-1)).toMatchObject({ by: 'system', act: 'operator.added' })

    const vouched = await read('?act=unit.vouched')
    expect(vouched.items.map(({ act }) => act)).toEqual(['unit.vouched'])
    expect(
      (await read(`?by=${operators.find(({ name }) => name === 'Pengelola layanan')!.id}`)).items.every(
        ({ by }) => by === 'Pengelola layanan',
      ),
    ).toBe(true)
    expect((await read('?by=system')).items).toMatchObject([{ act: 'operator.added' }])
  })
})

it('gives the operator, and nobody else, what the installation consists of', async () => {
  const { call } = await asOperator()
  const { bomFormat, components } = (await (await call('GET', '/materials')).json()) as BillOfMaterials
  expect(bomFormat).toBe('CycloneDX')
  expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(['hono', 'zod', 'lit']))
  const { headers } = await service.staff('kepala')
  expect((await fetch(`${service.url}/api/v1/operator/materials`, { headers })).status).toBe(403)
})
