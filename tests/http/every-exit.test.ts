import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import type { EvaluationList } from '../../service/contract/figures.ts'
import type { ApprovalView } from '../../service/contract/keeping.ts'
import type { CreatedApiKey } from '../../service/contract/programs.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { TransferList } from '../../service/contract/transfers.ts'
import { amongStaff, fileTelling, letterOf, openIdentityOf, plantedWords, workOnIt } from '../support/a-planted-case.ts'
import { aWhatsAppThatAnswersNobody, tellAsWhatsApp } from '../support/a-whatsapp-message.ts'
import { readText } from '../support/isolation-walk.ts'
import { lettersOn, setLetters } from '../support/letters-on.ts'
import { officeMonth } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { type StandInProvider, startStandInProvider } from '../support/stand-in-provider.ts'
import { type StandInSmtp, startStandInSmtp } from '../support/stand-in-smtp.ts'

const environment: Record<string, string> = { ...aWhatsAppThatAnswersNobody, CHAT_INTAKE: 'off' }
const heard: string[] = []
const receiver = createServer((request, response) => {
  request.on('data', (piece) => heard.push(String(piece)))
  request.on('end', () => response.writeHead(204).end())
})
let smtp: StandInSmtp
let whatsApp: StandInProvider
beforeAll(async () => {
  smtp = await startStandInSmtp()
  let taken = 0
  whatsApp = await startStandInProvider(() => ({ status: 200, body: { messages: [{ id: `wamid.${++taken}` }] } }))
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  const { port } = receiver.address() as AddressInfo
  Object.assign(environment, {
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Aduan <aduan@aduan.example>',
    WHATSAPP_BASE_URL: whatsApp.url,
    OUTBOUND_ALLOW: `127.0.0.1:${port}`,
  })
})
afterAll(async () => {
  await smtp.close()
  await whatsApp.close()
  receiver.closeAllConnections()
  receiver.close()
})
// After the stand-ins: it starts with their addresses.
const service = oneService(environment)

/** Files that a walk does not read, and why a planted word cannot be in them, or may. */
const notWalked: Readonly<Record<string, string>> = {
  'GET /tenants/{tenant}/complaints/{number}/evidence/{id}': 'the reporter’s own file, for the reporter',
  'GET /tenants/{tenant}/cases/{number}/evidence/{id}/viewing-copy': 'evidence-in-confidence.test.ts',
  'GET /tenants/{tenant}/cases/{number}/evidence/{id}/playing': 'plays in place, and only to who works on the case',
  'POST /tenants/{tenant}/cases/{number}/evidence/{id}/original': 'given for a reason that the reporter reads',
  'GET /tenants/{tenant}/papers/{id}/paper.pdf':
    'minutes stand as whoever was heard signed them; a text that names the reporter is refused without a reason',
  'POST /tenants/{tenant}/letter-prints': 'bears the address on a sheet of its own; its words are walked as the letter',
  'POST /tenants/{tenant}/settings/letters/preview.pdf': 'a letter to somebody who never was',
  'GET /tenants/{tenant}/destructions/{id}/record.pdf': 'counts alone: the case is gone',
  'POST /tenants/{tenant}/old-books/{id}/not-taken.csv': 'rows of a file that the same person brought',
  'GET /tenants/{tenant}/inbound/{id}/files/{file}/viewing-copy': 'belongs to no case yet',
  'GET /tenants/{tenant}/alerts/events': 'the alerts, as they come',
  'GET /webhooks/whatsapp': 'a number of the provider’s own',
  'GET /tenants/{tenant}/complaints/{number}/record.pdf': 'the copy of the reporter’s data; waits for a missed date',
}

async function readableOf(answer: Response): Promise<string> {
  if (!answer.ok) throw new Error(`${answer.url} ${answer.status} ${await answer.text()}`)
  return readText(answer)
}

async function exported(format: 'csv' | 'xlsx' | 'pdf') {
  const head = await service.staff('kepala')
  const asked = await head.post('/approvals', { act: 'export-register', reason: 'Laporan tahunan.' })
  const { id } = (await asked.json()) as ApprovalView
  const auditor = await service.staff('inspektorat')
  await auditor.post(`/approvals/${id}/decision`, { granted: true, because: 'Setuju.' })
  return readableOf(await head.post(`/approvals/${id}/register.${format}`, {}))
}

async function addReceiver() {
  const { port } = receiver.address() as AddressInfo
  const events = ['complaint.received', 'complaint.status_changed', 'complaint.overdue', 'complaint.closed']
  const head = await service.staff('kepala')
  expect((await head.post('/webhooks', { url: `http://127.0.0.1:${port}/`, events })).status).toBe(201)
}

