import { describe, expect, it } from 'vitest'
import { sees } from '../../service/case/access/case-access.ts'
import { guardCaseAgainst, updateGuards } from '../../service/case/access/guarding.ts'
import { findFirstReaders } from '../../service/case/first-reader.ts'
import { concerning, planGuard } from '../../service/case/guard.ts'
import { listReadingPosts, resolvePosts } from '../../service/case/reading-posts.ts'
import type { Concerned } from '../../service/case/shape/intake.ts'
import { chooseReaders, listReadersChosen } from '../../service/following/choose-readers.ts'
import type { Absence } from '../../service/offices/staff/account.ts'
import { instantOf, parseDay } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { anOfficeOf } from '../support/a-guarded-office.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

const anOffice = () =>
  anOfficeOf({
    kepala: { roles: ['unit_head'] },
    kasi: { roles: ['case_handler'] },
    staf: { roles: ['case_handler'], reportsTo: 'kasi' },
    verifikator: { roles: ['verifier'], reportsTo: 'kepala' },
    inspektorat: { roles: ['internal_auditor'] },
    induk: { roles: ['parent_head'] },
  })

type OfficeOf = Awaited<ReturnType<typeof anOffice>>

const momentOf = (day: string) => instantOf(new Date(`${day}T00:00:00.000Z`))

const nameOf = (position: string) => `pos-${position.trim().toLowerCase().replaceAll(' ', '-')}`

const ticked = async ({ ports }: OfficeOf, ...ids: readonly string[]): Promise<readonly Concerned[]> =>
  resolvePosts(
    ids.map((id) => `pos-jabatan-${id}`),
    await ports.staff.members(organisasi),
    nameOf,
  )

const planFor = async (office: OfficeOf, ...ids: readonly string[]) =>
  planGuard(office.ports.staff, organisasi, concerning([], await ticked(office, ...ids)), 'service')

/** A complaint in the store whose reporter ticked these people's posts. */
async function aChosenCase(office: OfficeOf, ...ids: readonly string[]) {
  const { concerns, guard, isUnread } = await planFor(office, ...ids)
  const complaint = aComplaint()
  const unreadSince = isUnread ? complaint.receivedAt : null
  return office.receive({ ...complaint, guard, unreadSince, dossier: { ...complaint.dossier, concerns } })
}

async function whoSees(office: OfficeOf, number: string): Promise<string[]> {
  const complaint = await office.ports.complaints.get(organisasi, number)
  const members = await office.ports.staff.members(organisasi)
  const seen = await Promise.all(members.map(async ({ id }) => (sees(await office.member(id), complaint) ? [id] : [])))
  return seen.flat().sort()
}

describe('a post that a reporter ticks', () => {
  it('reads nothing, nor do those under it; the others read as always, and nobody is made its steward', async () => {
    const office = await anOffice()
    const plan = await planFor(office, 'kasi')
    expect([...plan.keptFrom].sort()).toEqual(['kasi', 'staf'])
    expect(plan).toMatchObject({ guard: { steward: null }, isUnread: false, candidates: [] })
    expect(plan.concerns).toEqual([{ id: 'kasi', name: 'Nama kasi', position: 'Jabatan kasi', chosen: 'only' }])
    const { id } = await aChosenCase(office, 'kasi')
    expect(await whoSees(office, id)).toEqual(['induk', 'inspektorat', 'kepala', 'verifikator'])
  })

  it('stands for all of its people, and for who has it later', async () => {
    const office = await anOffice()
    const rekan = await office.employ('rekan', { roles: ['verifier'] })
    const together = await office.ports.staff.saveMembership({ ...rekan, position: '  jabatan  VERIFIKATOR ' })
    await office.ports.staff.markMatched(together)
    const { id } = await aChosenCase(office, 'verifikator')
    expect(await whoSees(office, id)).not.toContain('rekan')
    const later = await office.employ('nanti', { roles: ['verifier'] })
    await office.ports.staff.markMatched(
      await office.ports.staff.saveMembership({ ...later, position: 'Jabatan verifikator' }),
    )
    expect(await whoSees(office, id)).not.toContain('nanti')
  })

  it('takes its deputies out with it, whether they were named before or after', async () => {
    const office = await anOffice()
    const { id } = await aChosenCase(office, 'verifikator')
    expect(await whoSees(office, id)).toContain('staf')
    const member = await office.ports.staff.membership(organisasi, 'verifikator')
    const absence: Absence = {
      ...{ firstDay: parseDay('2020-01-06'), lastDay: parseDay('2020-01-07') },
      ...{ from: momentOf('2020-01-06'), until: momentOf('2020-01-08'), setAt: momentOf('2020-01-05') },
      ...{ deputy: 'staf', title: 'plt' },
    }
    if (member) await office.ports.staff.saveMembership({ ...member, absences: [absence] })
    expect(await whoSees(office, id)).not.toContain('staf')
    expect((await planFor(office, 'verifikator')).keptFrom).toContain('staf')
  })

  it('takes out whom it invited, and whom they invited in turn', async () => {
    const office = await anOffice()
    const { id } = await aChosenCase(office, 'verifikator')
    for (const [who, by] of [
      ['teman', 'verifikator'],
      ['temannya', 'teman'],
    ] as const) {
      const guest = await office.employ(who, { roles: ['case_handler'] })
      await office.ports.staff.saveMembership({ ...guest, invitedBy: [by] })
    }
    expect(await whoSees(office, id)).not.toEqual(expect.arrayContaining(['teman']))
    expect(await whoSees(office, id)).not.toEqual(expect.arrayContaining(['temannya']))
    expect((await planFor(office, 'verifikator')).keptFrom).toEqual(expect.arrayContaining(['teman', 'temannya']))
  })

  it('hands it on when no verifier is left: to the head, the Inspektorat, the parent unit, the operator', async () => {
    const office = await anOffice()
    const stewardOf = async (...ids: readonly string[]) => {
      const { guard, isUnread } = await planFor(office, ...ids)
      return isUnread ? 'nobody' : guard?.steward
    }
    expect(await stewardOf('verifikator')).toBeNull()
    expect(await stewardOf('kepala')).toBe('inspektorat')
    expect(await stewardOf('kepala', 'inspektorat')).toBe('induk')
    expect(await stewardOf('kepala', 'inspektorat', 'induk')).toBe('nobody')
  })

  it('is refused where nobody has it', async () => {
    const office = await anOffice()
    expect(await laterRefusalOf(ticked(office, 'bulan'))).toBe('request/invalid')
  })

  it('stays ticked whatever a verifier decides', async () => {
    const office = await anOffice()
    const { id: number } = await aChosenCase(office, 'kasi')
    const decide = async (staff: readonly string[], revision: number) =>
      guardCaseAgainst(office.ports, await office.member('verifikator'), {
        number,
        revision,
        staff,
        because: 'Sudah diperiksa.',
      })
    await decide(['kasi'], 0)
    const named = await office.ports.complaints.get(organisasi, number)
    expect(named.dossier.concerns).toMatchObject([{ id: 'kasi', chosen: 'also' }])
    await decide([], 1)
    const lifted = await office.ports.complaints.get(organisasi, number)
    expect(lifted.dossier.concerns).toMatchObject([{ id: 'kasi', chosen: 'only' }])
    expect(lifted.dossier.history.at(-2)).toMatchObject({ event: 'guard_lifted' })
    expect(await whoSees(office, number)).not.toContain('kasi')
    await updateGuards(office.ports, [{ tenant: organisasi, number, version: lifted.version, isUnread: false }])
    expect(await whoSees(office, number)).not.toContain('kasi')
  })
})

