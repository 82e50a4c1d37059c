import { describe, expect, it } from 'vitest'
import { aLine, flood } from '../support/a-line.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService({ LIMITS: 'on', TRUST_PROXY: 'on', ...withOperator })

/** Many addresses, each below its own limit, until the unit is busy. */
async function crowd(unit: string, addresses: number, each: number) {
  for (let one = 0; one < addresses; one++) {
    const line = aLine(service, undefined, unit)
    await flood(each, () => line.file())
  }
}

describe('a unit that twenty addresses press, each below its own limit', () => {
  it('takes the first complaints of every other address without work, at both doors, and asks of the next ones', async () => {
    await crowd('dinas-contoh', 20, 40)
    const honest = aLine(service, undefined, 'dinas-contoh')
    for (let one = 0; one < 5; one++) expect((await honest.file()).status).toBe(201)
    expect(await refusalIn(honest.file())).toBe('428 limit/proof-needed')

    const withoutScripts = aLine(service, undefined, 'dinas-contoh')
    for (let one = 0; one < 5; one++) expect((await withoutScripts.plainForm()).status).toBe(201)
    const refused = await withoutScripts.plainForm()
    expect(refused.status).toBe(429)
    expect(await refused.text()).toContain('Unit ini sedang menerima sangat banyak pengaduan')
    const english = await withoutScripts.plainForm('lagi', undefined, 'en')
    expect(await english.text()).toContain('This unit is receiving very many complaints')
    // The pressure is that unit's: another one takes more from the same address.
    const elsewhere = aLine(service, withoutScripts.address)
    for (let one = 0; one < 8; one++) expect((await elsewhere.plainForm()).status).toBe(201)
  })

  it('keeps a part of its quota for those who file few, so that one address cannot use it up for all', async () => {
    const { headers } = await anOperator(service)
    const quotas = { filingsPerHour: 80, filingsPerDay: 1_000, evidenceGigabytes: 1, members: 100 }
    const limited = await fetch(`${service.url}/api/v1/operator/tenants/bagian-organisasi/quotas`, {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(quotas),
    })
    expect(limited.status).toBe(200)
    for (const flooding of [aLine(service), aLine(service)]) await flood(50, () => flooding.file())
    const flooding = aLine(service)
    await flood(6, () => flooding.file())
    const { code } = await problemOf(await flooding.file())
    expect(code).toBe('quota/filings')
    const honest = aLine(service)
    expect((await honest.file()).status).toBe(201)
    expect((await aLine(service).plainForm()).status).toBe(201)
  })
})
