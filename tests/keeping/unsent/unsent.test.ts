import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { performAct } from '../../../service/desk/case-acts.ts'
import type { AppEnv } from '../../../service/http/app-env.ts'
import { dropSent, SENDS } from '../../../service/http/staff/unsent-operations.ts'
import {
  dropUnsent,
  findUnsentForm,
  isIntake,
  keepUnsent,
  LONGEST_UNSENT,
  listUnsent,
  listUnsentCases,
  listUnsentIntakes,
  listUnsentOfJoined,
  UNSENT_COUNTER_FOR,
  UNSENT_FOR,
  UNSENT_INTAKE_FOR,
} from '../../../service/keeping/unsent/unsent.ts'
import { MOST_UNSENT, unsentSpec } from '../../../service/keeping/unsent/unsent-store.ts'
import type { StaffMember } from '../../../service/offices/staff/permissions.ts'
import { DAY } from '../../../service/shared/instant.ts'
import { aComplaint } from '../../support/a-complaint.ts'
import { aGuardedCase, anOfficeOf } from '../../support/a-guarded-office.ts'
import { laterRefusalOf } from '../../support/refused.ts'
import { sealedReporter } from '../../support/sealed-reporter.ts'
import { organisasi } from '../../support/two-units.ts'

const actorOf = ({ id, name, position }: StaffMember) => ({ kind: 'staff', id, name, position }) as const

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

  it('is written over by the device that sent it and heard no answer, and by no other', async () => {
    const { ports, verifier, number, keep } = await anOffice()
    const place = { number, kind: 'message' }
    const keepOver = (text: string, over: string, version = 0) =>
      keepUnsent(ports, verifier, place, { version, fields: fieldsOf(text), over: fieldsOf(over) })
    await keep('Dari meja.')
    expect(await keepOver('Dari meja, sampai selesai.', 'Dari meja.')).toMatchObject({ version: 2 })
    await keep('Dari ponsel.', 2)
    expect(await laterRefusalOf(keepOver('Dari meja lagi.', 'Dari meja, sampai selesai.', 2))).toBe(
      'unsent/changed-elsewhere',
    )
    expect(await listUnsent(ports, verifier, number)).toMatchObject([{ fields: fieldsOf('Dari ponsel.') }])
  })

  it('is written once where a page that ends sends it twice, so that the next page writes over it', async () => {
    const { ports, verifier, number, keep } = await anOffice()
    const first = await keep('Satu dua.')
    const last = await keep('Satu dua tiga.', first.version)
    const again = { version: first.version, fields: fieldsOf('Satu dua tiga.'), over: fieldsOf('Satu dua tiga.') }
    expect(await keepUnsent(ports, verifier, { number, kind: 'message' }, again)).toEqual(last)
    expect(await keep('Satu dua tiga empat.', last.version)).toMatchObject({ fields: fieldsOf('Satu dua tiga empat.') })
  })

  it('waits on after somebody else closed the case or joined it to another', async () => {
    const { ports, member, verifier, number, complaint, keep } = await anOffice()
    await keep(someWords)
    const head = await member('kepala')
    const body = {
      number,
      revision: complaint.revision,
      reason: 'not_a_complaint',
      text: 'Bukan aduan.',
      elsewhere: '',
    } as const
    const declined = await performAct(ports, head, 'decline', body)
    expect(declined.status).toBe('declined')
    expect(await listUnsent(ports, verifier, number)).toMatchObject([{ fields: fieldsOf(someWords) }])
    await keep(`${someWords} Lagi.`, 1)
  })

  it('cannot be read from the store, and says only who keeps something where', async () => {
    const { allOfStore, keep } = await anOffice()
    await keep(someWords)
    const [lying] = await (await allOfStore.collection(unsentSpec)).walk(organisasi, null, 10)
    expect(JSON.stringify(lying)).not.toMatch(/Saptarana|kuitansi/)
    expect(Object.keys(lying!).toSorted()).toEqual(
      'by content expiresAt id key kind number savedAt tenant typed version'.split(' '),
    )
  })

  it('says that it was being sent where the process died meanwhile, until it is typed on or the act is refused', async () => {
    const { ports, verifier, number, keep } = await anOffice()
    const place = { number, kind: 'lapor' }
    const asks = new Hono<AppEnv>()
    asks.use(async (c, next) => {
      c.set('staff', verifier)
      await next()
    })
    asks.use(dropSent(ports))
    let begin: () => void = () => {}
    const began = new Promise<void>((resolve) => {
      begin = resolve
    })
    asks.post('/dies', () => {
      begin()
      return new Promise<Response>(() => {})
    })
    asks.post('/refused', (c) => c.text('', 409))
    asks.post('/done', (c) => c.text('', 201))
    const send = (path: string) =>
      asks.request(path, { method: 'POST', headers: { [SENDS]: `${place.number}/${place.kind}` } })
    const lying = () => listUnsent(ports, verifier, number)

    const { version } = await keep(someWords, 0, place.kind)
    void send('/dies')
    await began
    expect(await lying()).toMatchObject([{ version, sendingAt: ports.now(), fields: fieldsOf(someWords) }])
    const on = await keep('Diubah sesudahnya.', version, place.kind)
    expect((await lying())[0]).not.toHaveProperty('sendingAt')
    await send('/refused')
    expect(await lying()).toMatchObject([{ version: on.version }])
    expect((await lying())[0]).not.toHaveProperty('sendingAt')
    await send('/done')
    expect(await lying()).toEqual([])
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

  it('does not come back where the process died after an act that is done at once, and what is typed later stays', async () => {
    const { ports, verifier, number, complaint, keep, goOn } = await anOffice()
    await keep('Nama Saptarana', 0, 'redact')
    await keep(someWords)
    const dying = { ...ports, unsent: { ...ports.unsent, drop: () => Promise.reject(new Error('killed')) } }
    goOn(0.001)
    const covering = {
      number,
      revision: complaint.revision,
      words: [complaint.dossier.chronology],
      restored: [],
      because: 'Nama loket.',
    }
    await expect(performAct(dying, verifier, 'redact', covering)).rejects.toThrow('killed')
    expect((await listUnsent(ports, verifier, number)).map(({ kind }) => kind)).toEqual(['message'])
    goOn(0.001)
    await keep('Kata lain', 0, 'redact')
    expect((await listUnsent(ports, verifier, number)).map(({ kind }) => kind)).toEqual(['message', 'redact'])
  })

  it.each(['message', 'note'] as const)(
    'does not come back where the process died after a %s that could not wait, and the same words typed later stay',
    async (act) => {
      const { ports, verifier, number, complaint, keep, goOn } = await anOffice()
      await keep(someWords, 0, act)
      await keep('Lain lagi.', 0, 'decline')
      const dying = { ...ports, unsent: { ...ports.unsent, drop: () => Promise.reject(new Error('killed')) } }
      goOn(0.001)
      const sending = performAct(dying, verifier, act, { number, revision: complaint.revision, text: someWords })
      await expect(sending).rejects.toThrow('killed')
      expect((await listUnsent(ports, verifier, number)).map(({ kind }) => kind)).toEqual(['decline'])
      goOn(0.001)
      await keep(someWords, 0, act)
      expect((await listUnsent(ports, verifier, number)).map(({ kind }) => kind).toSorted()).toEqual(
        ['decline', act].toSorted(),
      )
    },
  )

  it('does not come back where the process died after a form of the case sent it, with whatever name the form has', async () => {
    const { ports, member, number, goOn } = await anOffice()
    const head = await member('kepala')
    const place = { number, kind: 'hold' }
    await keepUnsent(ports, head, place, { version: 0, fields: fieldsOf('Diminta Inspektorat.') })
    goOn(0.001)
    await ports.complaints.change(organisasi, number, (found) => ({
      ...found,
      dossier: { ...found.dossier, hold: { at: ports.now(), by: actorOf(head), reason: 'Diminta Inspektorat.' } },
    }))
    expect(await listUnsent(ports, head, number)).toEqual([])
  })

  it('is found on the case that goes on after theirs was joined to it, and back on theirs once it is parted', async () => {
    const office = await anOffice()
    const { ports, member, verifier, number, complaint, keep, receive } = office
    const leading = await receive(aComplaint())
    await keep(someWords)
    const none = await listUnsentOfJoined(ports, verifier, leading.id)
    await performAct(ports, verifier, 'merge', { number, revision: complaint.revision, into: leading.id })
    expect(none).toEqual([])
    const words = { kind: 'message', fields: fieldsOf(someWords) }
    expect(await listUnsentOfJoined(ports, verifier, leading.id)).toMatchObject([{ number, ...words }])
    expect((await listUnsentCases(ports, verifier)).toSorted()).toEqual([number, leading.id].toSorted())
    expect(await listUnsentOfJoined(ports, await member('kepala'), leading.id)).toEqual([])
    const limited = { ...verifier, limits: new Map([['cases.read', new Set(['illegal_levy'])]] as const) }
    expect(await laterRefusalOf(listUnsentOfJoined(ports, limited, leading.id))).toBe('complaint/not-found')

    const { revision } = await ports.complaints.get(organisasi, number)
    await performAct(ports, verifier, 'unmerge', { number, revision, because: 'Hal yang berbeda.' })
    expect(await listUnsentOfJoined(ports, verifier, leading.id)).toEqual([])
    expect(await listUnsentCases(ports, verifier)).toEqual([number])
    expect(await listUnsent(ports, verifier, number)).toMatchObject([words])
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
    expect(await findUnsentForm(ports, officer, 'letter')).toMatchObject({ fields: fieldsOf(someWords) })
    expect(await findUnsentForm(ports, officer, 'counter')).toBeNull()
    expect(await laterRefusalOf(findUnsentForm(ports, await member('kustodian'), 'letter'))).toBe('staff/not-permitted')
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
    expect(await findUnsentForm(ports, officer, 'letter')).toMatchObject({ fields: fieldsOf(someWords) })
  })
})

