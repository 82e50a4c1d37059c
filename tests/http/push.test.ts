import { describe, expect, it } from 'vitest'
import type { PushView } from '../../service/contract/account.ts'
import { aColleague, password } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
type Person = Pick<Awaited<ReturnType<typeof aColleague>>, 'call'>

const give = (person: Person, endpoint: string) => person.call('POST', '/account/push', { endpoint })
const pushOf = async (person: Person): Promise<PushView> => (await person.call('GET', '/account/push')).json()
const devicesOf = async (person: Person) => (await pushOf(person)).devices
const phone = 'https://push.invalid/phone'

describe('a browser that is woken', () => {
  it('is switched on by its person, listed without its address, and switched off again', async () => {
    const [person, other] = await Promise.all([aColleague(service), aColleague(service)])
    expect(await pushOf(person)).toEqual({ key: expect.stringMatching(/^B[\w-]{86}$/), devices: [] })
    const added = (await (await give(person, phone)).json()) as PushView
    expect(added.devices).toEqual([{ id: expect.any(String), device: null, addedAt: expect.any(String) }])
    expect(JSON.stringify(added)).not.toContain('push.invalid')
    await give(person, phone)
    const [device, ...more] = await devicesOf(person)
    expect(more).toEqual([])

    expect(await devicesOf(other)).toEqual([])
    expect(await refusalIn(other.call('DELETE', `/account/push/${device!.id}`))).toBe('404 push/unknown')
    expect((await person.call('DELETE', `/account/push/${device!.id}`)).status).toBe(204)
    expect(await devicesOf(person)).toEqual([])
  })

  it('is one of five at most', async () => {
    const person = await aColleague(service)
    for (let at = 0; at < 5; at++) expect((await give(person, `${phone}${at}`)).status).toBe(200)
    expect(await refusalIn(give(person, phone))).toBe('409 push/too-many')
    expect((await give(person, `${phone}0`)).status).toBe(200)
    expect(await devicesOf(person)).toHaveLength(5)
  })

  it.each(['http://push.invalid/x', 'file:///etc/passwd', 'push', `https://push.invalid/${'x'.repeat(1_000)}`])(
    'has no such address as %s',
    async (endpoint) => {
      expect(await refusalIn(give(await aColleague(service), endpoint))).toBe('400 request/invalid')
    },
  )

  it('is forgotten when all sessions end, and when the password changes', async () => {
    const person = await aColleague(service)
    await give(person, phone)
    expect((await person.call('DELETE', '/account/sessions')).status).toBe(204)
    expect(await devicesOf(person)).toEqual([])
    await give(person, phone)
    const changed = person.call('POST', '/account/password', { present: password, next: 'kalimat lain yang panjang' })
    expect((await changed).status).toBe(204)
    expect(await devicesOf(person)).toEqual([])
  })
})
