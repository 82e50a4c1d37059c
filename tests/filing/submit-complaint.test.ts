import { describe, expect, it } from 'vitest'
import { identityOf } from '../../service/case/store/case-seals.ts'
import { Refusal } from '../../service/shared/refusal.ts'
import { StoreUnavailable } from '../../service/storage/collection.ts'
import { officer } from '../support/a-complaint.ts'
import { aFilingOffice, siti } from '../support/a-filing-office.ts'
import { laterRefusalOf } from '../support/refused.ts'
import { dinas, organisasi } from '../support/two-units.ts'

type Office = Awaited<ReturnType<typeof aFilingOffice>>

const numbersIn = async ({ store }: Office, tenant = organisasi): Promise<readonly string[]> =>
  (await store.complaints.walk(tenant, null, 100)).map(({ id }) => id)

/** The same form, sent twice. */
const twice = { by: { idempotencyKey: 'formulir-siti' } }

describe('a complaint that is filed', () => {
  it('is numbered, waits for the office, and leaves its line of history and its notice', async () => {
    const office = await aFilingOffice()
    const { complaint, trackingCode } = await office.file()

    expect(complaint).toMatchObject({
      id: 'BO-2026-000001',
      status: 'received',
      category: 'maladministration',
      class: 'non_oversight',
      channel: 'web_widget',
      noticeChannels: ['whatsapp', 'sms', 'email', 'letter'],
      notices: [{ event: 'received' }],
    })
    expect(complaint.dossier.history).toMatchObject([
      { event: 'received', at: office.ports.now(), by: { kind: 'reporter' }, public: true },
    ])
    expect(trackingCode).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){4}$/)
    expect(await office.ports.complaints.get(organisasi, complaint.id)).toEqual(complaint)
    expect((await office.file()).complaint.id).toBe('BO-2026-000002')
  })

  it('has its reporter under a seal, and no word of them or of the story in the open', async () => {
    const office = await aFilingOffice()
    const { complaint, trackingCode } = await office.file()
    expect(await identityOf(office.ports.vault, complaint)).toEqual({ ...siti, onBehalfOf: null })
    const kept = JSON.stringify(await office.store.complaints.walk(organisasi, null, 1))
    for (const word of [...Object.values(siti), 'Berkas', trackingCode]) expect(kept).not.toContain(word)
  })

  it('takes its files along, and nothing is held any more', async () => {
    const office = await aFilingOffice()
    const photo = await office.upload()
    const { complaint } = await office.file({ of: { evidence: [photo] } })
    expect(complaint.evidence).toMatchObject([{ id: photo, type: 'image/png', scan: null }])
    expect(complaint.dossier.evidenceNames).toEqual({ [photo]: 'loket.png' })
    expect(await office.held(photo)).toBeNull()
  })

  it('says who took it in and where, and how the reporter confirmed it', async () => {
    const office = await aFilingOffice()
    const clerk = officer('verifikator', 'Petugas verifikasi')
    const { complaint } = await office.file({
      received: { channel: 'walk_in_oral', receivedBy: clerk, place: 'Loket 2' },
      of: { signing: { kind: 'witnessed', because: 'cannot_write', witness: 'Made Peraga' } },
    })
    expect(complaint.dossier).toMatchObject({
      history: [{ event: 'received', by: clerk }],
      place: 'Loket 2',
      signing: { kind: 'witnessed', because: 'cannot_write', witness: 'Made Peraga' },
    })
  })
})

