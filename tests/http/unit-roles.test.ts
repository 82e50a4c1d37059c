import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../service/contract/account.ts'
import type { ApprovalList, LogView } from '../../service/contract/keeping.ts'
import type { AlertList, AlertPreferencesView as PreferencesView } from '../../service/contract/messages.ts'
import type { RolesView, UnitRoleWeight } from '../../service/contract/staff.ts'
import { aColleague, enteredBy } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { accept, anAddress, anInvitingUnit, tokenIn } from '../support/an-inviting-unit.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const unit = anInvitingUnit(service, 'bagian-organisasi')

type Own = RolesView['unit']['roles'][number]

const rolesNow = async () => ((await (await unit.call('GET', '/staff/roles')).json()) as RolesView).unit
let named = 0

const written = (permissions: readonly string[], name = `Peran uji ${named++}`) => ({
  name: { id: name, en: '' },
  permissions,
})

async function make(...permissions: readonly string[]): Promise<Own> {
  const { version } = await rolesNow()
  const made = await unit.call('POST', '/unit-roles', { version, ...written(permissions) })
  expect(made.status).toBe(201)
  return ((await made.json()) as RolesView).unit.roles.at(-1)!
}

async function change({ id, name }: Own, permissions: readonly string[], mailbox = 'admin') {
  const { version } = await rolesNow()
  return unit.call('PUT', `/unit-roles/${id}`, { version, name, permissions }, mailbox)
}

const everywhere = ({ id }: Own) => ({ id, categories: null })

/** Somebody who has this role of the unit's own and no other, signed in. */
async function somebodyWith(...held: readonly Own[]) {
  const email = anAddress()
  const invited = await unit.invite(email, [], { unitRoles: held.map(everywhere) })
  const entered = await enteredBy(service, accept(service, tokenIn(invited)))
  const { staff } = invited
  await unit.vouch(staff.id)
  const person = { ...entered, session: (await (await entered.call('GET', '/session')).json()) as SessionView }
  const place = { name: staff.name, position: staff.position, roles: staff.roles }
  return { ...person, id: staff.id, email, place }
}

const theAdmin = async () => {
  const { id, name, position, roles } = (await unit.member('admin@bagian-organisasi.demo'))!
  return { id, place: { name, position, roles } }
}

describe('somebody with only a role of the unit’s own', () => {
  it('may do what it says from the next click on, and no more', async () => {
    const role = await make('cases.read', 'cases.verify')
    const { headers, call, session } = await somebodyWith(role)
    expect(session.tenants[0]).toMatchObject({ roles: [], permissions: role.permissions, unitRoles: [role.name] })
    expect(await unit.opensFor({ headers })).toBe(200)
    expect((await call('GET', '/tenants/bagian-organisasi/today')).status).toBe(200)
    expect(await refusalIn(call('GET', '/tenants/bagian-organisasi/staff'))).toBe('403 staff/not-permitted')
    expect((await change(role, ['reports.read'])).status).toBe(200)
    expect(await unit.opensFor({ headers })).toBe(403)
    const { tenants } = (await (await call('GET', '/session')).json()) as SessionView
    expect(tenants[0]?.permissions).toEqual(['reports.read'])
  })

  it('stands in the list of staff with its name and their categories', async () => {
    const role = await make('cases.read')
    const { id, email, place } = await somebodyWith(role)
    const unitRoles = [{ id: role.id, categories: ['illegal_levy'] }]
    expect((await unit.call('PATCH', `/staff/${id}`, { ...place, unitRoles })).status).toBe(200)
    expect(await unit.member(email)).toMatchObject({ unitRoles: [{ name: role.name, categories: ['illegal_levy'] }] })
    expect((await rolesNow()).roles.find((one) => one.id === role.id)).toMatchObject({ holders: 1 })
    expect((await unit.call('PATCH', `/staff/${id}`, { ...place, roles: ['observer'] })).status).toBe(200)
    expect(await unit.member(email)).toMatchObject({ roles: ['observer'], unitRoles: [{ id: role.id }] })
  })

  it('is not left without any role', async () => {
    const { id, place } = await somebodyWith(await make('cases.read'))
    expect((await unit.call('PATCH', `/staff/${id}`, { ...place, unitRoles: [] })).status).toBe(400)
  })
})

