import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createTransport } from '../../../admin/api/transport.ts'

const busy = () =>
  Response.json({ code: 'service/busy', status: 503 }, { status: 503, headers: { 'Retry-After': '2' } })

/** A desk whose service answers so, one call after the other. */
function aDesk(answers: readonly (() => Response)[]) {
  const asked = vi.fn(async () => (answers[asked.mock.calls.length - 1] ?? busy)())
  vi.stubGlobal('fetch', asked)
  const isBusy = vi.fn()
  const transport = createTransport({
    service: '',
    language: () => 'id',
    signInAgain: async () => false,
    confirm: async () => false,
    secondFactorNeeded: () => {},
    isBusy,
  })
  return { transport, asked, isBusy }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a desk whose service has too much to do', () => {
  it('sends the act again by itself when it was told to, and says once why it waits', async () => {
    const { transport, asked, isBusy } = aDesk([busy, busy, () => Response.json({ done: true })])
    const answer = transport.json('POST', '/act', { body: { text: 'Jawaban' } })
    await vi.advanceTimersByTimeAsync(1_999)
    expect(asked).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await answer).toEqual({ done: true })
    expect(asked).toHaveBeenCalledTimes(3)
    expect(isBusy).toHaveBeenCalledTimes(1)
  })

  it('gives up after some tries, and hands on what the service said', async () => {
    const { transport, asked } = aDesk([])
    const refused = expect(transport.json('GET', '/register')).rejects.toMatchObject({
      problem: { code: 'service/busy' },
    })
    await vi.advanceTimersByTimeAsync(60_000)
    await refused
    expect(asked.mock.calls.length).toBeGreaterThan(3)
    expect(asked.mock.calls.length).toBeLessThan(10)
  })

  it('sends nothing again that may have been taken, and nothing that a page asks by itself', async () => {
    const fault = () => Response.json({ code: 'service/unavailable', status: 503 }, { status: 503 })
    const acting = aDesk([fault])
    await expect(acting.transport.json('POST', '/act')).rejects.toMatchObject({
      problem: { code: 'service/unavailable' },
    })
    expect(acting.asked).toHaveBeenCalledTimes(1)
    const looking = aDesk([busy])
    await expect(looking.transport.json('GET', '/alerts', { background: true })).rejects.toThrow('service/busy')
    expect(looking.asked).toHaveBeenCalledTimes(1)
  })
})
