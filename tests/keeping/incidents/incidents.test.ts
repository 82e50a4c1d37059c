import { describe, expect, it } from 'vitest'
import {
  concludeIncident,
  correctIncident,
  editNotice,
  type GivenFacts,
  listIncidents,
  notifyAffected,
  pickCase,
  readIncident,
  recordAuthorityNotified,
  recordIncident,
} from '../../../service/keeping/incidents/incidents.ts'
import type { LoggedAct } from '../../../service/offices/act-vocabulary.ts'
import { permissionsFor, type StaffMember } from '../../../service/offices/staff/permissions.ts'
import { type Role, roles } from '../../../service/offices/vocabulary.ts'
import { aComplaint, mondayAtTen } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { dinas, organisasi } from '../../support/two-units.ts'

const aFact: GivenFacts = {
  what: 'Kata sandi seorang petugas dipakai orang lain.',
  measures: 'Kata sandi diganti dan semua sesi diakhiri.',
  data: ['name', 'story'],
  beganAt: '2026-11-23T02:00:00.000Z',
  endedAt: null,
  discoveredAt: mondayAtTen,
  accounts: ['petugas'],
}

/** An office whose handler's account was borrowed; its head and its custodian keep the register. */
async function anOffice() {
  const office = await anOfficeOf({
    kepala: { roles: ['unit_head'] },
    kustodian: { roles: ['identity_custodian'] },
    petugas: { roles: ['case_handler'] },
  })
  const { ports } = office
  const sure = async (id: string): Promise<StaffMember> => ({
    ...(await office.member(id)),
    confirmedAt: ports.now(),
  })
  const [kepala, kustodian, petugas] = [await sure('kepala'), await sure('kustodian'), await sure('petugas')]
  const did = (act: LoggedAct, subject: string | null, by = 'petugas') =>
    ports.record(organisasi, { by, act, subject, detail: null })
  const receive = async (name: string | null = 'Siti Contoh') => {
    const given = name ? { name, email: 'siti@contoh.example' } : undefined
    const { identity, filing } = await sealedReporter(ports.vault, name ? 'named' : 'anonymous', given)
    return (await office.receive(aComplaint({ identity, filing, privacy: name ? 'named' : 'anonymous' }))).id
  }
  const record = (facts: Partial<GivenFacts> = {}, by = kepala) => recordIncident(ports, by, { ...aFact, ...facts })
  const seen = async (id: string, by = kepala) => (await readIncident(ports, by, id)).cases
  const complaint = (number: string) => ports.complaints.get(organisasi, number)
  const logged = async () =>
    (await ports.accessLog.find(organisasi, { index: 'place', limit: 100 })).items.map(({ by, act, subject, detail }) =>
      [by, act, subject, detail].join(' '),
    )
  return { ...office, kepala, kustodian, petugas, did, receiveFrom: receive, record, seen, complaint, logged, sure }
}

