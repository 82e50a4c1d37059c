import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { masterKeyFile } from '../../service/adapters/files/kept-files.ts'
import { makePracticePass } from '../../service/adapters/node-crypto/secrets.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { aFolder } from '../support/a-folder.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { aFiling, aKey, unitAt } from '../support/an-office.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { askOpening, opening } from '../support/ask-again.ts'
import { filesIn } from '../support/files-in.ts'
import { operationsOf } from '../support/isolation-walk.ts'
import { officeMonth } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'
import { type StandInProvider, startStandInProvider } from '../support/stand-in-provider.ts'
import { type StandInSmtp, startStandInSmtp } from '../support/stand-in-smtp.ts'

/** Everything outside that the service could tell something: mail, WhatsApp, SMS, and the program of an office. */
const environment: Record<string, string> = {
  WHATSAPP_TOKEN: 'token-contoh',
  WHATSAPP_PHONE_ID: '1000',
  ...withOperator,
}
let mail: StandInSmtp
const outside: StandInProvider[] = []
beforeAll(async () => {
  mail = await startStandInSmtp()
  environment.SMTP_URL = mail.url
  for (const name of ['WHATSAPP_BASE_URL', 'SMS_URL', 'PROGRAM']) {
    const provider = await startStandInProvider(() => ({ status: 200, body: { messages: [{ id: 'wamid.1' }] } }))
    outside.push(provider)
    environment[name] = provider.url
  }
  environment.OUTBOUND_ALLOW = new URL(environment.PROGRAM!).host
})
afterAll(() => Promise.all([mail, ...outside].map((one) => one.close())))
// After the stand-ins: it starts with their addresses.
const service = oneService(environment)

const unit = 'bagian-organisasi'
const room = `${unit}.latihan`
/** Together they may read whatever the unit can. */
const people = ['kepala', 'admin', 'inspektorat'] as const
const word = 'Kelimutu'
const inRoom = (path: string) => `${service.url}/api/v1/tenants/${room}${path}`

async function practise(mailbox: string, path: string, body?: unknown): Promise<Response> {
  const { headers } = await service.staff(mailbox)
  const ask = (to: string, what?: unknown) =>
    fetch(inRoom(to), {
      method: what === undefined ? 'GET' : 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
      ...(what !== undefined && { body: JSON.stringify(what) }),
    })
  return askOpening(
    () => ask(path, body),
    (number) => ask(`/cases/${number}/opening`, opening),
  )
}
const seen = async (number: string): Promise<CaseView> => (await practise('kepala', `/cases/${number}`)).json()
async function act(mailbox: string, number: string, verb: string, body: object = {}): Promise<Response> {
  const { revision } = await seen(number)
  return practise(mailbox, `/cases/${number}/${verb}`, { revision, ...body })
}

async function enter(details: object = {}): Promise<ReceiptView> {
  const { statements: _, ...story } = aFiling({ subject: `Latihan ${word}` })
  const statements = { readBack: true, procedureExplained: true }
  const reporter = { ...story.reporter, channels: ['email', 'whatsapp', 'sms'] }
  const entered = await practise('petugas', '/cases', {
    ...story,
    reporter,
    channel: 'telephone',
    statements,
    ...details,
  })
  expect(entered.status).toBe(201)
  return entered.json()
}

/** A case from its receipt to its answer, each step by the person whose work it is. */
async function aPractisedCase(): Promise<ReceiptView> {
  const receipt = await enter()
  const { number } = receipt
  const handler = (await service.staff('petugas')).session.staff.id
  const answer = { outcome: 'substantiated', text: `Jawaban ${word}.` }
  for (const step of [
    await act('verifikator', number, 'verify'),
    await act('kepala', number, 'dispatch', { handler, instruction: 'Latih.' }),
    await act('petugas', number, 'propose-answer', answer),
    await act('kepala', number, 'answer'),
  ])
    expect(step.status).toBe(200)
  return receipt
}

