import { readFileSync } from 'node:fs'
import { blankWords } from '../../service/keeping/papers/case-paper.ts'
import { instantActs } from '../../service/offices/act-vocabulary.ts'
import { standardPreferences } from '../../service/offices/inbox/alert-preferences.ts'
import type { Permission } from '../../service/offices/staff/permissions.ts'
import { HANDLE_LENGTH, SEALED_LENGTH } from '../../service/sealing/carried-draft.ts'
import { isOneOf } from '../../service/shared/records.ts'
import { aFiling, aKey } from './an-office.ts'
import type { PreparedOffice, Things } from './isolation-office.ts'
import { staffActs } from './staff-acts.ts'

const sealingVector = JSON.parse(readFileSync('tests/sealing/envelope-vector.json', 'utf8'))

type Body = Readonly<Record<string, unknown>>

/** What the suite must know of an operation beyond its description. */
export interface Row {
  /** The caller: without a session, with a tracking code, with the key of a program, as staff with a permission, as a member of a unit whatever
   * their role, for their own account, as operator.
   */
  readonly who: 'anybody' | 'reporter' | 'program' | 'staff' | 'member' | 'account' | 'operator'
  /** What `{id}` in the path stands for. */
  readonly id?: keyof Things
  /** A body that is valid: one that is not is refused before anybody is asked who they are. */
  readonly body?: Body | ((things: Things, office: PreparedOffice) => Body)
  /** The body names the case, or what belongs to one. */
  readonly caseInBody?: true
  /** Which of the declared permissions this very body takes; left out: any. */
  readonly needs?: readonly Permission[]
  readonly headers?: Readonly<Record<string, string>>
  /** The answer is an open line, and goes on until it is left. */
  readonly isLine?: true
  /** The answer is a file, and no page of a list. */
  readonly isFile?: true
  /** What the path names is there in every unit; only what is in it is the unit’s own. */
  readonly inEveryUnit?: true
  /** What the path names is nowhere, so permitted staff hear that. */
  readonly namesNothing?: true
  /** The answer names cases of the unit, so it must leave out what is kept from somebody. */
  readonly namesCases?: true
}

type Details = Omit<Row, 'who'>
const anybody = (details: Details = {}): Row => ({ who: 'anybody', ...details })
const reporter = (details: Details = {}): Row => ({ who: 'reporter', ...details })
const program = (details: Details = {}): Row => ({ who: 'program', ...details })
const staff = (details: Details = {}): Row => ({ who: 'staff', ...details })
const member = (details: Details = {}): Row => ({ who: 'member', ...details })
const account = (details: Details = {}): Row => ({ who: 'account', ...details })
const operator = (details: Details = {}): Row => ({ who: 'operator', ...details })

const draftHandle = { handle: 'h'.repeat(HANDLE_LENGTH) }

const text = 'Kata-kata kantor.'
const because = text
// Never the current one: permitted staff hear so, and the case stays as it is for the next caller.
const revision = 999

/** A key as a custodian's browser wraps it; nobody knows the passphrase. */
const wrapped = { way: 'passphrase', salt: 'A'.repeat(43), iterations: 600_000, sealed: 'A'.repeat(80) }

const aNoteForAll = { act: 'note', text }

/** The name of a form, which every unit has. */
const aKind = { id: 'channel', inEveryUnit: true } as const

/** A form that belongs to no case, which every unit has. */
const aForm = { id: 'form', inEveryUnit: true } as const

const someUnsent = { version: 0, fields: [{ name: 'text', value: text }] }

/** A day that is over in every year of the tests, so that nothing is kept. */
const aReminder = { day: '2020-01-06', reason: text }

const anAnnouncement = {
  text: { id: text, en: text },
  level: 'notice',
  from: '2026-01-01T00:00:00.000Z',
  until: '2099-01-01T00:00:00.000Z',
  units: null,
}

/** An act on a case, which takes nothing but the revision and these words. */
const act = (body: Body = {}): Row => staff({ body: { revision, ...body } })

/** An act on a letter of the case. */
const onLetter = (body: Body = {}): Row => staff({ id: 'letter', body: { revision, ...body } })

/** An act on a paper of the case. */
const onPaper = (body: Body = {}): Row => staff({ id: 'paper', body: { revision, ...body } })

/** A change of an incident. */
const onIncident = (body: Body = {}): Row => staff({ id: 'incident', body: { revision, ...body } })
export const anIncident = {
  what: text,
  measures: text,
  data: ['story'],
  beganAt: '2026-01-05T01:00:00.000Z',
  endedAt: null,
  discoveredAt: '2026-01-06T01:00:00.000Z',
  accounts: [],
}

const aTemplate = { name: 'Salam', kind: 'note', language: 'id', text }

export const aReceiver = { url: 'https://127.0.0.1/aduan', events: ['complaint.closed'] }

const anOldReading = {
  ...{ sheet: 0, headingRow: 1, columns: { receivedOn: 0, story: 1 } },
  meanings: { category: {}, status: {}, channel: {} },
  otherwise: { category: 'illegal_levy', status: 'closed', channel: 'letter' },
}