describe('an incident in the register', () => {
  it('has 72 hours from its discovery, weekends included', async () => {
    const { record } = await anOffice()
    const { clock } = await record({ discoveredAt: '2026-11-22T10:30:00Z', beganAt: '2026-11-21T10:30:00Z' })
    expect(clock).toMatchObject({ clock: 'personal_data', dueAt: '2026-11-25T10:30:00.000Z', stoppedAt: null })
  })

  it('lists what its accounts did in its period by the log, and counts the lists they read', async () => {
    const { record, seen, did, receiveFrom, goOn } = await anOffice()
    const [read, opened, others, later] = [
      await receiveFrom(),
      await receiveFrom(),
      await receiveFrom(),
      await receiveFrom(),
    ]
    await did('case.read', read)
    await did('case.read', opened)
    await did('identity.opened', opened)
    await did('register.read', null)
    await did('staff.changed', 'bukan-perkara')
    await did('case.read', others, 'kustodian')
    goOn(1)
    await did('case.read', later)
    const { id, content } = await record({ endedAt: '2026-11-23T04:00:00.000Z' })
    expect((await seen(id)).map(({ number, acts }) => [number, acts])).toEqual([
      [read, ['case.read']],
      [opened, ['case.read', 'identity.opened']],
    ])
    expect(content.lists).toBe(1)
  })

  it('lies sealed in the store: neither what happened nor whose account it was is readable', async () => {
    const { record, store } = await anOffice()
    const { id } = await record()
    const kept = JSON.stringify(await store.incidents.get(organisasi, id))
    expect(kept).not.toMatch(/sandi|petugas|BO-2026/)
  })

  it('cannot begin after it was found, nor be found tomorrow', async () => {
    const { record } = await anOffice()
    expect(await laterRefusalOf(record({ beganAt: '2026-11-23T03:00:01.000Z' }))).toBe('request/invalid')
    expect(await laterRefusalOf(record({ discoveredAt: '2026-11-24T03:00:00.000Z' }))).toBe('request/invalid')
    expect(await laterRefusalOf(record({ accounts: ['tidak-ada'] }))).toBe('staff/unknown')
  })

  it('is worked out anew when more is known, and keeps what was picked and left out by hand', async () => {
    const { ports, kepala, record, seen, did, receiveFrom } = await anOffice()
    const [first, second, picked] = [await receiveFrom(), await receiveFrom(), await receiveFrom()]
    await did('case.read', first)
    const { id } = await record()
    const { version } = await pickCase(ports, kepala, { id, revision: 1, number: picked, leftOutBecause: null })
    const left = { id, revision: version, number: first, leftOutBecause: 'Dibaca petugas sendiri.' }
    const { version: revision } = await pickCase(ports, kepala, left)
    await did('case.read', second)
    await correctIncident(ports, kepala, { ...aFact, id, revision })
    expect((await seen(id)).map(({ number, leftOutBecause }) => [number, leftOutBecause])).toEqual([
      [first, 'Dibaca petugas sendiri.'],
      [second, null],
      [picked, null],
    ])
    expect(await laterRefusalOf(correctIncident(ports, kepala, { ...aFact, id, revision }))).toBe(
      'incident/changed-meanwhile',
    )
  })

  it('is kept from whose account it concerns, unless they told of it themselves', async () => {
    const { ports, kepala, kustodian, record } = await anOffice()
    const { id } = await record({ accounts: ['kepala'] }, kustodian)
    expect(await laterRefusalOf(readIncident(ports, kepala, id))).toBe('incident/unknown')
    expect((await listIncidents(ports, kepala, undefined)).items).toEqual([])
    const own = await record({ accounts: ['kepala'] }, kepala)
    expect((await readIncident(ports, kepala, own.id)).incident.id).toBe(own.id)
  })

  it.each(roles.filter((role) => !permissionsFor([role]).has('incidents.handle')))(
    'is neither recorded nor read by a %s alone',
    async (role: Role) => {
      const { ports, record } = await anOffice()
      const { id } = await record()
      const one = staffWith([role])
      expect(await laterRefusalOf(record({}, one))).toBe('staff/not-permitted')
      expect(await laterRefusalOf(readIncident(ports, one, id))).toBe('staff/not-permitted')
      expect(await laterRefusalOf(listIncidents(ports, one, undefined))).toBe('staff/not-permitted')
    },
  )

  it('does not exist for another office', async () => {
    const { ports, record } = await anOffice()
    const { id } = await record()
    const stranger = staffWith(['unit_head'], dinas)
    expect(await laterRefusalOf(readIncident(ports, stranger, id))).toBe('incident/unknown')
    expect((await listIncidents(ports, stranger, undefined)).items).toEqual([])
  })
})

