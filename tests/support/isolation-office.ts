import { expect, vi } from 'vitest'
import type { InvitedStaffView, PushView, StaffMemberView } from '../../service/contract/account.ts'
import type { OldBookView } from '../../service/contract/arrivals.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import type { ApprovalView, IncidentView } from '../../service/contract/keeping.ts'
import type { InboundList } from '../../service/contract/messages.ts'
import type { CaseLetters, PaperView } from '../../service/contract/papers.ts'
import type { AddedWebhook, CreatedApiKey } from '../../service/contract/programs.ts'
import type { BulkView } from '../../service/contract/series.ts'
import type { RolesView } from '../../service/contract/staff.ts'
import type { TemplateView } from '../../service/contract/templates.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { TransferList } from '../../service/contract/transfers.ts'
import { type ApiScope, apiScopes, type Role, roles } from '../../service/offices/vocabulary.ts'
import { aColleague } from './a-colleague.ts'
import { aWhatsAppMessage, aWhatsAppThatAnswersNobody, tellAsWhatsApp } from './a-whatsapp-message.ts'
import { aFiling, unitAt } from './an-office.ts'
import { anOperator } from './an-operator.ts'
import { anIncident, aReceiver } from './isolation-rows.ts'
import { lettersOn, setLetters } from './letters-on.ts'
import { officeDay } from './office-days.ts'
import type { OneService } from './one-service.ts'
import { patience } from './patience.ts'
import { aPng } from './some-files.ts'

export const here = 'bagian-organisasi'
export const elsewhere = 'dinas-contoh'

/** A word that stands in the guarded case alone. */
export const guardedWord = 'Kelimutu'
export const category = 'illegal_levy'
const otherCategory = 'maladministration'

/** What hangs on one case, as it is called where it is not. Made in `aCaseWithAll`. */
export const noCase = {
  number: 'BO-2026-999999',
  code: 'AAAA-AAAA-AAAA-AAAA-AAAA',
  evidence: 'tidak-ada',
  identityRequest: 'tidak-ada',
  dataRequest: 'tidak-ada',
  approval: 'tidak-ada',
  letter: 'tidak-ada',
  disposition: 'tidak-ada',
  paper: 'tidak-ada',
}
/** What else a path can name: things of the unit or of an account. Made in `prepareOffice`. */
const noThing = {
  member: 'tidak-ada',
  leaver: 'tidak-ada',
  unitRole: 'tidak-ada',
  session: 'tidak-ada',
  passkey: 'tidak-ada',
  pushDevice: 'tidak-ada',
  incident: 'tidak-ada',
  wording: 'tidak-ada',
  template: 'tidak-ada',
  channel: 'email',
  form: 'bulk-message',
  months: '2025-1',
  month: '2025-01',
  noPage: '0-0',
  arrival: 'tidak-ada',
  transfer: 'tidak-ada',
  bulk: 'tidak-ada',
  book: 'tidak-ada',
  endedBook: 'tidak-ada',
  apiKey: 'tidak-ada',
  webhook: 'tidak-ada',
  leavingWebhook: 'tidak-ada',
}

type ThingsOfCase = Readonly<typeof noCase>
type ThingsOfUnit = Readonly<typeof noThing>
export type Things = ThingsOfCase & ThingsOfUnit
export const nowhere: Things = { ...noCase, ...noThing }
export const thingsOfCase: readonly string[] = Object.keys(noCase)

export type Colleague = Awaited<ReturnType<typeof aColleague>>
export type PreparedOffice = Awaited<ReturnType<typeof prepareOffice>>

/** So that a message from outside can come in; what goes out there reaches nobody. */
export const withInbound = { ...aWhatsAppThatAnswersNobody, INBOUND_UNIT: here, CHAT_INTAKE: 'off' } as const

/** A message from outside that waits for an officer of the unit. */
async function anArrival(service: OneService, officer: Colleague): Promise<string> {
  expect((await tellAsWhatsApp(service.url, aWhatsAppMessage({ text: 'Saya diminta uang.' }))).status).toBe(200)
  const waiting = async () =>
    ((await (await officer.call('GET', `/tenants/${here}/inbound`)).json()) as InboundList).items[0]
  return (await vi.waitUntil(waiting, { timeout: patience(60_000), interval: 50 })).id
}

