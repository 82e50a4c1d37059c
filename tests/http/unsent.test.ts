import { describe, expect, it } from 'vitest'
import type { UnsentList } from '../../service/contract/unsent.ts'
import { anIncident } from '../support/isolation-rows.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const here = 'bagian-organisasi'

type Person = Awaited<ReturnType<typeof service.staff>>

const ask = ({ headers }: Person, method: string, path: string, body?: object, sends?: string) =>
  fetch(`${service.url}/api/v1/tenants/${here}${path}`, {
    method,
    headers: { ...headers, 'content-type': 'application/json', ...(sends && { 'X-Sends-Unsent': sends }) },
    ...(body && { body: JSON.stringify(body) }),
  })

const keep = (who: Person, path: string, text = 'Belum selesai.') =>
  ask(who, 'PUT', path, { version: 0, fields: [{ name: 'what', value: text }] })

const kept = async (who: Person, path: string) => ((await (await ask(who, 'GET', path)).json()) as UnsentList).items

describe('words that an act sends', () => {
  const path = '/desk-unsent/incident-new'

  it('are dropped by it, and stay where it is refused', async () => {
    const head = await service.staff('kepala')
    await keep(head, path)
    const refused = await ask(head, 'POST', '/incidents', { ...anIncident, what: '' }, '-/incident-new')
    expect(refused.status).toBe(400)
    expect(await kept(head, path)).toHaveLength(1)
    const done = await ask(head, 'POST', '/incidents', anIncident, '-/incident-new')
    expect(done.status).toBe(201)
    expect(await kept(head, path)).toEqual([])
  })

  it('are one’s own, and a name that is none drops nothing', async () => {
    const [head, verifier] = [await service.staff('kepala'), await service.staff('verifikator')]
    const { number } = await service.unit().file()
    const onCase = `/cases/${number}/unsent`
    for (const one of [head, verifier]) await one.case(number)
    await keep(verifier, `${onCase}/hold`)
    await keep(head, `${onCase}/hold`)
    const note = async (sends: string) => {
      const { revision } = await head.case(number)
      return ask(head, 'POST', `/cases/${number}/note`, { revision, text: 'Catatan.' }, sends)
    }
    for (const wrong of ['hold', `${number}/`, `${number}/hold/../x`, '-/hold']) {
      expect((await note(wrong)).status).toBe(200)
    }
    expect(await kept(head, onCase)).toHaveLength(1)
    expect((await note(`${number}/hold`)).status).toBe(200)
    expect(await kept(head, onCase)).toEqual([])
    expect(await kept(verifier, onCase)).toHaveLength(1)
  })

  it('of ten thousand characters are kept whole', async () => {
    const head = await service.staff('kepala')
    const long = 'Tidak ada kuitansi. '.repeat(500)
    expect((await keep(head, '/desk-unsent/evaluation-2025-1', long)).status).toBe(200)
    expect(await kept(head, '/desk-unsent/evaluation-2025-1')).toMatchObject([{ fields: [{ value: long }] }])
  })
})
