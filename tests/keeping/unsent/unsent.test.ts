import { describe, expect, it } from 'vitest'
import { performAct } from '../../../service/desk/case-acts.ts'
import {
  dropUnsent,
  findUnsentIntake,
  keepUnsent,
  LONGEST_UNSENT,
  listUnsent,
  listUnsentCases,
  listUnsentIntakes,
  UNSENT_COUNTER_FOR,
  UNSENT_FOR,
  UNSENT_INTAKE_FOR,
} from '../../../service/keeping/unsent/keep-unsent.ts'
import { MOST_UNSENT, unsentSpec } from '../../../service/keeping/unsent/unsent-store.ts'
import { DAY } from '../../../service/shared/instant.ts'
import { aComplaint } from '../../support/a-complaint.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { organisasi } from '../../support/two-units.ts'

const someWords = 'Mohon lampirkan kuitansi Saptarana.'
const fieldsOf = (text: string) => [{ name: 'text', value: text }]

async function anOffice() {
  const office = await anOfficeOf({
    verifikator: { roles: ['verifier'] },
    kepala: { roles: ['unit_head'] },
    loket: { roles: ['intake_officer'] },
    kustodian: { roles: ['identity_custodian'] },
  })
  const { ports, receive } = office
  const reporter = await sealedReporter(ports.vault, 'named', { name: 'Siti Contoh' })
  const { maskedReporter, ...outline } = reporter
  const complaint = await receive({ ...aComplaint({ dossier: { maskedReporter } }), ...outline })
  const verifier = await office.member('verifikator')
  const keep = (text: string, version = 0, kind = 'message') =>
    keepUnsent(ports, verifier, { number: complaint.id, kind }, { version, fields: fieldsOf(text) })
  return { ...office, complaint, verifier, number: complaint.id, keep }
}

describe('what an officer types', () => {
  it('is back on the case for them alone, each form for itself', async () => {
    const { ports, member, verifier, number, keep } = await anOffice()
    await keep(someWords)
    await keep('Catatan.', 0, 'note')
    expect(await listUnsent(ports, verifier, number)).toMatchObject([
      { kind: 'message', version: 1, fields: fieldsOf(someWords) },
      { kind: 'note', fields: fieldsOf('Catatan.') },
    ])
    expect(await listUnsent(ports, await member('kepala'), number)).toEqual([])
    expect(await listUnsentCases(ports, verifier)).toEqual([number])
    expect(await listUnsentCases(ports, await member('kepala'))).toEqual([])
  })

  it('is not written over by another device that did not see it', async () => {
    const { ports, verifier, number, keep } = await anOffice()
    const first = await keep('Dari meja.')
    const second = await keep('Dari meja, lebih panjang.', first.version)
    expect(await laterRefusalOf(keep('Dari ponsel.'))).toBe('unsent/changed-elsewhere')
    expect(await laterRefusalOf(keep('Dari ponsel.', first.version))).toBe('unsent/changed-elsewhere')
    expect(await listUnsent(ports, verifier, number)).toMatchObject([{ fields: fieldsOf('Dari meja, lebih panjang.') }])
    await keep('Dari ponsel, setelah dibaca.', second.version)
    await dropUnsent(ports, verifier, { number, kind: 'message' })
    expect(await laterRefusalOf(keep('Terlambat.', second.version + 1))).toBe('unsent/gone')
  })

  it('cannot be read from the store, and says only who keeps something where', async () => {
    const { allOfStore, keep } = await anOffice()
    await keep(someWords)
    const [lying] = await (await allOfStore.collection(unsentSpec)).walk(organisasi, null, 10)
    expect(JSON.stringify(lying)).not.toMatch(/Saptarana|kuitansi/)
    expect(Object.keys(lying!).toSorted()).toEqual(
      'by content expiresAt id key kind number savedAt tenant version'.split(' '),
    )
  })

  it('is gone once the act is done, and stays where the act is refused', async () => {
    const { ports, verifier, number, complaint, keep } = await anOffice()
    await keep(someWords)
    const stale = performAct(ports, verifier, 'message', { number, revision: 99, text: someWords })
    expect(await laterRefusalOf(stale)).toBe('case/changed-meanwhile')
    expect(await listUnsent(ports, verifier, number)).toHaveLength(1)
    await performAct(ports, verifier, 'message', { number, revision: complaint.revision, text: someWords })
    expect(await listUnsent(ports, verifier, number)).toEqual([])
  })

  it('is out of reach once the case is kept from them or of a category that they do not see', async () => {
    const office = await anOffice()
    const { ports, member, number } = office
    const guarded = await aGuardedCase(office, 'verifikator')
    const place = { number: guarded.id, kind: 'message' }
    const words = { version: 0, fields: fieldsOf(someWords) }
    await ports.unsent.save(
      { tenant: organisasi, by: 'verifikator' },
      { ...place, ...words, savedAt: ports.now() },
      ports.now(),
      { place: { unit: organisasi, collection: 'complaints', id: guarded.id, field: 'key' }, wrapped: guarded.key },
    )
    const verifier = await member('verifikator')
    expect(await laterRefusalOf(listUnsent(ports, verifier, guarded.id))).toBe('complaint/not-found')
    expect(await laterRefusalOf(keepUnsent(ports, verifier, place, words))).toBe('complaint/not-found')
    expect(await listUnsentCases(ports, verifier)).toEqual([])
    const limited = { ...verifier, limits: new Map([['cases.read', new Set(['illegal_levy'])]] as const) }
    expect(await laterRefusalOf(listUnsent(ports, limited, number))).toBe('complaint/not-found')
  })

  it('ends with the case, with the person, and after thirty days', async () => {
    const { ports, member, number, keep, goOn } = await anOffice()
    const head = await member('kepala')
    const ofHead = { number, kind: 'note' }
    await keep(someWords)
    await keepUnsent(ports, head, ofHead, { version: 0, fields: fieldsOf('Catatan kepala.') })
    await ports.unsent.dropOfPerson({ tenant: organisasi, by: 'verifikator' })
    expect(await ports.unsent.places({ tenant: organisasi, by: 'verifikator' })).toEqual([])
    expect(await ports.unsent.places({ tenant: organisasi, by: 'kepala' })).toMatchObject([ofHead])
    await ports.unsent.dropOfCase(organisasi, number)
    expect(await ports.unsent.places({ tenant: organisasi, by: 'kepala' })).toEqual([])
    await keep(someWords)
    goOn(UNSENT_FOR / DAY - 0.1)
    expect(await ports.unsent.sweep(ports.now())).toBe(0)
    goOn(0.2)
    expect(await ports.unsent.sweep(ports.now())).toBe(1)
  })

  it('is bounded in length and in number, and the oldest is not dropped for the newest', async () => {
    const { ports, verifier, number, keep } = await anOffice()
    expect(await laterRefusalOf(keep('x'.repeat(LONGEST_UNSENT)))).toBe('unsent/too-long')
    for (let at = 0; at < MOST_UNSENT; at++) await keep('x', 0, `paper-${at}`)
    expect(await laterRefusalOf(keep(someWords))).toBe('unsent/too-many')
    const [first] = await listUnsent(ports, verifier, number)
    await keepUnsent(ports, verifier, { number, kind: first!.kind }, { version: 1, fields: fieldsOf('Diubah.') })
  })
})

