import { describe, expect, it } from 'vitest'
import { changeStaff, inviteStaff, removeStaff } from '../../../service/keeping/accounts/invite-staff.ts'
import { setAbsences } from '../../../service/keeping/accounts/set-absences.ts'
import {
  permissionsFor,
  permissionsOf,
  requirePermission,
  type StaffMember,
} from '../../../service/offices/staff/permissions.ts'
import { parseDay } from '../../../service/shared/instant.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aStaffRoom } from '../../support/a-staff-room.ts'
import { laterRefusalOf, refusalOf } from '../../support/refused.ts'
import { organisasi } from '../../support/two-units.ts'

const inIndonesian = { language: 'id' } as const

async function anAdminAtWork() {
  const room = await aStaffRoom()
  const { ports } = room
  const admin = { ...staffWith(['tenant_admin']), confirmedAt: room.ports.now() }
  const { membership } = await inviteStaff(
    ports,
    admin,
    {
      name: 'Gita Umpama',
      position: 'Petugas',
      email: 'gita@contoh.example',
      roles: ['case_handler'],
    },
    inIndonesian,
  )
  return { ...room, ports, admin, membership }
}

describe('who may do what in a unit', () => {
  it('is changed only by an admin who has just proved who they are', async () => {
    const { ports, admin, membership, goOn } = await anAdminAtWork()
    const { id, name, position, email } = membership
    goOn(9)
    await changeStaff(ports, admin, id, { name, position, roles: ['verifier'] }, inIndonesian)
    goOn(1)
    const acts = [
      () => changeStaff(ports, admin, id, { name, position, roles: ['unit_head'] }, inIndonesian),
      () => inviteStaff(ports, admin, { name, position, email, roles: ['unit_head'] }, inIndonesian),
      () => removeStaff(ports, admin, id, inIndonesian),
    ]
    for (const act of acts) expect(await laterRefusalOf(act())).toBe('session/confirmation-needed')
    expect(await ports.staff.membership(organisasi, id)).toMatchObject({ roles: ['verifier'] })
    const owner = { tenant: organisasi, by: id }
    const caseKey = {
      place: { unit: organisasi, collection: 'complaints', id: 'BO-2026-000001', field: 'key' } as const,
      wrapped: await ports.vault.newKey({
        unit: organisasi,
        collection: 'complaints',
        id: 'BO-2026-000001',
        field: 'key',
      }),
    }
    const reminder = { id: 'satu', number: 'BO-2026-000001', day: parseDay('2026-12-01'), reason: 'Tanya kabar.' }
    for (const by of [owner, { ...owner, by: 'lain' }]) await ports.reminders.add(by, reminder, caseKey)
    await removeStaff(ports, { ...admin, confirmedAt: ports.now() }, id, inIndonesian)
    expect(await ports.staff.membership(organisasi, id)).toBeNull()
    expect(await ports.reminders.count(owner)).toBe(0)
    expect(await ports.reminders.count({ ...owner, by: 'lain' })).toBe(1)
  })

  it('is not said to need a proof where the role does not allow it anyway', async () => {
    const { ports, membership } = await anAdminAtWork()
    expect(await laterRefusalOf(removeStaff(ports, staffWith(['unit_head']), membership.id, inIndonesian))).toBe(
      'staff/not-permitted',
    )
  })
})

