import { describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { TenantListView } from '../../service/contract/installation.ts'
import type { TodayView } from '../../service/contract/register.ts'
import type { DutiesView, ForeseenAbsenceView } from '../../service/contract/staff.ts'
import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import { aNewUnit } from '../support/a-new-unit.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService(withOperator)

type Entered = Awaited<ReturnType<typeof aNewUnit>>['admin']

const seen = async (slug: string) => (await (await fetch(service.unit(slug).api)).json()) as WholeTenantView
const file = (slug: string) =>
  fetch(`${service.unit(slug).api}/complaints`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
    body: JSON.stringify(aFiling()),
  })
const dutiesOf = async (person: Entered, slug: string) =>
  (await (await person.call('GET', `/tenants/${slug}/duties`)).json()) as DutiesView
const missing = ({ duties }: DutiesView) => duties.flatMap(({ duty, gap }) => (gap ? [duty] : []))
const listed = async (slug: string) => {
  const operator = await anOperator(service)
  const { items } = (await (await operator.call('GET', '/operator/tenants')).json()) as TenantListView
  return items.find(({ tenant }) => tenant === slug)
}

describe('a new unit', () => {
  it('takes nothing from the public before somebody can read and answer it; admin and operator read that', async () => {
    const slug = 'kecamatan-sepi'
    const { admin } = await aNewUnit(service, slug, 'KS')
    expect(await seen(slug)).toMatchObject({ refusal: { code: 'tenant/not-ready' } })
    expect(await refusalIn(file(slug))).toBe('409 tenant/not-ready')
    expect((await fetch(`${service.url}/t/${slug}/form`)).status).toBe(409)
    const duties = await dutiesOf(admin, slug)
    expect(duties.awaitsStaff).toBe(true)
    expect(missing(duties)).toEqual(['read', 'verify', 'handle', 'sign', 'keep_identities', 'answer_data_requests'])
    expect(await listed(slug)).toMatchObject({ awaitsStaff: true, gaps: missing(duties) })
  })

  it('is open with its head, promises no hidden identity without a custodian, and says what is missing', async () => {
    const slug = 'kecamatan-satu'
    const { admin, join } = await aNewUnit(service, slug, 'KA')
    await join('kepala', ['unit_head'])
    const view = await seen(slug)
    expect(view.refusal).toBeUndefined()
    expect(view.privacyChoices.map(({ choice }) => choice)).toEqual(['named', 'anonymous'])
    const duties = await dutiesOf(admin, slug)
    expect(missing(duties)).toEqual(['decide_objection', 'keep_identities', 'second_person'])
    expect(duties.duties.find(({ duty }) => duty === 'decide_objection')?.gap).toMatchObject({
      besides: ['Nama kepala'],
      until: null,
    })
    expect((await file(slug)).status).toBe(201)
  })

  it('stays open once it took a complaint, and is warned when its staff are gone', async () => {
    const slug = 'kecamatan-dua'
    const { admin, join, path } = await aNewUnit(service, slug, 'KD')
    const head = await join('kepala', ['unit_head'])
    expect((await file(slug)).status).toBe(201)
    expect((await admin.call('DELETE', path(`/staff/${head.id}`))).status).toBe(204)
    expect((await file(slug)).status).toBe(201)
    expect(await listed(slug)).toMatchObject({ awaitsStaff: false })
    expect((await listed(slug))?.gaps).toContain('read')
  })
})