describe('the notice of a breach', () => {
  it('is drafted with what the law asks for, in both languages, until an officer writes another', async () => {
    const { ports, kepala, record, receiveFrom, did, complaint } = await anOffice()
    const number = await receiveFrom()
    await did('case.read', number)
    const { id } = await record()
    await notifyAffected(ports, kepala, { id, revision: 1 })
    const [told] = (await complaint(number)).dossier.breachNotices
    expect(told!.texts?.id).toMatch(
      /nama pelapor, uraian kejadian[\s\S]*Senin, 23 November 2026[\s\S]*dipakai orang lain[\s\S]*semua sesi diakhiri/,
    )
    expect(told!.texts?.en).toMatch(/Law 27 of 2022[\s\S]*the reporter’s name[\s\S]*Monday, 23 November 2026/)
  })

  it('reaches every affected reporter once, on the page and by a notice, and says of each how it stands', async () => {
    const { ports, kepala, record, receiveFrom, did, complaint, seen } = await anOffice()
    const [named, nameless, left] = [await receiveFrom(), await receiveFrom(null), await receiveFrom()]
    for (const number of [named, nameless, left]) await did('case.read', number)
    const { id } = await record()
    await pickCase(ports, kepala, { id, revision: 1, number: left, leftOutBecause: 'Bukan bagian insiden.' })
    await editNotice(ports, kepala, { id, revision: 2, texts: { id: 'Mohon maaf.', en: 'We are sorry.' } })
    const { version } = await notifyAffected(ports, kepala, { id, revision: 3 })
    await notifyAffected(ports, kepala, { id, revision: version })
    const { dossier, notices } = await complaint(named)
    expect(dossier.breachNotices).toMatchObject([{ incident: id, texts: { id: 'Mohon maaf.', en: 'We are sorry.' } }])
    expect(dossier.history.at(-1)).toMatchObject({ event: 'data_breach', text: null, public: true })
    expect(notices.filter(({ event }) => event === 'data_breach')).toMatchObject([{ state: 'pending' }])
    await ports.complaints.change(organisasi, nameless, (one) => ({
      ...one,
      notices: one.notices.map((notice) => ({ ...notice, state: 'unreachable', nextTryAt: null })),
    }))
    expect((await seen(id)).map(({ number, state }) => [number, state])).toEqual([
      [named, 'pending'],
      [nameless, 'page_only'],
      [left, 'not_told'],
    ])
  })

  it('names no reporter, unless an officer says why', async () => {
    const { ports, kepala, record, receiveFrom, did, complaint } = await anOffice()
    const number = await receiveFrom('Siti Contohwati')
    await did('case.read', number)
    const { id } = await record({ what: 'Surat untuk Siti Contohwati salah alamat.' })
    const telling = { id, revision: 1 }
    expect(await laterRefusalOf(notifyAffected(ports, kepala, telling))).toBe('text/names-reporter')
    expect((await complaint(number)).dossier.breachNotices).toEqual([])
    await notifyAffected(ports, kepala, { ...telling, leakReason: 'Nama petugas yang sama.' })
    expect((await complaint(number)).dossier.breachNotices).toHaveLength(1)
  })

  it('is sent only by who has just proved who they are', async () => {
    const { ports, member, record } = await anOffice()
    const { id } = await record()
    const telling = notifyAffected(ports, await member('kepala'), { id, revision: 1 })
    expect(await laterRefusalOf(telling)).toBe('session/confirmation-needed')
  })

  it('reaches the reporter of a case that is kept from the officer, who learns nothing of it', async () => {
    const office = await anOffice()
    const { ports, kepala, record, did, seen, complaint } = office
    const { id: kept } = await aGuardedCase(office, 'kepala')
    await did('case.read', kept)
    const { id } = await record()
    const now = await office.sure('kepala')
    expect(await seen(id, now)).toEqual([])
    const picking = pickCase(ports, now, { id, revision: 1, number: kept, leftOutBecause: null })
    expect(await laterRefusalOf(picking)).toBe('complaint/not-found')
    await notifyAffected(ports, { ...now, confirmedAt: kepala.confirmedAt! }, { id, revision: 1 })
    expect((await complaint(kept)).dossier.breachNotices).toHaveLength(1)
    expect(await seen(id, now)).toEqual([])
  })
})

describe('an incident is closed', () => {
  it('with its lessons, after reporters and the authority were told; then nothing changes any more', async () => {
    const { ports, kepala, record, logged } = await anOffice()
    const { id } = await record()
    const closing = (revision: number) =>
      concludeIncident(ports, kepala, { id, revision, lessons: 'Wajib faktor kedua.' })
    expect(await laterRefusalOf(closing(1))).toBe('incident/not-told')
    const told = await notifyAffected(ports, kepala, { id, revision: 1 })
    expect(told.clock.stoppedAt).toBeNull()
    const both = await recordAuthorityNotified(ports, kepala, {
      id,
      revision: 2,
      text: 'Surat.',
      reference: 'No. 1/2026',
    })
    expect(both.clock.stoppedAt).toBe(mondayAtTen)
    expect((await closing(3)).content.closed).toMatchObject({ lessons: 'Wajib faktor kedua.', by: { id: 'kepala' } })
    expect(await laterRefusalOf(notifyAffected(ports, kepala, { id, revision: 4 }))).toBe('incident/closed')
    expect(await logged()).toEqual([
      `kepala incident.recorded ${id} `,
      `kepala incident.told ${id} reporters`,
      `kepala incident.told ${id} authority`,
      `kepala incident.closed ${id} `,
    ])
  })
})
