import { describe, expect, it } from 'vitest'
import { asPractising, practiceRoomOf, unitOf } from '../../../admin/page/practice.ts'
import { checkPracticePass, makePracticePass } from '../../../service/adapters/node-crypto/secrets.ts'
import { newTenantSettings } from '../../../service/offices/managing/tenants.ts'
import {
  isPractice,
  PRACTICE_PREFIX,
  practiceTenant,
  refusePractice,
  roomOf,
  startOfWeek,
  withPracticeRooms,
  withPracticeStaff,
} from '../../../service/offices/practice/practice.ts'
import { permissions, type StaffMember } from '../../../service/offices/staff/permissions.ts'
import type { StaffDirectory } from '../../../service/offices/staff/staff-directory.ts'
import type { TenantDirectory } from '../../../service/offices/tenants/tenant-directory.ts'
import { emptyOldRooms } from '../../../service/running/ports.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { PLATFORM } from '../../../service/storage/place.ts'
import { useGivenMasterKeys } from '../../../service/storage/vault.ts'
import { mondayAtTen } from '../../support/a-complaint.ts'
import { organisasi } from '../../support/two-units.ts'

const at = (text: string) => text as Instant
const settings = newTenantSettings({ name: 'Dinas Misal', shortName: 'Misal', numberPrefix: 'DM' })
const bagian = {
  tenant: PLATFORM,
  id: organisasi,
  version: 1,
  revision: 0,
  openedAt: at('2026-01-01T00:00:00.000Z'),
  settings,
}
const room = roomOf(bagian.id, 'latihan')

describe('a room for practice', () => {
  it('is decided by its id alone, which no unit can have', () => {
    expect([isPractice(room), isPractice(bagian.id)]).toEqual([true, false])
    for (const near of ['latihan', 'a.latihan.b', '.latihan', 'bagian.Latihan', 'bagian-latihan', 'bagian.uji/'])
      expect([near, isPractice(near)]).toEqual([near, false])
    expect(() => refusePractice(room)).toThrow('practice/stays-here')
  })

  it('says on everything that the unit prints that it is practice, and vouches for nothing', () => {
    const vouched = {
      ...bagian,
      vouching: { at: at('2026-01-01T00:00:00.000Z'), by: '', basis: '', name: '', parent: '' },
    }
    const practice = practiceTenant(vouched, 'latihan')
    expect(practice.settings.name).toBe(`LATIHAN – ${bagian.settings.name}`)
    expect(practice.settings).toMatchObject({ numberPrefix: PRACTICE_PREFIX, origins: [], publicStatistics: false })
    expect(practice.settings.letters.on).toBe(false)
    expect(practice).not.toHaveProperty('vouching')
    expect(practiceTenant(vouched, 'latihan')).toBe(practice)
  })

  it('is found by nobody who sends its name, and changes nothing of the unit', async () => {
    const made: string[] = []
    const units = {
      find: async (slug: string) => (slug === bagian.id ? bagian : null),
      get: async () => bagian,
      replace: async () => bagian,
    } as Partial<TenantDirectory> as TenantDirectory
    const tenants = withPracticeRooms(units, { addTenant: async (one) => void made.push(one) })
    expect(await tenants.find(room)).toBeNull()
    expect((await tenants.get(room)).id).toBe(room)
    await tenants.get(room)
    expect(made).toEqual([room])
    await expect(tenants.get('tidak-ada.latihan')).rejects.toThrow('tenant/unknown')
    await expect(tenants.replace(await tenants.get(room))).rejects.toThrow('practice/stays-here')
  })

  it('begins anew each Monday, where the unit is', () => {
    const { calendar } = bagian.settings
    const monday = '2026-11-22T17:00:00.000Z'
    for (const now of [monday, '2026-11-25T03:00:00.000Z', '2026-11-29T16:59:59.999Z'])
      expect(startOfWeek(at(now), calendar)).toBe(monday)
    expect(startOfWeek(at('2026-11-22T16:59:59.999Z'), calendar)).toBe('2026-11-15T17:00:00.000Z')
  })

  it('is emptied when its oldest case is over, and not before', async () => {
    const now = at('2026-11-25T03:00:00.000Z')
    const emptiedWith = async (oldest: string) => {
      const emptied: string[] = []
      await emptyOldRooms({
        tenants: { list: async () => [bagian] } as Partial<TenantDirectory> as TenantDirectory,
        now: () => now,
        rooms: { oldest: async () => at(oldest), empty: async (one) => void emptied.push(one) },
      })
      return emptied
    }
    expect(await emptiedWith('2026-11-22T16:00:00.000Z')).toEqual([room, roomOf(bagian.id, 'uji')])
    expect(await emptiedWith('2026-11-25T02:50:00.000Z')).toEqual([roomOf(bagian.id, 'uji')])
    expect(await emptiedWith('2026-11-25T02:58:00.000Z')).toEqual([])
  })
})

describe('the pass of a try', () => {
  const keys = useGivenMasterKeys(new Uint8Array(32).fill(1))
  const now = () => at('2026-11-25T03:00:00.000Z')
  const later = (minutes: number) => () => at(new Date(Date.parse(now()) + minutes * 60_000).toISOString())

  it('opens the room of its unit for five minutes, to who holds the master key', async () => {
    const pass = await makePracticePass(keys, 'bagian', now)
    expect(await checkPracticePass(keys, now)('bagian', pass)).toBe(true)
    expect(await checkPracticePass(keys, later(6))('bagian', pass)).toBe(false)
    expect(await checkPracticePass(keys, now)('dinas', pass)).toBe(false)
    const others = useGivenMasterKeys(new Uint8Array(32).fill(2))
    expect(await checkPracticePass(others, now)('bagian', pass)).toBe(false)
    const rotated = useGivenMasterKeys(new Uint8Array(32).fill(2), new Uint8Array(32).fill(1))
    expect(await checkPracticePass(rotated, now)('bagian', pass)).toBe(true)
  })

  it('is not made longer, changed, or guessed', async () => {
    const pass = await makePracticePass(keys, 'bagian', now)
    const check = checkPracticePass(keys, now)
    const [until = '', signed = ''] = pass.split('.')
    for (const wrong of [
      '',
      '.',
      `${Number(until) + 1}.${signed}`,
      `${until}.`,
      `${until}.${'A'.repeat(43)}`,
      `${pass}x`,
    ])
      expect([wrong, await check('bagian', wrong)]).toEqual([wrong, false])
    const long = await makePracticePass(keys, 'bagian', later(60))
    expect(await check('bagian', long)).toBe(false)
  })
})

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