it('who is invited a second time keeps the days on which they are away, their superior and the limits of their roles', async () => {
  const { ports, admin, membership } = await anAdminAtWork()
  const { id, name, position, email } = membership
  const head = { name: 'Hesti Misal', position: 'Kepala', email: 'hesti@contoh.example', roles: ['unit_head'] as const }
  const { membership: superior } = await inviteStaff(ports, admin, head, inIndonesian)
  for (const one of [membership, superior]) await ports.staff.saveMembership({ ...one, invitation: null })
  const limits = { case_handler: ['illegal_levy'] }
  const place = { name, position, roles: ['case_handler'] as const, limits, reportsTo: superior.id }
  await changeStaff(ports, admin, id, place, inIndonesian)
  const days = { firstDay: parseDay('2026-12-01'), lastDay: parseDay('2026-12-04') }
  await setAbsences(ports, admin, id, [{ ...days, deputy: superior.id, title: 'plh' }])

  await inviteStaff(ports, admin, { name, position, email, roles: ['case_handler', 'verifier'] }, inIndonesian)
  expect(await ports.staff.membership(organisasi, id)).toMatchObject({
    ...{ roles: ['case_handler', 'verifier'], limits, reportsTo: superior.id },
    absences: [{ ...days, deputy: superior.id }],
  })
})

it('the list of staff stays the same one until somebody changes', async () => {
  const { ports, admin, membership, forgetWhatIsKnown } = await anAdminAtWork()
  const before = await ports.staff.members(organisasi)
  forgetWhatIsKnown()
  expect(await ports.staff.members(organisasi)).toBe(before)
  const { id, position } = membership
  await changeStaff(ports, admin, id, { name: 'Gita Peraga', position, roles: ['verifier'] }, inIndonesian)
  expect((await ports.staff.members(organisasi)).map(({ name }) => name)).toEqual(['Gita Peraga'])
})

it('who is said to be away by somebody else says so themselves by keeping it', async () => {
  const { ports, admin, membership } = await anAdminAtWork()
  const { id } = membership
  const head = { name: 'Hesti Misal', position: 'Kepala', email: 'hesti@contoh.example', roles: ['unit_head'] as const }
  const { membership: superior } = await inviteStaff(ports, admin, head, inIndonesian)
  for (const one of [membership, superior]) await ports.staff.saveMembership({ ...one, invitation: null })
  const days = { firstDay: parseDay('2026-12-01'), lastDay: parseDay('2026-12-04') }
  const absence = { ...days, deputy: superior.id, title: 'plh' } as const
  const isByOther = async () => (await ports.staff.membership(organisasi, id))?.absences?.map(({ byOther }) => byOther)
  await setAbsences(ports, admin, id, [absence])
  await setAbsences(ports, admin, id, [absence])
  expect(await isByOther()).toEqual([true])
  const themselves: StaffMember = { ...admin, id: id as StaffMember['id'], permissions: new Set() }
  await setAbsences(ports, themselves, id, [absence])
  expect(await isByOther()).toEqual([undefined])
  await setAbsences(ports, admin, id, [absence])
  expect(await isByOther()).toEqual([undefined])
})

describe('what a role includes', () => {
  it('is the union of all roles that a person has', () => {
    const both = permissionsFor(['intake_officer', 'case_handler'])
    for (const permission of ['cases.read', 'cases.enter', 'cases.handle'] as const) expect(both).toContain(permission)
    expect(both).not.toContain('cases.approve')
    expect(permissionsFor([]).size).toBe(0)
  })

  it('keeps apart who configures a unit and who reads its cases', () => {
    expect(permissionsOf.tenant_admin.filter((permission) => /^(cases|identity)\./.test(permission))).toEqual([])
    expect(permissionsOf.observer).not.toContain('cases.read')
  })

  it('lets only the custodian open what was told in confidence', () => {
    const able = Object.entries(permissionsOf)
      .filter(([, permissions]) => (permissions as readonly string[]).includes('identity.open_confidential'))
      .map(([role]) => role)
    expect(able).toEqual(['identity_custodian'])
  })

  it('lets nobody but the head approve an answer', () => {
    const able = Object.entries(permissionsOf)
      .filter(([, permissions]) => (permissions as readonly string[]).includes('cases.approve'))
      .map(([role]) => role)
    expect(able).toEqual(['unit_head'])
  })

  it('is asked for before anything else', () => {
    requirePermission(staffWith(['verifier']), 'cases.verify')
    expect(refusalOf(() => requirePermission(staffWith(['observer']), 'cases.verify'))).toBe('staff/not-permitted')
  })
})
