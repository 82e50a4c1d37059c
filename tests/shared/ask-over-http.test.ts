import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { askOverHttp } from '../../service/shared/outbound.ts'

it('an answer that comes drop by drop is given up in time, also once the memory of its request was collected', async () => {
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const dripping = createServer((_, answer) => {
    const drip = setInterval(() => answer.write('.'), 5)
    answer.once('close', () => clearInterval(drip))
    answer.writeHead(200)
  })
  await new Promise<void>((ready) => dripping.listen(0, '127.0.0.1', ready))
  const { port } = dripping.address() as AddressInfo
  const collecting = setInterval(collect, 20)
  const signal = AbortSignal.timeout(500)
  const answer = await askOverHttp(`http://127.0.0.1:${port}/`, { method: 'GET', headers: {}, signal })
  clearInterval(collecting)
  expect(answer).toEqual({ kind: 'gave_up' })
  await new Promise<unknown>((ended) => dripping.close(ended))
})
