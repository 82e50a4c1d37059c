import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AlertList, AlertPreferencesView } from '../../service/contract/messages.ts'
import { standardPreferences } from '../../service/offices/inbox/alert-preferences.ts'
import { STREAMS_PER_SESSION } from '../../service/telling/alerts/alerts.ts'
import { aColleague, type enteredBy } from '../support/a-colleague.ts'
import { problemOf } from '../support/a-problem.ts'
import { anAlertLine } from '../support/an-alert-line.ts'
import { type aFiling, anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'
import { patience } from '../support/patience.ts'

const service = oneService()
const here = '/tenants/bagian-organisasi'
type Person = Awaited<ReturnType<typeof enteredBy>>

const alertsOf = async ({ call }: Pick<Person, 'call'>): Promise<AlertList> =>
  (await (await call('GET', `${here}/alerts`)).json()) as AlertList
const kindsOf = async (person: Pick<Person, 'call'>, number: string) =>
  (await alertsOf(person)).items.filter((alert) => alert.number === number).map(({ kind }) => kind)
const verifiers: Person[] = []
async function aVerifier() {
  const verifier = await aColleague(service, ['verifier'])
  verifiers.push(verifier)
  return verifier
}

/** Files until a complaint comes to this verifier first; each of those of the unit is as likely as the others. */
async function aCaseFor(person: Person, filing: Parameters<typeof aFiling>[0] = {}) {
  const demo = await service.staff('verifikator')
  const listsOf = async () => [
    ...(await Promise.all(verifiers.map(alertsOf))),
    (await (await demo.get('/alerts')).json()) as AlertList,
  ]
  for (;;) {
    const receipt = await service.unit().file(filing)
    const isFirst = ({ items }: AlertList) =>
      items.some(({ kind, number }) => kind === 'new_case' && number === receipt.number)
    const lists = await vi.waitUntil(async () => {
      const now = await listsOf()
      return now.some(isFirst) && now
    }, patience(20_000))
    expect(lists.filter(isFirst)).toHaveLength(1)
    if (verifiers[lists.findIndex(isFirst)] === person) return receipt
  }
}
// So that few are left among whom a complaint is drawn.
afterEach(async () => {
  const admin = await service.staff('admin')
  for (const { session } of verifiers.splice(0)) await admin.call('DELETE', `/staff/${session.staff.id}`)
})
const lineOf = ({ headers }: Pick<Person, 'headers'>, more: Readonly<Record<string, string>> = {}) =>
  anAlertLine(service.url, { ...headers, ...more })

describe('staff are told of', () => {
  it('a new complaint, by kind, number and subject, and by no other word of it', async () => {
    const verifier = await aVerifier()
    const { number } = await aCaseFor(verifier, { subject: 'Rahasia Bromo' })
    await verifier.call('GET', `${here}/cases/${number}`)
    const { items } = await alertsOf(verifier)
    const alert = items.find((one) => one.number === number)
    expect(Object.keys(alert ?? {}).sort()).toEqual(['at', 'id', 'kind', 'number', 'read', 'subject', 'times'])
    expect(alert?.subject).toBe('Rahasia Bromo')
    expect(JSON.stringify(items)).not.toMatch(/Siti|illegal_levy/)
    const line = await lineOf(verifier)
    await expect.poll(() => line.events.length).toBe(1)
    expect(JSON.stringify(line.events)).not.toContain('Bromo')
  })

  it('the case that was given to them, the answer of its reporter, and the proposal that waits for the head', async () => {
    const office = service.unit()
    const [verifier, handler] = await Promise.all([aVerifier(), aColleague(service, ['case_handler'])])
    const receipt = await aCaseFor(verifier)
    const { number } = receipt
    const desk = await service.staff('verifikator')
    await desk.act(number, 'verify')
    expect((await desk.act(number, 'dispatch', { handler: handler.session.staff.id })).status).toBe(200)
    await expect.poll(() => kindsOf(handler, number)).toEqual(['dispatched_to_me'])

    const reporter = office.reporter(receipt)
    for (const text of ['Satu lagi.', 'Dan satu lagi.']) await reporter.post('/messages', { text })
    const answers = async () => (await alertsOf(handler)).items.find(({ kind }) => kind === 'reporter_answered')?.times
    await expect.poll(answers).toBe(2)

    const head = await aColleague(service, ['unit_head'])
    const proposal = { outcome: 'clarified', text: 'Sudah kami proses.' }
    const { revision } = (await (await handler.call('GET', `${here}/cases/${number}`)).json()) as { revision: number }
    await handler.call('POST', `${here}/cases/${number}/propose-answer`, { revision, ...proposal })
    await expect.poll(() => kindsOf(head, number)).toEqual(['approval_waits'])
    expect(await kindsOf(handler, number)).toEqual(['reporter_answered', 'dispatched_to_me'])
    expect(await kindsOf(verifier, number)).toEqual(['new_case'])
  })

  it('nothing that they did themselves', async () => {
    const [one, other] = await Promise.all([aVerifier(), aVerifier()])
    const { statements: _, ...story } = anonymousFiling()
    const oral = { ...story, channel: 'telephone', statements: { readBack: true, procedureExplained: true } }
    const taken = await service.unit().post(`/cases`, oral, { ...one.headers, 'Idempotency-Key': 'lisan-1' })
    expect(taken.status).toBe(201)
    const { number } = (await taken.json()) as { number: string }
    await aCaseFor(other)
    for (const person of [one, other]) expect(await kindsOf(person, number)).toEqual([])
  })

  it('nothing of a complaint that names them, and no more of one that turns out to concern them', async () => {
    const [concerned, other] = await Promise.all([aVerifier(), aVerifier()])
    const { number } = await aCaseFor(concerned)
    const head = await service.staff('kepala')
    await head.act(number, 'guard', { staff: [concerned.session.staff.id], because: 'Ia yang dilaporkan.' })
    expect(await kindsOf(concerned, number)).toEqual([])
    const line = await lineOf(concerned)
    await expect.poll(() => line.events.length).toBe(1)
    expect(JSON.stringify(line.events)).not.toContain(number)

    const { number: named } = await aCaseFor(other, { reportedPerson: 'Petugas Citra Peraga' })
    const petugas = await service.staff('petugas')
    expect(await (await petugas.get('/alerts')).text()).not.toContain(named)
  })
})

describe('what somebody has read', () => {
  it('counts no more, for one alert or for all until then, and for nobody else', async () => {
    const [verifier, other] = await Promise.all([aVerifier(), aVerifier()])
    const { number } = await aCaseFor(verifier)
    await aCaseFor(other)
    await aCaseFor(verifier)
    const unread = async (person: Person) => (await alertsOf(person)).unread
    const [mine, others] = [await unread(verifier), await unread(other)]
    expect(mine).toBeGreaterThan(1)
    const { items } = await alertsOf(verifier)
    const of = items.find((alert) => alert.number === number)
    const read = (body: object) => verifier.call('POST', `${here}/alerts/reading`, body)
    expect((await read({ ids: [of?.id] })).status).toBe(204)
    expect(await unread(verifier)).toBe(mine - 1)
    expect((await read({ until: items[0]?.at })).status).toBe(204)
    expect(await unread(verifier)).toBe(0)
    expect(await unread(other)).toBe(others)
  })

  it.each([{}, { ids: [] }, { ids: ['../x'] }, { ids: 'semua' }, { until: 'besok' }, { ids: ['a'], until: 'x' }])(
    'is not said by %j',
    async (body) => {
      const verifier = await service.staff('verifikator')
      expect(await problemOf(await verifier.post('/alerts/reading', body))).toMatchObject({ code: 'request/invalid' })
    },
  )
})

describe('by e-mail', () => {
  const setBy = async ({ call }: Pick<Person, 'call'>, more: Partial<AlertPreferencesView> = {}) => {
    const shown = (await (await call('GET', `${here}/alerts/preferences`)).json()) as AlertPreferencesView
    const { language, ways, digestAt, quiet } = { ...shown, ...more }
    return call('PUT', `${here}/alerts/preferences`, { language, ways, digestAt, quiet })
  }

  it('a person is told as they set it, of a case that came to them', async () => {
    const handler = await aColleague(service, ['case_handler'])
    const set = await setBy(handler, { language: 'en', quiet: { from: '00:00', to: '00:00' } })
    expect(await set.json()).toMatchObject({
      language: 'en',
      email: handler.email,
      kinds: ['dispatched_to_me', 'mentioned', 'not_sent', 'rule', 'reporter_answered', 'clock_near', 'clock_over'],
      mustHear: [],
      lastMail: null,
    })
    const { number } = await service.unit().file()
    const desk = await service.staff('verifikator')
    await desk.act(number, 'verify')
    await desk.act(number, 'dispatch', { handler: handler.session.staff.id })
    const mailbox = async () => (await (await service.staff('admin')).get('/mailbox')).text()
    await expect.poll(mailbox).toContain(`Complaint ${number} was given to you`)
    const mine = async () => (await (await handler.call('GET', `${here}/alerts/preferences`)).json()) as unknown
    await expect.poll(mine).toMatchObject({ lastMail: { sent: false } })
  })

  it('a dead channel is put off by nobody who sets up the unit', async () => {
    const admin = await aColleague(service, ['tenant_admin'])
    const { ways } = standardPreferences
    const refused = await setBy(admin, { ways: { ...ways, channel_dead: 'off' } })
    expect(await problemOf(refused)).toMatchObject({
      status: 400,
      errors: [{ path: 'ways.channel_dead', code: 'cannot-be-off' }],
    })
  })

  it.each([
    { digestAt: '24:00' },
    { digestAt: '07:30\r\nBcc: x@contoh.example' },
    { language: 'fr' },
    { ways: { new_case: 'off' } },
    { ways: { ...standardPreferences.ways, lunch: 'off' } },
    { quiet: { from: '07:00' } },
    { quiet: 'selalu' },
  ])('nothing is set by %j', async (wrong) => {
    const { language, ways, digestAt, quiet } = { ...standardPreferences, ...wrong }
    const verifier = await service.staff('verifikator')
    const answer = await fetch(`${service.unit().api}/alerts/preferences`, {
      method: 'PUT',
      headers: { ...verifier.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ language, ways, digestAt, quiet }),
    })
    expect(await problemOf(answer)).toMatchObject({ code: 'request/invalid' })
  })
})

