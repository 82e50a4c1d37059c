import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oneService } from '../../support/one-service.ts'

const deploy = resolve(import.meta.dirname, '../../../examples/deploy')
const service = oneService()

const alerts = async () => [...(await readFile(resolve(deploy, 'alerts.yml'), 'utf8')).matchAll(/^ +- alert: (\w+)$/gm)]

describe('the alerts that an operator may take over', () => {
  it('ask for nothing that the service does not tell', async () => {
    const rules = await readFile(resolve(deploy, 'alerts.yml'), 'utf8')
    const asked = new Set(rules.match(/\b(aduan|nodejs|process)_\w+/g))
    expect(asked.size).toBeGreaterThan(10)
    const told = async () => (await fetch(`${service.url}/metrics`)).text()
    for (const name of asked) {
      const family = name.replace(/_(bucket|count|sum)$/, '')
      expect(await told(), name).toMatch(new RegExp(`^# TYPE ${family} `, 'm'))
    }
  })

  it('are each explained in the runbook, and the runbook explains no other', async () => {
    const runbook = await readFile(resolve(import.meta.dirname, '../../../docs/operate/runbook.md'), 'utf8')
    const explained = [...runbook.matchAll(/^## (Aduan\w+)$/gm)].map(([, name]) => name)
    expect(explained).toEqual((await alerts()).map(([, name]) => name))
  })

  it('lead each to its paragraph, from the alert itself and from the handbook', async () => {
    const rules = await readFile(resolve(deploy, 'alerts.yml'), 'utf8')
    const handbook = await readFile(resolve(import.meta.dirname, '../../../docs/panduan.md'), 'utf8')
    for (const [, name] of await alerts()) {
      const anchor = `operate/runbook.md#${name!.toLowerCase()}`
      expect(rules).toContain(`runbook: docs/${anchor},`)
      expect(handbook).toContain(`(${anchor})`)
    }
  })
})

describe('the tasks of the machine', () => {
  it('are counted by name, whichever way they end', async () => {
    const told = async () => (await fetch(`${service.url}/metrics`)).text()
    await expect.poll(told).toMatch(/^aduan_task_runs_total\{task="arrivals",outcome="done"\} [1-9]/m)
    expect(await told()).toMatch(/^aduan_task_last_done_timestamp_seconds\{task="arrivals"\} \d{10}/m)
  })
})
