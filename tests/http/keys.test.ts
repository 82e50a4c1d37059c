import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { KeyListView } from '../../service/contract/installation.ts'
import type { UnitTrustView, WidgetSightingsView } from '../../service/contract/unit.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService(withOperator)

async function asOperator() {
  const { headers } = await anOperator(service)
  const call = (path: string, method = 'GET') =>
    fetch(`${service.url}/api/v1/operator/keys${path}`, { method, headers })
  return {
    rotate: (unit: string) => call(`/units/${unit}/rotation`, 'POST'),
    rotateMaster: () => call('/master/rotation', 'POST'),
    keys: async () => (await (await call('')).json()) as KeyListView,
  }
}

describe('the operator', () => {
  it('sees the age of every unit’s key, of the accounts’, and of the master key', async () => {
    const { units, master } = await (await asOperator()).keys()
    expect(units.map(({ tenant }) => tenant)).toEqual(['bagian-organisasi', 'dinas-contoh', '-platform'])
    expect(units[0]).toMatchObject({ name: expect.stringContaining('Organisasi'), rotation: null })
    expect(Date.now() - Date.parse(units[0]!.madeAt)).toBeLessThan(300_000)
    expect(master).toEqual({ kept: 'file', behind: 0, canRotate: true })
  })

  it('changes a unit’s key while people file, and everything opens afterwards', async () => {
    const { keys, rotate } = await asOperator()
    const office = service.unit()
    const receipts = await Promise.all(Array.from({ length: 60 }, () => office.file()))
    const begun = await rotate('bagian-organisasi')
    expect(await begun.json()).toMatchObject({
      tenant: 'bagian-organisasi',
      rotation: { remaining: expect.any(Number) },
    })
    expect(await problemOf(await rotate('bagian-organisasi'))).toMatchObject({ code: 'keys/rotation-under-way' })

    const progress = async () => (await keys()).units[0]!.rotation
    await expect
      .poll(
        async () => {
          receipts.push(await office.file())
          return (await progress())?.remaining
        },
        { timeout: 60_000 },
      )
      .toBe(0)
    expect((await progress())!.records).toBeGreaterThanOrEqual(receipts.length)
    for (const receipt of receipts) {
      expect(await office.reporter(receipt).follow()).toMatchObject({ number: receipt.number })
    }
    expect((await keys()).units[1]).toMatchObject({ tenant: 'dinas-contoh', rotation: null })
  })

  it('changes the master key in its file while the service runs', async () => {
    const { rotateMaster, rotate } = await asOperator()
    expect(await (await rotateMaster()).json()).toEqual({ kept: 'file', behind: 0, canRotate: true })
    expect((await rotate('-platform')).status).toBe(200)
    expect((await service.unit('dinas-contoh').file()).number).toMatch(/^DC-|^[A-Z]+-/)
  })

  it('finds no key of a unit that is not there', async () => {
    expect(await refusalIn((await asOperator()).rotate('tidak-ada'))).toBe('404 tenant/unknown')
  })
})

const trust = async () => (await (await fetch(`${service.unit().api}/trust`)).json()) as UnitTrustView

async function vouch(word: object | null): Promise<Response> {
  const { call } = await anOperator(service)
  return call('PUT', '/operator/tenants/bagian-organisasi/vouching', { word })
}

async function change(settings: object): Promise<void> {
  const admin = await service.staff('admin')
  const now = (await (await admin.get('/settings')).json()) as object
  const saved = await fetch(`${service.unit().api}/settings`, {
    method: 'PUT',
    headers: { ...admin.headers, 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...now, ...settings }),
  })
  expect(saved.status).toBe(200)
}

const word = { by: 'Dinas Contoh', basis: 'Surat kepala kantor' }

describe('whether it is really the office', () => {
  it('is said by nobody until the operator does, and only for the name that was checked', async () => {
    expect((await trust()).vouchedFor).toBeNull()
    expect((await vouch(word)).status).toBe(200)
    const { name, vouchedFor } = await trust()
    expect(vouchedFor).toMatchObject(word)
    await change({ name: 'Kantor Lain' })
    expect((await trust()).vouchedFor).toBeNull()
    await change({ name })
    expect((await trust()).vouchedFor).toMatchObject(word)
    await vouch(null)
    expect((await trust()).vouchedFor).toBeNull()
  })

  it('is not said by the office itself', async () => {
    const { headers } = await service.staff('admin')
    const said = fetch(`${service.url}/api/v1/operator/tenants/bagian-organisasi/vouching`, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ word }),
    })
    expect(await refusalIn(said)).toMatch(/^40[34]/)
  })

  it('can be compared: the digits follow from the key that anybody can read, and stand on the page without scripts', async () => {
    const { keys } = (await (await fetch(`${service.url}/.well-known/jwks.json`)).json()) as {
      keys: { kid: string; crv: string; kty: string; x: string }[]
    }
    const { crv, kty, x } = keys.find(({ kid }) => kid.startsWith('bagian-organisasi-'))!
    const hash = createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest()
    const digits = [0, 1, 2, 3, 4, 5].map((at) => String(hash.readUIntBE(at * 5, 5) % 100_000).padStart(5, '0'))
    const { fingerprint, page } = await trust()
    expect(fingerprint).toEqual(digits)
    expect(await (await fetch(page)).text()).toContain(digits.join(' '))
  })
})

describe('what went wrong with the form', () => {
  const tell = (trouble: string, origin: string) =>
    fetch(`${service.unit().api}/widget-troubles?widget=1.1.0&trouble=${trouble}`, {
      method: 'POST',
      headers: { Origin: origin },
    })

  it('is counted by a word of a closed list, for sites that the unit has named', async () => {
    await change({ origins: ['https://dinas.example'] })
    expect((await tell('timeout', 'https://dinas.example')).status).toBe(204)
    expect(await refusalIn(tell('nama-pelapor', 'https://dinas.example'))).toBe('400 request/invalid')
    expect(await refusalIn(tell('timeout', 'https://penipu.example'))).toBe('403 origin/not-allowed')
    const admin = await service.staff('admin')
    const { items } = (await (await admin.get('/embed/sightings')).json()) as WidgetSightingsView
    expect(items).toMatchObject([{ origin: 'https://dinas.example', troubles: [{ trouble: 'timeout', count: 1 }] }])
  })
})
