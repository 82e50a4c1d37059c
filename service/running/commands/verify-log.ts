import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { HeadToSign } from '../../offices/log/access-log.ts'
import { type LogFault, type LogVerdict, verifyLog } from '../../offices/log/log-verification.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Ports } from '../ports.ts'
import { groupDigits, showProgress, stoppedByCtrlC } from '../progress.ts'

const options = { head: { type: 'string', multiple: true } } as const

/**
 * `verify-log [slug] [--head <file or text>]`: verifies the access log of a tenant, or of all and of the operators,
 * and compares it with heads that were kept elsewhere. The exit code is 3 if one is not whole.
 */
export async function verifyLogCommand(ports: Ports, parameters: string[]): Promise<string> {
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  const [slug] = positionals
  const units =
    slug === undefined ? [...(await ports.tenants.list()), { id: PLATFORM_UNIT }] : [await ports.tenants.get(slug)]
  const outside = values.head ? await headsFrom(ports, values.head) : noHeads
  if (outside.digests.length > 0 && slug === undefined)
    throw new Error('A digest does not say whose log it is of. Name the unit before --head.')
  const signal = stoppedByCtrlC()
  const lines: string[] = []
  for (const { id } of units) {
    const { line, isWhole } = await verdictOf(ports, id, signal, outside)
    lines.push(line)
    if (!isWhole) process.exitCode = 3
  }
  return lines.join('')
}

interface HeadsOutside {
  readonly heads: readonly HeadToSign[]
  /** Digests of heads, as the page of the log and the evaluation report show them. */
  readonly digests: readonly string[]
}

const noHeads: HeadsOutside = { heads: [], digests: [] }

/**
 * Collects every head: one as given, the digest of one, or those in a file, such as the service's output, a backup's
 * manifest or the list beside it.
 * @throws Error if none was signed by a tenant here
 */
async function headsFrom({ headSigner }: Ports, given: readonly string[]): Promise<HeadsOutside> {
  const digests = given.filter((one) => /^[\w-]{43}$/.test(one))
  const others = given.filter((one) => !digests.includes(one))
  const texts = await Promise.all(others.map((one) => readFile(one, 'utf8').catch(() => one)))
  const signatures = new Set(texts.flatMap((text) => text.match(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g) ?? []))
  const read = await Promise.all([...signatures].map((signature) => headSigner.read(signature)))
  const heads = read.filter((head) => head !== null)
  if (heads.length + digests.length === 0)
    throw new Error('What was given as --head holds no head that was signed by a unit of this store.')
  return { heads, digests }
}

export async function verdictOf(ports: Ports, tenant: TenantId, signal: AbortSignal, outside: HeadsOutside = noHeads) {
  const { items } = await ports.accessLog.find(tenant, { index: 'place', order: 'descending', limit: 1 })
  const lines = (value: number) => `${groupDigits(value)} lines`
  const progress = showProgress(`Log of ${tenant}`, items[0]?.place ?? 0, { amount: lines })
  const verdict = await verifyLog(ports, tenant, progress.add, {
    signal,
    outside: outside.heads,
    digests: outside.digests,
  })
  progress.end()
  const compared = outside.digests.length + outside.heads.filter((head) => head.tenant === tenant).length
  return { line: describeVerdict(tenant, verdict, compared), isWhole: verdict.faults.length === 0 }
}

const faultWords: Readonly<Record<LogFault, string>> = {
  changed: 'changed',
  cut: 'cut',
  reordered: 'reordered',
  'head-forged': 'the signed head of this day is not of this unit',
  'head-missing': 'signed heads are missing here: they were deleted',
  'not-as-outside': 'the head from outside does not fit: lines were cut off, or the store was put back',
}

function describeVerdict(tenant: TenantId, verdict: LogVerdict, compared: number): string {
  const { entries, heads, faults, newest, chainedSince, late, restored, fitting } = verdict
  const lines = faults.map(
    ({ place, fault, day }) => `  line ${place}${day ? ` (${day})` : ''}: ${faultWords[fault]}\n`,
  )
  if (newest) {
    const since = chainedSince ? `, chained since ${chainedSince}` : ''
    lines.push(`  last signed head: ${newest.id}, line ${newest.place}${since}; lines after it can be cut off unseen\n`)
  }
  if (late.length > 0) {
    const days = `${late[0]}${late.length > 1 ? ` to ${late.at(-1)}` : ''}`
    lines.push(`  heads of ${days} were signed only later: the service did not run then, or they were deleted\n`)
  }
  for (const { at, to } of restored) lines.push(`  restored on ${at} to the state of ${to ?? 'an unknown moment'}\n`)
  if (compared > 0) lines.push(`  ${fitting} of ${compared} heads from outside fit\n`)
  return `${tenant}: ${entries} lines, ${heads} signed heads, ${faults.length === 0 ? 'whole' : 'NOT WHOLE'}\n${lines.join('')}`
}