describe('a reporter who chooses anew', () => {
  it('opens it to whom they no longer tick, and keeps it from the others, which the history says', async () => {
    const office = await anOffice()
    const { id: number } = await aChosenCase(office, 'kasi')
    const { posts, notReadBy } = await listReadersChosen(
      office.ports,
      await office.ports.complaints.get(organisasi, number),
    )
    expect(notReadBy.map(({ position }) => position)).toEqual(['Jabatan kasi'])
    const verifier = posts.find(({ position }) => position === 'Jabatan verifikator')?.id ?? ''
    const changed = await chooseReaders(office.ports, { tenant: organisasi, number }, [verifier])
    expect(changed).toMatchObject({ guard: { steward: null }, handler: null })
    expect(changed.dossier.history.slice(-1)).toMatchObject([
      { event: 'readers_chosen', text: 'Jabatan verifikator', by: { kind: 'reporter' }, public: true },
    ])
    expect(await whoSees(office, number)).toEqual(['induk', 'inspektorat', 'kasi', 'kepala', 'staf'])
    const opened = await chooseReaders(office.ports, { tenant: organisasi, number }, [])
    expect(opened).toMatchObject({ guard: null, dossier: { concerns: [] } })
  })

  it('does not open it to whom a verifier found to be concerned, or their own words may mean', async () => {
    const office = await anOffice()
    const { id: number } = await aChosenCase(office, 'kasi', 'verifikator')
    const changed = office.ports.complaints.change(organisasi, number, (one) => ({
      ...one,
      dossier: {
        ...one.dossier,
        reportedPerson: 'Jabatan verifikator' as string,
        concerns: one.dossier.concerns.map((each) =>
          each.id === ('kasi' as StaffId) ? { ...each, chosen: 'also' as const } : each,
        ),
      },
    }))
    await changed
    const opened = await chooseReaders(office.ports, { tenant: organisasi, number }, [])
    expect(opened.dossier.concerns).toMatchObject([{ id: 'kasi' }])
    expect(opened.dossier.candidates).toMatchObject([{ id: 'verifikator' }])
    expect(await whoSees(office, number)).not.toContain('verifikator')
  })
})

describe('what the form says of who reads first', () => {
  function everyChoice([id, ...others]: readonly string[]): string[][] {
    if (id === undefined) return [[]]
    return everyChoice(others).flatMap((one) => [one, [id, ...one]])
  }

  it('is what the service then does, whatever is ticked', async () => {
    const office = await anOffice()
    const members = await office.ports.staff.members(organisasi)
    const posts = listReadingPosts(members, 'service', nameOf)
    expect(posts.map(({ standing }) => standing)).toEqual(['verifies', 'heads', 'reads', 'reads', 'inspects', 'parent'])
    const positionOf = (id: string | null | undefined) =>
      members.filter((one) => one.id === id).map(({ position }) => position)
    for (const ids of everyChoice(members.map(({ id }) => id))) {
      const { guard, isUnread, keptFrom } = await planFor(office, ...ids)
      const told = findFirstReaders(
        posts,
        ids.map((id) => `pos-jabatan-${id}`),
      )
      const deciding = ['verifikator', 'kepala'].find((id) => !keptFrom.includes(id))
      const first = positionOf(deciding ?? (isUnread ? null : guard?.steward))
      expect(told.first, ids.join()).toEqual(first)
      expect(told.isElsewhere, ids.join()).toBe(
        ['kepala', 'kasi', 'staf', 'verifikator'].every((id) => keptFrom.includes(id)),
      )
    }
  })
})
