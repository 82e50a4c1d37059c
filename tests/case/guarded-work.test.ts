import { describe, expect, it, onTestFinished } from 'vitest'
import { caseFor, changeCaseFor } from '../../service/case/access/case-access.ts'
import { fillInLater, newCaseKey, nothingYet, omitNothing } from '../../service/case/store/case-seals.ts'
import { type ComplaintStore, openComplaintStore } from '../../service/case/store/complaint-store.ts'
import { performAct } from '../../service/desk/case-acts.ts'
import { complaintNumber } from '../../service/filing/new-complaint.ts'
import { askForIdentity, decideIdentityRequest, revealIdentity } from '../../service/keeping/identity/identity.ts'
import { type ApiKey, programOf } from '../../service/offices/api-keys/api-keys.ts'
import type { GuardMark, StaffMember } from '../../service/offices/staff/permissions.ts'
import { similarTo } from '../../service/register/find-similar.ts'
import { listRegister } from '../../service/register/register.ts'
import { tracedStore } from '../../service/running/ports.ts'
import type { Store } from '../../service/storage/collection.ts'
import type { Vault } from '../../service/storage/vault.ts'
import { aComplaint } from '../support/a-complaint.ts'
import { aDesk, staffWith } from '../support/a-desk.ts'
import { aGuardedCase, anOfficeOf } from '../support/a-guarded-office.ts'
import { aMembership } from '../support/a-small-unit.ts'
import { anOpenHouse } from '../support/a-vault.ts'
import { diceOf } from '../support/dice.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { sealedReporter } from '../support/sealed-reporter.ts'
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

/** Counts what is asked of the indexes of this store. */
function countRows(store: Store): { readonly store: Store; asked(): number } {
  let asked = 0
  const collection: Store['collection'] = async (spec) => {
    const kept = await store.collection(spec)
    return {
      ...kept,
      rows(...question) {
        asked++
        return kept.rows(...question)
      },
    }
  }
  return { store: { ...store, collection }, asked: () => asked }
}

const marks = ['tanda-petugas', 'tanda-kepala', 'tanda-verifikator'] as GuardMark[]

it('are as they are in the store, at once, whichever process guards a case, moves it or lifts the guard', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const open = () => openComplaintStore(house.store, house.vault, () => {})
  const processes = [await open(), await open()]
  const dice = diceOf(23)
  const numbers: string[] = []
  const guardOf = () => {
    const some = marks.filter(() => dice(3) === 0)
    return some.length > 0 ? { marks: some, steward: null } : null
  }
  const told = async (complaints: ComplaintStore) => {
    const seen = []
    for (const reader of [...marks.map((mark) => [mark]), marks.slice(1)]) {
      const kept = await complaints.guardedBy(organisasi, reader)
      const counts = await complaints.countsBearing(organisasi, reader)
      const byDay = await complaints.tallyBearing(organisasi, reader, 'statusTally')
      seen.push({
        kept: kept.map(({ number }) => number).sort(),
        counts: counts.map((count) => JSON.stringify(count)).sort(),
        byDay: byDay.map((tally) => JSON.stringify(tally)).sort(),
        received: await complaints.countBearing(organisasi, reader, { narrow: { status: ['received'] } }),
        found: await complaints.countFound(organisasi, 'loket', { without: reader }, 999),
      })
    }
    return seen
  }

  for (let round = 0; round < 40; round++) {
    const writer = processes[dice(2)]!
    if (numbers.length < 5 || dice(3) === 0) {
      const { dossier, ...outline } = aComplaint()
      const key = await newCaseKey(house.vault, { tenant: organisasi, filing: outline.filing })
      const draft = { ...outline, key, guard: guardOf(), dossier: { ...dossier, subject: 'Uang di loket' } }
      const added = await writer.add(draft, (sequence) => complaintNumber('BO', '2026', sequence))
      numbers.push(added.id)
    } else {
      const number = numbers[dice(numbers.length)]!
      const status = dice(2) === 0 ? 'received' : 'in_progress'
      await writer.change(organisasi, number, (complaint) => ({ ...complaint, guard: guardOf(), status }))
    }
    const expected = await told(await open())
    for (const complaints of processes) expect(await told(complaints), `round ${round}`).toEqual(expected)
  }
})

it('are the same for two readers who ask at the same moment as a case is guarded', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const complaints = await openComplaintStore(house.store, house.vault, () => {})
  const { dossier, ...outline } = aComplaint()
  const key = await newCaseKey(house.vault, { tenant: organisasi, filing: outline.filing })
  const { id } = await complaints.add({ ...outline, key, dossier }, (sequence) =>
    complaintNumber('BO', '2026', sequence),
  )
  const ask = async () => (await complaints.guardedBy(organisasi, marks)).map(({ number }) => number)
  expect(await ask()).toEqual([])
  const early = ask()
  await complaints.change(organisasi, id, (one) => ({ ...one, guard: { marks, steward: null } }))
  const late = await Promise.all([ask(), ask(), ask()])
  expect(late).toEqual([[id], [id], [id]])
  await early
})