const passkey = { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'x' } }
const aUnitRole = { version: revision, name: { id: 'Petugas arsip', en: '' }, permissions: ['reports.read'] }
const someone = { name: 'Gita Umpama', position: 'Petugas', roles: ['observer'] }

const aUnit = {
  slug: 'kelurahan-umpama',
  name: 'Kelurahan Umpama',
  shortName: 'Kelurahan',
  numberPrefix: 'KEL',
  admin: { name: 'Gita Umpama', email: 'admin.kelurahan@contoh.example' },
}

function anIntake(): Body {
  const { statements: _, ...story } = aFiling()
  return { ...story, channel: 'telephone', statements: { readBack: true, procedureExplained: true } }
}

function aCompletion(): Body {
  const { channel: _, ...story } = anIntake()
  return { ...story, category: 'tidak_ada', answersSender: true }
}

/** Every operation of the service, with what one must know to ask it. A new operation takes a line here. */
export const isolationRows: Readonly<Record<string, Row>> = {
  'GET /tenants/{tenant}': anybody(),
  'POST /tenants/{tenant}/evidence': anybody(),
  'POST /tenants/{tenant}/evidence/uploads': anybody({
    body: { name: 'loket.png', size: 100_000, sha256: 'a'.repeat(64) },
    headers: { 'Upload-Token': 'b'.repeat(64) },
  }),
  'PATCH /tenants/{tenant}/evidence/uploads/{id}': anybody({ headers: { 'Upload-Offset': '0' } }),
  'POST /tenants/{tenant}/complaints': anybody({
    body: () => ({ ...aFiling() }),
    headers: { 'Idempotency-Key': aKey() },
  }),
  'POST /tenants/{tenant}/drafts': anybody({
    body: { ...draftHandle, sealed: 'a'.repeat(SEALED_LENGTH), key: 'kunci' },
  }),
  'POST /tenants/{tenant}/drafts/opening': anybody({ body: draftHandle }),
  'POST /tenants/{tenant}/drafts/destruction': anybody({ body: draftHandle }),
  'GET /tenants/{tenant}/categories/{category}/similar': anybody(),
  'GET /tenants/{tenant}/open311/services.json': anybody(),
  'GET /tenants/{tenant}/open311/services.xml': anybody(),
  'GET /tenants/{tenant}/open311/services/{file}': anybody(),
  'GET /tenants/{tenant}/open311/requests.json': anybody(),
  'GET /tenants/{tenant}/open311/requests.xml': anybody(),
  'GET /tenants/{tenant}/open311/requests/{file}': anybody(),
  'POST /session': anybody({ body: { email: 'orang@contoh.example', password: 'x' } }),
  'GET /session/ways': anybody(),
  'POST /session/passkey/options': anybody({ body: {} }),
  'POST /session/passkey': anybody({ body: { passkey } }),
  'POST /invitations/acceptance': anybody({ body: { token: 'x', password: 'sandi-yang-panjang' } }),
  'POST /webhooks/resend': anybody(),
  'POST /webhooks/sms': anybody(),
  'POST /webhooks/whatsapp': anybody(),
  'GET /webhooks/whatsapp': anybody(),
  'POST /webhooks/sms/{secret}': anybody(),
  'GET /webhooks/sms/{secret}': anybody(),

  'GET /tenants/{tenant}/complaints/{number}': reporter(),
  'GET /tenants/{tenant}/complaints/{number}/clocks': reporter(),
  'GET /tenants/{tenant}/complaints/{number}/older/{page}': reporter({ id: 'noPage', namesNothing: true }),
  'GET /tenants/{tenant}/complaints/{number}/receipt.pdf': reporter(),
  'GET /tenants/{tenant}/complaints/{number}/record.pdf': reporter(),
  'GET /tenants/{tenant}/complaints/{number}/evidence/{id}': reporter({ id: 'evidence' }),
  'POST /tenants/{tenant}/complaints/{number}/messages': reporter({ body: { text } }),
  'POST /tenants/{tenant}/complaints/{number}/evidence': reporter({ body: { evidence: ['x'] } }),
  'POST /tenants/{tenant}/complaints/{number}/identity': reporter({ body: { reporter: { name: 'Siti Contoh' } } }),
  'GET /tenants/{tenant}/complaints/{number}/own-data': reporter(),
  'GET /tenants/{tenant}/complaints/{number}/own-data.html': reporter(),
  'POST /tenants/{tenant}/complaints/{number}/contact-codes': reporter({ body: { channel: 'email' } }),
  'POST /tenants/{tenant}/complaints/{number}/contact-confirmations': reporter({
    body: { channel: 'email', code: '000000' },
  }),
  'POST /tenants/{tenant}/complaints/{number}/identity/correction': reporter({ body: { name: 'Siti Misal' } }),
  'POST /tenants/{tenant}/complaints/{number}/data-requests': reporter({ body: { kind: 'access', text } }),
  'POST /tenants/{tenant}/complaints/{number}/identity/withdrawal': reporter({ body: { understood: true } }),
  'POST /tenants/{tenant}/complaints/{number}/objection': reporter({ body: { text } }),
  // The case keeps the code that it has, which the rows below need.
  'POST /tenants/{tenant}/complaints/{number}/code': reporter({ body: ({ code }) => ({ code }) }),
  'POST /tenants/{tenant}/complaints/{number}/rating': reporter({ body: { stars: 3, solved: true } }),
  'POST /tenants/{tenant}/complaints/{number}/acceptance': reporter({ body: {} }),
  'POST /tenants/{tenant}/complaints/{number}/withdrawal': reporter({ body: {} }),

  'GET /tenants/{tenant}/integration/cases': program(),
  'GET /tenants/{tenant}/integration/cases/{number}': program(),
  'POST /tenants/{tenant}/integration/cases': program({ body: anIntake, headers: { 'Idempotency-Key': aKey() } }),
  'GET /tenants/{tenant}/integration/statistics': program(),

  'GET /session': account(),
  'DELETE /session': account(),
  'POST /session/confirmation': account({ body: { password: 'x' } }),
  'POST /session/confirmation/passkey-options': account(),
  'GET /account': account(),
  'POST /account/password': account({ body: { present: 'x', next: 'sandi-yang-panjang' } }),
  'DELETE /account/sessions': account(),
  'DELETE /account/sessions/{id}': account({ id: 'session' }),
  'POST /account/totp': account(),
  'DELETE /account/totp': account(),
  'POST /account/totp/confirmation': account({ body: { code: '000000' } }),
  'POST /account/recovery-codes': account(),
  'POST /account/passkeys/options': account(),
  'POST /account/passkeys': account({ body: { name: 'x', passkey } }),
  'DELETE /account/passkeys/{id}': account({ id: 'passkey' }),
  'GET /account/push': account(),
  'POST /account/push': account({ body: { endpoint: 'https://push.example/x' } }),
  'DELETE /account/push/{id}': account({ id: 'pushDevice' }),

  'GET /tenants/{tenant}/cases': staff({ namesCases: true }),
  'POST /tenants/{tenant}/cases': staff({ body: anIntake, headers: { 'Idempotency-Key': aKey() } }),
  'GET /tenants/{tenant}/cases/{number}': staff(),
  'GET /tenants/{tenant}/cases/{number}/older/{page}': staff({ id: 'noPage', namesNothing: true }),
  'GET /tenants/{tenant}/cases/{number}/clocks': staff(),
  'GET /tenants/{tenant}/late': staff(),
  'GET /tenants/{tenant}/cases/{number}/receipt.pdf': staff(),
  'GET /tenants/{tenant}/cases/{number}/evidence/{id}': staff({ id: 'evidence' }),
  'GET /tenants/{tenant}/cases/{number}/evidence/{id}/viewing-copy': staff({ id: 'evidence' }),
  'GET /tenants/{tenant}/cases/{number}/evidence/{id}/playing': staff({ id: 'evidence' }),
  'POST /tenants/{tenant}/cases/{number}/evidence/{id}/original': staff({ id: 'evidence', body: { reason: text } }),
  'POST /tenants/{tenant}/cases/{number}/evidence/{id}/redaction': staff({
    id: 'evidence',
    body: { revision, leaves: 'withheld', areas: [], because },
  }),
  'GET /tenants/{tenant}/cases/{number}/similar': staff({ namesCases: true }),
  'GET /tenants/{tenant}/cases/{number}/joined': staff({ namesCases: true }),
  ...Object.fromEntries(
    [...staffActs, { act: 'merge' as const, body: { into: 'BO-2026-000001' } }].flatMap(({ act: name, body }) => {
      const path = '/tenants/{tenant}/cases/{number}'
      const isAtOnce = isOneOf(instantActs, name)
      return [
        [`POST ${path}/${name}`, act({ ...body })],
        ...(isAtOnce ? [] : [[`POST ${path}/timed/${name}`, act({ ...body })]]),
      ]
    }),
  ),
  'GET /tenants/{tenant}/cases/{number}/guard': staff(),
  'POST /tenants/{tenant}/cases/{number}/guard': act({ staff: [], because }),
  'POST /tenants/{tenant}/cases/{number}/guard/preview': staff({ body: { staff: [] } }),
  'GET /tenants/{tenant}/cases/{number}/print.pdf': staff(),
  'GET /tenants/{tenant}/cases/{number}/dispositions/{id}/slip.pdf': staff({ id: 'disposition' }),
  'POST /tenants/{tenant}/cases/{number}/dispositions/{id}/carried-out': staff({ id: 'disposition', body: { text } }),
  'GET /tenants/{tenant}/other-units': staff(),
  'POST /tenants/{tenant}/cases/{number}/lapor-id': act({ id: '1234567' }),
  'POST /tenants/{tenant}/cases/{number}/lapor-entry': staff({ body: {} }),
  'GET /tenants/{tenant}/lapor': staff(),
  'POST /tenants/{tenant}/lapor/reconciliation': staff({ body: { text: '1234567' } }),
  'GET /tenants/{tenant}/transfers': staff(),
  'POST /tenants/{tenant}/transfers/{id}/acceptance': staff({
    id: 'transfer',
    // Refused by its category, so that it stays for the next caller.
    body: { category: 'tidak_ada' },
  }),
  'POST /tenants/{tenant}/transfers/{id}/return': staff({ id: 'transfer', body: { reason: text } }),
  'POST /tenants/{tenant}/complaints/{number}/reopening': reporter({ body: { text } }),
  'GET /tenants/{tenant}/complaints/{number}/reading-posts': reporter(),
  'POST /tenants/{tenant}/complaints/{number}/reading-posts': reporter({ body: { notReadBy: [] } }),
  'POST /tenants/{tenant}/complaints/{number}/transcript': reporter({
    body: { transcript: '2026-11-23T03:00:00.000Z', text },
  }),
  'POST /tenants/{tenant}/cases/{number}/identity/reveal': staff({ body: { reason: text } }),
  'POST /tenants/{tenant}/reporter-look-ups': staff({
    inEveryUnit: true,
    body: { by: 'phone', written: '0812-0000-0001', reason: 'at_counter' },
  }),
  'POST /tenants/{tenant}/cases/{number}/words/open': staff({ body: { reason: text } }),
  'POST /tenants/{tenant}/cases/{number}/opening': staff({ body: { reason: text, concerned: false } }),
  'POST /tenants/{tenant}/cases/{number}/tracking-code': staff({ body: { reason: text } }),
  'POST /tenants/{tenant}/cases/{number}/tracking-code/confirmation': staff({ body: { reason: text } }),
  'POST /tenants/{tenant}/cases/{number}/identity/requests': staff({ body: { reason: text } }),
  'POST /tenants/{tenant}/cases/{number}/identity/requests/{id}/decision': staff({
    id: 'identityRequest',
    body: { granted: false, because },
  }),
  'POST /tenants/{tenant}/cases/{number}/identity/erasure': staff({ body: ({ approval }) => ({ approval }) }),
  'POST /tenants/{tenant}/cases/{number}/data-requests/{id}/answer': staff({
    id: 'dataRequest',
    body: { granted: true, text },
  }),

  'GET /tenants/{tenant}/undelivered-notices': staff(),
  'GET /tenants/{tenant}/channels': staff(),
  'GET /tenants/{tenant}/channel-accounts': staff(),
  'PUT /tenants/{tenant}/channel-accounts': staff({
    body: { channel: 'email', apiKey: 're_contoh_unit', from: 'Kantor <kantor@kantor.example>' },
  }),
  'DELETE /tenants/{tenant}/channel-accounts/{channel}': staff({ id: 'channel', inEveryUnit: true }),
  'POST /tenants/{tenant}/channel-trials': staff({ body: { channel: 'email' } }),
  'POST /tenants/{tenant}/cases/{number}/notices/retry': staff(),
  'POST /tenants/{tenant}/cases/{number}/notices/set-aside': staff(),
  'GET /tenants/{tenant}/alerts': member({ namesCases: true }),
  'POST /tenants/{tenant}/alerts/reading': member({ body: { ids: ['tidak-ada'] } }),
  'GET /tenants/{tenant}/alerts/preferences': member(),
  'PUT /tenants/{tenant}/alerts/preferences': member({ body: { ...standardPreferences } }),
  'GET /tenants/{tenant}/alerts/events': member({ isLine: true }),
  'POST /tenants/{tenant}/cases/{number}/notices/letter': staff({ body: { notice: 'pemberitahuan-asing' } }),
  'GET /tenants/{tenant}/cases/{number}/letters': staff(),
  'GET /tenants/{tenant}/letters': staff({ namesCases: true }),
  'GET /tenants/{tenant}/letters/{id}': staff({ id: 'letter' }),
  'PUT /tenants/{tenant}/letters/{id}': onLetter({
    ...{ subject: text, body: text, nature: 'ordinary', enclosures: '', signatory: 0 },
  }),
  'POST /tenants/{tenant}/letters/{id}/submit': onLetter(),
  'POST /tenants/{tenant}/letters/{id}/give-back': onLetter({ note: text }),
  'POST /tenants/{tenant}/letters/{id}/approve': onLetter(),
  'POST /tenants/{tenant}/letters/{id}/withdraw': onLetter({ note: text }),
  'POST /tenants/{tenant}/letters/{id}/post': onLetter({ on: '2026-01-05' }),
  'POST /tenants/{tenant}/letters/{id}/arrive': onLetter(),
  'POST /tenants/{tenant}/letters/{id}/return': onLetter({ reason: 'moved' }),
  'POST /tenants/{tenant}/letter-prints': staff({
    body: ({ letter }) => ({ letters: [{ id: letter, revision }] }),
    caseInBody: true,
  }),
  'POST /tenants/{tenant}/letter-posts': staff({
    body: ({ letter }) => ({ letters: [{ id: letter, revision }], on: '2026-01-05' }),
    caseInBody: true,
  }),
  'GET /tenants/{tenant}/cases/{number}/papers': staff(),
  'POST /tenants/{tenant}/cases/{number}/papers': staff({ body: { kind: 'minutes' } }),
  'GET /tenants/{tenant}/papers/{id}': staff({ id: 'paper' }),
  'GET /tenants/{tenant}/papers/{id}/paper.pdf': staff({ id: 'paper' }),
  'PUT /tenants/{tenant}/papers/{id}': onPaper({ words: blankWords.minutes }),
  'POST /tenants/{tenant}/papers/{id}/finish': onPaper(),
  'POST /tenants/{tenant}/papers/{id}/submit': onPaper(),
  'POST /tenants/{tenant}/papers/{id}/set-aside': onPaper(),
  'POST /tenants/{tenant}/papers/{id}/give-back': onPaper({ note: text }),
  'POST /tenants/{tenant}/papers/{id}/approve': onPaper(),
  'POST /tenants/{tenant}/papers/{id}/correct': onPaper(),
  'GET /tenants/{tenant}/retention': staff({ namesCases: true }),
  'POST /tenants/{tenant}/cases/{number}/hold': act({ held: true, because }),

  'GET /tenants/{tenant}/approvals': member({ namesCases: true }),
  'GET /tenants/{tenant}/evaluations': staff(),
  'GET /tenants/{tenant}/evaluations/{id}': staff({ id: 'months', inEveryUnit: true }),
  'PUT /tenants/{tenant}/evaluations/{id}': staff({
    id: 'months',
    inEveryUnit: true,
    body: { revision, foreword: text, analysis: text, changes: text, followUp: text },
  }),
  'POST /tenants/{tenant}/evaluations/{id}/signing': staff({
    id: 'months',
    inEveryUnit: true,
    body: { revision, number: text, city: text, name: text, position: text, rank: '', nip: '' },
  }),
  'GET /tenants/{tenant}/evaluations/{id}/report.pdf': staff({ id: 'months', inEveryUnit: true, isFile: true }),
  'GET /tenants/{tenant}/evaluations/{id}/report.xlsx': staff({ id: 'months', inEveryUnit: true, isFile: true }),
  'GET /tenants/{tenant}/own-week': staff(),
  'GET /tenants/{tenant}/reports/{id}': staff({ id: 'month', inEveryUnit: true }),
  'GET /tenants/{tenant}/reports/{id}/report.pdf': staff({ id: 'month', inEveryUnit: true, isFile: true }),
  'GET /tenants/{tenant}/reports/{id}/report.xlsx': staff({ id: 'month', inEveryUnit: true, isFile: true }),
  'POST /tenants/{tenant}/approvals': staff({
    body: ({ number }) => ({ act: 'open-identities', reason: text, cases: [number] }),
    caseInBody: true,
    needs: ['identity.open'],
  }),
  'GET /tenants/{tenant}/old-books': staff(),
  'POST /tenants/{tenant}/old-books': staff(),
  'GET /tenants/{tenant}/old-books/{id}': staff({ id: 'book' }),
  'POST /tenants/{tenant}/old-books/{id}/preview': staff({ id: 'book', body: anOldReading }),
  'POST /tenants/{tenant}/old-books/{id}/check': staff({ id: 'book', body: anOldReading }),
  'POST /tenants/{tenant}/old-books/{id}/not-taken.csv': staff({ id: 'book', body: anOldReading, isFile: true }),
  // In a category that there is not, so that it stays open for the next caller.
  'POST /tenants/{tenant}/old-books/{id}/start': staff({
    id: 'book',
    body: { ...anOldReading, otherwise: { ...anOldReading.otherwise, category: 'tidak_ada' } },
  }),
  'POST /tenants/{tenant}/old-books/{id}/end': staff({ id: 'endedBook', body: {} }),
  'POST /tenants/{tenant}/old-books/{id}/undo': staff({ id: 'book', body: { reason: because } }),
  'POST /tenants/{tenant}/bulk-previews': staff({
    body: ({ number }) => ({ order: aNoteForAll, cases: [number] }),
  }),
  'POST /tenants/{tenant}/bulk-acts': staff({
    body: ({ number }) => ({ order: aNoteForAll, cases: [{ number, revision }] }),
  }),
  'GET /tenants/{tenant}/unsent': staff({ namesCases: true }),
  'PUT /tenants/{tenant}/cases/{number}/steps': staff({ body: { step: 'Periksa berkas', on: true } }),
  'GET /tenants/{tenant}/reminders': staff({ namesCases: true }),
  'GET /tenants/{tenant}/cases/{number}/reminders': staff(),
  'POST /tenants/{tenant}/cases/{number}/reminders': staff({ body: aReminder }),
  'PUT /tenants/{tenant}/cases/{number}/reminders/{id}': staff({ ...aKind, body: aReminder }),
  'DELETE /tenants/{tenant}/cases/{number}/reminders/{id}': staff(aKind),
  'GET /tenants/{tenant}/cases/{number}/unsent': staff(),
  'PUT /tenants/{tenant}/cases/{number}/unsent/{kind}': staff({ ...aKind, body: someUnsent }),
  'DELETE /tenants/{tenant}/cases/{number}/unsent/{kind}': staff(aKind),
  'GET /tenants/{tenant}/intake-unsent': staff(),
  'GET /tenants/{tenant}/intake-unsent/{kind}': staff(aKind),
  'PUT /tenants/{tenant}/intake-unsent/{kind}': staff({ ...aKind, body: someUnsent }),
  'DELETE /tenants/{tenant}/intake-unsent/{kind}': staff(aKind),
  'GET /tenants/{tenant}/desk-unsent/{kind}': staff(aForm),
  'PUT /tenants/{tenant}/desk-unsent/{kind}': staff({ ...aForm, body: someUnsent }),
  'DELETE /tenants/{tenant}/desk-unsent/{kind}': staff(aForm),
  'PUT /tenants/{tenant}/cases/{number}/waiting/{timed}': staff({
    id: 'disposition',
    body: { on: { day: '2099-01-05', time: '08:00' } },
  }),
  'POST /tenants/{tenant}/cases/{number}/waiting/{timed}/withdrawal': staff({ id: 'disposition' }),
  'POST /tenants/{tenant}/cases/{number}/waiting/{timed}/haste': staff({ id: 'disposition' }),
  'POST /tenants/{tenant}/cases/{number}/presence': staff({ body: { writes: false } }),
  'GET /tenants/{tenant}/case-counts': staff(),
  'GET /tenants/{tenant}/bulk-acts/{id}': staff({ id: 'bulk' }),
  'POST /tenants/{tenant}/bulk-acts/{id}/undo': staff({ id: 'bulk', body: {} }),
  'POST /tenants/{tenant}/bulk-acts/{id}/haste': staff({ id: 'bulk', body: {} }),
  'POST /tenants/{tenant}/approvals/{id}/decision': staff({ id: 'approval', body: { granted: true, because } }),
  'POST /tenants/{tenant}/approvals/{id}/register.csv': staff({ id: 'approval' }),
  'POST /tenants/{tenant}/approvals/{id}/register.xlsx': staff({ id: 'approval' }),
  'POST /tenants/{tenant}/approvals/{id}/register.pdf': staff({ id: 'approval' }),
  'POST /tenants/{tenant}/approvals/{id}/destruction': staff({ id: 'approval' }),
  'GET /tenants/{tenant}/destructions': staff(),
  'GET /tenants/{tenant}/destructions/{id}/record.pdf': staff({ id: 'approval' }),
  'POST /tenants/{tenant}/approvals/{id}/identities/{number}': staff({ id: 'approval' }),

  'GET /tenants/{tenant}/identity-requests': staff({ namesCases: true }),
  'GET /tenants/{tenant}/data-requests': staff({ namesCases: true }),
  'GET /tenants/{tenant}/inbound': staff(),
  'GET /tenants/{tenant}/inbound/{id}': staff({ id: 'arrival' }),
  'GET /tenants/{tenant}/inbound/{id}/files/{file}/viewing-copy': staff({ id: 'arrival' }),
  'POST /tenants/{tenant}/inbound/{id}/completion': staff({
    id: 'arrival',
    // Refused by its category, so that the message stays for the next caller.
    body: aCompletion,
  }),
  'POST /tenants/{tenant}/inbound/{id}/attachment': staff({
    id: 'arrival',
    body: ({ number }) => ({ number, because }),
    caseInBody: true,
  }),
  'POST /tenants/{tenant}/inbound/{id}/discard': staff({ id: 'arrival', body: { because } }),
  'POST /tenants/{tenant}/inbound/{id}/taking-up': staff({ id: 'arrival' }),
  'GET /tenants/{tenant}/incidents': staff(),
  'POST /tenants/{tenant}/incidents': staff({ body: anIncident }),
  'GET /tenants/{tenant}/incidents/{id}': staff({ id: 'incident' }),
  'PUT /tenants/{tenant}/incidents/{id}': onIncident(anIncident),
  'POST /tenants/{tenant}/incidents/{id}/cases': staff({
    id: 'incident',
    body: ({ number }) => ({ revision, number }),
    caseInBody: true,
  }),
  'PUT /tenants/{tenant}/incidents/{id}/notice': onIncident({ texts: { id: text, en: text } }),
  'POST /tenants/{tenant}/incidents/{id}/notice/sending': onIncident(),
  'POST /tenants/{tenant}/incidents/{id}/authority': onIncident({ text, reference: text }),
  'POST /tenants/{tenant}/incidents/{id}/closing': onIncident({ lessons: text }),

  'GET /tenants/{tenant}/handlers': staff(),
  'GET /tenants/{tenant}/colleagues': staff(),
  'GET /tenants/{tenant}/log': staff({ namesCases: true }),
  'GET /tenants/{tenant}/log/log.csv': staff({ namesCases: true, isFile: true }),
  'GET /tenants/{tenant}/log/log.xlsx': staff({ isFile: true }),
  'POST /tenants/{tenant}/log/verification': staff({ body: { cursor: null } }),
  'GET /tenants/{tenant}/mailbox': staff({ namesCases: true }),
  'GET /tenants/{tenant}/public-statistics': anybody(),
  'GET /tenants/{tenant}/reading-posts': anybody(),
  'GET /tenants/{tenant}/statistics/preview': staff(),
  'GET /tenants/{tenant}/statistics': staff(),
  'GET /tenants/{tenant}/trust': anybody(),
  'POST /tenants/{tenant}/widget-troubles': anybody(),
  'GET /tenants/{tenant}/embed/sightings': staff(),
  'POST /tenants/{tenant}/embed/check': staff({ body: { url: 'http://127.0.0.1/' } }),
  'GET /tenants/{tenant}/settings': staff(),
  'GET /tenants/{tenant}/settings/history': staff(),
  'POST /tenants/{tenant}/settings/calendar/preview': staff({
    body: (_, { settings: { timeZone, calendar } }) => ({ timeZone, calendar }),
  }),
  'POST /tenants/{tenant}/settings/calendar/holidays': staff({ body: { text: 'BEGIN:VCALENDAR' } }),
  'POST /tenants/{tenant}/settings/letters/preview': staff({ body: (_, { settings }) => settings.letters }),
  'POST /tenants/{tenant}/settings/letters/preview.pdf': staff({ body: (_, { settings }) => settings.letters }),
  'PUT /tenants/{tenant}/settings/letters/logo': staff({ body: { revision, image: null } }),
  'PUT /tenants/{tenant}/settings': staff({ body: (_, { settings }) => ({ ...settings, revision }) }),
  'GET /tenants/{tenant}/sealing': staff(),
  'POST /tenants/{tenant}/sealing/keys': staff({ body: { publicKey: sealingVector.publicKey, wrapped } }),
  'POST /tenants/{tenant}/sealing/confirmation': staff({ body: { fingerprint: 'AAAA' } }),
  'DELETE /tenants/{tenant}/sealing/waiting': staff(),
  'POST /tenants/{tenant}/sealing/end': staff(),
  'DELETE /tenants/{tenant}/sealing/end': staff(),
  'POST /tenants/{tenant}/sealing/end/confirmation': staff(),
  'POST /tenants/{tenant}/sealing/ways': staff({ body: { key: sealingVector.keyId, wrapped } }),
  'POST /tenants/{tenant}/sealing/ways/removal': staff({ body: { key: sealingVector.keyId, way: 'tidak-ada' } }),
  'GET /tenants/{tenant}/wording': staff(),
  'GET /tenants/{tenant}/wording/{id}': staff({ id: 'wording', inEveryUnit: true }),
  'POST /tenants/{tenant}/wording/{id}/preview': staff({
    id: 'wording',
    inEveryUnit: true,
    body: { subject: text, text },
  }),
  'PUT /tenants/{tenant}/wording/{id}': staff({ id: 'wording', inEveryUnit: true, body: { revision, text: null } }),
  'GET /tenants/{tenant}/views': staff(),
  'PUT /tenants/{tenant}/views/own': staff({ body: { revision, views: [] } }),
  'PUT /tenants/{tenant}/views/shared': staff({ body: { revision, views: [] } }),
  'GET /tenants/{tenant}/work': staff(),
  'GET /tenants/{tenant}/today': member({ namesCases: true }),
  'GET /tenants/{tenant}/today/counts': member(),
  'GET /tenants/{tenant}/api-keys': staff(),
  'POST /tenants/{tenant}/api-keys': staff({ body: { name: 'Dasbor', scopes: ['statistics:read'], days: 1 } }),
  'DELETE /tenants/{tenant}/api-keys/{id}': staff({ id: 'apiKey' }),
  'GET /tenants/{tenant}/webhooks': staff(),
  'POST /tenants/{tenant}/webhooks': staff({ body: aReceiver }),
  'PUT /tenants/{tenant}/webhooks/{id}': staff({ id: 'webhook', body: { ...aReceiver, on: false } }),
  'DELETE /tenants/{tenant}/webhooks/{id}': staff({ id: 'leavingWebhook' }),
  'POST /tenants/{tenant}/webhooks/{id}/secret': staff({ id: 'webhook' }),
  'POST /tenants/{tenant}/webhooks/{id}/sample': staff({ id: 'webhook' }),
  'GET /tenants/{tenant}/webhooks/{id}/deliveries': staff({ id: 'webhook' }),
  'POST /tenants/{tenant}/webhooks/{id}/deliveries/{message}/sending': staff({ id: 'webhook' }),
  'GET /tenants/{tenant}/templates': staff(),
  'POST /tenants/{tenant}/templates': staff({ body: aTemplate }),
  'PUT /tenants/{tenant}/templates/{id}': staff({ id: 'template', body: { ...aTemplate, version: 999 } }),
  'DELETE /tenants/{tenant}/templates/{id}': staff({ id: 'template' }),
  'GET /tenants/{tenant}/cases/{number}/templates': staff(),
  'GET /tenants/{tenant}/rules': staff(),
  'PUT /tenants/{tenant}/rules': staff({ body: { version: 0, rules: [] } }),
  'POST /tenants/{tenant}/rules/dry-run': staff({ body: { when: { event: 'filed' } } }),
  'GET /tenants/{tenant}/series': staff(),
  'PUT /tenants/{tenant}/series': staff({ body: { version: 0, series: [] } }),
  'GET /tenants/{tenant}/bulk-series': staff(),
  'GET /tenants/{tenant}/cases/{number}/series': staff(),
  'POST /tenants/{tenant}/cases/{number}/series': act({ series: 'tidak-ada', version: '0.0' }),
  'PUT /tenants/{tenant}/wording-level': staff({ body: { channel: 'sms', level: 'number_and_link' } }),
  'GET /tenants/{tenant}/staff': staff(),
  'GET /tenants/{tenant}/staff/roles': staff(),
  'POST /tenants/{tenant}/unit-roles': staff({ body: aUnitRole }),
  'POST /tenants/{tenant}/unit-role-weights': staff({
    body: ({ unitRole }) => ({ id: unitRole, permissions: ['cases.read'] }),
  }),
  'PUT /tenants/{tenant}/unit-roles/{id}': staff({ id: 'unitRole', body: aUnitRole }),
  'DELETE /tenants/{tenant}/unit-roles/{id}': staff({ id: 'unitRole' }),
  'POST /tenants/{tenant}/staff': staff({ body: { ...someone, email: 'orang.baru@contoh.example' } }),
  'PATCH /tenants/{tenant}/staff/{id}': staff({ id: 'member', body: someone }),
  'DELETE /tenants/{tenant}/staff/{id}': staff({ id: 'leaver' }),
  'GET /tenants/{tenant}/successions/{id}': staff({ id: 'member' }),
  'POST /tenants/{tenant}/staff/{id}/invitation': staff({ id: 'member' }),
  'GET /tenants/{tenant}/duties': member(),
  'POST /tenants/{tenant}/duties/absences/{id}/foreseen': staff({
    id: 'member',
    body: { firstDay: '2031-01-06', lastDay: '2031-01-07', deputy: null, title: 'plh' },
  }),
  'POST /tenants/{tenant}/duties/absences/{id}/agreement': staff({
    id: 'member',
    body: { firstDay: '2031-01-06', lastDay: '2031-01-07', deputy: null, title: 'plh' },
  }),
  'PUT /tenants/{tenant}/duties/absences/{id}': staff({ id: 'member', body: { absences: [] } }),
  'POST /tenants/{tenant}/staff/{id}/vouching': staff({ id: 'member' }),
  'POST /tenants/{tenant}/staff/{id}/reset': staff({ id: 'member', body: { factor: 'password', reason: text } }),
  'POST /tenants/{tenant}/approvals/{id}/reset-link': staff({ id: 'approval' }),

  'POST /session/forgotten-password': anybody({ body: { email: 'siapa@contoh.example' } }),
  'POST /account-links/inspection': anybody({ body: { token: 'x' } }),
  'POST /account-links/password': anybody({ body: { token: 'x', password: 'sandi-yang-panjang' } }),
  'POST /account-links/second-factor': anybody({ body: { token: 'x', password: 'sandi-yang-panjang' } }),
  'POST /account/invitations/{unit}/acceptance': account({ body: {}, namesNothing: true }),
  'POST /account/invitations/{unit}/refusal': account({ namesNothing: true }),
  'GET /operator/requests': operator(),
  'POST /operator/requests/{tenant}/{id}/decision': operator({ body: { granted: true, because }, namesNothing: true }),

  'GET /account/announcements': account(),
  'POST /account/announcements/{id}/dismissal': account({ namesNothing: true }),
  'GET /operator/operators': operator(),
  'POST /operator/operators': operator({ body: { name: 'Rani Contoh', email: 'rani@pengelola.example' } }),
  'DELETE /operator/operators/{id}': operator({ namesNothing: true }),
  'GET /operator/tasks': operator(),
  'GET /operator/materials': operator(),
  'GET /operator/log': operator(),
  'GET /operator/announcements': operator(),
  'POST /operator/announcements': operator({ body: anAnnouncement }),
  'POST /operator/announcements/{id}/end': operator({ namesNothing: true }),
  'GET /operator/keys': operator(),
  'POST /operator/keys/units/{tenant}/rotation': operator(),
  'POST /operator/keys/master/rotation': operator(),
  'PUT /operator/tenants/{tenant}/vouching': operator({ body: { word: null } }),
  'GET /operator/widget-versions': operator(),
  'POST /operator/widget-versions/{version}/withdrawal': operator({ body: { reason: because }, namesNothing: true }),
  'POST /operator/widget-versions/{version}/return': operator({ namesNothing: true }),
  'PUT /operator/tenants/{tenant}/quotas': operator({
    body: { filingsPerHour: 1_000, filingsPerDay: 5_000, evidenceGigabytes: 100, members: 200 },
  }),
  'GET /operator/tenants': operator(),
  'POST /operator/tenants': operator({ body: aUnit }),
  'POST /operator/tenants/{tenant}/closing': operator({
    body: { days: 30, elsewhere: { id: 'Ke sana.', en: 'There.' } },
  }),
  'DELETE /operator/tenants/{tenant}/closing': operator(),
  'POST /operator/tenants/{tenant}/departure': operator({ body: { confirmation: 'x' }, namesNothing: true }),
  'POST /operator/tenants/{tenant}/departure/deletion': operator({ namesNothing: true }),
}
