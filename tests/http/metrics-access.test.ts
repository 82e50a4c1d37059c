import { describe, expect, it } from 'vitest'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

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