describe('an open line', () => {
  it('tells at once how much is unread, and then each change, on all screens of the person', async () => {
    const verifier = await aVerifier()
    const lines = await Promise.all([lineOf(verifier), lineOf(verifier)])
    for (const line of lines) {
      expect(line.response.headers.get('content-type')).toBe('text/event-stream')
      await expect.poll(() => line.last()).toEqual({ unread: 0, newest: null, newCases: 0 })
    }
    const { number } = await aCaseFor(verifier)
    for (const line of lines) {
      await expect.poll(line.last).toMatchObject({ unread: 1, newest: { kind: 'new_case', number }, newCases: 1 })
    }
    await verifier.call('POST', `${here}/alerts/reading`, { ids: [lines[0]?.last()?.newest?.id] })
    for (const line of lines) await expect.poll(line.last).toMatchObject({ unread: 0 })
  })

  it('that is opened again tells only what its screen does not know yet', async () => {
    const verifier = await aVerifier()
    const first = await lineOf(verifier)
    const { number } = await aCaseFor(verifier)
    await expect.poll(first.last).toMatchObject({ unread: 1 })
    first.leave()
    const known = first.events.at(-1)?.id ?? ''
    const second = await lineOf(verifier, { 'Last-Event-ID': known })
    const { number: next } = await aCaseFor(verifier)
    await expect.poll(second.last).toMatchObject({ unread: 2, newest: { number: next } })
    expect(second.events).toHaveLength(1)
    const third = await lineOf(verifier, { 'Last-Event-ID': known })
    await expect.poll(third.last).toMatchObject({ unread: 2 })
    expect(number).not.toBe(next)
  })

  it('ends with the session, and not with another one of the same person', async () => {
    const verifier = await aVerifier()
    const elsewhere = await verifier.signIn()
    const [here, there] = [await lineOf(verifier), await lineOf(elsewhere)]
    await expect.poll(() => here.events.length + there.events.length).toBe(2)
    await verifier.call('DELETE', '/session')
    await expect.poll(here.isOver).toBe(true)
    expect(there.isOver()).toBe(false)
  })

  it('ends for who is no longer of the unit', async () => {
    const verifier = await aVerifier()
    const line = await lineOf(verifier)
    await expect.poll(() => line.events.length).toBe(1)
    const admin = await service.staff('admin')
    const removed = await fetch(`${service.unit().api}/staff/${verifier.session.staff.id}`, {
      method: 'DELETE',
      headers: admin.headers,
    })
    expect(removed.status).toBe(204)
    await expect.poll(line.isOver).toBe(true)
  })

  it('leaves a browser connections for its work: a session has three', async () => {
    const verifier = await aVerifier()
    const lines = []
    for (let more = 0; more < STREAMS_PER_SESSION; more++) lines.push(await lineOf(verifier))
    const { response } = await lineOf(verifier)
    expect(await problemOf(response)).toMatchObject({ status: 429, code: 'alerts/too-many-lines' })
    lines[0]?.leave()
    await expect.poll(async () => (await lineOf(verifier)).response.status).toBe(200)
  })

  it('holds up no stop of the service', async () => {
    const line = await lineOf(await aVerifier())
    verifiers.length = 0
    await expect.poll(() => line.events.length).toBe(1)
    expect(await service.running.stop()).toBe(0)
    await expect.poll(line.isOver).toBe(true)
  })
})
