import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { KeyListView } from '../../service/contract/installation.ts'
import { aFiling } from '../support/an-office.ts'
import { anOperator, withOperator } from '../support/an-operator.ts'
import { withService } from './a-service.ts'
import { amount, type Figure } from './figure.ts'
import { filledFolder, units } from './filled-folder.ts'
import { fire } from './fire.ts'

const FILINGS = 2_000
const CONNECTIONS = 20
/** A rate is known by then; where the machine is slow, the rest is left. */
const LONGEST_S = 90
const [unit] = units

/** The keys of 100,000 cases are wrapped anew while people file, beside filing on the same store before. */
export async function benchRotation(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  try {
    await cp(await filledFolder(), folder, { recursive: true })
    return await withService(({ service: { url } }) => rotateAndFile(url), folder, withOperator)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function rotateAndFile(url: string): Promise<readonly Figure[]> {
  const file = async () => {
    const shots = [
      {
        path: `/api/v1/tenants/${unit.slug}/complaints`,
        method: 'POST' as const,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(aFiling()),
        newKey: true,
      },
    ]
    return (await fire({ url, shots, connections: CONNECTIONS, amount: FILINGS })).perSecond
  }
  await file()
  const alone = await file()

  const call = await asOperator(url)
  const keys = async () =>
    ((await (await call('/operator/keys')).json()) as KeyListView).units.find(({ tenant }) => tenant === unit.slug)
  await call(`/operator/keys/units/${unit.slug}/rotation`, 'POST')
  const remaining = async () => (await keys())?.rotation?.remaining ?? 0
  const all = await remaining()
  while ((await remaining()) === all) await sleep(50)
  const began = performance.now()
  const meanwhile: number[] = []
  const elapsed = () => (performance.now() - began) / 1_000
  while ((await remaining()) > all / 10 && elapsed() < LONGEST_S) meanwhile.push(await file())
  const wrapped = all - (await remaining())
  const seconds = elapsed()
  const during = meanwhile.reduce((a, b) => a + b, 0) / meanwhile.length
  return [
    {
      what: 'records wrapped anew while people file',
      value: wrapped / seconds,
      unit: '/s',
      beside: `${amount(wrapped, '')}of ${amount(all, 'records')} in ${amount(seconds, 's')}`,
    },
    {
      what: 'filings during a rotation',
      value: during,
      unit: '/s',
      least: alone / 4,
      beside: `without one ${amount(alone, '/s')}`,
    },
  ]
}

async function asOperator(url: string) {
  const { headers } = await anOperator({ url })
  return (path: string, method = 'GET') => fetch(`${url}/api/v1${path}`, { method, headers })
}
