import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AccountView, SessionView } from '../../service/contract/account.ts'
import { aBrowserOfPages } from '../support/a-browser-of-pages.ts'
import { aColleague } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { unitAt } from '../support/an-office.ts'
import { appCode } from '../support/app-codes.ts'
import { oneService } from '../support/one-service.ts'

async function listening(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const people: Record<string, { readonly email: string; readonly email_verified: boolean }> = {
  citra: { email: 'petugas@bagian-organisasi.demo', email_verified: true },
  palsu: { email: 'petugas@bagian-organisasi.demo', email_verified: true },
  lengah: { email: 'verifikator@bagian-organisasi.demo', email_verified: false },
  asing: { email: 'siapa@contoh.example', email_verified: true },
  pengelola: { email: 'operator@aduan.local', email_verified: true },
}
const client = { OIDC_CLIENT_ID: 'aduan', OIDC_CLIENT_SECRET: 'rahasia-klien-contoh' } as const

/** The service knows its own address only once it listens, and the provider must know it before. */
let real: RequestListener = () => {}
const issuer = await listening((request, response) => real(request, response))

describe('at a real OpenID Connect provider', () => {
  const service = oneService({ ...client, OIDC_ISSUER: issuer, OIDC_NAME: 'SSO Pemkab' })
  const home = () => service.url.replace('127.0.0.1', 'localhost')

  beforeAll(() => {
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: client.OIDC_CLIENT_ID,
          client_secret: client.OIDC_CLIENT_SECRET,
          redirect_uris: [`${home()}/sign-in/callback`],
          post_logout_redirect_uris: [`${home()}/admin/`],
        },
      ],
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    })
    real = provider.callback()
  })

  const isBack = (url: URL) => url.pathname === '/sign-in/callback'

  /** Signs in at the provider as one of its people, up to the address that leads back. */
  async function atProvider(browser: ReturnType<typeof aBrowserOfPages>, person: string): Promise<URL> {
    let { url } = await browser.follow(`${home()}/sign-in/start`)
    for (const form of [{ prompt: 'login', login: person, password: 'x' }, { prompt: 'consent' }]) {
      if (isBack(url)) break
      ;({ url } = await browser.follow(url.href, isBack, form))
    }
    expect(isBack(url), url.href).toBe(true)
    return url
  }
  const enter = async (person: string) => {
    const browser = aBrowserOfPages()
    const answer = await atProvider(browser, person)
    const { url } = await browser.follow(answer.href)
    return { browser, answer, url }
  }
  const sessionOf = async (browser: ReturnType<typeof aBrowserOfPages>): Promise<SessionView> =>
    (await browser.visit(`${home()}/api/v1/session`)).response.json()

  it('somebody whom an admin invited signs in, and again by their subject alone', async () => {
    const ways = await (await fetch(`${service.url}/api/v1/session/ways`)).json()
    expect(ways).toEqual({ provider: 'SSO Pemkab' })
    for (const _ of ['first', 'again']) {
      const { browser, url } = await enter('citra')
      expect(url.href).toBe(`${home()}/admin/`)
      const session = await sessionOf(browser)
      expect(session).toMatchObject({ staff: { email: people.citra!.email }, byProvider: true })
      const out = await browser.visit(`${home()}/sign-in/out`)
      expect(out.response.headers.get('location')).toMatch(new RegExp(`^${issuer}/session/end\\?.*client_id=aduan`))
    }
    const password = await unitAt(service.url).signIn('petugas')
    expect(password.session.byProvider).toBeUndefined()
  })

  it.each([
    ['somebody else who comes with an address that is linked already', 'palsu'],
    ['an address that the provider did not verify', 'lengah'],
    ['somebody whom nobody invited', 'asing'],
    ['who runs the service', 'pengelola'],
  ])('%s is not let in', async (_, person) => {
    const { browser, url } = await enter(person)
    expect(url.search).toBe('?refused=session%2Fnot-linked')
    expect((await browser.visit(`${home()}/api/v1/session`)).response.status).toBe(401)
  })

  it('the owner of a mailbox takes the account over from somebody who set it up by a link that was no mail', async () => {
    const other = await aColleague(service, ['unit_head'])
    await other.addApp()
    await other.addPasskey()
    people.pemilik = { email: other.email, email_verified: true }
    const { browser, url } = await enter('pemilik')
    expect(url.href).toBe(`${home()}/admin/`)
    const session = await sessionOf(browser)
    expect(session).toMatchObject({ staff: { id: other.session.staff.id, email: other.email }, secondFactor: null })
    expect(session.tenants.map(({ tenant }) => tenant)).toEqual(['bagian-organisasi'])
    expect((await browser.visit(`${home()}/api/v1/tenants/bagian-organisasi/cases`)).response.status).toBe(200)
    const account = (await (await browser.visit(`${home()}/api/v1/account`)).response.json()) as AccountView
    expect(account).toMatchObject({ totpSince: null, passkeys: [] })
    expect((await other.call('GET', '/account')).status).toBe(401)
    expect(await refusalIn(other.knock())).toBe('401 session/wrong-credentials')
  })

  it('an answer is good once, and only in the browser that asked', async () => {
    const { browser, answer } = await enter('citra')
    const refused = async (one: ReturnType<typeof aBrowserOfPages>, address: string) =>
      (await one.follow(address)).url.search
    expect(await refused(browser, answer.href)).toBe('?refused=session%2Fprovider-refused')
    const other = aBrowserOfPages()
    const fresh = await atProvider(aBrowserOfPages(), 'citra')
    await other.visit(`${home()}/sign-in/start`)
    expect(await refused(other, fresh.href)).toBe('?refused=session%2Fprovider-refused')
    expect(await refused(aBrowserOfPages(), fresh.href)).toBe('?refused=session%2Fprovider-refused')
  })
})