/** What a program of a unit sends with its requests. */
async function aProgram(unit: string, maker: Colleague, scopes: readonly ApiScope[]) {
  const made = await maker.call('POST', `/tenants/${unit}/api-keys`, { name: 'Dasbor', scopes, days: 30 })
  const { key, text } = (await made.json()) as CreatedApiKey
  return { id: key.id, headers: { Authorization: `Bearer ${text}` } }
}

/** The file of an old register that waits for its admin. */
async function anOldBook(service: OneService, { headers }: Colleague): Promise<string> {
  const body = 'Tanggal,Uraian\n3/1/2023,Pungutan di loket.\n'
  const brought = await fetch(`${service.url}/api/v1/tenants/${here}/old-books`, { method: 'POST', headers, body })
  return ((await brought.json()) as OldBookView).id
}

async function aWebhook(maker: Colleague): Promise<string> {
  const added = await maker.call('POST', `/tenants/${here}/webhooks`, aReceiver)
  return ((await added.json()) as AddedWebhook).webhook.id
}

/** A case of another unit that lies before this one. */
async function aTransfer(number: string, sender: Colleague, officer: Colleague): Promise<string> {
  const path = `/tenants/${elsewhere}/cases/${number}`
  const { revision } = (await (await sender.call('GET', path)).json()) as CaseView
  const offer = { revision, to: 'unit', unit: here, reason: 'Wewenang unit Anda.', evidence: [] }
  expect((await sender.call('POST', `${path}/forward`, offer)).status).toBe(200)
  const waiting = async () =>
    ((await (await officer.call('GET', `/tenants/${here}/transfers`)).json()) as TransferList).items[0]
  return (await vi.waitUntil(waiting, { timeout: patience(60_000), interval: 50 })).id
}

/** Everything under a case that staff and reporter can make, filed and asked for over HTTP. */
export async function aCaseWithAll(
  service: OneService,
  unit: string,
  words: string,
  asker: Colleague,
): Promise<ThingsOfCase> {
  const office = unitAt(service.url, unit)
  const { id: evidence } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
  const filing = aFiling({ privacy: 'confidential', category, subject: `Pungutan ${words}`, evidence: [evidence] })
  const { number, trackingCode: code } = await office.file(filing)
  const reporter = office.reporter({ number, trackingCode: code })
  expect((await reporter.post('/messages', { text: words })).status).toBe(201)
  const about = await reporter.post('/data-requests', { kind: 'access', text: words })
  const { rights } = (await about.json()) as ComplaintView
  const act = async <Answer>(path: string, body: unknown) =>
    (await (await asker.call('POST', `/tenants/${unit}${path}`, body)).json()) as Answer
  const { identity, revision } = await act<CaseView>(`/cases/${number}/identity/requests`, { reason: 'Saksi' })
  await act(`/cases/${number}/hold`, { revision, held: true, because: 'Sengketa' })
  const opening = { act: 'open-identities', reason: 'Saksi', cases: [number] }
  return {
    number,
    code,
    evidence,
    identityRequest: identity.requests[0]!.id,
    dataRequest: rights.requests[0]!.id,
    approval: (await act<ApprovalView>('/approvals', opening)).id,
    paper: (await act<PaperView>(`/cases/${number}/papers`, { kind: 'minutes' })).id,
    letter: await aLetter(service, unit, asker, { number, trackingCode: code }),
    disposition: await aDisposition(unit, asker, number),
  }
}

/** A slip to the unit's own handler. */
async function aDisposition(unit: string, { call }: Colleague, number: string): Promise<string> {
  const path = `/tenants/${unit}/cases/${number}`
  const read = async <Answer>(from: string) => (await (await call('GET', from)).json()) as Answer
  const act = async (verb: string, body: object) => {
    const { revision } = await read<CaseView>(path)
    return (await (await call('POST', `${path}/${verb}`, { revision, ...body })).json()) as CaseView
  }
  await act('verify', {})
  const { items } = await read<{ items: StaffMemberView[] }>(`/tenants/${unit}/handlers`)
  const handler = items.find(({ email }) => email.startsWith('petugas@'))!.id
  return (await act('dispatch', { handler })).dispositions[0]!.id
}

