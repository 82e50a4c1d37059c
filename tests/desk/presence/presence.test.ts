import { expect, it } from 'vitest'
import { performAct } from '../../../service/desk/case-acts.ts'
import { leaveCase, notePresence, openPresenceStore, PRESENT_FOR } from '../../../service/desk/presence/presence.ts'
import { DAY, SECOND } from '../../../service/shared/instant.ts'
import { aComplaint } from '../../support/a-complaint.ts'
import { staffWith } from '../../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { dinas } from '../../support/two-units.ts'

async function anOffice() {
  const office = await anOfficeOf({ bayu: { roles: ['verifier'] }, citra: { roles: ['case_handler'] } })
  const presence = await openPresenceStore(office.allOfStore, office.ports.now)
  const ports = { ...office.ports, presence }
  const [bayu, citra] = [await office.member('bayu'), await office.member('citra')]
  const { id: number } = await office.receive(aComplaint())
  const wait = (milliseconds: number) => office.goOn(milliseconds / DAY)
  return { ...office, ports, presence, bayu, citra, number, wait }
}

it('two officers in one case see each other, and who writes', async () => {
  const { ports, bayu, citra, number } = await anOffice()
  expect((await notePresence(ports, bayu, number, false)).others).toEqual([])
  expect((await notePresence(ports, citra, number, true)).others).toEqual([
    { name: 'Nama bayu', position: 'Jabatan bayu', writes: false },
  ])
  expect((await notePresence(ports, bayu, number, false)).others).toMatchObject([{ name: 'Nama citra', writes: true }])
})

it('who leaves is gone at once, and who says nothing more within seconds, also for another process', async () => {
  const { ports, allOfStore, bayu, citra, number, wait } = await anOffice()
  const elsewhere = { ...ports, presence: await openPresenceStore(allOfStore, ports.now) }
  await notePresence(ports, bayu, number, false)
  expect((await notePresence(elsewhere, citra, number, false)).others).toHaveLength(1)
  await leaveCase(ports, bayu, number)
  expect((await notePresence(elsewhere, citra, number, false)).others).toEqual([])

  await notePresence(ports, bayu, number, false)
  wait(PRESENT_FOR + SECOND)
  expect((await notePresence(elsewhere, citra, number, false)).others).toEqual([])
  wait(PRESENT_FOR + SECOND)
  expect(await ports.presence.sweep()).toBeGreaterThan(0)
})

it('who stays is written down sparingly, and stays', async () => {
  const { ports, bayu, citra, number, wait } = await anOffice()
  await notePresence(ports, bayu, number, false)
  for (let times = 0; times < 10; times++) {
    wait(4 * SECOND)
    await notePresence(ports, bayu, number, false)
  }
  expect((await notePresence(ports, citra, number, false)).others).toHaveLength(1)
})

it('a screen learns what was done last, and that it is outdated', async () => {
  const { ports, bayu, citra, number } = await anOffice()
  const before = await notePresence(ports, bayu, number, false)
  await performAct(ports, staffWith(['verifier']), 'note', { number, revision: before.revision, text: 'Catatan.' })
  const after = await notePresence(ports, citra, number, false)
  expect(after.revision).toBe(before.revision + 1)
  expect(after.last).toMatchObject({ event: 'note' })
})

it('whom a case is kept from can neither look nor be seen there, and nobody leaves a case of another unit', async () => {
  const office = await anOffice()
  const { ports, bayu, citra, number } = office
  const guarded = await aGuardedCase(office, 'citra')
  await notePresence(ports, bayu, guarded.id, false)
  expect(await laterRefusalOf(notePresence(ports, citra, guarded.id, false))).toBe('complaint/not-found')
  expect(await laterRefusalOf(leaveCase(ports, citra, guarded.id))).toBe('complaint/not-found')
  expect(await laterRefusalOf(notePresence(ports, staffWith(['verifier'], dinas), number, false))).toBe(
    'complaint/not-found',
  )
  expect(await laterRefusalOf(notePresence(ports, staffWith(['observer']), number, false))).toBe('staff/not-permitted')

  await ports.presence.enter(bayu.tenant, guarded.id, { person: citra.id, writes: false })
  expect((await notePresence(ports, bayu, guarded.id, false)).others).toEqual([])
})