/** A provider that answers whatever a test has it answer. */
let lying: (...asked: Parameters<RequestListener>) => Promise<void> = async () => {}
const address = await listening((request, response) => void lying(request, response))
const keys = await generateKeyPair('RS256')

describe('a provider that lies', () => {
  let lie: () => Promise<string>
  let nonce = ''
  const service = oneService({ ...client, OIDC_ISSUER: address })
  const home = () => service.url.replace('127.0.0.1', 'localhost')
  const claims = (more: object = {}) => ({
    iss: address,
    aud: 'aduan',
    sub: 'citra',
    nonce,
    email: 'petugas@bagian-organisasi.demo',
    email_verified: true,
    iat: Math.floor(Date.now() / 1_000),
    exp: Math.floor(Date.now() / 1_000) + 300,
    ...more,
  })
  const signed = (more: object = {}, by = keys.privateKey) =>
    new SignJWT(claims(more)).setProtectedHeader({ alg: 'RS256', kid: 'satu' }).sign(by)

  beforeAll(async () => {
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'satu', alg: 'RS256', use: 'sig' }
    lying = async (request, response) => {
      const path = new URL(request.url ?? '', address).pathname
      const body = {
        '/.well-known/openid-configuration': {
          issuer: address,
          authorization_endpoint: `${address}/auth`,
          token_endpoint: `${address}/token`,
          jwks_uri: `${address}/jwks`,
          id_token_signing_alg_values_supported: ['RS256'],
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
        },
        '/jwks': { keys: [jwk] },
        ...(path === '/token' && {
          '/token': { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: await lie() },
        }),
      }[path]
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}))
    }
  })
  beforeEach(() => {
    lie = () => signed()
  })

  /** What the door says after an answer with this in its address. */
  const answered = async (more: Readonly<Record<string, string>> = {}) => (await comesBack(more)).said

  async function comesBack(more: Readonly<Record<string, string>> = {}) {
    const browser = aBrowserOfPages()
    const asked = await browser.follow(`${home()}/sign-in/start`, (url) => url.origin === address)
    nonce = asked.url.searchParams.get('nonce') ?? ''
    const query = new URLSearchParams({ code: 'x', state: asked.url.searchParams.get('state') ?? '', ...more })
    const { url } = await browser.follow(`${home()}/sign-in/callback?${query}`)
    return { browser, said: url.search || url.pathname }
  }
  const refused = '?refused=session%2Fprovider-refused'

  it('is believed only while it does not: what it sends then lets somebody in', async () => {
    expect(await answered()).toBe('/admin/')
    expect(await answered({ iss: address })).toBe('/admin/')
  })

  describe('and proves one factor, to an account that has a second one here,', () => {
    const unit = '/api/v1/tenants/bagian-organisasi/cases'
    const email = 'kepala@bagian-organisasi.demo'
    let code = (_: number): string => ''

    beforeAll(async () => {
      const { headers, session } = await unitAt(service.url).signIn('kepala')
      expect(session.staff.email).toBe(email)
      const post = async (path: string, body?: object) =>
        (
          await fetch(`${service.url}/api/v1/account/${path}`, {
            method: 'POST',
            headers: { ...headers, 'Content-Type': 'application/json' },
            ...(body && { body: JSON.stringify(body) }),
          })
        ).json()
      const { secret } = (await post('totp')) as { secret: string }
      const at = Date.now()
      code = (steps) => appCode(secret, steps, at)
      await post('totp/confirmation', { code: code(0) })
    })

    const comeAs = async (proven: object) => {
      lie = () => signed({ sub: 'kepala', email, ...proven })
      const { browser, said } = await comesBack()
      expect(said).toBe('/admin/')
      const read = async (path: string) => (await browser.visit(home() + path)).response
      return { browser, read, session: (await (await read('/api/v1/session')).json()) as SessionView }
    }

    it('opens nothing until that is shown', async () => {
      const { browser, read, session } = await comeAs({ amr: ['pwd'], acr: '1' })
      expect(session).toMatchObject({ secondFactor: 'show', tenants: [] })
      for (const path of [unit, '/api/v1/account'])
        expect(await refusalIn(read(path))).toBe('403 session/second-factor-needed')

      const shown = await fetch(`${service.url}/api/v1/session/confirmation`, {
        method: 'POST',
        headers: {
          Cookie: `aduan_session=${browser.cookie(new URL(home()).host, 'aduan_session')}`,
          'X-CSRF-Token': session.csrf,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ totp: code(1) }),
      })
      expect(shown.status).toBe(200)
      expect((await read(unit)).status).toBe(200)
    })

    it.each([
      ['its way of authentication', { amr: ['pwd', 'otp'] }],
      ['its class', { acr: 'phr' }],
    ])('is let in where the provider proves more by %s', async (_, proven) => {
      const { read, session } = await comeAs(proven)
      expect(session.secondFactor).toBeNull()
      expect((await read(unit)).status).toBe(200)
    })
  })

  it.each([
    ['another nonce', () => signed({ nonce: 'lain' })],
    ['no nonce', () => signed({ nonce: undefined })],
    ['another audience', () => signed({ aud: 'aplikasi-lain' })],
    ['another issuer', () => signed({ iss: 'https://lain.example' })],
    ['a time that is over', () => signed({ exp: 1_000 })],
    ['a key of its own', async () => signed({}, (await generateKeyPair('RS256')).privateKey)],
    ['no signature', async () => new UnsecuredJWT(claims()).encode()],
    ['no token at all', async () => 'x'],
  ])('with %s is refused', async (_, told) => {
    lie = told
    expect(await answered()).toBe(refused)
  })

  it('with another issuer in the address, another state, or an error is refused', async () => {
    expect(await answered({ iss: 'https://lain.example' })).toBe(refused)
    expect(await answered({ state: 'lain' })).toBe(refused)
    expect(await answered({ error: 'access_denied' })).toBe(refused)
  })
})