/** A message that waits as a letter, once the reporter wants no other channel. */
async function aLetter(
  service: OneService,
  unit: string,
  { call }: Colleague,
  receipt: { readonly number: string; readonly trackingCode: string },
): Promise<string> {
  const path = `/tenants/${unit}/cases/${receipt.number}`
  const seen = async () => (await (await call('GET', path)).json()) as CaseView
  const isTold = async () => (await seen()).notices.every(({ state }) => state === 'kept')
  await vi.waitUntil(isTold, { timeout: patience(60_000), interval: 50 })
  const reporter = unitAt(service.url, unit).reporter(receipt)
  expect((await reporter.post('/identity/correction', { channels: ['letter'] })).status).toBe(201)
  const { revision } = await seen()
  expect((await call('POST', `${path}/message`, { revision, text: 'Kabar.' })).status).toBe(200)
  return vi.waitUntil(async () => ((await (await call('GET', `${path}/letters`)).json()) as CaseLetters).items[0]?.id, {
    timeout: patience(60_000),
    interval: 50,
  })
}

/** Keeps a case from `concerned` after both have worked on it, and waits until mailbox and alerts speak of it. */
async function keepFrom(
  { colleague, concerned }: { readonly colleague: Colleague; readonly concerned: Colleague },
  number: string,
): Promise<void> {
  // Today in the unit, so that it is in the list of the day.
  const reminder = { day: officeDay(), reason: 'Tanya kabar.' }
  for (const { call: asked } of [colleague, concerned]) {
    const set = await asked('POST', `/tenants/${here}/cases/${number}/reminders`, reminder)
    expect(set.status).toBe(200)
  }
  const { revision } = (await (await colleague.call('GET', `/tenants/${here}/cases/${number}`)).json()) as CaseView
  const guard = { revision, staff: [concerned.session.staff.id], because: 'Ia yang dilaporkan.' }
  const kept = await colleague.call('POST', `/tenants/${here}/cases/${number}/guard`, guard)
  expect(await kept.json()).toEqual({ number, visible: true })
  const begun = { version: 0, fields: [{ name: 'text', value: 'Kata-kata kantor.' }] }
  await colleague.call('PUT', `/tenants/${here}/cases/${number}/unsent/note`, begun)

  const mailbox = async () => (await colleague.call('GET', `/tenants/${here}/mailbox`)).text()
  await vi.waitUntil(async () => (await mailbox()).includes(number), {
    timeout: patience(60_000),
    interval: 50,
  })
  const alerts = async () => (await colleague.call('GET', `/tenants/${here}/alerts`)).text()
  await vi.waitUntil(async () => (await alerts()).includes(number), { timeout: patience(60_000), interval: 50 })
}

interface Makers {
  readonly head: Colleague
  readonly colleague: Colleague
  readonly stranger: Colleague
  readonly admin: Colleague
}

/** Makes one of each thing that belongs to the unit and to no case. @param abroad a case of another unit, which a transfer brings */
async function thingsOfUnit(
  service: OneService,
  { head, colleague, stranger, admin }: Makers,
  abroad: string,
): Promise<ThingsOfUnit> {
  const invite = async (email: string) => {
    const member = { name: 'Hadi Misal', position: 'Petugas', roles: ['observer'], email }
    const invited = await admin.call('POST', `/tenants/${here}/staff`, member)
    return ((await invited.json()) as InvitedStaffView).staff.id
  }
  const role = { version: 0, name: { id: 'Petugas arsip', en: '' }, permissions: ['reports.read'] }
  const { unit } = (await (await admin.call('POST', `/tenants/${here}/unit-roles`, role)).json()) as RolesView
  const words = { name: 'Salam', kind: 'note', language: 'id', text: 'Salam.' }
  const template = await head.call('POST', `/tenants/${here}/templates`, words)
  const ordered = await head.call('POST', `/tenants/${here}/bulk-acts`, {
    order: { act: 'note', text: 'Catatan.' },
    cases: [{ number: 'BO-2026-888888', revision: 0 }],
  })
  const recorded = await head.call('POST', `/tenants/${here}/incidents`, anIncident)
  const pushed = await head.call('POST', '/account/push', { endpoint: 'https://push.invalid/kepala' })
  return {
    member: await invite('tinggal@contoh.example'),
    leaver: await invite('pergi@contoh.example'),
    unitRole: unit.roles[0]!.id,
    session: (await head.account()).sessions[0]!.id,
    passkey: (await head.addPasskey()).passkey.id,
    pushDevice: ((await pushed.json()) as PushView).devices[0]!.id,
    wording: 'received.email.id',
    channel: 'email',
    form: 'bulk-message',
    months: '2025-1',
    month: '2025-01',
    noPage: '0-0',
    incident: ((await recorded.json()) as IncidentView).id,
    bulk: ((await ordered.json()) as BulkView).id,
    book: await anOldBook(service, admin),
    endedBook: await anOldBook(service, admin),
    arrival: await anArrival(service, colleague),
    transfer: await aTransfer(abroad, stranger, colleague),
    template: ((await template.json()) as TemplateView).id,
    webhook: await aWebhook(head),
    leavingWebhook: await aWebhook(head),
    apiKey: (await aProgram(here, head, ['statistics:read'])).id,
  }
}