describe('a form that arrives again', () => {
  it('gets the same answer, tracking code included, and is not asked for proof of work again', async () => {
    const office = await aFilingOffice()
    const first = await office.file(twice)
    const admit = () => expect.fail('A repeat is asked for nothing.')
    expect(await office.file({ by: { ...twice.by, admit } })).toEqual(first)
    expect(await numbersIn(office)).toEqual([first.complaint.id])
  })

  it('gets the one answer when it arrives twice at once, and the files go with it', async () => {
    const office = await aFilingOffice()
    const of = { evidence: [await office.upload()] }
    const answers = await Promise.all([office.file({ ...twice, of }), office.file({ ...twice, of })])
    expect(answers[0].trackingCode).toBe(answers[1].trackingCode)
    expect(answers.map(({ complaint }) => complaint.evidence.map(({ id }) => id))).toEqual([of.evidence, of.evidence])
    expect(await numbersIn(office)).toHaveLength(1)
  })

  it('is refused with another body under the same key, and leaves the first as it was', async () => {
    const office = await aFilingOffice()
    const { complaint } = await office.file(twice)
    const another = office.file({ ...twice, of: { subject: 'Pokok yang lain' } })
    expect(await laterRefusalOf(another)).toBe('idempotency/other-body')
    expect(await numbersIn(office)).toHaveLength(1)
    expect(await office.ports.complaints.get(organisasi, complaint.id)).toEqual(complaint)
  })

  it('is told its number but no code after a day', async () => {
    const office = await aFilingOffice()
    const { complaint } = await office.file(twice)
    office.goOn(1)
    expect((await office.file(twice)).complaint.id).toBe(complaint.id)
    office.goOn(0.01)
    const refused = await office.file(twice).catch((cause: unknown) => cause)
    expect(refused).toMatchObject({ code: 'idempotency/expired', details: { number: complaint.id } })
  })

  it('gets its answer while the unit closes, because the complaint is there already', async () => {
    const office = await aFilingOffice()
    const first = await office.file(twice)
    expect(await office.file({ ...twice, at: await aClosingUnit(office) })).toEqual(first)
  })
})

async function aClosingUnit(office: Office) {
  const elsewhere = { id: 'Silakan ke dinas lain.', en: 'Please turn to another office.' }
  const since = office.ports.now()
  return { ...(await office.tenant()), closing: { since, until: since, elsewhere } }
}

describe('nothing is kept of a complaint that is refused', () => {
  const limited = () => Promise.reject(new Refusal('too-many', 'limits/too-many'))
  const hidden = async (office: Office) => {
    const tenant = await office.tenant()
    const { settings } = tenant
    const categories = settings.categories.map((category) => ({ ...category, active: false }))
    return { ...tenant, settings: { ...settings, categories } }
  }

  it.each<[string, string, (office: Office) => Promise<Parameters<Office['file']>[0]>]>([
    ['while the unit closes', 'tenant/closing', async (office) => ({ at: await aClosingUnit(office) })],
    ['over a limit', 'limits/too-many', async () => ({ by: { admit: limited } })],
    ['in a category that the unit does not have', 'category/unknown', async () => ({ of: { category: 'parkir' } })],
    ['in a category that is out of use', 'category/unknown', async (office) => ({ at: await hidden(office) })],
    [
      'without a name where one is needed',
      'request/invalid',
      async () => ({ of: { reporter: { email: siti.email } } }),
    ],
    ['with a name and without identity', 'request/invalid', async () => ({ of: { privacy: 'anonymous' } })],
    [
      'signed away from the counter',
      'request/invalid',
      async () => ({ of: { signing: { kind: 'signed', strokes: 'M0 0' } } }),
    ],
    [
      'sealed to a key that the unit never had',
      'identity/sealed-elsewhere',
      async () => ({ of: { reporter: {}, sealedIdentity: 'amplop' } }),
    ],
    ['with too many files', 'evidence/too-many', async () => ({ of: { evidence: Array(11).fill('foto') } })],
  ])('%s', async (_, code, filing) => {
    const office = await aFilingOffice()
    const photo = await office.upload()
    const held = await office.held(photo)
    const asked = await filing(office)
    const evidence = asked?.of?.evidence ?? [photo]
    expect(await laterRefusalOf(office.file({ ...asked, of: { ...asked?.of, evidence } }))).toBe(code)
    expect(await numbersIn(office)).toEqual([])
    expect(await office.held(photo)).toEqual(held)
    expect((await office.file()).complaint.id).toBe('BO-2026-000001')
  })
})

