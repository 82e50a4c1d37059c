import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../service/contract/account.ts'
import type { OperatorLogView } from '../../service/contract/installation.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import type { PasskeyAnswer } from '../../service/offices/staff/account-office.ts'
import { aColleague, enteredBy, knock, password } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aFolderForData, aRunningService, demoPassword } from '../support/a-running-service.ts'
import { anAuthenticator } from '../support/an-authenticator.ts'
import { unitAt } from '../support/an-office.ts'
import { anOperator, operator, withOperator } from '../support/an-operator.ts'
import { wrongCode } from '../support/app-codes.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

describe('somebody with an authenticator app', () => {
  it('is asked for its code after the right password only', async () => {
    const person = await aColleague(service)
    const { code } = await person.addApp()
    expect(await refusalIn(person.knock())).toBe('401 session/totp-needed')
    const guess = { password: 'tebakan', totp: code(1) }
    expect(await refusalIn(person.knock(guess))).toBe('401 session/wrong-credentials')
    expect((await person.knock({ totp: code(1) })).status).toBe(200)
  })

  it('gets in with each code once', async () => {
    const person = await aColleague(service)
    const { secret, code } = await person.addApp()
    expect(await refusalIn(person.knock({ totp: wrongCode(secret) }))).toBe('401 session/wrong-totp')
    expect(await refusalIn(person.knock({ totp: code(0) }))).toBe('401 session/wrong-totp')
    expect((await person.knock({ totp: code(1) })).status).toBe(200)
    const replayed = await person.knock({ totp: code(1) })
    expect(replayed.headers.get('set-cookie')).toBeNull()
    expect(await refusalIn(replayed)).toBe('401 session/wrong-totp')
  })

  it('gets in with a recovery code in the same field, once', async () => {
    const person = await aColleague(service)
    const { recoveryCodes } = await person.addApp()
    expect(recoveryCodes).toHaveLength(10)
    const there = await person.signIn({ totp: recoveryCodes[3] })
    expect(await there.account()).toMatchObject({ recoveryCodesLeft: 9 })
    expect(await refusalIn(person.knock({ totp: recoveryCodes[3] }))).toBe('401 session/wrong-totp')
  })

  it('can have new recovery codes, and then the old ones are void', async () => {
    const person = await aColleague(service)
    const { recoveryCodes: old } = await person.addApp()
    const { recoveryCodes } = await (await person.call('POST', '/account/recovery-codes')).json()
    expect(recoveryCodes).toHaveLength(10)
    expect(await refusalIn(person.knock({ totp: old[0] }))).toBe('401 session/wrong-totp')
    expect((await person.knock({ totp: recoveryCodes[0] })).status).toBe(200)
  })

  it('gets in by the password alone once the app is removed', async () => {
    const person = await aColleague(service)
    await person.addApp()
    expect((await person.call('DELETE', '/account/totp')).status).toBe(204)
    expect(await person.account()).toMatchObject({ totpSince: null, recoveryCodesLeft: 0 })
    expect((await person.knock()).status).toBe(200)
  })
})

describe('setting up an authenticator app', () => {
  it('shows a picture to scan and the same to type, and takes no wrong code', async () => {
    const person = await aColleague(service)
    expect(await refusalIn(person.call('POST', '/account/totp/confirmation', { code: '123456' }))).toBe(
      '409 account/totp-not-begun',
    )
    const offer = (await (await person.call('POST', '/account/totp')).json()) as Record<string, string>
    expect(offer.address).toContain(`secret=${offer.secret}`)
    expect(offer.qr).toMatch(/^<svg /)
    const wrong = { code: wrongCode(offer.secret!) }
    expect(await refusalIn(person.call('POST', '/account/totp/confirmation', wrong))).toBe('401 session/wrong-totp')
    expect((await person.knock()).status).toBe(200)
  })

  it('a second time is refused', async () => {
    const person = await aColleague(service)
    await person.addApp()
    expect(await refusalIn(person.call('POST', '/account/totp'))).toBe('409 account/totp-exists')
  })

  it('and everything else of an account needs a session and its token', async () => {
    const person = await aColleague(service)
    const calls = [
      ['GET', '/account'],
      ['POST', '/account/password'],
      ['POST', '/account/totp'],
      ['POST', '/account/totp/confirmation'],
      ['DELETE', '/account/totp'],
      ['POST', '/account/recovery-codes'],
      ['POST', '/account/passkeys/options'],
      ['POST', '/account/passkeys'],
      ['DELETE', '/account/passkeys/x'],
      ['GET', '/account/push'],
      ['POST', '/account/push'],
      ['DELETE', '/account/push/x'],
      ['DELETE', '/account/sessions'],
      ['DELETE', '/account/sessions/x'],
      ['POST', '/session/confirmation'],
      ['POST', '/session/confirmation/passkey-options'],
    ] as const
    const { Cookie } = person.headers
    for (const [method, path] of calls) {
      const address = `${service.url}/api/v1${path}`
      expect([path, await refusalIn(fetch(address, { method }))]).toEqual([path, '401 session/required'])
      const forged = method === 'GET' ? null : await refusalIn(fetch(address, { method, headers: { Cookie } }))
      if (forged) expect([path, forged]).toEqual([path, '403 session/csrf-wrong'])
    }
    expect((await person.knock({ password })).status).toBe(200)
  })
})

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

const GUESS = 'tebakan-rahasia'
const SAID = ['session/wrong-credentials']

it('failures to sign in are told to the person, stand in the log of their unit, and a flood makes it no longer', async () => {
  const DATA_DIR = await aFolderForData()
  const environment = { DATA_DIR, LIMITS: 'off', ...withOperator }
  const first = await aRunningService(environment)
  const email = 'petugas@bagian-organisasi.demo'
  const enter = async (address: string, password: string) => {
    const answer = await knock(first, '/session', { email: address, password })
    return (await answer.json()) as SessionView & { code?: string }
  }
  const addresses: readonly string[] = [
    ...Array(7).fill(email),
    operator.email,
    ...Array.from({ length: 40 }, (_, n) => `bukan${n}@contoh.example`),
  ]
  const tried: (string | undefined)[] = []
  // More at once from one address would wait too long, and be asked to come again.
  for (let from = 0; from < addresses.length; from += 16)
    for (const said of await Promise.all(addresses.slice(from, from + 16).map((address) => enter(address, GUESS))))
      tried.push(said.code)
  expect([...new Set(tried)]).toEqual(SAID)
  expect((await enter(email, demoPassword)).failures).toMatchObject({ count: 7 })
  const { staff, failures } = await enter(email, demoPassword)
  expect(failures).toBeUndefined()
  await first.stop()

  const again = await aRunningService(environment)
  const logOf = async (unit: string) => {
    const { items }: LogView = await (await (await unitAt(again.url, unit).signIn('kepala')).get('/log')).json()
    return items.filter(({ act }) => act === 'sign-in.failed')
  }
  const lines = await logOf('bagian-organisasi')
  expect(lines).toMatchObject([{ by: 'system', subject: staff.id, detail: '7' }])
  expect(JSON.stringify(lines)).not.toMatch(/127\.0\.0\.1|tebakan|@/)
  expect(await logOf('dinas-contoh')).toEqual([])
  const { call } = await anOperator(again)
  const ofOperators: OperatorLogView = await (await call('GET', '/operator/log?act=sign-in.failed')).json()
  expect(ofOperators.items).toMatchObject([{ by: 'system', detail: '1' }])
})