async function programsOf(head: Colleague, stranger: Colleague) {
  return {
    /** One for each scope, which has it alone. */
    with: Object.fromEntries(
      await Promise.all(apiScopes.map(async (scope) => [scope, await aProgram(here, head, [scope])] as const)),
    ) as Record<ApiScope, Awaited<ReturnType<typeof aProgram>>>,
    ofAll: await aProgram(here, head, apiScopes),
    stranger: await aProgram(elsewhere, stranger, apiScopes),
  }
}

/**
 * A unit with a case of everything, staff with one role each, and a case that is kept from `concerned` and from who
 * stands `under` them. Everybody else reports to the head, so that it concerns these two alone.
 */
export async function prepareOffice(service: OneService) {
  const head = await aColleague(service, ['unit_head'])
  const place = { reportsTo: head.session.staff.id }
  const withRole = async (role: Role) => [role, await aColleague(service, [role], here, place)] as const
  const single = Object.fromEntries(await Promise.all(roles.map(withRole))) as Record<Role, Colleague>
  const limits = Object.fromEntries(roles.map((role) => [role, [otherCategory]]))
  const [colleague, concerned, limited, stranger] = await Promise.all([
    aColleague(service, roles, here, place),
    aColleague(service, roles, here, place),
    aColleague(service, roles, here, { ...place, limits }),
    aColleague(service, roles, elsewhere),
  ])
  const under = await aColleague(service, roles, here, { reportsTo: concerned.session.staff.id })
  const { headers: ended, call } = await under.signIn()
  expect((await call('DELETE', '/session')).status).toBe(204)
  const platform = await anOperator(service)

  for (const unit of [here, elsewhere]) expect((await setLetters(service, lettersOn, unit)).status).toBe(200)
  const real = await aCaseWithAll(service, here, 'Bromo', single.verifier)
  const guarded = await aCaseWithAll(service, here, guardedWord, single.verifier)
  const abroad = await aCaseWithAll(service, elsewhere, 'Rinjani', stranger)
  const plain = unitAt(service.url, here)
  for (let more = 0; more < 5; more++) await plain.file(aFiling({ category }))
  await keepFrom({ colleague, concerned }, guarded.number)
  // Each has taken up the case that is no different, so that all read its words.
  for (const { call } of [colleague, concerned, under]) await call('GET', `/tenants/${here}/cases/${real.number}`)
  await colleague.call('GET', `/tenants/${here}/cases/${guarded.number}`)

  const ofUnit = await thingsOfUnit(service, { head, colleague, stranger, admin: single.tenant_admin }, abroad.number)
  const programs = await programsOf(head, stranger)
  const settings = (await (await colleague.call('GET', `/tenants/${here}/settings`)).json()) as TenantSettingsView
  return {
    ...{ head, single, colleague, concerned, under, limited, stranger, platform, programs, ended, settings },
    real: { ...ofUnit, ...real } satisfies Things,
    guarded: { ...ofUnit, ...guarded } satisfies Things,
    abroad: { ...ofUnit, ...abroad } satisfies Things,
  }
}
