import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { describe, expect, it } from 'vitest'
import { aColleague, enteredBy, knock, password } from '../support/a-colleague.ts'
import { aLine, flood } from '../support/a-line.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService({ LIMITS: 'on', TRUST_PROXY: 'on' })

const from = (address: string) => ({ 'X-Forwarded-For': address })
const knockFrom = (address: string, body: object) => knock(service, '/session', body, from(address))

async function solved(response: Response): Promise<string> {
  const { challenge } = await problemOf(response)
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

async function guessFrom(address: string, email: string, times: number): Promise<string[]> {
  const said: string[] = []
  for (let time = 0; time < times; time++) {
    said.push(await refusalIn(knockFrom(address, { email, password: 'tebakan' })))
  }
  return said
}

describe('who guesses passwords', () => {
  it('is stopped for that account at their address, and the person at another address is not', async () => {
    const { email } = await aColleague(service)
    const said = await guessFrom('192.0.2.1', email, 11)
    expect(new Set(said.slice(0, 10))).toEqual(new Set(['401 session/wrong-credentials']))
    expect(said[10]).toBe('429 limit/too-many')
    expect(await refusalIn(knockFrom('192.0.2.1', { email, password }))).toBe('429 limit/too-many')
    expect((await knockFrom('192.0.2.2', { email, password })).status).toBe(200)
  })

  it('is not stopped for another account at the same address, as colleagues share one', async () => {
    const [victim, colleague] = [await aColleague(service), await aColleague(service)]
    await guessFrom('192.0.2.3', victim.email, 10)
    expect((await knockFrom('192.0.2.3', { email: colleague.email, password })).status).toBe(200)
  })

  it('many at once gets no more guesses', async () => {
    const { email } = await aColleague(service)
    const guesses = Array.from({ length: 30 }, () => refusalIn(knockFrom('192.0.2.4', { email, password: 'tebakan' })))
    const judged = (await Promise.all(guesses)).filter((answer) => answer === '401 session/wrong-credentials')
    expect(judged).toHaveLength(10)
  })

  it('from many addresses makes the door cost work, for the person too, and never locks it', async () => {
    const person = await aColleague(service)
    const { email } = person
    const { device } = await person.addPasskey()
    for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) await guessFrom(address, email, 8)

    const busy = await knockFrom('203.0.113.1', { email, password })
    expect(busy.status).toBe(428)
    const { code, challenge } = await problemOf(busy)
    expect(code).toBe('limit/proof-needed')
    expect(await refusalIn(knockFrom('203.0.113.1', { email, password, proof: 'karangan' }))).toBe(
      '400 limit/proof-wrong',
    )
    expect(challenge).toBeTruthy()
    const proof = await solved(await knockFrom('203.0.113.1', { email, password }))
    expect((await knockFrom('203.0.113.1', { email, password, proof })).status).toBe(200)

    // A session and a passkey go on as if nothing had happened.
    expect((await person.call('GET', '/session')).status).toBe(200)
    expect((await person.call('POST', '/session/confirmation', { password })).status).toBe(200)
    const options = await (await knock(service, '/session/passkey/options', {}, from('198.51.100.1'))).json()
    const shown = knock(service, '/session/passkey', { passkey: device.get(options) }, from('198.51.100.1'))
    await enteredBy(service, shown)
  })

  it('for an account that does not exist sees the same', async () => {
    const email = 'tidak.ada@contoh.example'
    expect((await guessFrom('192.0.2.9', email, 11)).at(-1)).toBe('429 limit/too-many')
    await guessFrom('192.0.2.10', email, 10)
    expect(await refusalIn(knockFrom('192.0.2.11', { email, password }))).toBe('428 limit/proof-needed')
  })
})

it('who signs in rightly again and again is not stopped', async () => {
  const { email } = await aColleague(service)
  for (let time = 0; time < 15; time++) {
    expect((await knockFrom('192.0.2.20', { email, password })).status).toBe(200)
  }
})

it('who holds somebody’s session guesses their password ten times at most, and locks nobody out', async () => {
  const person = await aColleague(service)
  const stolen = await person.signIn()
  const said: string[] = []
  for (let time = 0; time < 11; time++) {
    said.push(await refusalIn(stolen.call('POST', '/session/confirmation', { password: 'tebakan' })))
  }
  expect(said.at(9)).toBe('401 session/wrong-password')
  expect(said.at(10)).toBe('429 limit/session-busy')
  expect(
    await refusalIn(stolen.call('POST', '/account/password', { present: password, next: 'sandi-lain-sekali' })),
  ).toBe('429 limit/session-busy')
  expect((await person.call('POST', '/session/confirmation', { password })).status).toBe(200)
})

describe('an office behind one address', () => {
  it('is not locked out by wrong passwords of nobody: whoever signs in works for it first, and who is in goes on', async () => {
    const person = await aColleague(service)
    const { email } = person
    for (let account = 0; account < 8; account++) {
      await guessFrom('192.0.2.30', `tidak.ada${account}@contoh.example`, 6)
    }
    const busy = await knockFrom('192.0.2.30', { email, password })
    expect(busy.status).toBe(428)
    const proof = await solved(busy)
    expect((await knockFrom('192.0.2.30', { email, password, proof })).status).toBe(200)
    expect((await person.call('POST', '/session/confirmation', { password })).status).toBe(200)
    expect((await knockFrom('192.0.2.31', { email, password })).status).toBe(200)
  })

  it('takes work only at the door and for the account that it was asked for', async () => {
    const { email } = await aColleague(service)
    for (let account = 0; account < 8; account++) {
      await guessFrom('192.0.2.40', `bukan.siapa${account}@contoh.example`, 6)
    }
    const line = aLine(service, '192.0.2.40')
    await flood(61, () => line.file())
    const ofFiling = await solved(await line.file())
    expect(await refusalIn(knockFrom('192.0.2.40', { email, password, proof: ofFiling }))).toBe('400 limit/proof-wrong')
    const other = await solved(await knockFrom('192.0.2.40', { email: 'lain@contoh.example', password: 'tebakan' }))
    expect(await refusalIn(knockFrom('192.0.2.40', { email, password, proof: other }))).toBe('400 limit/proof-wrong')
    const elsewhere = aLine(service, '192.0.2.40', 'dinas-contoh')
    expect(await refusalIn(elsewhere.file({ proof: ofFiling }))).toBe('400 limit/proof-wrong')
    expect((await line.file({ proof: ofFiling })).status).toBe(201)
  })
})