async function readByAProgram(number: string) {
  const head = await service.staff('kepala')
  const key = { name: 'Dasbor kabupaten', scopes: ['cases:read', 'statistics:read'], days: 30 }
  const { text } = (await (await head.post('/api-keys', key)).json()) as CreatedApiKey
  const headers = { Authorization: `Bearer ${text}` }
  const paths = ['/cases', `/cases/${number}`, '/statistics']
  const read = paths.map(async (path) =>
    readableOf(await fetch(`${service.unit().api}/integration${path}`, { headers })),
  )
  return (await Promise.all(read)).join(' ')
}

/** What the other unit reads before it takes the case, and of the case there. */
async function transferred(): Promise<string> {
  const { number, picture, sound } = await fileTelling(service)
  const verifier = await service.staff('verifikator')
  await verifier.act(number, 'redact', { words: ['Karno'], because: 'Agar tidak dikenal.' })
  const order = {
    to: 'unit',
    unit: 'dinas-contoh',
    reason: 'Zulaikha dan Karno orang sana.',
    evidence: [picture, sound],
  }
  const sent = await verifier.act(number, 'forward', { ...order, leakReason: 'Kata itu disamarkan.' })
  expect(sent.status).toBe(200)
  const theirs = await service.staff('verifikator', 'dinas-contoh')
  const offered = await vi.waitUntil(
    async () =>
      ((await (await theirs.get('/transfers')).json()) as TransferList).items.find((one) => one.fromNumber === number),
    { timeout: 60_000, interval: 50 },
  )
  const taken = await theirs.post(`/transfers/${offered.id}/acceptance`, { category: 'slow_service' })
  const there = ((await taken.json()) as { number: string }).number
  const pages = [`/cases/${there}`, `/cases/${there}/print.pdf`, `/cases/${there}/receipt.pdf`]
  const read = await Promise.all(pages.map(async (path) => readableOf(await theirs.get(path))))
  return [JSON.stringify(offered), ...read].join(' ')
}

/** The unit opens all that it can, with a case whose reporter is named. */
async function readByAnybody() {
  const admin = await service.staff('admin')
  const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
  const { malwareScanner: _, rulePacks: __, decreedYears: ___, ...body } = settings
  const categories = settings.categories.map((one) => ({ ...one, published: true, similarTold: true }))
  const saved = await fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...body, categories, publicStatistics: true }),
  })
  expect(saved.status).toBe(200)
  const category = settings.categories.find((one) => one.class === 'non_oversight')?.code ?? ''
  await fileTelling(service, { privacy: 'named', category })
  const paths = [
    '/open311/requests.json',
    '/open311/requests.xml',
    `/categories/${category}/similar`,
    '/public-statistics',
    '',
  ]
  const read = paths.map(async (path) => readableOf(await fetch(service.unit().api + path)))
  return (await Promise.all(read)).join(' ')
}

/** Its notices leave by WhatsApp: the reporter wrote to the office that day. */
async function fileByWhatsApp(): Promise<string> {
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const opened = await tellAsWhatsApp(service.url, { messages: [{ from: '6281200007788', timestamp, text: {} }] })
  expect(opened.status).toBe(200)
  const { number } = await fileTelling(service, {}, ['whatsapp'])
  await expect.poll(() => whatsApp.requests.filter(({ body }) => body.includes(number)).length).toBeGreaterThan(0)
  return number
}

/** The names under which files are kept elsewhere; what-leaves.test.ts looks at their pixels. */
async function namesOfFiles({ number, picture, sound }: Awaited<ReturnType<typeof fileTelling>>): Promise<string> {
  const verifier = await service.staff('verifikator')
  const path = (id: string) => `/cases/${number}/evidence/${id}`
  const given = [
    await verifier.get(path(picture)),
    await verifier.get(`${path(picture)}/viewing-copy`),
    await verifier.post(`${path(sound)}/original`, { reason: 'Diminta penyidik.' }),
  ]
  expect(given.map(({ status }) => status)).toEqual([200, 200, 200])
  return given.map(({ headers }) => decodeURIComponent(headers.get('content-disposition') ?? '')).join(' ')
}