describe('an intake that was begun', () => {
  it('waits for whom it was typed by, a week at most', async () => {
    const { ports, member, goOn } = await anOffice()
    const officer = await member('loket')
    const place = { number: null, kind: 'letter' }
    await keepUnsent(ports, officer, place, { version: 0, fields: fieldsOf(someWords) })
    expect(await findUnsentIntake(ports, officer, 'letter')).toMatchObject({ fields: fieldsOf(someWords) })
    expect(await findUnsentIntake(ports, officer, 'counter')).toBeNull()
    expect(await laterRefusalOf(findUnsentIntake(ports, await member('kustodian'), 'letter'))).toBe(
      'staff/not-permitted',
    )
    const atCounter = { number: null, kind: 'counter-1' }
    await keepUnsent(ports, officer, atCounter, { version: 0, fields: fieldsOf(someWords) })
    const kinds = async (of = officer) => (await listUnsentIntakes(ports, of)).map(({ kind }) => kind)
    expect((await kinds()).toSorted()).toEqual(['counter-1', 'letter'])
    expect(await kinds(await member('verifikator'))).toEqual([])
    expect(await laterRefusalOf(listUnsentIntakes(ports, await member('kustodian')))).toBe('staff/not-permitted')
    goOn(UNSENT_COUNTER_FOR / DAY + 0.1)
    expect(await ports.unsent.sweep(ports.now())).toBe(1)
    expect(await kinds()).toEqual(['letter'])
    goOn(UNSENT_INTAKE_FOR / DAY)
    expect(await ports.unsent.sweep(ports.now())).toBe(1)
  })

  it('still opens after the keys of the unit were renewed', async () => {
    const { ports, member } = await anOffice()
    const officer = await member('loket')
    await keepUnsent(ports, officer, { number: null, kind: 'letter' }, { version: 0, fields: fieldsOf(someWords) })
    const renewed = await ports.unsent.keyHolder.bindSome(organisasi, null, 10)
    expect(renewed).toMatchObject({ looked: 1 })
    expect(await findUnsentIntake(ports, officer, 'letter')).toMatchObject({ fields: fieldsOf(someWords) })
  })
})
