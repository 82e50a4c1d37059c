import { parseArgs } from 'node:util'
import type { Ports } from '../app.ts'
import { verifyLog } from '../records/verify-log.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { grouped, showProgress, stoppedByCtrlC } from './progress.ts'

/** `verify-log [slug]`: reads the access log of a unit, or of all and of the operators. Exit code 3 where one is not whole. */
export async function verifyLogCommand(ports: Ports, parameters: string[]): Promise<string> {
  const { positionals } = parseArgs({ args: parameters, allowPositionals: true })
  const [slug] = positionals
  const units =
    slug === undefined
      ? [...(await ports.tenants.list()), { id: PLATFORM_UNIT }]
      : [await ports.tenants.get(slug as TenantId)]
  const signal = stoppedByCtrlC()
  const told: string[] = []
  for (const { id } of units) {
    const { line, isWhole } = await verdictOf(ports, id as TenantId, signal)
    told.push(line)
    if (!isWhole) process.exitCode = 3
  }
  return told.join('')
}

/** Reads one log, with its progress on the way. */
export async function verdictOf(ports: Ports, tenant: TenantId, signal: AbortSignal) {
  const { items } = await ports.accessLog.find(tenant, { index: 'place', order: 'descending', limit: 1 })
  const lines = (value: number) => `${grouped(value)} lines`
  const progress = showProgress(`Log of ${tenant}`, items[0]?.place ?? 0, { amount: lines })
  const { entries, heads, faults } = await verifyLog(ports, tenant, progress.add, signal)
  progress.end()
  const isWhole = faults.length === 0
  const faultLines = faults.map(({ place, fault }) => `  line ${place}: ${fault}\n`).join('')
  const line = `${tenant}: ${entries} lines, ${heads} signed days, ${isWhole ? 'whole' : 'NOT WHOLE'}\n${faultLines}`
  return { line, isWhole }
}
