import { describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const reason = 'Perlu menghubungi pelapor tentang kuitansi.'

const reveal = async (mailbox: string, number: string, body: unknown = { reason }) =>
  (await service.staff(mailbox)).post(`/cases/${number}/identity/reveal`, body)

async function aCase(privacy: 'named' | 'confidential') {
  const receipt = await service.unit().file({ privacy })
  return { ...receipt, reporter: service.unit().reporter(receipt) }
}

async function anAnonymousCase() {
  const contact = { email: 'tanpa.nama@contoh.example' }
  const sent = await service.unit().send({ ...anonymousFiling(), reporter: contact })
  return (await sent.json()) as { number: string; trackingCode: string }
}

describe('the identity of a reporter', () => {
  it('is masked on the case page, and not there at all where confidence was asked for', async () => {
    const named = await aCase('named')
    const confidential = await aCase('confidential')
    const verifier = await service.staff('verifikator')
    expect((await verifier.case(named.number)).identity).toMatchObject({
      given: true,
      masked: { name: 'S… C…', phone: '…01', email: 's…@contoh.example' },
      mayOpen: true,
      openings: [],
    })
    const seen = await verifier.case(confidential.number)
    expect(seen.identity).toMatchObject({ given: true, masked: null, mayOpen: false, mayAsk: true, openings: [] })
    expect(JSON.stringify(seen)).not.toMatch(/Siti|812-?0000|siti@/)
  })

  it.each([
    ['named', { verifikator: 200, petugas: 200, kepala: 200, kustodian: 200, admin: 403 }],
    ['confidential', { verifikator: 403, petugas: 403, kepala: 403, kustodian: 200, admin: 403 }],
  ] as const)('of a %s complaint is opened by those whom the choice allows, with a reason', async (privacy, table) => {
    const { number } = await aCase(privacy)
    for (const [mailbox, status] of Object.entries(table)) {
      const response = await reveal(mailbox, number)
      expect([mailbox, response.status]).toEqual([mailbox, status])
      const answer = (await response.json()) as Record<string, unknown>
      if (status === 200) {
        expect(answer).toMatchObject({
          name: 'Siti Contoh',
          address: 'Jalan Misal 1, Kecamatan Umpama',
          phone: '0812-0000-0001',
          email: 'siti@contoh.example',
          until: expect.any(String),
        })
        expect(response.headers.get('cache-control')).toBe('no-store')
      } else expect(JSON.stringify(answer)).not.toContain('Siti')
    }
  })

  it('is not opened without a reason', async () => {
    const { number } = await aCase('named')
    for (const body of [{}, { reason: ' ' }]) {
      expect(await refusalIn(reveal('verifikator', number, body))).toBe('400 request/invalid')
    }
    expect((await (await service.staff('verifikator')).case(number)).identity.openings).toEqual([])
  })

  it('once opened, says so to the reporter: when, by whom, and why', async () => {
    const { number, reporter } = await aCase('confidential')
    await reveal('kustodian', number)
    const { identityAccess, history } = await reporter.follow()
    expect(identityAccess).toEqual([
      { at: expect.any(String), role: 'Pemegang kunci identitas', groundLabel: 'Alasan lain', reason },
    ])
    expect(history.at(-1)).toMatchObject({ event: 'identity_opened', text: reason })
    expect(JSON.stringify(history)).not.toContain('Eko Peraga')
    expect((await (await service.staff('kepala')).case(number)).identity.openings).toMatchObject([
      { by: 'Eko Peraga (Pemegang kunci identitas)', reason },
    ])
  })

  it('that was not given cannot be opened', async () => {
    const sent = await service.unit().send(anonymousFiling())
    const { number } = (await sent.json()) as { number: string }
    expect(await refusalIn(reveal('kustodian', number))).toBe('409 identity/not-given')
  })

  it('is guarded for who left only a way to answer, as if they had asked for confidence', async () => {
    const { number } = await anAnonymousCase()
    expect((await (await service.staff('verifikator')).case(number)).identity).toMatchObject({ mayOpen: false })
    expect((await problemOf(await reveal('verifikator', number))).code).toBe('identity/custodian-needed')
    expect(await (await reveal('kustodian', number)).json()).toMatchObject({
      name: null,
      email: 'tanpa.nama@contoh.example',
    })
  })
})

describe('words that tell who a reporter is', () => {
  const story = {
    subject: 'Bu Siti Contoh diminta uang',
    chronology: 'Saya Siti Contoh, HP 0812-0000-0001. Pak Karno melihat petugas meminta uang untuk sebuah surat.',
  }

  it('are masked wherever staff read a confidential case, until the identity is open to them', async () => {
    const { number } = await service.unit().file({ ...story, privacy: 'confidential' })
    const verifier = await service.staff('verifikator')
    const seen = await verifier.case(number)
    expect(seen).toMatchObject({ covered: true, mayUncover: false })
    expect(seen.chronology).toBe(
      'Saya [nama disamarkan], HP [nomor disamarkan]. Pak [nama disamarkan] melihat petugas meminta uang untuk sebuah surat.',
    )
    for (const path of ['/cases?q=diminta', '/work', `/cases/${number}/similar`, `/cases/${number}`]) {
      const answer = await (await verifier.get(path)).text()
      expect([path, /Siti|Karno|0812/.exec(answer)?.[0]]).toEqual([path, undefined])
    }
    expect((await verifier.post(`/cases/${number}/words/open`, { reason })).status).toBe(403)

    const custodian = await service.staff('kustodian')
    expect((await reveal('kustodian', number)).status).toBe(200)
    expect(await custodian.case(number)).toMatchObject({ covered: false, chronology: story.chronology })
    expect((await verifier.case(number)).covered).toBe(true)
  })

  it('of an anonymous case are opened by a custodian, or with one’s consent, and the reporter reads it', async () => {
    const sent = await service.unit().send({ ...anonymousFiling(), ...story })
    const receipt = (await sent.json()) as { number: string; trackingCode: string }
    const { number } = receipt
    const officer = await service.staff('petugas')
    expect(await officer.case(number)).toMatchObject({ covered: true, identity: { given: false, mayAsk: true } })
    const asked = await officer.post(`/cases/${number}/identity/requests`, { reason })
    const { identity } = (await asked.json()) as { identity: { requests: { id: string }[] } }
    const custodian = await service.staff('kustodian')
    const decision = { granted: true, because: 'Nama saksi diperlukan.' }
    await custodian.post(`/cases/${number}/identity/requests/${identity.requests[0]?.id}/decision`, decision)
    const opened = await officer.post(`/cases/${number}/words/open`, { reason })
    expect(await opened.json()).toMatchObject({ covered: false, chronology: story.chronology })
    const { identityAccess } = await service.unit().reporter(receipt).follow()
    expect(identityAccess).toMatchObject([{ reason }])
  })

  it('are not masked where the reporter is named', async () => {
    const { number } = await service.unit().file({ ...story, privacy: 'named' })
    const verifier = await service.staff('verifikator')
    expect(await verifier.case(number)).toMatchObject({ covered: false, chronology: story.chronology })
    expect(await refusalIn(verifier.post(`/cases/${number}/words/open`, { reason }))).toBe('409 words/not-masked')
  })
})

const unit = 'bagian-organisasi'
type Policy = TenantSettingsView['identityPolicy']

/** The unit with this policy, and with others of their own for some of its categories. */
async function setPolicies(identityPolicy: Policy, own: Readonly<Record<string, Policy | null>>) {
  const admin = await service.staff('admin')
  const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
  const categories = settings.categories.map((category) => ({
    ...category,
    ...(category.code in own && { identityPolicy: own[category.code] }),
  }))
  const written = await fetch(`${service.unit(unit).api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...settings, identityPolicy, categories }),
  })
  return written
}

const viewOf = async () => (await (await fetch(service.unit(unit).api)).json()) as TenantView
const offered = ({ privacyChoices }: TenantView) => privacyChoices.map(({ choice }) => choice)
const file = (category: string) => service.unit(unit).send(anonymousFiling({ category }))

describe('a category with a policy of its own', () => {
  it('takes no complaint without identity where the unit does, and says so before anything is typed', async () => {
    expect((await setPolicies('open', { illegal_levy: 'required', maladministration: null })).status).toBe(200)
    const view = await viewOf()
    expect(offered(view)).toContain('anonymous')
    const levy = view.categories.find(({ code }) => code === 'illegal_levy')!
    expect(levy.description).toContain('Kategori ini memerlukan identitas.')
    expect(levy.needsIdentity).toContain('kembali ke awal')
    expect(view.categories.filter(({ needsIdentity }) => needsIdentity)).toEqual([levy])
    expect(await problemOf(await file('illegal_levy'))).toMatchObject({
      code: 'privacy/not-offered',
      errors: [{ path: 'privacy', code: 'identity-needed', message: expect.stringContaining('memerlukan identitas') }],
    })
    expect((await file('maladministration')).status).toBe(201)
    const page = await (await fetch(`${service.url}/t/${unit}/form`)).text()
    expect(page.match(/Kategori ini memerlukan identitas\./g)).toHaveLength(1)
  })

  it('takes them where the unit does not', async () => {
    await setPolicies('required', { illegal_levy: 'open', maladministration: null })
    const view = await viewOf()
    expect(offered(view)).toContain('anonymous')
    expect(view.categories.find(({ code }) => code === 'illegal_levy')).not.toHaveProperty('needsIdentity')
    expect((await file('illegal_levy')).status).toBe(201)
    expect(await refusalIn(file('maladministration'))).toBe('400 privacy/not-offered')
  })

  it('has complaints without identity weighed before they go on, and the reporter reads why', async () => {
    await setPolicies('open', { illegal_levy: 'grounded', maladministration: null })
    const verifier = await service.staff('verifikator')
    const plain = (await (await file('maladministration')).json()) as { number: string }
    expect((await verifier.case(plain.number)).needsGroundedDecision).toBe(false)
    expect((await verifier.act(plain.number, 'verify')).status).toBe(200)

    const weighed = (await (await file('illegal_levy')).json()) as { number: string; trackingCode: string }
    expect((await verifier.case(weighed.number)).needsGroundedDecision).toBe(true)
    expect(await refusalIn(verifier.act(weighed.number, 'verify'))).toBe('400 verification/decision-needed')
    const grounded = { wellFounded: true, because: 'Ada tanggal, loket, dan jumlah uang.' }
    expect((await verifier.act(weighed.number, 'verify', { grounded })).status).toBe(200)
    const office = service.unit(unit)
    expect((await office.reporter(weighed).follow()).grounded).toMatchObject(grounded)
    const page = await fetch(`${service.url}/t/${unit}/follow`, {
      method: 'POST',
      body: new URLSearchParams({ act: 'open', number: weighed.number, code: weighed.trackingCode }),
    })
    expect(await page.text()).toMatch(/Penilaian pengaduan tanpa identitas[\s\S]*Dinilai beralasan[\s\S]*jumlah uang/)
  })

  it('cannot ask for what the unit never offers', async () => {
    const admin = await service.staff('admin')
    const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
    const categories = settings.categories.map((category, at) => ({
      ...category,
      identityPolicy: at === 0 ? ('required' as const) : null,
    }))
    const response = await fetch(`${service.unit(unit).api}/settings`, {
      method: 'PUT',
      headers: { ...admin.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...settings, identityPolicy: 'open', privacyChoices: ['anonymous'], categories }),
    })
    expect(await problemOf(response)).toMatchObject({ errors: [{ path: 'categories.0.identityPolicy' }] })
  })
})
