import { describe, expect, it } from 'vitest'
import type { LogView } from '../../service/contract/keeping.ts'
import type { AlertPreferencesView as PreferencesView } from '../../service/contract/messages.ts'
import { aColleague } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { anInvitingUnit } from '../support/an-inviting-unit.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const unit = anInvitingUnit(service, 'bagian-organisasi')

/** An officer who verifies, and whose name nobody else has. */
async function anOfficer(name: string) {
  const here = await aColleague(service, ['verifier'], undefined, { reportsTo: null, name })
  const place = { name, position: 'Petugas', roles: ['verifier'] }
  return {
    ...here,
    id: here.session.staff.id,
    change: (more: object) => unit.call('PATCH', `/staff/${here.session.staff.id}`, { ...place, ...more }),
    sees: async (number: string) => (await here.call('GET', `/tenants/bagian-organisasi/cases/${number}`)).status,
  }
}

interface AlertItems {
  readonly items: readonly { readonly kind: string; readonly about?: { name: string; formerName?: string } }[]
}
const alertsOf = async (mailbox: string, name: string) => {
  const { items } = (await (await unit.call('GET', '/alerts', undefined, mailbox)).json()) as AlertItems
  return items.filter(({ about }) => about?.name === name)
}

describe('an official whom another admin renames', () => {
  it('is still kept from a case that names them as people know them', async () => {
    const officer = await anOfficer('Wulandari Kencana')
    expect((await officer.change({ name: 'Ratna Purnama' })).status).toBe(200)
    expect((await officer.change({ name: 'Melati Anggraeni' })).status).toBe(200)
    for (const reportedPerson of ['Ibu Wulandari Kencana', 'Ratna Purnama', 'Melati Anggraeni']) {
      const { number } = await service.unit().file({ reportedPerson })
      expect([reportedPerson, await officer.sees(number)]).toEqual([reportedPerson, 404])
    }
    const { number } = await service.unit().file({ reportedPerson: 'Seorang petugas' })
    expect(await officer.sees(number)).toBe(200)
  })

  it('is named to who decides whom a story concerns', async () => {
    const officer = await anOfficer('Yudhistira Mahendra')
    await officer.change({ name: 'Bagus Prasetya' })
    const { number } = await service.unit().file({ chronology: 'Pak Yudhistira Mahendra meminta uang di loket.' })
    const { guard } = await (await service.staff('verifikator')).case(number)
    expect(guard?.candidates).toMatchObject([{ id: officer.id, name: 'Bagus Prasetya' }])
    expect(await officer.sees(number)).toBe(404)
  })

  it('is still kept from it after being taken out and invited anew by another name', async () => {
    const officer = await anOfficer('Kartikasari Handoyo')
    await unit.remove(officer.id)
    await unit.invite(officer.email, ['verifier'], { name: 'Lestari Wibowo' })
    const { number } = await service.unit().file({ chronology: 'Bu Kartikasari Handoyo meminta uang di loket.' })
    const { guard } = await (await service.staff('verifikator')).case(number)
    expect(guard?.candidates).toMatchObject([{ name: 'Lestari Wibowo' }])
  })

  it('keeps the first name however often they are renamed', async () => {
    const officer = await anOfficer('Gunadarma Siswanto')
    for (let at = 0; at < 22; at++) expect((await officer.change({ name: `Samaran Ke${at}` })).status).toBe(200)
    const { number } = await service.unit().file({ reportedPerson: 'Gunadarma Siswanto' })
    expect(await officer.sees(number)).toBe(404)
  })

  it('does not learn by it who is complained about: the list of colleagues has the name of now', async () => {
    const officer = await anOfficer('Nugroho Adiwijaya')
    await officer.change({ name: 'Hendra Susanto' })
    const listed = await (await unit.call('GET', '/staff')).text()
    expect(listed).toContain('Hendra Susanto')
    expect(listed).not.toContain('Nugroho Adiwijaya')
  })

  it('is a line of the log, and an alert to head, custodian and Inspektorat', async () => {
    const officer = await anOfficer('Maharani Saraswati')
    await officer.change({ name: 'Indah Puspita' })
    const { items } = (await (await unit.call('GET', '/log', undefined, 'inspektorat')).json()) as LogView
    expect(items.filter(({ subject }) => subject === officer.id).map(({ act }) => act)).toContain('staff.renamed')
    for (const mailbox of ['kepala', 'kustodian', 'inspektorat']) {
      expect(await alertsOf(mailbox, 'Indah Puspita')).toMatchObject([
        { kind: 'member_changed', about: { formerName: 'Maharani Saraswati' } },
      ])
    }
  })
})

describe('head, custodian and Inspektorat', () => {
  it.each([
    ['another superior', async () => ({ reportsTo: (await unit.member('verifikator@bagian-organisasi.demo'))!.id })],
    ['other limits', async () => ({ limits: { verifier: ['maladministration'] } })],
    ['another position', async () => ({ position: 'Kepala Seksi Arsip' })],
  ])('are told that somebody has %s', async (what, change) => {
    const name = `Petugas dengan ${what}`
    const officer = await anOfficer(name)
    expect((await officer.change(await change())).status).toBe(200)
    for (const mailbox of ['kepala', 'kustodian', 'inspektorat']) {
      expect(await alertsOf(mailbox, name)).toMatchObject([{ kind: 'member_changed' }])
    }
  })

  it('are told nothing where somebody is saved as they were', async () => {
    const officer = await anOfficer('Petugas Yang Tetap')
    expect((await officer.change({})).status).toBe(200)
    expect(await alertsOf('kepala', 'Petugas Yang Tetap')).toEqual([])
  })

  it('cannot have it kept out of their mail', async () => {
    const head = await service.staff('kepala')
    const { language, ways, digestAt, quiet } = (await (
      await head.get('/alerts/preferences')
    ).json()) as PreferencesView
    const without = { language, ways: { ...ways, member_changed: 'off' }, digestAt, quiet }
    expect(await refusalIn(unit.call('PUT', '/alerts/preferences', without, 'kepala'))).toMatch(/^4\d\d .*invalid/)
  })
})