it('are not asked for again where this process alone writes the store, and wrote of none of them', async () => {
  const house = await anOpenHouse()
  onTestFinished(() => house.store.close())
  const { store, asked } = countRows(house.store)
  const complaints = await openComplaintStore(store, house.vault, () => {})
  const file = async (guard: { readonly marks: readonly GuardMark[]; readonly steward: null } | null) => {
    const { dossier, ...outline } = aComplaint()
    const key = await newCaseKey(house.vault, { tenant: organisasi, filing: outline.filing })
    const draft = { ...outline, key, guard, dossier }
    return (await complaints.add(draft, (sequence) => complaintNumber('BO', '2026', sequence))).id
  }
  const kept = async () => (await complaints.guardedBy(organisasi, marks)).map(({ number }) => number)
  const guarded = await file({ marks, steward: null })
  expect(await kept()).toEqual([guarded])
  const statuses = async () => (await complaints.countsBearing(organisasi, marks)).map(({ status }) => status)
  expect([await statuses(), await statuses()]).toEqual([['received'], ['received']])
  const open = await file(null)
  // Until the clock goes on, a write of the same moment is looked for.
  const filedAt = Date.now()
  while (Date.now() === filedAt) await new Promise(setImmediate)
  await kept()
  const before = asked()
  await complaints.change(organisasi, open, (one) => ({ ...one, status: 'in_progress' }))
  expect([await kept(), asked() - before]).toEqual([[guarded], 0])
  await complaints.change(organisasi, open, (one) => ({ ...one, guard: { marks, steward: null } }))
  expect([(await kept()).sort(), asked() > before]).toEqual([[guarded, open].sort(), true])
  await complaints.change(organisasi, open, (one) => ({ ...one, guard: null }))
  expect(await kept()).toEqual([guarded])
  await complaints.change(organisasi, guarded, (one) => ({ ...one, status: 'in_progress' }))
  expect(await statuses()).toEqual(['in_progress'])
})

const verifier = staffWith(['verifier'])

/** A confidential complaint by Siti Contohwati at a desk. */
async function aConfidentialCase() {
  const desk = await aDesk()
  const given = { name: 'Siti Contohwati', phone: '0812-0000-0001' }
  const reporter = await sealedReporter(desk.ports.vault, 'confidential', given)
  const { id: number } = await desk.receive(
    aComplaint({ privacy: 'confidential', identity: reporter.identity, filing: reporter.filing }),
  )
  return { ports: desk.ports, number }
}

it('a note that names the reporter is refused, and nothing is kept of it', async () => {
  const { ports, number } = await aConfidentialCase()
  const naming = { number, revision: 0, text: 'Pelapornya Siti Contohwati.' }
  expect(await laterRefusalOf(performAct(ports, verifier, 'note', naming))).toBe('text/names-reporter')
  expect((await ports.complaints.get(organisasi, number)).dossier.notes).toEqual([])
})

it('a message with the telephone number in other groups is refused too', async () => {
  const { ports, number } = await aConfidentialCase()
  const naming = { number, revision: 0, text: 'Kami akan menelepon +62 812 00000001.' }
  expect(await laterRefusalOf(performAct(ports, verifier, 'message', naming))).toBe('text/names-reporter')
})

it('with a reason the words stay, and staff can read why', async () => {
  const { ports, number } = await aConfidentialCase()
  const reason = 'Nama ini nama terlapor yang kebetulan sama.'
  const kept = await performAct(ports, verifier, 'note', {
    number,
    revision: 0,
    text: 'Siti Contohwati',
    leakReason: reason,
  })
  expect(kept.dossier.history.at(-1)).toMatchObject({ event: 'naming_kept', text: reason, public: false })
})

it('words that name nobody go through without a question', async () => {
  const { ports, number } = await aConfidentialCase()
  const kept = await performAct(ports, verifier, 'note', { number, revision: 0, text: 'Petugas loket dua dipanggil.' })
  expect(kept.dossier.history.map(({ event }) => event)).toEqual(['received', 'note'])
})

it('the reason for letting words stay may not name the reporter either', async () => {
  const { ports, number } = await aConfidentialCase()
  const naming = { number, revision: 0, text: 'Siti Contohwati', leakReason: 'Siti Contohwati memintanya.' }
  expect(await laterRefusalOf(performAct(ports, verifier, 'note', naming))).toBe('text/names-reporter')
})

it('nor may the reason for opening an identity, for asking, or for what a custodian decides', async () => {
  const { ports, number } = await aConfidentialCase()
  const custodian = staffWith(['identity_custodian'])
  await ports.staff.saveMembership(aMembership(custodian.id, ['identity_custodian']))
  const handler = staffWith(['case_handler'])
  const naming = { number, ground: 'other', reason: 'Menelepon Siti Contohwati.' } as const
  expect(await laterRefusalOf(revealIdentity(ports, custodian, naming))).toBe('text/names-reporter')
  expect(await laterRefusalOf(askForIdentity(ports, handler, naming))).toBe('text/names-reporter')
  const asked = await askForIdentity(ports, handler, { number, ground: 'other', reason: 'Menelepon pelapor.' })
  const id = asked.dossier.identityRequests[0]?.id ?? ''
  const decision = { number, id, granted: true, because: 'Siti Contohwati perlu dihubungi.' }
  expect(await laterRefusalOf(decideIdentityRequest(ports, custodian, decision))).toBe('text/names-reporter')
})

describe('what is sealed of a dossier', () => {
  const { dossier } = aComplaint()

  it('leaves out what nobody has written yet, and opens as it was', () => {
    const written = omitNothing(dossier)

    expect(Object.keys(written)).not.toEqual(expect.arrayContaining(['answer']))
    expect(JSON.stringify(written).length).toBeLessThan(JSON.stringify(dossier).length - 500)
    expect(fillInLater(nothingYet, written)).toEqual(dossier)
  })

  it.each(Object.entries(nothingYet))('keeps %s as soon as it holds something', (name, nothing) => {
    // Nothing of another kind is something: it would open as what it is not.
    for (const something of ['written', [1], { one: 1 }, 0, '', false, ...(nothing === null ? [[], {}] : [null])]) {
      const changed = { ...dossier, [name]: something }
      const opened = fillInLater(nothingYet, omitNothing(changed))
      expect(opened).toEqual(changed)
    }
  })
})
