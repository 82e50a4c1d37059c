import { describe, expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { GuardCandidates, GuardPreview } from '../../service/contract/identity.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import { aColleague } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { anInvitingUnit } from '../support/an-inviting-unit.ts'
import { operationsOf, toldBy } from '../support/isolation-walk.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const asked = async <Body>(mailbox: string, path: string): Promise<Body> =>
  (await (await service.staff(mailbox)).get(path)).json() as Body
const unknown = (response: Promise<Response>) => expect(refusalIn(response)).resolves.toBe('404 complaint/not-found')

describe('a complaint that names the handler', () => {
  it('never reaches them; once the verifier decided, the reporter reads that it went elsewhere', async () => {
    const office = service.unit()
    const before = await asked<CaseRegister>('petugas', '/cases')
    const receipt = await office.file({ reportedPerson: 'Ibu Citra Peragha di loket dua' })
    const { number } = receipt

    const petugas = await service.staff('petugas')
    await unknown(petugas.get(`/cases/${number}`))
    await unknown(petugas.get(`/cases/${number}/receipt.pdf`))
    await unknown(petugas.post(`/cases/${number}/note`, { revision: 0, text: 'x' }))
    expect((await asked<CaseRegister>('petugas', `/cases?q=${number}`)).items).toEqual([])
    expect(await asked<CaseRegister>('petugas', '/cases')).toEqual(before)

    const verifier = await service.staff('verifikator')
    const { guard, revision } = await verifier.case(number)
    expect(guard).toMatchObject({ candidates: [{ name: 'Citra Peraga' }], concerns: [], steward: null })
    const citra = guard?.candidates.map(({ id }) => id)
    const decided = { revision, staff: citra, because: 'Ialah yang dimaksud pelapor.' }
    expect((await verifier.post(`/cases/${number}/guard`, decided)).status).toBe(200)
    const seen = await (await service.staff('kepala')).case(number)
    expect(seen.guard).toMatchObject({ concerns: [{ name: 'Citra Peraga' }], steward: { name: 'Dewi Peraga' } })
    expect(seen.handler?.name).toBe('Dewi Peraga')
    const { items } = await asked<{ items: { name: string }[] }>('kepala', `/handlers?case=${number}`)
    expect(items.map(({ name }) => name)).toEqual(['Dewi Peraga'])

    const { history } = await office.reporter(receipt).follow()
    expect(history.map(({ event }) => event)).toEqual(['received', 'rerouted'])
    expect(JSON.stringify(history)).not.toContain('Peraga')
  })
})

describe('a complaint that names the head', () => {
  it('goes to the Inspektorat once the verifier read whom it means, and is in nothing that the unit’s people read', async () => {
    const office = service.unit()
    const { number } = await office.file({ reportedPerson: 'Kepala Bagian Organisasi' })
    await unknown((await service.staff('kepala')).get(`/cases/${number}`))
    const verifier = await service.staff('verifikator')
    const { guard, revision } = await verifier.case(number)
    const meant = guard?.candidates.map(({ id }) => id)
    expect((await verifier.post(`/cases/${number}/guard`, { revision, staff: meant, because: 'Kepala.' })).status).toBe(
      200,
    )
    const auditor = await service.staff('inspektorat')
    expect((await auditor.case(number)).acts).toContain('verify')
    expect((await auditor.act(number, 'verify')).status).toBe(200)
    for (const mailbox of ['kepala', 'verifikator', 'petugas', 'kustodian']) {
      await unknown((await service.staff(mailbox)).get(`/cases/${number}`))
    }
    const subjects = async (mailbox: string) =>
      (await asked<LogView>(mailbox, '/log')).items.map(({ subject }) => subject)
    expect(await subjects('inspektorat')).toContain(number)
    expect(await subjects('kepala')).not.toContain(number)
    // The notice of a later complaint has arrived, so that of this one has too.
    const later = await office.file()
    const mailbox = async () => JSON.stringify(await asked('admin', '/mailbox'))
    await expect.poll(mailbox).toContain(later.number)
    expect(await mailbox()).not.toContain(number)
  })
})

describe('a verifier who wonders whom a complaint concerns', () => {
  it('is asked about a position that the story only mentions, and who holds it waits until they decided', async () => {
    const { number } = await service.unit().file({ chronology: 'Saya melapor kepada Kepala Bagian Organisasi.' })
    const [verifier, head] = [await service.staff('verifikator'), await service.staff('kepala')]
    const { guard, revision } = await verifier.case(number)
    expect(guard?.candidates).toMatchObject([{ name: 'Dewi Peraga' }])
    await unknown(head.get(`/cases/${number}`))
    const decided = { revision, staff: [], because: 'Ia hanya menerima laporan.' }
    expect((await verifier.post(`/cases/${number}/guard`, decided)).status).toBe(200)
    expect((await head.case(number)).guard).toBeNull()
  })

  it('is asked whether a name in the story is who is meant, and the one with that name is not', async () => {
    const { number } = await service.unit().file({ chronology: 'Ibu Citra meminta uang di loket.' })
    const verifier = await service.staff('verifikator')
    const seen = await verifier.case(number)
    expect(seen.guard).toMatchObject({ candidates: [{ name: 'Citra Peraga' }], concerns: [], steward: null })
    await unknown((await service.staff('petugas')).get(`/cases/${number}`))
    const decided = { revision: seen.revision, staff: [], because: 'Citra yang dimaksud adalah calo di luar kantor.' }
    expect((await verifier.post(`/cases/${number}/guard`, decided)).status).toBe(200)
    const open = await (await service.staff('petugas')).case(number)
    expect(open.guard).toBeNull()
    expect(JSON.stringify(open.history)).toContain(decided.because)
  })

  it('reads who would lose it and who would handle it instead, and nothing is changed', async () => {
    const { number } = await service.unit().file({ chronology: 'Ibu Citra Peragha meminta uang di loket.' })
    const head = await service.staff('kepala')
    const { items } = (await (await head.get(`/cases/${number}/guard`)).json()) as GuardCandidates
    const ids = (...names: string[]) => items.filter(({ name }) => names.includes(name)).map(({ id }) => id)
    const preview = async (...names: string[]) => {
      const response = await head.post(`/cases/${number}/guard/preview`, { staff: ids(...names) })
      const { keptFrom, steward, ...rest } = (await response.json()) as GuardPreview
      return { ...rest, steward: steward?.name, loses: keptFrom.map(({ name }) => name) }
    }
    const before = await head.case(number)
    expect(await preview('Bayu Peraga')).toEqual({
      loses: ['Bayu Peraga'],
      steward: 'Dewi Peraga',
      unread: false,
      visible: true,
    })
    expect(await preview('Dewi Peraga')).toMatchObject({ steward: 'Fajar Peraga', unread: false, visible: false })
    expect(await preview('Dewi Peraga', 'Fajar Peraga')).toMatchObject({ steward: undefined, unread: true })
    expect((await head.case(number)).revision).toBe(before.revision)
  })
})

describe('a complaint that names nobody of the unit', () => {
  it('is everybody’s as before', async () => {
    const { number } = await service.unit().file({ reportedPerson: 'Petugas laki-laki, berkacamata' })
    const seen = await (await service.staff('petugas')).case(number)
    expect([seen.guard, seen.mayGuard]).toEqual([null, false])
    expect((await (await service.staff('verifikator')).case(number)).mayGuard).toBe(true)
  })
})

it('the head cannot tell from the pages of the log that lines are kept from them', async () => {
  const { number } = await service.unit().file({ reportedPerson: 'Kepala Bagian Organisasi' })
  const auditor = await service.staff('inspektorat')
  // Readings of one case on one day are one row, so each row needs a case of its own.
  const others = await Promise.all(Array.from({ length: 130 }, () => service.unit().file()))
  for (const [at, other] of others.entries()) await auditor.case(at % 6 === 0 ? number : other.number)
  const first = await asked<LogView>('kepala', '/log')
  const second = await asked<LogView>('kepala', `/log?cursor=${first.nextCursor}`)
  const linesIn = ({ items }: LogView) => items.reduce((sum, { times }) => sum + times, 0)
  expect(linesIn(first)).toBe(100)
  expect(linesIn(second)).toBeGreaterThan(0)
  const decoded = (cursor: string) => cursor.split('.').map((part) => Buffer.from(part, 'base64url').toString())
  expect(decoded(first.nextCursor ?? '').filter((part) => /place|^\["/.test(part))).toEqual([])
  const forged = Buffer.from(JSON.stringify(['place descending', 5])).toString('base64url')
  expect(await refusalIn((await service.staff('kepala')).get(`/log?cursor=${forged}`))).toMatch(/^400 /)
})

const here = 'bagian-organisasi'
const unit = anInvitingUnit(service, here)
const path = (rest: string) => `/tenants/${here}${rest}`

async function anOfficer(name: string, roles: readonly string[] = ['verifier', 'case_handler']) {
  const officer = await aColleague(service, roles, undefined, { reportsTo: null, name })
  return {
    ...officer,
    id: officer.session.staff.id,
    sees: async (number: string) => (await officer.call('GET', path(`/cases/${number}`))).status,
  }
}

/** The verifier decides; an empty list means that none of them is meant. */
async function decide(number: string, staff: readonly string[]) {
  const verifier = await service.staff('verifikator')
  const { revision } = await verifier.case(number)
  const answer = await verifier.post(`/cases/${number}/guard`, { revision, staff, because: 'Sudah ditanyakan.' })
  expect(answer.status).toBe(200)
}

describe('somebody who may be meant', () => {
  it('finds the case nowhere that can be read, as if its number did not exist', async () => {
    const officer = await anOfficer('Rengganis Wirasti')
    const before = (await (await officer.call('GET', path('/cases'))).json()) as CaseRegister
    const { number } = await service.unit().file({ reportedPerson: 'bu rengganis', subject: 'Pungutan Ranggalawe' })
    const readings = (await operationsOf(service.url)).filter(
      ({ name, scheme }) => scheme === 'session' && name.startsWith('GET ') && name.includes('/tenants/{tenant}'),
    )
    const ask = async (name: string, one: string) => {
      const to = name.replace('GET ', '').replace('{tenant}', here).replace('{number}', one)
      return officer.call('GET', to.replace(/\{\w+\}/g, 'x'))
    }
    const onCase = readings.filter(({ name }) => name.includes('{number}'))
    expect(onCase.length).toBeGreaterThan(8)
    for (const { name } of onCase) {
      const unknown = number.replace(/\d{6}$/, '999999')
      expect([name, await toldBy(ask(name, number))]).toEqual([name, await toldBy(ask(name, unknown))])
    }
    for (const { name } of readings.filter((one) => !one.name.includes('{') || /\{tenant\}[^{]*$/.test(one.name))) {
      const answer = await ask(name, number)
      if (answer.headers.get('content-type')?.includes('event-stream')) await answer.body?.cancel()
      else {
        const read = await answer.text()
        expect([name, read.includes(number), read.includes('Ranggalawe')]).toEqual([name, false, false])
      }
    }
    const search = async (query: string) => (await officer.call('GET', path(`/cases?q=${query}`))).json()
    expect(((await search('ranggalawe')) as CaseRegister).items).toEqual([])
    const after = (await (await officer.call('GET', path('/cases'))).json()) as CaseRegister
    expect(after.total).toEqual(before.total)
  })

  it('is decided by a verifier who is none of them, and nobody else changes hands', async () => {
    const [one, other] = [await anOfficer('Larasati Kusumadewi'), await anOfficer('Larasati Wiranegara')]
    const { number } = await service.unit().file({ reportedPerson: 'Mbak Larasati' })
    expect([await one.sees(number), await other.sees(number)]).toEqual([404, 404])
    await decide(number, [one.id])
    expect([await one.sees(number), await other.sees(number)]).toEqual([404, 200])
  })

  it('is asked about again where the reporter names them later', async () => {
    const officer = await anOfficer('Danurwenda Prakoso')
    const receipt = await service.unit().file({ reportedPerson: 'petugas di pintu' })
    expect(await officer.sees(receipt.number)).toBe(200)
    await service.unit().reporter(receipt).post('/messages', { text: 'Ternyata namanya Pak Danurwenda.' })
    expect(await officer.sees(receipt.number)).toBe(404)
    await decide(receipt.number, [])
    expect(await officer.sees(receipt.number)).toBe(200)
  })

  it('was not there yet, or had another name, when the complaint came', async () => {
    const { number } = await service.unit().file({ reportedPerson: 'Bu Sekartaji' })
    const old = await anOfficer('Orang Lain Sekali')
    expect(await old.sees(number)).toBe(200)
    const place = { position: 'Petugas', roles: ['verifier'], name: 'Sekartaji Lain' }
    expect((await unit.call('PATCH', `/staff/${old.id}`, place)).status).toBe(200)
    expect(await old.sees(number)).toBe(404)
    const joined = await anOfficer('Sekartaji Baru')
    expect(await joined.sees(number)).toBe(404)
    await decide(number, [])
    expect([await old.sees(number), await joined.sees(number)]).toEqual([200, 200])
  })
})
