import { describe, expect, it } from 'vitest'
import type { SessionView } from '../../service/contract/account.ts'
import { refusalIn } from '../support/a-problem.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { oneService } from '../support/one-service.ts'

const email = 'kepala@bagian-organisasi.demo'

async function entered(url: string) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  const [cookie = ''] = answer.headers.getSetCookie()
  const { csrf } = (await answer.json()) as SessionView
  return { cookie, pair: cookie.split(';')[0]!, csrf }
}

describe('where pages are served over TLS', () => {
  const service = oneService({ PUBLIC_URL: 'https://aduan.contoh.example' })
  const session = (cookie: string) => fetch(`${service.url}/api/v1/session`, { headers: { Cookie: cookie } })

  it('the session is in a cookie that no sibling host can plant', async () => {
    const { cookie, pair } = await entered(service.url)
    expect(pair).toMatch(/^__Host-aduan_session=[\w-]{20,}$/)
    expect(cookie).toMatch(/; Path=\//)
    for (const flag of ['Secure', 'HttpOnly', 'SameSite=Strict']) expect(cookie).toContain(flag)
    expect(cookie).not.toContain('Domain')
    expect((await session(pair)).status).toBe(200)
  })

  it('a session under the plain name, which a sibling host can plant, counts for nothing', async () => {
    const { pair } = await entered(service.url)
    const planted = (await entered(service.url)).pair.replace('__Host-', '')
    expect(await refusalIn(session(planted))).toBe('401 session/required')
    for (const both of [`${planted}; ${pair}`, `${pair}; ${planted}`]) expect((await session(both)).status).toBe(200)
  })

  it('names the cookie in the description of the API', async () => {
    const described = await (await fetch(`${service.url}/openapi.json`)).text()
    expect(described).toContain('"__Host-aduan_session"')
  })
})

describe('without TLS', () => {
  const service = oneService()
  const session = (cookie: string) => fetch(`${service.url}/api/v1/session`, { headers: { Cookie: cookie } })

  it('of two sessions under one name neither counts, for one of them was planted', async () => {
    const [own, planted] = [await entered(service.url), await entered(service.url)]
    expect((await session(own.pair)).status).toBe(200)
    for (const both of [`${own.pair}; ${planted.pair}`, `${planted.pair}; ${own.pair}`])
      expect(await refusalIn(session(both))).toBe('401 session/required')
  })

  it('whoever signs out leaves no page in the cache, and a sealed draft of somebody else stays', async () => {
    const { pair, csrf } = await entered(service.url)
    const out = await fetch(`${service.url}/api/v1/session`, {
      method: 'DELETE',
      headers: { Cookie: pair, 'X-CSRF-Token': csrf },
    })
    expect(out.status).toBe(204)
    expect(out.headers.get('clear-site-data')).toBe('"cache"')
    expect(out.headers.get('set-cookie')).toMatch(/^aduan_session=;/)
    expect(await refusalIn(session(pair))).toBe('401 session/required')
  })
})