it('every way out is walked: none bears who complained or what staff took out, and the reporter reads nothing that is among staff', async () => {
  expect((await setLetters(service, lettersOn)).status).toBe(200)
  await addReceiver()
  const filed = await fileTelling(service)
  const { number } = filed
  const { verifier, head, slip } = await workOnIt(service, filed)
  const auditor = await service.staff('inspektorat')
  const as = async (path: string, staff = verifier) => readableOf(await staff.get(path))
  const month = officeMonth()
  const { items } = (await (await head.get('/evaluations')).json()) as EvaluationList
  const entry = await fileByWhatsApp()
  await verifier.act(entry, 'redact', { words: ['Karno'], because: 'Agar tidak dikenal.' })

  const ways: Record<string, string> = {
    'GET /tenants/{tenant}/cases/{number}/print.pdf': await as(`/cases/${number}/print.pdf`),
    'the print in English': await readableOf(
      await fetch(`${service.unit().api}/cases/${number}/print.pdf`, {
        headers: { ...verifier.headers, 'Accept-Language': 'en' },
      }),
    ),
    'GET /tenants/{tenant}/cases/{number}/dispositions/{id}/slip.pdf': await as(`${slip}/slip.pdf`),
    'GET /tenants/{tenant}/cases/{number}/receipt.pdf': await as(`/cases/${number}/receipt.pdf`),
    'the entry for LAPOR!': await readableOf(
      await verifier.post(`/cases/${entry}/lapor-entry`, { leakReason: 'Kata itu disamarkan.' }),
    ),
    'POST /tenants/{tenant}/approvals/{id}/register.csv': await exported('csv'),
    'POST /tenants/{tenant}/approvals/{id}/register.xlsx': await exported('xlsx'),
    'POST /tenants/{tenant}/approvals/{id}/register.pdf': await exported('pdf'),
    'GET /tenants/{tenant}/reports/{id}/report.pdf': await as(`/reports/${month}/report.pdf`, head),
    'GET /tenants/{tenant}/reports/{id}/report.xlsx': await as(`/reports/${month}/report.xlsx`, head),
    'GET /tenants/{tenant}/evaluations/{id}/report.pdf': await as(`/evaluations/${items[0]?.id}/report.pdf`, head),
    'GET /tenants/{tenant}/evaluations/{id}/report.xlsx': await as(`/evaluations/${items[0]?.id}/report.xlsx`, head),
    'GET /tenants/{tenant}/log/log.csv': await as('/log/log.csv', auditor),
    'GET /tenants/{tenant}/log/log.xlsx': await as('/log/log.xlsx', auditor),
    'what programs read': await readByAProgram(number),
    'what anybody reads': await readByAnybody(),
    'the transfer, and the case there': await transferred(),
    'the letter': await letterOf(verifier, filed),
    'the access log': await as('/log', head),
    'alerts to staff': await as('/alerts', head),
    'GET /tenants/{tenant}/cases/{number}/evidence/{id}': await namesOfFiles(filed),
    'the words of webhooks': heard.join(' '),
    'mails to reporters and staff': smtp.delivered
      .map(({ subject, text, html }) => `${subject} ${text} ${html}`)
      .join(' '),
    'messages by WhatsApp': whatsApp.requests.map(({ body }) => body.replace(/"to":"\d+"/, '')).join(' '),
    'what the service writes for its operator': service.running.output(),
  }
  await openIdentityOf(service, number)
  ways['the print of one to whom the identity is open'] = await as(`/cases/${number}/print.pdf`)

  for (const [way, words] of Object.entries(ways)) {
    expect(words.length, way).toBeGreaterThan(20)
    const found = [...plantedWords].filter((word) => words.includes(word))
    expect([way, found, around(words, found[0])]).toEqual([way, [], ''])
  }
  expect(ways['GET /tenants/{tenant}/cases/{number}/print.pdf']).toContain(amongStaff)

  const own: Record<string, string> = {
    'GET /tenants/{tenant}/complaints/{number}/receipt.pdf': await readableOf(await filed.reporter.get('/receipt.pdf')),
    'GET /tenants/{tenant}/complaints/{number}/own-data.html': await readableOf(
      await filed.reporter.get('/own-data.html'),
    ),
    'the reporter’s page': await readableOf(await filed.reporter.get()),
    'the copy of the reporter’s data': await readableOf(await filed.reporter.get('/own-data')),
  }
  for (const [way, words] of Object.entries(own)) {
    for (const word of [amongStaff, 'Bayu Peraga', 'Citra Peraga', 'Dewi Peraga'])
      expect([way, word, around(words, word)]).toEqual([way, word, ''])
  }
  const { history } = (await (await filed.reporter.get('/own-data')).json()) as ComplaintView
  expect(history.find(({ event }) => event === 'original_taken')?.text).toMatch(/^Bukti ke-1: /)
  expect(JSON.stringify(history)).not.toContain('.jpg')

  const walked = [...Object.keys(ways), ...Object.keys(own), ...Object.keys(notWalked)]
  const files = await filesOfTheApi()
  expect(files.filter((name) => !walked.includes(name))).toEqual([])
  expect(Object.keys(notWalked).filter((name) => !files.includes(name))).toEqual([])
})

function around(text: string, word: string | undefined): string {
  const at = word === undefined ? -1 : text.indexOf(word)
  return at < 0 ? '' : text.slice(Math.max(0, at - 60), at + 40)
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>
}

/** Every operation that answers with something else than JSON. */
async function filesOfTheApi(): Promise<string[]> {
  const { paths } = (await (await fetch(`${service.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) =>
        Object.keys(responses['200']?.content ?? {}).some((type) => !type.includes('json') && !type.includes('xml')),
      )
      .map(([method]) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
  )
}
