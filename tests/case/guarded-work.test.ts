import { describe, expect, it } from 'vitest'
import { caseFor, changeCaseFor } from '../../service/case/access/case-access.ts'
import { openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { type ApiKey, programOf } from '../../service/offices/api-keys/api-keys.ts'
import type { StaffMember } from '../../service/offices/staff/permissions.ts'
import { similarTo } from '../../service/register/find-similar.ts'
import { listRegister } from '../../service/register/register.ts'
import { tracedStore } from '../../service/running/ports.ts'
import type { Vault } from '../../service/storage/vault.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { aGuardedCase, anOfficeOf } from '../support/a-guarded-office.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { organisasi } from '../support/two-units.ts'

/** An office that writes down each question to its store and each seal that it opens. */
async function aWatchedOffice() {
  const office = await anOfficeOf({
    kepala: { roles: ['unit_head'] },
    verifikator: { roles: ['verifier'] },
    petugas: { roles: ['case_handler'], reportsTo: 'verifikator' },
  })
  let work: string[] = []
  const span = { set: () => {}, rename: () => {}, fail: () => {} }
  const watched = tracedStore(
    {
      span(begun, act) {
        work.push(begun.name)
        return act(span)
      },
      newTraceId: () => '',
      close: async () => {},
    },
    office.allOfStore,
    'sqlite',
  )
  const { vault } = office.ports
  const opening: Vault = {
    ...vault,
    open(key, place, sealed) {
      work.push(`open ${place.field}`)
      return vault.open(key, place, sealed)
    },
  }
  const ports = {
    ...office.ports,
    complaints: await openComplaintStore(watched, opening, () => {}),
  }
  return {
    ...office,
    ports,
    /** What is done for a question. */
    async workOf(ask: () => Promise<unknown>): Promise<readonly string[]> {
      work = []
      await ask()
      return work
    },
  }
}

const nobodys = 'BO-2026-000999'

type Ask = (
  office: Awaited<ReturnType<typeof aWatchedOffice>>,
  staff: StaffMember,
  number: string,
  own: string,
) => Promise<unknown>

const questions: Readonly<Record<string, Ask>> = {
  'opens a case, or asks for its files and papers': ({ ports }, staff, number) =>
    laterRefusalOf(caseFor(ports, staff, 'cases.read', number)),
  'does an act': ({ ports }, staff, number) =>
    laterRefusalOf(performAct(ports, staff, 'verify', { number, revision: 0 })),
  'changes a case': ({ ports }, staff, number) =>
    laterRefusalOf(changeCaseFor(ports, staff, ['cases.read'], number, (found) => found)),
  'may do it to no case': ({ ports }, staff, number) =>
    laterRefusalOf(changeCaseFor(ports, staff, ['retention.manage'], number, (found) => found)),
  'asks for similar cases': ({ ports }, staff, number) => laterRefusalOf(similarTo(ports, staff, number)),
  'joins a case of theirs to it': ({ ports }, staff, number, own) =>
    laterRefusalOf(performAct(ports, staff, 'merge', { number: own, revision: 0, into: number })),
  'looks for its number': ({ ports }, staff, number) =>
    listRegister(ports, staff, { sort: 'received_desc', limit: 10, q: number }),
  'looks for its place in the year': ({ ports }, staff, number) =>
    listRegister(ports, staff, { sort: 'received_desc', limit: 10, q: number.slice('BO-'.length) }),
}

describe('whoever a case is kept from costs the same work with its number as with one that nobody has', () => {
  it.each(Object.entries(questions))('when somebody %s', async (_, ask) => {
    const office = await aWatchedOffice()
    const { id: own } = await office.receive(aComplaint())
    const { id } = await aGuardedCase(office, 'verifikator')
    const verifier = await office.member('verifikator')
    // What changed a moment ago is read again for every question, so the two are alike once that has settled.
    await expect
      .poll(async () => {
        const unknown = await office.workOf(() => ask(office, verifier, nobodys, own))
        const guarded = await office.workOf(() => ask(office, verifier, id, own))
        return unknown.length > 0 && unknown.join() === guarded.join()
      })
      .toBe(true)
  })

  it('from the first question on', async () => {
    const [one, other] = [await aWatchedOffice(), await aWatchedOffice()]
    const ask = async (office: typeof one, choose: (id: string) => string) => {
      const { id } = await aGuardedCase(office, 'verifikator')
      const verifier = await office.member('verifikator')
      return office.workOf(() => laterRefusalOf(caseFor(office.ports, verifier, 'cases.read', choose(id))))
    }
    expect(await ask(one, (id) => id)).toEqual(await ask(other, () => nobodys))
  })

  it('when a program of others asks', async () => {
    const office = await aWatchedOffice()
    const { id } = await aGuardedCase(office, 'verifikator')
    const key = { id: 'uji', tenant: organisasi, name: 'Uji' } as ApiKey
    const program = programOf(key, 'cases:read')
    const ask = (number: string) =>
      office.workOf(() => laterRefusalOf(caseFor(office.ports, program, 'cases.read', number)))
    await expect.poll(async () => (await ask(id)).join() === (await ask(nobodys)).join()).toBe(true)
  })
})

it('a case is there for the person again as soon as its guard is lifted', async () => {
  const office = await aWatchedOffice()
  const { id } = await aGuardedCase(office, 'verifikator')
  const verifier = await office.member('verifikator')
  expect(await laterRefusalOf(caseFor(office.ports, verifier, 'cases.read', id))).toBe('complaint/not-found')
  await office.ports.complaints.change(organisasi, id, (before) => ({ ...before, guard: null }))
  expect(await caseFor(office.ports, verifier, 'cases.read', id)).toMatchObject({ id })
})
