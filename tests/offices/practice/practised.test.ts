import { expect, it } from 'vitest'
import { asPractising, practiceRoomOf, unitOf } from '../../../admin/page/practice.ts'
import { isPractice, roomOf, withPracticeStaff } from '../../../service/offices/practice/practice.ts'
import { permissions, type StaffMember } from '../../../service/offices/staff/permissions.ts'
import type { StaffDirectory } from '../../../service/offices/staff/staff-directory.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { organisasi } from '../../support/two-units.ts'

it('desk and service agree on what is a room, and on what can be practised there', async () => {
  const room = roomOf(organisasi, 'latihan')
  expect([practiceRoomOf(organisasi), unitOf(room), isPractice(room)]).toEqual([room, organisasi, true])
  const everything = { tenant: organisasi, permissions: new Set(permissions) } as Partial<StaffMember> as StaffMember
  const directory = { findMember: async () => everything } as Partial<StaffDirectory> as StaffDirectory
  const there = await withPracticeStaff(directory, () => mondayAtTen).findMember(room, 'kepala')
  const membership = {
    tenant: organisasi,
    name: '',
    shortName: '',
    roles: [],
    permissions: [...permissions],
    secondFactorNeeded: false,
  }
  expect([...(there?.permissions ?? [])]).toEqual(asPractising(membership).permissions)
})