describe('the files of a filing that failed', () => {
  it('wait on where one of them is unknown, and the next try takes those that are there', async () => {
    const office = await aFilingOffice()
    const photo = await office.upload()
    const failing = office.file({ of: { evidence: [photo, 'tidak-ada'] } })
    expect(await laterRefusalOf(failing)).toBe('evidence/unknown')
    expect(await office.held(photo)).toMatchObject({ claimedBy: null })
    expect(await numbersIn(office)).toEqual([])
    expect((await office.file({ of: { evidence: [photo] } })).complaint.evidence).toHaveLength(1)
  })

  it('wait on when the store cannot take the complaint', async () => {
    const office = await aFilingOffice()
    const photo = await office.upload()
    const until = (await office.held(photo))?.expiresAt
    const add = office.ports.complaints.add
    Object.assign(office.ports.complaints, { add: () => Promise.reject(new Error('disk full')) })
    await expect(office.file({ of: { evidence: [photo] } })).rejects.toThrow('disk full')
    Object.assign(office.ports.complaints, { add })
    expect(await office.held(photo)).toMatchObject({ claimedBy: null, expiresAt: until })
    expect((await office.file({ of: { evidence: [photo] } })).complaint.evidence).toHaveLength(1)
  })

  it('stay its own where the answer of the store was lost, because it may have them', async () => {
    const office = await aFilingOffice()
    const photo = await office.upload()
    const of = { evidence: [photo] }
    const { add } = office.ports.complaints
    const loseAnswer: typeof add = async (...given) => {
      await add(...given)
      throw new StoreUnavailable('No answer came in time.')
    }
    Object.assign(office.ports.complaints, { add: loseAnswer })
    await expect(office.file({ ...twice, of })).rejects.toThrow('No answer')
    Object.assign(office.ports.complaints, { add })
    expect(await laterRefusalOf(office.file({ of }))).toBe('evidence/unknown')
    expect((await office.file({ ...twice, of })).complaint.evidence).toMatchObject([{ id: photo }])
    expect(await numbersIn(office)).toHaveLength(1)
  })

  it('are not given to a second complaint once the first has them', async () => {
    const office = await aFilingOffice()
    const evidence = [await office.upload()]
    await office.file({ of: { evidence } })
    expect(await laterRefusalOf(office.file({ of: { evidence } }))).toBe('evidence/unknown')
    expect(await numbersIn(office)).toHaveLength(1)
  })
})

describe('a complaint about one of the staff', () => {
  it('is kept from whom it names, and from nobody else', async () => {
    const office = await aFilingOffice()
    const { complaint } = await office.file({ of: { reportedPerson: 'Nama petugas' } })
    expect(complaint).toMatchObject({ handler: null, guard: { steward: null }, unreadSince: null })
    expect(complaint.dossier.candidates).toMatchObject([{ id: 'petugas', position: 'Jabatan petugas' }])
    expect(complaint.dossier.history).toMatchObject([{ event: 'received' }])
  })

  it('is kept from whom an officer picked, too', async () => {
    const office = await aFilingOffice()
    const { complaint } = await office.file({ of: { reportedStaff: ['verifikator'] } })
    expect(complaint.dossier.concerns.map(({ id }) => id)).toEqual(['verifikator'])
    expect(complaint.handler).toBe('kepala')
  })

  it('is kept from nobody where it names a stranger', async () => {
    const office = await aFilingOffice()
    const { complaint } = await office.file({ of: { reportedPerson: 'Orang Lain' } })
    expect(complaint).toMatchObject({ handler: null, guard: null })
  })
})

describe('another office', () => {
  it('finds nothing of the complaint, neither by its number nor by the key of its form', async () => {
    const office = await aFilingOffice()
    const { complaint } = await office.file(twice)
    expect(await laterRefusalOf(office.ports.complaints.get(dinas, complaint.id))).toBe('complaint/not-found')
    expect(await office.ports.complaints.findByFilingKey(dinas, complaint.filing.keyHash)).toBeNull()
    expect(await numbersIn(office, dinas)).toEqual([])
  })

  it('takes the same key and form as a complaint of its own', async () => {
    const office = await aFilingOffice()
    const here = await office.file(twice)
    const at = await office.tenant(dinas)
    const there = await office.file({ ...twice, at, of: { category: at.settings.categories[0]!.code } })
    expect(there.complaint.tenant).toBe(dinas)
    expect(there.complaint.filing.keyHash).not.toBe(here.complaint.filing.keyHash)
    expect(there.trackingCode).not.toBe(here.trackingCode)
  })

  it('cannot take a file that waits for this one', async () => {
    const office = await aFilingOffice()
    const photo = await office.upload()
    const at = await office.tenant(dinas)
    const of = { category: at.settings.categories[0]!.code, evidence: [photo] }
    expect(await laterRefusalOf(office.file({ at, of }))).toBe('evidence/unknown')
    expect(await office.held(photo)).toMatchObject({ claimedBy: null })
  })
})
