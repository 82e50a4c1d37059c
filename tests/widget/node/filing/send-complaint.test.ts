import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SendState } from '../../../../widget/filing/form/form.ts'
import { sendComplaint } from '../../../../widget/filing/send-complaint.ts'
import type { ServiceClient } from '../../../../widget/service/client.ts'
import { ServiceFailure } from '../../../../widget/service/exchange.ts'

const page = new EventTarget()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A complaint that waits for a further try, because the service cannot be reached. */
async function waitingComplaint() {
  const stop = new AbortController()
  const states: SendState[] = []
  const file = vi.fn(() => Promise.reject(new ServiceFailure('network/unreachable')))
  const client = { file } as Partial<ServiceClient> as ServiceClient
  const show = (state: SendState) => states.push(state)
  const sent = sendComplaint(client, { key: 'k', body: '{}', attempts: [], signal: stop.signal, show, waits: [60_000] })
  sent.catch(() => {})
  await vi.waitFor(() => expect(states.at(-1)?.name).toBe('retrying'))
  return { sent, file, stop }
}

const whatIsLeft = (signal: AbortSignal) => ({
  timers: vi.getTimerCount(),
  ofThePage: getEventListeners(page, 'online').length,
  ofTheSignal: getEventListeners(signal, 'abort').length,
})

const nothing = { timers: 0, ofThePage: 0, ofTheSignal: 0 }

describe('a complaint that waits for the network', () => {
  it('leaves no timer and no listener behind when the person stops it', async () => {
    const { sent, file, stop } = await waitingComplaint()
    stop.abort()
    await expect(sent).rejects.toMatchObject({ code: 'network/stopped' })
    expect(whatIsLeft(stop.signal)).toEqual(nothing)
    expect(file).toHaveBeenCalledOnce()
  })

  it('tries once more, and not twice, when the network is back before its time', async () => {
    const { sent, file, stop } = await waitingComplaint()
    page.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(file).toHaveBeenCalledTimes(2))
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1))
    expect(whatIsLeft(stop.signal)).toEqual({ timers: 1, ofThePage: 1, ofTheSignal: 1 })
    stop.abort()
    await expect(sent).rejects.toMatchObject({ code: 'network/stopped' })
    expect(whatIsLeft(stop.signal)).toEqual(nothing)
  })

  it('tries again when its time is over', async () => {
    const { file, stop } = await waitingComplaint()
    await vi.advanceTimersByTimeAsync(80_000)
    expect(file.mock.calls.length).toBeGreaterThan(1)
    stop.abort()
  })
})
