import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ServiceProblem } from '../../../admin/api/problems.ts'
import { createTransport, type TransportSettings } from '../../../admin/api/transport.ts'
import { uploadEvidence } from '../../../admin/api/upload.ts'
import { sayBusy } from '../../../admin/app/say-busy.ts'
import { explain } from '../../../admin/page/page-element.ts'
import busyWording from '../../../admin/texts/busy.json'
import type { SayEvent } from '../../../admin/ui/say.ts'
import { loadWording } from '../../../admin/wording/wording.ts'
import type { Problem } from '../../../service/contract/problem.ts'

const busy = () =>
  Response.json({ code: 'service/busy', status: 503 }, { status: 503, headers: { 'Retry-After': '2' } })

/** A desk whose service answers so, one call after the other. */
function aDesk(answers: readonly (() => Response)[]) {
  const asked = vi.fn(async () => (answers[asked.mock.calls.length - 1] ?? busy)())
  vi.stubGlobal('fetch', asked)
  const isBusy = vi.fn<TransportSettings['isBusy']>()
  const transport = createTransport({
    service: '',
    language: () => 'id',
    signInAgain: async () => false,
    confirm: async () => false,
    secondFactorNeeded: () => {},
    isSamePerson: () => true,
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
  it('says so once, for as long as any of its calls waits', async () => {
    vi.stubGlobal('document', { documentElement: { lang: 'id' } })
    const desk = new EventTarget()
    const said = vi.fn<(event: SayEvent) => void>()
    desk.addEventListener('ui-say', (event) => said(event as SayEvent))
    const servedAfter = (wait: number) => new Promise<void>((resolve) => setTimeout(resolve, wait))
    const refused = () => Response.json({ code: 'service/busy', detail: 'Ditolak.' })
    await Promise.all([10_000, 30_000].map((wait) => sayBusy(desk, servedAfter(wait), refused())))
    expect(said).toHaveBeenCalledTimes(1)
    expect(said.mock.calls[0]?.[0].text).toBe(busyWording({ language: 'id' }).sentAgain)
    const gone = vi.fn()
    void said.mock.calls[0]?.[0].over?.then(gone)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(gone).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_001)
    expect(gone).toHaveBeenCalled()
  })

  it('says to somebody new how much of the cases is compared with their name, as the service words it', async () => {
    vi.stubGlobal('document', { documentElement: { lang: 'id' } })
    const desk = new EventTarget()
    const said = vi.fn<(event: SayEvent) => void>()
    desk.addEventListener('ui-say', (event) => said(event as SayEvent))
    const detail = 'Nama Anda sedang dicocokkan: 83% selesai.'
    await sayBusy(desk, Promise.resolve(), Response.json({ code: 'staff/being-matched', detail }, { status: 503 }))
    expect(said.mock.calls[0]?.[0].text).toBe(detail)
  })

  it('sends the act again by itself when it was told to, and says once why it waits', async () => {
    const { transport, asked, isBusy } = aDesk([busy, busy, () => Response.json({ done: true })])
    const answer = transport.json('POST', '/act', { body: { text: 'Jawaban' } })
    await vi.advanceTimersByTimeAsync(1_999)
    expect(asked).toHaveBeenCalledTimes(1)
    const over = vi.fn()
    void isBusy.mock.calls[0]?.[0].then(over)
    await vi.advanceTimersByTimeAsync(2)
    expect(over).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await answer).toEqual({ done: true })
    expect(over).toHaveBeenCalled()
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

  it('says at last what the service said, and quotes a number only of what broke', async () => {
    const wording = await loadWording('id', 'Asia/Jakarta')
    const refused = { type: '', title: '', requestId: 'nomor-1' }
    const said = (problem: Pick<Problem, 'status' | 'code' | 'detail'>) =>
      explain(new ServiceProblem({ ...refused, ...problem }), wording)
    const detail = 'Layanan sedang ramai.'
    expect(said({ status: 503, code: 'service/busy', detail })).toBe(detail)
    const broken = wording.problems.fault({ requestId: 'nomor-1' })
    expect(said({ status: 500, code: 'service/fault', detail: 'Terjadi kesalahan.' })).toBe(broken)
    // A proxy answered in its place.
    expect(said({ status: 503, code: 'fault', detail: '' })).toBe(broken)
  })

  it('sends a file again too', async () => {
    const { transport, isBusy } = aDesk([])
    const sent: unknown[] = []
    class Sent extends EventTarget {
      upload = new EventTarget()
      status = sent.length === 0 ? 503 : 201
      responseText = JSON.stringify(this.status === 201 ? { id: 'berkas' } : { code: 'service/busy', status: 503 })
      open() {}
      setRequestHeader() {}
      getResponseHeader = () => (this.status === 503 ? '2' : null)
      send(body: FormData) {
        sent.push(body.get('file'))
        this.dispatchEvent(new Event('load'))
      }
    }
    vi.stubGlobal('XMLHttpRequest', Sent)
    const file = new File(['isi'], 'bukti.txt')
    const held = uploadEvidence(transport, 'unit', { file, signal: new AbortController().signal, progress: () => {} })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await held).toEqual({ id: 'berkas' })
    expect(sent).toEqual([file, file])
    expect(isBusy).toHaveBeenCalledTimes(1)
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
