import { describe, expect, it } from 'vitest'
import type { PasskeyAnswer } from '../../service/offices/staff/account-office.ts'
import { aColleague, enteredBy, knock } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { anAuthenticator } from '../support/an-authenticator.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const asked = async (): Promise<{ challenge: string; allowCredentials: unknown[]; userVerification: string }> =>
  (await knock(service, '/session/passkey/options', {})).json()
const shown = (passkey: PasskeyAnswer) => knock(service, '/session/passkey', { passkey })

describe('a passkey', () => {
  it('signs its owner in without address or password', async () => {
    const person = await aColleague(service)
    const { device } = await person.addPasskey('Ponsel dinas')
    const options = await asked()
    expect(options).toMatchObject({ userVerification: 'required', allowCredentials: [] })
    const there = await enteredBy(service, shown(device.get(options)))
    expect(there.session.staff.email).toBe(person.email)
    expect((await there.account()).passkeys).toEqual([
      {
        id: expect.any(String),
        name: 'Ponsel dinas',
        addedAt: expect.any(String),
        lastUsedAt: expect.stringMatching(/Z$/),
      },
    ])
  })

  it('answers a challenge once', async () => {
    const { device } = await (await aColleague(service)).addPasskey()
    const answer = device.get(await asked())
    expect((await shown(answer)).status).toBe(200)
    expect(await refusalIn(shown(answer))).toBe('401 session/wrong-passkey')
  })

  it('is refused for a challenge of its own making, for another site, and when nobody knows it', async () => {
    const { device } = await (await aColleague(service)).addPasskey()
    expect(await refusalIn(shown(device.get({ challenge: 'a2FyYW5nYW4' })))).toBe('401 session/wrong-passkey')
    const stranger = anAuthenticator('https://palsu.example')
    expect(await refusalIn(shown(stranger.get(await asked())))).toBe('401 session/wrong-passkey')
  })

  it.each([{}, { passkey: {} }, { passkey: { id: 'x', rawId: 'x', type: 'public-key', response: {} } }])(
    'is not read from %j',
    async (body) => {
      expect(await refusalIn(knock(service, '/session/passkey', body))).toBe('400 request/invalid')
    },
  )

  it('whose answer is nonsense is refused, not a fault', async () => {
    const nonsense = { id: 'x', rawId: 'x', type: 'public-key', response: { clientDataJSON: 'AAAA' } } as const
    expect(await refusalIn(shown(nonsense))).toBe('401 session/wrong-passkey')
    const person = await aColleague(service)
    const adding = person.call('POST', '/account/passkeys', { name: 'Palsu', passkey: nonsense })
    expect(await refusalIn(adding)).toBe('400 passkey/not-accepted')
  })

  it('is removed by its owner and by nobody else', async () => {
    const [owner, other] = [await aColleague(service), await aColleague(service)]
    const { device, passkey } = await owner.addPasskey()
    expect(await refusalIn(other.call('DELETE', `/account/passkeys/${passkey.id}`))).toBe('404 passkey/unknown')
    expect((await owner.call('DELETE', `/account/passkeys/${passkey.id}`)).status).toBe(204)
    expect((await owner.account()).passkeys).toEqual([])
    expect(await refusalIn(shown(device.get(await asked())))).toBe('401 session/wrong-passkey')
  })

  it('is not added twice', async () => {
    const person = await aColleague(service)
    const { device } = await person.addPasskey()
    const options = await (await person.call('POST', '/account/passkeys/options')).json()
    expect(options.excludeCredentials).toHaveLength(1)
    const again = person.call('POST', '/account/passkeys', { name: 'Lagi', passkey: device.create(options) })
    expect(await refusalIn(again)).toBe('409 passkey/taken')
  })

  it('confirms that it is still the person who is signed in', async () => {
    const [owner, other] = [await aColleague(service), await aColleague(service)]
    const { device } = await owner.addPasskey()
    const options = async (person: typeof owner) =>
      (await person.call('POST', '/session/confirmation/passkey-options', {})).json()
    const confirmed = await owner.call('POST', '/session/confirmation', { passkey: device.get(await options(owner)) })
    expect([confirmed.status, await confirmed.json()]).toEqual([200, { confirmedUntil: expect.stringMatching(/Z$/) }])
    const foreign = other.call('POST', '/session/confirmation', { passkey: device.get(await options(other)) })
    expect(await refusalIn(foreign)).toBe('401 session/wrong-passkey')
  })
})