describe('an objection in a unit with one head', () => {
  async function anObjection(slug: string, prefix: string) {
    const unit = await aNewUnit(service, slug, prefix)
    const head = await unit.join('kepala', ['unit_head'])
    const office = service.unit(slug)
    const receipt = await office.file(aFiling())
    const { number } = receipt
    const read = async (person: Entered) =>
      (await (await person.call('GET', unit.path(`/cases/${number}`))).json()) as CaseView
    const act = async (person: Entered, verb: string, body: object = {}) => {
      const { revision } = await read(head)
      return person.call('POST', unit.path(`/cases/${number}/${verb}`), { revision, ...body })
    }
    await act(head, 'verify')
    await act(head, 'answer', { outcome: 'unsubstantiated', text: 'Tidak ada pungutan.' })
    expect((await office.reporter(receipt).post('/objection', { text: 'Keliru.' })).status).toBe(201)
    return { ...unit, head, receipt, office, read, act }
  }
  const decision = { upheld: false, text: 'Jawaban tetap.' }

  it('is not offered to the head, who reads that nobody else can decide and who is to be named', async () => {
    const { head, read, act } = await anObjection('unit-keberatan', 'UK')
    const shown = await read(head)
    expect(shown.acts).not.toContain('decide-objection')
    expect(shown.closedActs).toMatchObject([{ act: 'decide-objection', code: 'objection/nobody-else' }])
    expect(await refusalIn(act(head, 'decide-objection', decision))).toBe('403 objection/nobody-else')
  })

  it('goes to the head of the parent unit, and the head reads to whom', async () => {
    const { head, join, read, act } = await anObjection('unit-induk', 'UI')
    const above = await join('camat', ['parent_head'])
    expect((await read(head)).closedActs).toMatchObject([{ code: 'objection/own-answer' }])
    expect((await read(head)).closedActs[0]?.detail).toContain('Nama camat')
    expect((await read(above)).acts).toContain('decide-objection')
    expect((await act(above, 'decide-objection', decision)).status).toBe(200)
  })

  it('goes to the head with a reason that the reporter reads, where the unit allows it and nobody else exists', async () => {
    const { admin, path, head, read, act, office, receipt } = await anObjection('unit-kecil', 'UC')
    const settings = (await (await admin.call('GET', path('/settings'))).json()) as object
    const parent = { parent: 'Pemerintah Kabupaten Umpama' }
    const saved = await admin.call('PUT', path('/settings'), { ...settings, ...parent, allowsOwnDecision: true })
    expect(saved.status).toBe(200)
    expect(await read(head)).toMatchObject({ decidesOnOwnAnswer: true, closedActs: [] })
    expect(await refusalIn(act(head, 'decide-objection', decision))).toBe('403 objection/own-answer')
    const ownReason = 'Di unit ini tidak ada pimpinan lain.'
    expect((await act(head, 'decide-objection', { ...decision, ownReason })).status).toBe(200)
    const { history } = await office.reporter(receipt).follow()
    expect(history.find(({ event }) => event === 'decided_by_signer')).toMatchObject({ text: ownReason })
  })
})

