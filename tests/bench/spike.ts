import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { unitAt } from '../support/an-office.ts'
import { type Measured, withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { bigUnit, folderOfCases } from './million-folder.ts'
import { cpuOf, memoryOf, untilIdle } from './process-usage.ts'
import { bareLifecycles } from './spike/bare-service.ts'
import { drive } from './spike/driver.ts'
import type { Crew } from './spike/lifecycle.ts'
import { isRefused, isServed, kinds, recoveries, type Sample, type Seen, tookOf, within } from './spike/seen.ts'
import { isSpike, type Stage, spikeShape } from './spike/shape.ts'

/** For shorter runs: seconds of each shape, cases in the store, and how many times the published shape. */
const SECONDS = Number(process.env.SPIKE_SECONDS ?? 600)
const CASES = Number(process.env.SPIKE_CASES ?? 1_000_000)
const TIMES = (process.env.SPIKE_TIMES ?? '1,5').split(',').map(Number)

const CREWS = 10
const WARM_UP_S = 7
const RESTS_S = 5
const YARDSTICK_SHARE = 10

/** DIGIT's published shape of whole lifecycles, once as it is and once five times as steep, in a unit of a million cases. */
export async function benchSpike(): Promise<readonly Figure[]> {
  const kept = await folderOfCases(CASES)
  const figures: Figure[] = []
  for (const times of TIMES) {
    const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
    try {
      await cp(kept, folder, { recursive: true })
      figures.push(...(await withService((measured) => measureShape(measured, times), folder)))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return figures
}

async function measureShape({ service: { url }, pid }: Measured, times: number): Promise<readonly Figure[]> {
  const stages = spikeShape(times, SECONDS)
  const short = spikeShape(times, SECONDS / YARDSTICK_SHARE)
  const before = await bareLifecycles(short)
  const crews = await crewsAt(url)
  await drive({ url, stages: spikeShape(1, WARM_UP_S), crews })
  await untilIdle(pid)
  const atRest = await cpuOfRest(pid)
  const began = { cpu: await cpuOf(pid), at: performance.now() }
  const seen = await drive({ url, stages, crews })
  await untilIdle(pid)
  const seconds = (performance.now() - began.at) / 1_000
  const cpu = (await cpuOf(pid)) - began.cpu - atRest * seconds
  const { peak } = await memoryOf(pid)
  const after = await bareLifecycles(short)
  const beside = `a bare Hono ${amount(before, 'ms')} before and ${amount(after, 'ms')} after`
  const figures = times === 1 ? calmFigures(seen, stages, cpu, beside) : steepFigures(seen, stages, beside)
  const memory = { what: 'most memory', value: peak, unit: 'MB', ...(times > 1 && { most: 600 }) }
  return [...figures, memory, ...besides(seen, stages)].map((figure) => ({
    ...figure,
    what: `${times} ×: ${figure.what}`,
  }))
}

/** Milliseconds of CPU each second when nobody comes. */
async function cpuOfRest(pid: number): Promise<number> {
  const before = await cpuOf(pid)
  await sleep(RESTS_S * 1_000)
  return ((await cpuOf(pid)) - before) / RESTS_S
}

const spikesOf = (samples: readonly Sample[], stages: readonly Stage[]): Sample[] =>
  stages.flatMap((stage, at) => (isSpike(stages, at) ? within(samples, stage) : []))

const lifecyclesOf = ({ late }: Seen): number => late.length
const errorsOf = ({ samples }: Seen): number => samples.filter((one) => !isServed(one) && !isRefused(one)).length

/** What holds at the published shape. */
function calmFigures(seen: Seen, stages: readonly Stage[], cpu: number, beside: string): readonly Figure[] {
  const { samples, refusals } = seen
  return [
    { what: 'errors', value: errorsOf(seen), unit: 'requests', most: 0, beside: statusesOf(samples) },
    { what: 'refusals', value: refusals.length, unit: 'requests', most: 0 },
    {
      what: '95 of 100 requests in the spikes within',
      value: percentile(tookOf(spikesOf(samples, stages), ...kinds), 0.95),
      unit: 'ms',
      most: 300,
      beside,
    },
    {
      what: 'after the slowest spike calm within',
      value: Math.max(...recoveries(samples, stages)),
      unit: 's',
      most: 10,
      beside: `of each: ${recoveries(samples, stages).join(', ')} s`,
    },
    {
      what: 'CPU of a lifecycle, its notices and alerts included',
      value: cpu / lifecyclesOf(seen),
      unit: 'ms',
      most: 20,
      beside: amount(lifecyclesOf(seen), 'lifecycles'),
    },
  ]
}

/** What holds when more comes than can be served. */
function steepFigures(seen: Seen, stages: readonly Stage[], beside: string): readonly Figure[] {
  const { samples, refusals } = seen
  const spikes = spikesOf(samples, stages)
  const unserved = samples.filter(isRefused).length
  return [
    { what: 'errors', value: errorsOf(seen), unit: 'requests', most: 0, beside: statusesOf(samples) },
    ...(['filing', 'follow-up'] as const).map((kind) => ({
      what: `95 of 100 times ${kind} in the spikes within`,
      value: percentile(tookOf(spikes, kind), 0.95),
      unit: 'ms',
      most: 100,
      beside,
    })),
    {
      what: '95 of 100 refusals came within',
      value: refusals.length === 0 ? 0 : percentile(refusals, 0.95),
      unit: 'ms',
      most: 300,
      beside: `${amount(refusals.length, 'refusals')}, of which ${amount(unserved, 'requests')} were not served in the end`,
    },
  ]
}

/** What explains the others: times of each kind, and whether the driver kept its times. */
const besides = ({ samples, late }: Seen, stages: readonly Stage[]): readonly Figure[] => [
  ...kinds.map((kind) => {
    const spikes = tookOf(spikesOf(samples, stages), kind)
    return {
      what: `half of ${kind} in the spikes within`,
      value: percentile(spikes, 0.5),
      unit: 'ms',
      beside: `95 of 100 ${amount(percentile(spikes, 0.95), 'ms')}, in the first stage ${amount(percentile(tookOf(within(samples, stages[0] ?? { from: 0, to: 0 }), kind), 0.95), 'ms')}`,
    }
  }),
  { what: '95 of 100 lifecycles begun late by', value: percentile(late, 0.95), unit: 'ms' },
]

function statusesOf(samples: readonly Sample[]): string {
  const counts = new Map<string, number>()
  for (const one of samples) {
    if (isServed(one)) continue
    const name = `${one.status} to ${one.kind}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts.size === 0
    ? `of ${amount(samples.length, 'requests')}`
    : [...counts].map(([name, count]) => `${count} × ${name}`).join(', ')
}

async function crewsAt(url: string): Promise<readonly Crew[]> {
  const office = unitAt(url, bigUnit)
  const crews: Crew[] = []
  for (let at = 0; at < CREWS; at++) {
    const verifier = await office.signIn('verifikator')
    const handler = await office.signIn('petugas')
    const head = await office.signIn('kepala')
    crews.push({
      ...{ verifier: verifier.headers, handler: handler.headers, head: head.headers },
      handlerId: handler.session.staff.id,
    })
  }
  return crews
}
