import { describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const reporter = (name: string, phone: string) => ({
  ...{ name, address: 'Jalan Misal 9', phone, email: `${name.split(' ')[0]!.toLowerCase()}@contoh.example` },
})
const reason = 'Terlapor mengenal pelapor.'

async function numbersOf(mailbox: string, written: string): Promise<readonly string[]> {
  const answer = await (await service.staff(mailbox)).post('/reporter-look-ups', {
    by: 'phone',
    written,
    reason: 'at_counter',
  })
  expect(answer.status).toBe(200)
  return ((await answer.json()) as { numbers: string[] }).numbers
}

async function keep(number: string, mailbox: string) {
  const staff = await service.staff(mailbox)
  const { revision } = await staff.case(number)
  return staff.post(`/cases/${number}/keep-confidential`, { revision, reason })
}

describe('a named reporter whom staff keep confidential', () => {
  it('is from then on as one who asked for it: name, look-up, and acts', async () => {
    const given = reporter('Sekar Umpamawati', '0812-0000-7711')
    const receipt = await service.unit().file(aFiling({ privacy: 'named', reporter: given }))
    const { number } = receipt
    const verifier = await service.staff('verifikator')
    expect((await verifier.case(number)).identity.masked).not.toBeNull()
    expect(await numbersOf('verifikator', given.phone)).toEqual([number])
    expect((await keep(number, 'petugas')).status).toBe(200)

    const after = await verifier.case(number)
    expect(after).toMatchObject({ privacy: 'confidential', identity: { masked: null } })
    expect(JSON.stringify(after)).not.toMatch(/Sekar|7711/)
    expect(after.acts).not.toContain('keep-confidential')
    expect(await numbersOf('verifikator', given.phone)).toEqual([])
    expect(await numbersOf('kustodian', given.phone)).toEqual([number])
    const list = await (await verifier.get('/cases?limit=50')).text()
    expect(list).not.toMatch(/Sekar|S\*+r/)
    expect(await refusalIn(keep(number, 'verifikator'))).toMatch(/^409/)
    const seen = await (await service.unit().reporter(receipt).get('')).text()
    expect(seen).toContain(reason)
  })

  it('is not read any more in what staff wrote before', async () => {
    const given = reporter('Sekar Umpamawati', '0812-0000-7712')
    const { number } = await service.unit().file(aFiling({ privacy: 'named', reporter: given }))
    const verifier = await service.staff('verifikator')
    const named = { text: 'Bu Sekar Umpamawati menelepon dari 0812-0000-7712.', leakReason: 'Untuk dihubungi lagi.' }
    for (const verb of ['note', 'message']) expect((await verifier.act(number, verb, named)).status).toBe(200)
    const head = await service.staff('kepala')
    expect(JSON.stringify(await head.case(number)).match(/Sekar|7712/g)).not.toBeNull()
    expect((await keep(number, 'petugas')).status).toBe(200)
    for (const reader of [head, verifier]) {
      const read = await reader.case(number)
      expect(JSON.stringify(read)).not.toMatch(/Sekar|7712/)
      expect(read.notes[0]?.text).toContain('menelepon dari')
    }
  })
})

describe('a category that keeps each identity confidential', () => {
  it('says so before filing, keeps who gave their name, and takes a case that is put into it', async () => {
    const admin = await service.staff('admin')
    const settings = (await (await admin.get('/settings')).json()) as TenantSettingsView
    const [first, second] = settings.categories
    const categories = settings.categories.map((one) => (one === first ? { ...one, confidential: true } : one))
    const open = await service
      .unit()
      .file(aFiling({ privacy: 'named', category: second!.code, reporter: reporter('Laras Misal', '0812-0000-7722') }))
    const saved = await fetch(`${service.unit().api}/settings`, {
      method: 'PUT',
      headers: { ...admin.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...settings, categories }),
    })
    expect(saved.status).toBe(200)
    const shown = (await (await fetch(service.unit().api)).json()) as TenantView
    const described = shown.categories.find(({ code }) => code === first!.code)?.description
    expect(described).toContain('selalu dirahasiakan')

    const given = reporter('Menur Umpama', '0812-0000-7733')
    const { number } = await service.unit().file(aFiling({ privacy: 'named', category: first!.code, reporter: given }))
    const verifier = await service.staff('verifikator')
    expect(await verifier.case(number)).toMatchObject({ privacy: 'confidential', identity: { masked: null } })
    expect(await numbersOf('verifikator', given.phone)).toEqual([])
    expect(await numbersOf('kustodian', given.phone)).toEqual([number])

    const { revision } = await verifier.case(open.number)
    const corrected = { revision, category: first!.code, reason: 'Kategori keliru.' }
    expect((await verifier.post(`/cases/${open.number}/correct`, corrected)).status).toBe(200)
    expect(await verifier.case(open.number)).toMatchObject({ privacy: 'confidential', identity: { masked: null } })
    expect(await numbersOf('verifikator', '0812-0000-7722')).toEqual([])
  })
})