/** Every figure, list, export and page that the unit, its operator and the public can read, as each of them reads it. */
async function readEverything(): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>()
  const reads = (await operationsOf(service.url)).filter(({ name }) => /^GET [^{]*(\{tenant\}[^{]*)?$/.test(name))
  for (const { name, scheme } of reads) {
    const path = `/api/v1${name.slice(4).replace('{tenant}', unit)}`
    if (path.endsWith('/events')) continue
    const readers = scheme === 'session' ? people : [null]
    for (const reader of readers) {
      const headers = reader ? (await service.staff(reader)).headers : {}
      const answer = await fetch(`${service.url}${path}`, { headers })
      if (answer.ok) read.set(`${reader} ${path}`, await answer.text())
    }
    if (!name.includes('/operator/')) continue
    const { headers } = await anOperator(service)
    read.set(`operator ${path}`, await (await fetch(`${service.url}${path}`, { headers })).text())
  }
  const pages = ['/', '/metrics', '/.well-known/jwks.json', `/t/${unit}`, `/t/${unit}/statistics`, `/t/${unit}/office`]
  for (const page of pages) read.set(page, await (await fetch(`${service.url}${page}`)).text())
  return read
}

/** Only counts: what changes by being read, and moments, are left out. */
const figuresIn = (read: ReadonlyMap<string, string>) =>
  new Map(
    [...read].filter(([name]) => /statistics|report|evaluation|today|cases|late|work|count|export|register/.test(name)),
  )
const timeless = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T').replace(/"[\w-]{16}"/g, '"id"')

describe('a case that is only practice', () => {
  it('is in no figure, list, export or page, and is told to nobody outside, while a real one is', async () => {
    const added = await fetch(`${service.unit().api}/webhooks`, {
      method: 'POST',
      headers: { ...(await service.staff('kepala')).headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        url: `${environment.PROGRAM}/`,
        events: ['complaint.received', 'complaint.status_changed'],
      }),
    })
    expect(added.status).toBe(201)
    const before = await readEverything()
    const { number, trackingCode } = await aPractisedCase()
    expect(number).toMatch(/^LATIHAN-\d{4}-\d{6}$/)
    // The notices are over, and none of them left.
    await expect
      .poll(async () => (await seen(number)).notices.map(({ state }) => state))
      .toEqual(['unreachable', 'unreachable', 'unreachable'])
    const after = await readEverything()

    const naming = [...after].filter(([, text]) => /LATIHAN|\.latihan/.test(text) || text.includes(word))
    expect(naming.map(([name]) => name)).toEqual([])
    const changed = [...figuresIn(after)].filter(([name, text]) => timeless(text) !== timeless(before.get(name) ?? ''))
    expect(changed.map(([name]) => name)).toEqual([])
    expect([figuresIn(after).size >= 20, after.size >= 80]).toEqual([true, true])

    // A real complaint behind it arrives everywhere, so what practice left would have arrived before.
    const real = await service.unit().file()
    const program = outside[2]!
    const isTold = ({ body }: { readonly body: string }) => body.includes(real.number)
    await vi.waitUntil(() => program.requests.some(isTold), { timeout: 60_000, interval: 50 })
    await vi.waitUntil(() => mail.delivered.some(({ text }) => text?.includes(real.number)), {
      timeout: 60_000,
      interval: 50,
    })
    const told = [
      ...outside.flatMap(({ requests }) => requests.map(({ body }) => body)),
      ...mail.delivered.map(({ text }) => text),
    ]
    expect(told.filter((text) => text?.includes('LATIHAN') || text?.includes(word))).toEqual([])
    // And it counts, so the figures would have changed.
    const counted = await (await service.staff('kepala')).get('/statistics')
    expect(await counted.text()).not.toBe(before.get(`kepala /api/v1/tenants/${unit}/statistics`))

    // Nor is it followed as a case of the unit.
    const reporter = unitAt(service.url).reporter({ number, trackingCode })
    expect(await refusalIn(reporter.get())).toBe('404 complaint/not-found')
  })

  it('says so wherever it is shown: number, form, every page of what is printed, and the check of a receipt', async () => {
    const { number, trackingCode, verifyUrl } = await aPractisedCase()
    const staff = (await service.staff('petugas')).headers
    const form = await fetch(`${service.url}/t/${room}/form`, { headers: staff })
    expect([form.status, (await form.text()).includes('LATIHAN – ')]).toEqual([200, true])
    const asReporter = { headers: { ...staff, Authorization: `Bearer ${trackingCode}` } }
    const papers = [
      await fetch(inRoom(`/complaints/${number}/receipt.pdf`), asReporter),
      await practise('kepala', `/cases/${number}/print.pdf`),
    ]
    for (const paper of papers) {
      const { text, pages } = readPdf(new Uint8Array(await paper.arrayBuffer()))
      expect([paper.status, text.split('\n').filter((line) => line === 'LATIHAN').length]).toEqual([200, pages])
    }
    const check = await (await fetch(verifyUrl)).text()
    expect(check).toContain('Ini tanda terima latihan')
    expect(check).not.toContain('Tanda terima ini kami keluarkan')
    const real = await service.unit().file()
    const own = await fetch(`${service.unit().api}/complaints/${real.number}/receipt.pdf`, {
      headers: { Authorization: `Bearer ${real.trackingCode}` },
    })
    expect(readPdf(new Uint8Array(await own.arrayBuffer())).text).not.toContain('LATIHAN')
  })

  it('changes nothing of the unit and does not leave it, and offers no way to', async () => {
    const { number } = await enter()
    expect((await seen(number)).mayNoteLapor).toBe(false)
    const units = await practise('kepala', '/other-units')
    expect([units.status, await units.json()]).toEqual([200, { items: [] }])
    await act('verifikator', number, 'verify')
    const there = { to: 'unit', unit: 'dinas-contoh', reason: 'Wewenang dinas itu.', evidence: [] }
    expect(await refusalIn(act('kepala', number, 'forward', there))).toBe('409 practice/stays-here')
    expect(await refusalIn(practise('verifikator', `/cases/${number}/lapor-entry`, {}))).toBe('409 practice/stays-here')
    for (const [mailbox, path] of [
      ['admin', '/settings'],
      ['admin', '/staff'],
      ['kepala', '/webhooks'],
      ['kepala', '/api-keys'],
      ['kepala', '/log'],
      ['kepala', '/retention'],
      ['admin', '/mailbox'],
      ['kepala', '/incidents'],
    ] as const)
      expect([path, (await practise(mailbox, path)).status]).toEqual([path, 403])
    const month = officeMonth()
    for (const path of [
      `/reports/${month}/report.pdf`,
      '/statistics',
      '/evaluations',
      '/lapor',
      '/transfers',
      '/public-statistics',
    ])
      expect([path, await refusalIn(practise('kepala', path))]).toEqual([path, '409 practice/stays-here'])
  })

  it('is there for the staff of its unit alone', async () => {
    const { number } = await enter()
    for (const path of [`/t/${room}`, `/t/${room}/form`, `/api/v1/tenants/${room}`, `/practice/${room}`])
      expect([path, (await fetch(`${service.url}${path}`)).status]).toEqual([path, 404])
    const file = unitAt(service.url, room).send(aFiling())
    expect(await refusalIn(file)).toBe('404 tenant/unknown')
    const other = await unitAt(service.url, 'dinas-contoh').signIn('kepala')
    expect(await refusalIn(fetch(inRoom(`/cases/${number}`), { headers: other.headers }))).toBe('404 tenant/unknown')
    const transfer = { to: 'unit', unit: room, reason: 'Coba.', evidence: [] }
    const real = await service.unit().file()
    const head = await service.staff('kepala')
    await head.act(real.number, 'verify')
    expect(await refusalIn(head.act(real.number, 'forward', transfer))).toBe('400 request/invalid')
  })
})

