import { describe, expect, it } from 'vitest'
import type { KeyListView } from '../../service/contract/installation.ts'
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
