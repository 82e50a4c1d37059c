import { expect, it } from 'vitest'
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
