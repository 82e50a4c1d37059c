import { describe, expect, it } from 'vitest'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { anonymousFiling } from '../support/an-office.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
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
