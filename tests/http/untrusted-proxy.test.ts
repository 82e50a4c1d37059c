import { expect, it } from 'vitest'
import type { TaskListView } from '../../service/contract/installation.ts'
import { aLine } from '../support/a-line.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService({ LIMITS: 'on', ...withOperator })

it('a proxy that is not trusted is told once in the log, without an address, and on the operator’s console', async () => {
  const { headers } = await anOperator(service)
  const untrusted = async () => {
    const tasks = await fetch(`${service.url}/api/v1/operator/tasks`, { headers })
    return ((await tasks.json()) as TaskListView).untrustedProxy
  }
  const told = () => service.running.output().match(/TRUST_PROXY is off/g)?.length ?? 0
  expect([await untrusted(), told()]).toEqual([false, 0])

  const visitors = [aLine(service, '203.0.113.77'), aLine(service, '203.0.113.78')]
  for (const visitor of visitors) expect((await visitor.file()).status).toBe(201)
  expect(await untrusted()).toBe(true)
  await expect.poll(told).toBe(1)
  expect(service.running.output()).not.toContain('203.0.113.7')
})