describe('what is written away from a case', () => {
  it('is no form of the desk because its name is one that every object has', () => {
    expect(isIntake({ number: null, kind: 'constructor-1' })).toBe(true)
    expect(isIntake({ number: null, kind: 'bulk-send-message' })).toBe(false)
  })

  const forms = [
    ['evaluation-2026-1', 'kepala', 'verifikator'],
    ['incident-new', 'kepala', 'verifikator'],
    ['template-new', 'pengelola', 'verifikator'],
    ['transfer-1', 'verifikator', 'petugas'],
    ['arrival-discard-1', 'loket', 'petugas'],
  ] as const

  it.each(forms)('in %s is kept for %s, is no intake, and is not for %s', async (kind, who, other) => {
    const { ports, member } = await anOfficeOf({
      verifikator: { roles: ['verifier'] },
      kepala: { roles: ['unit_head'] },
      loket: { roles: ['intake_officer'] },
      petugas: { roles: ['case_handler'] },
      pengelola: { roles: ['tenant_admin'] },
    })
    const [writer, stranger] = [await member(who), await member(other)]
    await keepUnsent(ports, writer, { number: null, kind }, { version: 0, fields: fieldsOf(someWords) })
    expect(await findUnsentForm(ports, writer, kind)).toMatchObject({ fields: fieldsOf(someWords) })
    expect(await laterRefusalOf(findUnsentForm(ports, stranger, kind))).toBe('staff/not-permitted')
    const withoutRole = { ...writer, permissions: new Set(['log.read'] as const) }
    expect(await laterRefusalOf(findUnsentForm(ports, withoutRole, kind))).toBe('staff/not-permitted')
    if (writer.permissions.has('cases.enter')) expect(await listUnsentIntakes(ports, writer)).toEqual([])
  })
})
