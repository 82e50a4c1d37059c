import { describe, expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import { aColleague } from '../support/a-colleague.ts'
import { anInvitingUnit } from '../support/an-inviting-unit.ts'
import { operationsOf, toldBy } from '../support/isolation-walk.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const here = 'bagian-organisasi'
const unit = anInvitingUnit(service, here)
const path = (rest: string) => `/tenants/${here}${rest}`

async function anOfficer(name: string, roles: readonly string[] = ['verifier', 'case_handler']) {
  const officer = await aColleague(service, roles, undefined, { reportsTo: null, name })
  return {
    ...officer,
    id: officer.session.staff.id,
    sees: async (number: string) => (await officer.call('GET', path(`/cases/${number}`))).status,
  }
}

/** The verifier decides; an empty list means that none of them is meant. */
async function decide(number: string, staff: readonly string[]) {
  const verifier = await service.staff('verifikator')
  const { revision } = await verifier.case(number)
  const answer = await verifier.post(`/cases/${number}/guard`, { revision, staff, because: 'Sudah ditanyakan.' })
  expect(answer.status).toBe(200)
}

describe('somebody who may be meant', () => {
  it('finds the case nowhere that can be read, as if its number did not exist', async () => {
    const officer = await anOfficer('Rengganis Wirasti')
    const before = (await (await officer.call('GET', path('/cases'))).json()) as CaseRegister
    const { number } = await service.unit().file({ reportedPerson: 'bu rengganis', subject: 'Pungutan Ranggalawe' })
    const readings = (await operationsOf(service.url)).filter(
      ({ name, scheme }) => scheme === 'session' && name.startsWith('GET ') && name.includes('/tenants/{tenant}'),
    )
    const ask = async (name: string, one: string) => {
      const to = name.replace('GET ', '').replace('{tenant}', here).replace('{number}', one)
      return officer.call('GET', to.replace(/\{\w+\}/g, 'x'))
    }
    const onCase = readings.filter(({ name }) => name.includes('{number}'))
    expect(onCase.length).toBeGreaterThan(8)
    for (const { name } of onCase) {
      const unknown = number.replace(/\d{6}$/, '999999')
      expect([name, await toldBy(ask(name, number))]).toEqual([name, await toldBy(ask(name, unknown))])
    }
    for (const { name } of readings.filter((one) => !one.name.includes('{') || /\{tenant\}[^{]*$/.test(one.name))) {
      const answer = await ask(name, number)
      if (answer.headers.get('content-type')?.includes('event-stream')) await answer.body?.cancel()
      else {
        const read = await answer.text()
        expect([name, read.includes(number), read.includes('Ranggalawe')]).toEqual([name, false, false])
      }
    }
    const search = async (query: string) => (await officer.call('GET', path(`/cases?q=${query}`))).json()
    expect(((await search('ranggalawe')) as CaseRegister).items).toEqual([])
    const after = (await (await officer.call('GET', path('/cases'))).json()) as CaseRegister
    expect(after.total).toEqual(before.total)
  })

  it('is decided by a verifier who is none of them, and nobody else changes hands', async () => {
    const [one, other] = [await anOfficer('Larasati Kusumadewi'), await anOfficer('Larasati Wiranegara')]
    const { number } = await service.unit().file({ reportedPerson: 'Mbak Larasati' })
    expect([await one.sees(number), await other.sees(number)]).toEqual([404, 404])
    await decide(number, [one.id])
    expect([await one.sees(number), await other.sees(number)]).toEqual([404, 200])
  })

  it('is asked about again where the reporter names them later', async () => {
    const officer = await anOfficer('Danurwenda Prakoso')
    const receipt = await service.unit().file({ reportedPerson: 'petugas di pintu' })
    expect(await officer.sees(receipt.number)).toBe(200)
    await service.unit().reporter(receipt).post('/messages', { text: 'Ternyata namanya Pak Danurwenda.' })
    expect(await officer.sees(receipt.number)).toBe(404)
    await decide(receipt.number, [])
    expect(await officer.sees(receipt.number)).toBe(200)
  })

  it('was not there yet, or had another name, when the complaint came', async () => {
    const { number } = await service.unit().file({ reportedPerson: 'Bu Sekartaji' })
    const old = await anOfficer('Orang Lain Sekali')
    expect(await old.sees(number)).toBe(200)
    const place = { position: 'Petugas', roles: ['verifier'], name: 'Sekartaji Lain' }
    expect((await unit.call('PATCH', `/staff/${old.id}`, place)).status).toBe(200)
    expect(await old.sees(number)).toBe(404)
    const joined = await anOfficer('Sekartaji Baru')
    expect(await joined.sees(number)).toBe(404)
    await decide(number, [])
    expect([await old.sees(number), await joined.sees(number)]).toEqual([200, 200])
  })
})
