import { expect, it, onTestFinished, vi } from 'vitest'
import { AduanFrame, showFrame } from '../../../widget/aduan-widget/frame/aduan-frame.ts'
import { aUnit, aWidget, instruct, service } from '../support/a-widget.ts'

/** A widget whose form stands in a frame, and what it then tells the page. */
async function framed() {
  const widget = await aWidget({ tenant: aUnit() })
  const covered = document.createElement('div')
  const frame = Object.assign(new AduanFrame(), { widget, covered: [covered] })
  const told: unknown[] = []
  widget.addEventListener('aduan-submitted', ({ detail }) => told.push(detail.number))
  widget.leave = (to) => told.push(to)
  widget.shadowRoot!.append(covered, frame)
  const iframe = frame.querySelector('iframe') ?? frame.shadowRoot!.querySelector('iframe')!
  const say = (data: unknown, { origin = service, source = iframe.contentWindow as Window | null } = {}) =>
    window.dispatchEvent(new MessageEvent('message', { data, origin, source }))
  return { frame, iframe, covered, told, say }
}

it('a frame is heard only from its own window at the service’s own origin', async () => {
  const { frame, covered, told, say } = await framed()
  const forged = { aduan: 'submitted', number: 'BC-2026-000009' }
  say(forged, { origin: 'https://elsewhere.example' })
  say(forged, { origin: 'null' })
  say(forged, { source: window })
  say(forged, { source: null })
  say({ aduan: 'left' }, { source: window })
  say({ aduan: 'height', height: 900 }, { source: window })
  expect([told, covered.style.display]).toEqual([[], ''])
  say(forged)
  expect(told).toEqual(['BC-2026-000009'])
  frame.remove()
  say(forged)
  expect(told).toHaveLength(1)
})

it('a frame that says nonsense, or says it ten thousand times, stretches no page and tells nothing', async () => {
  const { iframe, told, say } = await framed()
  const nonsense = [
    ...[null, 'aduan', 7, [], {}, { aduan: 'height' }, { aduan: 'height', height: '900' }],
    ...[{ aduan: 'height', height: Number.NaN }, { aduan: 'height', height: Infinity }, { aduan: 'rob' }],
    ...[
      { aduan: 'submitted', number: '<img src=x onerror=alert(1)>' },
      { aduan: 'failed', code: 'A B' },
    ],
  ]
  for (const data of nonsense) say(data)
  expect([told, iframe.style.blockSize]).toEqual([[], '1px'])
  for (let count = 0; count < 10_000; count++) say({ aduan: 'height', height: count % 2 ? 1e9 : -1e9 })
  expect(iframe.style.blockSize).toBe('20000px')
  expect(told).toEqual([])
})

it('a frame that comes late, as on a slow line, is shown all the same; until then the link stays', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {})
  onTestFinished(() => {
    vi.useRealTimers()
    warned.mockRestore()
  })
  const { iframe, covered, say } = await framed()
  vi.advanceTimersByTime(60_000)
  expect(warned).toHaveBeenCalledOnce()
  expect([covered.style.display, iframe.isConnected, iframe.inert]).toEqual(['', true, true])
  say({ aduan: 'height', height: 900 })
  expect([covered.style.display, iframe.style.blockSize, iframe.inert]).toEqual(['none', '900px', false])
})

it('a dialog that opens only after the form failed shows the frame all the same', async () => {
  const tenant = aUnit()
  await instruct(tenant, { misbehave: { unit: [{ kind: 'hold' }] } })
  const widget = await aWidget({ tenant, mode: 'button' })
  showFrame(widget)
  widget.open()
  const framed = () => widget.shadowRoot!.querySelector('aduan-dialog aduan-frame iframe')
  await expect.poll(() => framed()?.getAttribute('title')).toBe('Formulir pengaduan')
})
