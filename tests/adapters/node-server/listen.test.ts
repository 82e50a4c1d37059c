import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listen } from '../../../service/adapters/node-server/servers.ts'

const GRACE = 60_000

it('keeps a connection for longer than a proxy does that does not use it', async () => {
  const listening = await listen('127.0.0.1', 0)
  listening.serve(() => new Response('here'))
  const answer = await fetch(`http://127.0.0.1:${listening.port}/`)
  expect(await answer.text()).toBe('here')
  expect(answer.headers.get('keep-alive')).toBe('timeout=130')
  await listening.stop(GRACE)
})

it('stops with its last answer, though the client would keep the connection', async () => {
  const listening = await listen('127.0.0.1', 0)
  let answer = () => {}
  const asked = new Promise<void>((begun) => {
    listening.serve(async () => {
      begun()
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return new Response('here')
    })
  })
  const received = fetch(`http://127.0.0.1:${listening.port}/`)
  await asked
  const began = performance.now()
  const stopped = listening.stop(GRACE)
  answer()
  expect(await (await received).text()).toBe('here')
  await stopped
  expect(performance.now() - began).toBeLessThan(GRACE / 2)
})

describe('a connection that sends half a request', () => {
  const short = { headers: 200, stillBody: 200, checkedEvery: 50, connections: 3 }
  const served = async () => {
    const listening = await listen('127.0.0.1', 0, short)
    listening.serve(async (request) => new Response(await request.text().catch(() => 'cut')))
    onTestFinished(() => listening.stop(0))
    return listening.port
  }
  /** Milliseconds until the service cuts it. */
  const sending = async (port: number, text: string) => {
    const began = performance.now()
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('error', () => {})
    socket.resume()
    await once(socket, 'close')
    return performance.now() - began
  }

  it('is cut in the headers and in the body, and holds no place', async () => {
    const port = await served()
    const head = 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n'
    for (const half of [head, `${head}\r\nabc`]) expect(await sending(port, half)).toBeLessThan(5_000)
    expect(await (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'whole' })).text()).toBe('whole')
  })

  it('leaves a body alone that comes slowly', async () => {
    const port = await served()
    const slowly = new ReadableStream<Uint8Array>({
      async pull(controller) {
        for (const letter of 'slowly') {
          controller.enqueue(new TextEncoder().encode(letter))
          await pause(100)
        }
        controller.close()
      },
    })
    const asked: RequestInit & { duplex: 'half' } = { method: 'POST', body: slowly, duplex: 'half' }
    expect(await (await fetch(`http://127.0.0.1:${port}/`, asked)).text()).toBe('slowly')
  })

  it('is one of so many at most', async () => {
    const port = await served()
    const places = Array.from({ length: short.connections }, () => connect(port, '127.0.0.1'))
    await Promise.all(places.map((one) => once(one, 'connect')))
    const began = performance.now()
    await sending(port, '')
    expect(performance.now() - began).toBeLessThan(short.headers)
    for (const one of places) one.destroy()
  })
})