describe('aduan try', () => {
  const run = (...parameters: string[]) =>
    aduan({ DATA_DIR: service.running.folder, PUBLIC_URL: service.url }, 'try', ...parameters)

  it('files with evidence, follows, answers, prints and deletes, and leaves nothing behind, not even a file', async () => {
    const evidence = () =>
      filesIn(join(service.running.folder, 'evidence')).then(
        (files) => [...files.keys()],
        () => [],
      )
    const before = await evidence()
    const { out, err, code } = await run(unit)
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n').filter((line) => line.startsWith('ok'))).toHaveLength(13)
    expect(service.running.output()).not.toContain('"level":50')
    expect(await evidence()).toEqual(before)
    // The next one begins at once, so the room is empty.
    expect((await run(unit)).code).toBe(0)
  })

  it('says which step failed and what came, and ends with 1', async () => {
    const missing = await run('tidak-ada')
    expect([missing.code, missing.out.split('\n')[0]]).toEqual([1, expect.stringContaining('FAILED')])
    const unreached = await run(unit, '--at', 'http://127.0.0.1:9')
    expect([unreached.code, unreached.out]).toEqual([1, expect.stringContaining('not reached')])
    const elsewhere = await aduan({ DATA_DIR: await aFolder(), PUBLIC_URL: service.url }, 'try', unit)
    expect([elsewhere.code, elsewhere.err]).toEqual([2, expect.stringContaining('There is no master key')])
  })

  it('that dies halfway is the room of nobody else for five minutes, and opens nothing but that room', async () => {
    const pass = await makePracticePass(await masterKeyFile(service.running.folder), unit, () => instantOf(new Date()))
    const headers = { 'X-Practice-Pass': pass, 'Content-Type': 'application/json' }
    const ask = (method: string, path: string, body?: unknown, more = {}) =>
      fetch(`${service.url}${path}`, {
        method,
        headers: { ...headers, ...more },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    const trying = `/api/v1/tenants/${unit}.uji`
    expect((await ask('PUT', `/practice/${unit}.uji`)).status).toBe(200)
    const filed = await ask('POST', `${trying}/complaints`, aFiling(), { 'Idempotency-Key': aKey() })
    expect(filed.status).toBe(201)
    expect(await refusalIn(ask('PUT', `/practice/${unit}.uji`))).toBe('409 practice/under-way')
    const second = await run(unit)
    expect([second.code, second.out, second.err]).toEqual([2, '', expect.stringContaining('Another try')])

    for (const path of [`/api/v1/tenants/${unit}/cases`, `/api/v1/tenants/${room}/cases`, '/api/v1/operator/tenants'])
      expect([path, (await ask('GET', path)).status]).toEqual([
        path,
        expect.toSatisfy((status) => status === 401 || status === 404),
      ])
    for (const path of ['/settings', '/staff', '/log', '/api-keys'])
      expect([path, (await ask('GET', `${trying}${path}`)).status]).toEqual([path, 403])
    expect(await (await ask('GET', `${trying}/colleagues`)).text()).not.toContain('Citra')
    expect((await ask('DELETE', `/practice/${unit}.uji`)).status).toBe(204)
    expect(((await (await ask('GET', `${trying}/cases`)).json()) as { items: unknown[] }).items).toEqual([])
  })
})