describe('an admin', () => {
  it('does not raise themself by a role that they made', async () => {
    const { id, place } = await theAdmin()
    const role = await make('cases.read', 'identity.open')
    const unitRoles = [everywhere(role)]
    expect(await refusalIn(unit.call('PATCH', `/staff/${id}`, { ...place, unitRoles }))).toBe('403 staff/own-role')
    const email = 'admin@bagian-organisasi.demo'
    expect(await refusalIn(unit.tryInvite(email, place.roles, { ...place, unitRoles }))).toBe('403 staff/own-role')
  })

  it('does not raise themself by widening one that they have', async () => {
    const { id, place } = await theAdmin()
    const role = await make('mailbox.read')
    const given = { ...place, unitRoles: [everywhere(role)] }
    expect((await unit.call('PATCH', `/staff/${id}`, given)).status).toBe(200)
    expect(await refusalIn(change(role, ['mailbox.read', 'cases.read']))).toBe('403 staff/own-role')
    expect((await change(role, ['mailbox.read', 'register.import'])).status).toBe(200)
    expect((await unit.call('PATCH', `/staff/${id}`, { ...place, unitRoles: [] })).status).toBe(200)
  })

  it('makes nobody a keeper of identities alone, neither with a role nor by changing one', async () => {
    const plain = await make('cases.read')
    const { id, place, email, headers } = await somebodyWith(plain)
    expect(await refusalIn(change(plain, ['cases.read', 'identity.open_confidential']))).toBe('409 role/takes-two')
    const custody = await make('cases.read', 'identity.open_confidential')
    const wanted = { ...place, unitRoles: [plain, custody].map(everywhere), reason: 'Menggantikan Pak Eko' }
    const asked = await unit.call('PATCH', `/staff/${id}`, wanted)
    expect(await asked.json()).toMatchObject({ unitRoles: [{ id: plain.id }], unitAsked: [custody.name] })
    const approvals = async (mailbox: string) =>
      ((await (await unit.call('GET', '/approvals', undefined, mailbox)).json()) as ApprovalList).items.find(
        ({ person }) => person?.email === email,
      )!
    const waiting = await approvals('kepala')
    expect(waiting.person?.unitRole?.permissions.map(({ permission }) => permission)).toEqual(custody.permissions)
    expect((await approvals('admin')).mayDecide).toBe(false)
    // What the admin puts into it meanwhile was read by nobody.
    expect((await change(custody, [...custody.permissions, 'letters.post_confidential'])).status).toBe(200)
    const yes = { granted: true, because: 'Sesuai surat tugas' }
    expect((await unit.call('POST', `/approvals/${waiting.id}/decision`, yes, 'kepala')).status).toBe(200)
    const session = await (await fetch(`${service.url}/api/v1/session`, { headers })).json()
    const { permissions } = (session as SessionView).tenants[0]!
    expect([...permissions].sort()).toEqual(['cases.read', 'identity.open_confidential'])
  })

  it('has a request lapse whose role is gone', async () => {
    const { id, place, email } = await somebodyWith(await make('cases.read'))
    const custody = await make('identity.open_confidential')
    const unitRoles = [everywhere(custody)]
    await unit.call('PATCH', `/staff/${id}`, { ...place, roles: ['observer'], unitRoles })
    const { items } = (await (await unit.call('GET', '/approvals', undefined, 'kepala')).json()) as ApprovalList
    const waiting = items.find(({ person }) => person?.email === email)!
    expect((await unit.call('DELETE', `/unit-roles/${custody.id}`)).status).toBe(200)
    const yes = { granted: true, because: 'Setuju' }
    const decided = unit.call('POST', `/approvals/${waiting.id}/decision`, yes, 'kepala')
    expect(await refusalIn(decided)).toBe('409 approval/lapsed')
  })

  it('does not remove a role that somebody has, nor take the unit’s last admin away by one', async () => {
    const role = await make('cases.read')
    await somebodyWith(role)
    expect(await refusalIn(unit.call('DELETE', `/unit-roles/${role.id}`))).toBe('409 role/in-use')
    const { id, place } = await theAdmin()
    const managing = await make('staff.manage')
    const only = { ...place, roles: [], unitRoles: [everywhere(managing)] }
    expect((await unit.call('PATCH', `/staff/${id}`, only)).status).toBe(200)
    expect(await refusalIn(change(managing, ['mailbox.read']))).toBe('409 staff/last-admin')
    expect(await refusalIn(unit.call('PATCH', `/staff/${id}`, { ...only, roles: ['observer'], unitRoles: [] }))).toBe(
      '409 staff/last-admin',
    )
    expect((await unit.call('PATCH', `/staff/${id}`, { ...place, unitRoles: [] })).status).toBe(200)
    expect((await unit.call('DELETE', `/unit-roles/${managing.id}`)).status).toBe(200)
  })

  it('hears of a second window, and of a name that is taken', async () => {
    const { version } = await rolesNow()
    const body = { version, ...written(['cases.read']) }
    expect((await unit.call('POST', '/unit-roles', body)).status).toBe(201)
    expect(await refusalIn(unit.call('POST', '/unit-roles', { ...body, ...written(['cases.read']) }))).toBe(
      '409 role/changed-meanwhile',
    )
    for (const name of [body.name.id.toUpperCase(), 'Pemegang kunci identitas']) {
      const again = { version: version + 1, ...written(['cases.read'], name) }
      expect(await refusalIn(unit.call('POST', '/unit-roles', again))).toBe('400 role/name-taken')
    }
  })

  it('is shown before saving what would be left open, what is mixed, and whom it concerns', async () => {
    const role = await make('cases.read', 'rights.answer')
    const { place } = await somebodyWith(role)
    const weigh = async (id: string | null, permissions: readonly string[]) =>
      (await (await unit.call('POST', '/unit-role-weights', { id, permissions })).json()) as UnitRoleWeight
    expect(await weigh(role.id, ['cases.read'])).toEqual({
      mixes: [],
      leavesOpen: [],
      holders: [place.name],
      byTwo: false,
    })
    expect(await weigh(null, ['staff.manage', 'cases.read'])).toMatchObject({ mixes: ['staff_and_cases'] })
  })

  it('leaves a line with what came and went, and those who must know are alerted', async () => {
    const role = await make('cases.read')
    await change(role, ['cases.verify'])
    const { changes } = await rolesNow()
    expect(changes[0]).toMatchObject({
      what: 'changed',
      name: role.name.id,
      added: ['cases.verify'],
      dropped: ['cases.read'],
    })
    await somebodyWith(role)
    const { items } = (await (await unit.call('GET', '/alerts', undefined, 'kepala')).json()) as AlertList
    expect(items.map(({ about }) => about?.unitRole?.id)).toContain(role.name.id)
  })
})

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
  return items.filter(({ kind, about }) => about?.name === name && kind === 'member_changed')
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
