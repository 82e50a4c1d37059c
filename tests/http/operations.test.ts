import { describe, expect, it } from 'vitest'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

describe('whoever runs the service', () => {
  it('learns whether it lives and whether it can work', async () => {
    expect(await (await fetch(`${service.url}/healthz`)).json()).toEqual({ status: 'alive' })
    const ready = await fetch(`${service.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', disk: 'enough' }])
  })

  it('counts requests by method and status, and names nobody', async () => {
    await service.unit().file()
    const response = await fetch(`${service.url}/metrics`)
    expect(response.headers.get('content-type')).toContain('text/plain')
    const text = await response.text()
    expect(text).toMatch(/^# TYPE \w+ (counter|histogram)/m)
    expect(text.match(/^aduan_http_request_seconds_count\{method="POST",status="2xx"\} \d+$/m)).not.toBeNull()
    expect(text).not.toMatch(/bagian-organisasi|BO-\d{4}|Siti/)
  })

  it('is told whether anybody waits: overdue cases, unverified ones, notices that are due, channels that rest', async () => {
    await service.unit().file()
    const text = await (await fetch(`${service.url}/metrics`)).text()
    const value = (name: string) => Number(text.match(new RegExp(`^${name} (\\S+)$`, 'm'))?.[1])
    expect(value('aduan_disk_free_bytes')).toBeGreaterThan(value('aduan_disk_reserve_bytes'))
    expect(text).not.toMatch(/^aduan_cases_(open|overdue|without_reader) /m)
    expect(value('aduan_cases_overdue_share')).toBe(0)
    expect([0, 1]).toContain(value('aduan_case_without_reader') || 0)
    expect(value('aduan_case_longest_unverified_seconds')).toBeGreaterThan(0)
    expect(value('aduan_notice_longest_due_seconds{channel="email"}')).toBeGreaterThanOrEqual(0)
    expect(value('aduan_units_with_channel_down{channel="email"}')).toBe(0)
  })

  it('reads lines of JSON, and at the end how to sign in', async () => {
    const [line] = service.running.output().match(/^\{.*"listening".*\}$/m) ?? []
    expect(JSON.parse(line!)).toMatchObject({ level: 30, time: expect.any(String), port: expect.any(Number) })
    expect(service.running.output()).toContain('Aduan is listening at http://localhost:')
    expect(service.running.output()).toContain('admin@bagian-organisasi.demo')
  })
})

describe('every answer', () => {
  it.each([
    '/',
    '/demo/',
    '/t/bagian-organisasi',
    '/t/bagian-organisasi/form',
    '/t/bagian-organisasi/follow',
    '/verify/tidak-ada',
    '/admin/',
    '/embed/bagian-organisasi',
    '/embed/bagian-organisasi/preview',
    '/widget/v1/aduan.js',
    '/api/v1/tenants/bagian-organisasi',
    '/api/v1/session',
    '/tidak-ada',
    '/openapi.json',
  ])('guards who reads it: %s', async (path) => {
    const { headers } = await fetch(service.url + path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toMatch(/^(no-referrer|same-origin)$/)
    expect(headers.get('permissions-policy')).toContain('geolocation=(self)')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('server') ?? headers.get('x-powered-by')).toBeNull()
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|https?:/)
    const framers = path.startsWith('/embed/') ? "'self'" : "'none'"
    expect(policy).toMatch(new RegExp(`frame-ancestors ${framers}`))
  })

  it('of a preview leave it no origin and nobody to ask, and only the desk may frame', async () => {
    const preview = await fetch(`${service.url}/embed/bagian-organisasi/preview`)
    const policy = preview.headers.get('content-security-policy')!
    expect(policy).toContain('sandbox allow-scripts allow-forms;')
    expect(policy).toContain("form-action 'none'")
    expect(policy).not.toMatch(/connect-src|allow-same-origin/)
    const desk = await fetch(`${service.url}/admin/`)
    expect(desk.headers.get('content-security-policy')).toContain("frame-src 'self'")
  })

  it('of a page brings no script or style of its own, which the policy would not run', async () => {
    for (const path of ['/', '/demo/', '/t/bagian-organisasi', '/t/bagian-organisasi/form', '/admin/']) {
      const page = await (await fetch(service.url + path)).text()
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle="|\son\w+="/)
      expect(page).not.toMatch(/(?:src|href)="https?:\/\/(?!localhost|127\.0\.0\.1)/)
    }
  })
})

const token = 'uji-token-untuk-prometheus'

describe('the metrics', () => {
  const service = oneService()

  it('are read from this machine, and not through a proxy on it', async () => {
    expect((await fetch(`${service.url}/metrics`)).status).toBe(200)
    for (const header of ['X-Forwarded-For', 'Forwarded', 'Via'])
      expect(await refusalIn(fetch(`${service.url}/metrics`, { headers: { [header]: '127.0.0.1' } }))).toBe(
        '404 request/not-found',
      )
  })

  it('are not read by who is signed in from elsewhere', async () => {
    const { headers } = await service.staff('kepala')
    const asked = fetch(`${service.url}/metrics`, { headers: { ...headers, 'X-Forwarded-For': '192.0.2.7' } })
    expect(await refusalIn(asked)).toBe('404 request/not-found')
  })

  it('tell no number of cases, which beside a register would tell how many are kept from its reader', async () => {
    const before = await (await fetch(`${service.url}/metrics`)).text()
    expect(before).toMatch(/^# TYPE aduan_cases_overdue_share gauge$/m)
    expect(before).not.toMatch(/^aduan_cases_(open|overdue|without_reader) /m)
  })
})

describe('the metrics of a service with a token', () => {
  const service = oneService({ METRICS_TOKEN: token })
  const asked = (headers: Record<string, string> = {}) => fetch(`${service.url}/metrics`, { headers })

  it('are read with it, from anywhere, and by nobody without it', async () => {
    expect((await asked({ Authorization: `Bearer ${token}`, 'X-Forwarded-For': '192.0.2.7' })).status).toBe(200)
    for (const wrong of [undefined, 'Bearer x', `Bearer ${token}x`, `Basic ${token}`, `Bearer ${token.slice(1)}`])
      expect(await refusalIn(asked(wrong ? { Authorization: wrong } : {}))).toBe('404 request/not-found')
  })
})