describe('an absence', () => {
  it('is said by the person, lends the deputy the roles, and signs as such', async () => {
    const slug = 'unit-plh'
    const { join, path } = await aNewUnit(service, slug, 'UP')
    const head = await join('kepala', ['unit_head'])
    const handler = await join('petugas', ['case_handler'])
    const { number } = await service.unit(slug).file(aFiling())
    const days = { firstDay: officeDay(0), lastDay: officeDay(3), deputy: handler.id, title: 'plh' }
    const set = await head.call('PUT', path(`/duties/absences/${head.id}`), { absences: [days] })
    const { people } = (await set.json()) as DutiesView
    expect(people.find(({ id }) => id === head.id)).toMatchObject({ away: true, standIn: 'Nama petugas', own: true })

    const verified = await handler.call('POST', path(`/cases/${number}/verify`), { revision: 0 })
    expect(verified.status).toBe(200)
    const { history, revision } = (await verified.json()) as CaseView
    expect(history.at(-1)?.by).toContain('Plh. Jabatan kepala')

    expect((await head.call('PUT', path(`/duties/absences/${head.id}`), { absences: [] })).status).toBe(200)
    expect(
      await refusalIn(handler.call('POST', path(`/cases/${number}/extend`), { revision, days: 1, reason: 'Perlu.' })),
    ).toBe('403 staff/not-permitted')
  })

  it('is set by an admin for everybody, but never so that they stand in themselves', async () => {
    const slug = 'unit-admin'
    const { admin, join, path } = await aNewUnit(service, slug, 'UA')
    const head = await join('kepala', ['unit_head'])
    const handler = await join('petugas', ['case_handler'])
    const set = (person: Entered, id: string, absence: object) =>
      person.call('PUT', path(`/duties/absences/${id}`), {
        absences: [{ firstDay: officeDay(0), lastDay: officeDay(1), deputy: null, title: 'plh', ...absence }],
      })
    const me = (await dutiesOf(admin, slug)).people.find(({ own }) => own)?.id
    expect(await refusalIn(set(admin, head.id, { deputy: me }))).toBe('400 staff/own-role')
    expect(await refusalIn(set(handler, head.id, { deputy: handler.id }))).toBe('403 staff/not-permitted')
    expect(await refusalIn(set(admin, head.id, { lastDay: officeDay(-1) }))).toBe('400 request/invalid')
    expect(await refusalIn(set(admin, head.id, { deputy: 'orang-lain' }))).toBe('400 staff/unknown')
    expect((await set(admin, head.id, { deputy: handler.id })).status).toBe(200)
    expect(missing(await dutiesOf(admin, slug))).not.toContain('sign')
  })

  it('that somebody else enters lends nothing until the person, or for others the head, agreed', async () => {
    const slug = 'unit-setuju'
    const { admin, join, path } = await aNewUnit(service, slug, 'US')
    const head = await join('kepala', ['unit_head'])
    const verifier = await join('verifikator', ['verifier'])
    const puppet = await join('petugas', ['case_handler'])
    const inspector = await join('inspektorat', ['internal_auditor'])
    const { number } = await service.unit(slug).file(aFiling())
    const days = { firstDay: officeDay(0), lastDay: officeDay(1), deputy: puppet.id, title: 'plh' }
    const enter = async (id: string) =>
      expect((await admin.call('PUT', path(`/duties/absences/${id}`), { absences: [days] })).status).toBe(200)
    const agree = (person: Entered, id: string) => person.call('POST', path(`/duties/absences/${id}/agreement`), days)
    const verifies = () => puppet.call('POST', path(`/cases/${number}/verify`), { revision: 0 })
    const shown = async (person: Entered, id: string) =>
      (await dutiesOf(person, slug)).people.find((one) => one.id === id)

    await enter(head.id)
    await enter(verifier.id)
    expect(await refusalIn(verifies())).toBe('403 staff/not-permitted')
    expect(await shown(admin, head.id)).toMatchObject({ away: false, absences: [{ agreement: 'waits' }] })
    expect(await shown(inspector, head.id)).toMatchObject({ absences: [{ agreement: 'may' }] })
    for (const person of [admin, puppet, verifier]) {
      expect(await refusalIn(agree(person, head.id))).toBe('403 staff/not-permitted')
    }
    expect(await refusalIn(agree(inspector, verifier.id))).toBe('403 staff/cannot-agree')
    expect((await agree(inspector, head.id)).status).toBe(200)
    expect(await shown(admin, head.id)).toMatchObject({ away: true, standIn: 'Nama petugas' })
    expect(await refusalIn(agree(head, head.id))).toBe('409 staff/absence-gone')
    expect((await agree(verifier, verifier.id)).status).toBe(200)
    expect((await verifies()).status).toBe(200)
  })

  it('without a deputy says before what would wait and how much, to the person and to the admin', async () => {
    const slug = 'unit-cuti'
    const { admin, join, path } = await aNewUnit(service, slug, 'UCU')
    const head = await join('kepala', ['unit_head'])
    const handler = await join('petugas', ['case_handler'])
    const { number } = await service.unit(slug).file(aFiling())
    const foreseen = async (person: Entered, deputy: string | null) => {
      const days = { firstDay: officeDay(30), lastDay: officeDay(33), deputy, title: 'plh' }
      const answer = await person.call('POST', path(`/duties/absences/${head.id}/foreseen`), days)
      return ((await answer.json()) as ForeseenAbsenceView).waits
    }
    const verify = { duty: 'verify', categories: [], cases: 1 }
    expect(await foreseen(head, null)).toEqual([
      verify,
      { duty: 'sign', categories: [], cases: 0 },
      { duty: 'answer_data_requests', categories: [], cases: 0 },
    ])
    // An admin who reads no case counts none.
    expect((await foreseen(admin, null))[0]).toEqual({ ...verify, cases: null })
    expect(await foreseen(head, handler.id)).toEqual([])
    expect(
      await refusalIn(
        handler.call('POST', path(`/duties/absences/${head.id}/foreseen`), {
          ...{ firstDay: officeDay(0), lastDay: officeDay(1), deputy: null, title: 'plh' },
        }),
      ),
    ).toBe('403 staff/not-permitted')

    const now = [{ firstDay: officeDay(0), lastDay: officeDay(1), deputy: null, title: 'plh' }]
    expect((await head.call('PUT', path(`/duties/absences/${head.id}`), { absences: now })).status).toBe(200)
    const { duties } = await dutiesOf(admin, slug)
    expect(duties.find(({ duty }) => duty === 'verify')?.gap?.away).toEqual([{ id: head.id, name: 'Nama kepala' }])
    // Somebody who is away and signs in may do their own work.
    const today = (await (await head.call('GET', path('/today'))).json()) as TodayView
    expect(today.items).toMatchObject([{ number, act: 'verify' }])
    expect((await head.call('POST', path(`/cases/${number}/verify`), { revision: 0 })).status).toBe(200)
  })
})
