import { amount, percentile } from '../figure.ts'
import type { Measured } from '../matrix/results.ts'
import { markdownTable } from '../pages/markdown-table.ts'
import { type Life, LOOKS_EVERY_MS } from './lives.ts'
import { heldByLives, heldWithin, slopeOf } from './memory-over-time.ts'
import type { Proof } from './proofs.ts'
import type { Seen } from './visitors.ts'

export interface Soaked {
  readonly date: string
  readonly machine: Measured['machine']
  readonly minutes: number
  readonly secondsALife: number
  readonly lives: readonly Life[]
  readonly seen: Seen
  readonly messages: number
  readonly repeated: number
  readonly proofs: readonly Proof[]
}

/** Of a life's looks at its memory, this share is its warm-up, but never more than a minute. */
const WARM_UP_SHARE = 1 / 3
const MOST_WARM_UP = 60
/** Memory is flat when its line rises by no more than this over the whole run. */
const MOST_GROWTH = 0.1
const EXAMPLES = 5

/** How memory went: from life to life, and within the last one, which nobody killed. */
function memoryOf({ lives, secondsALife }: Soaked) {
  const warmUp = (seconds: number) =>
    Math.min(MOST_WARM_UP, Math.floor((seconds * 1_000 * WARM_UP_SHARE) / LOOKS_EVERY_MS))
  const allLives = heldByLives(lives, warmUp(secondsALife))
  // While the store fills, its caches do: the later half shows whether that ends.
  const byLives = allLives.slice(Math.floor(allLives.length / 2))
  const last = lives.at(-1)
  const within = last ? heldWithin(last, warmUp(last.memory.length), LOOKS_EVERY_MS) : []
  const judged = (held: readonly { readonly hours: number; readonly megabytes: number }[]) => {
    const slope = slopeOf(held)
    const hours = (held.at(-1)?.hours ?? 0) - (held[0]?.hours ?? 0)
    const middle = percentile(
      held.map(({ megabytes }) => megabytes),
      0.5,
    )
    const growth = slope === null ? null : (slope * hours) / middle
    return { slope, growth, middle, isFlat: growth === null || growth <= MOST_GROWTH }
  }
  return { byLives: judged(byLives), within: judged(within), lives: byLives.length }
}

/** Whether all of it held. */
export const isWhole = (soaked: Soaked): boolean => {
  const memory = memoryOf(soaked)
  const faults = soaked.lives.flatMap(({ faults }) => faults)
  return (
    soaked.proofs.every(({ broken }) => broken.length === 0) &&
    soaked.seen.wrong.size === 0 &&
    faults.length === 0 &&
    memory.byLives.isFlat &&
    memory.within.isFlat
  )
}

/** The report, in words and tables. */
export function reportOf(soaked: Soaked): string {
  const { machine, lives, seen, proofs } = soaked
  const deaths = lives.filter(({ diedAt }) => diedAt !== null).length - 1
  const starts = lives.map(({ startMs }) => startMs)
  const memory = memoryOf(soaked)
  const slope = ({ slope, growth, middle, isFlat }: typeof memory.within) =>
    slope === null || growth === null
      ? 'too short to tell'
      : `${amount(middle, 'MB')}, ${slope < 0 ? '−' : '+'}${amount(Math.abs(slope), 'MB')} an hour, ${amount(growth * 100, '%')} over the whole: ${isFlat ? 'flat' : '**not flat**'}`
  const faults = new Map<string, number>()
  for (const line of lives.flatMap(({ faults }) => faults)) {
    const { time: _, requestId: __, ...told } = JSON.parse(line) as Record<string, unknown>
    const text = JSON.stringify(told)
    faults.set(text, (faults.get(text) ?? 0) + 1)
  }
  const kept = (broken: readonly string[]) => (broken.length === 0 ? 'kept' : `**broken ${broken.length} times**`)
  const examples = proofs.flatMap(({ broken }) => broken.slice(0, EXAMPLES).map((one) => `- ${one}`))
  const sections = [
    '# Soak: mixed load with a kill -9 again and again',
    `Made by \`npm run soak ${soaked.minutes}\` on ${soaked.date.slice(0, 16).replace('T', ' ')} UTC: ${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, embedded store. People file (some with files, whole or in parts, some sending twice), follow their cases, and work at the desk; notices go to a mail server.`,
    `${deaths} times in ${soaked.minutes} minutes the service was killed with SIGKILL, once every ${soaked.secondsALife} s; then it ran on unharmed for a sixth of that time. It was there again within ${amount(percentile(starts, 0.5), 'ms')} (slowest ${amount(Math.max(...starts), 'ms')}). ${seen.cut} requests met a kill and were sent again.`,
    `**${isWhole(soaked) ? 'Nothing was lost.' : 'Something is not as promised: see below.'}**`,
    markdownTable(
      ['promise', 'looked at', ''],
      proofs.map(({ claim, checked, broken }) => [claim, amount(checked, '').trim(), kept(broken)]),
    ),
    ...(examples.length > 0 ? [examples.join('\n')] : []),
    `The mail server took ${amount(soaked.messages, 'messages')}; ${soaked.repeated} of them came again after a kill, which a mail reader shows once.`,
    '## Memory',
    `- From life to life, after each one’s warm-up (the later ${memory.lives}): ${slope(memory.byLives)}.\n- Within the last life, which nobody killed: ${slope(memory.within)}.`,
    '## Requests',
    markdownTable(
      ['asked', 'answered', 'half within', '99 of 100 within', 'slowest'],
      [...seen.times].map(([what, times]) => [
        what,
        amount(times.length, '').trim(),
        amount(percentile(times, 0.5), 'ms'),
        amount(percentile(times, 0.99), 'ms'),
        amount(percentile(times, 1), 'ms'),
      ]),
    ),
    ...listed('What no kill explains', seen.wrong),
    ...listed('Faults in the log', faults),
  ]
  return `${sections.join('\n\n')}\n`
}

const listed = (title: string, counted: ReadonlyMap<string, number>): string[] =>
  counted.size === 0
    ? [`## ${title}\n\nNone.`]
    : [`## ${title}\n\n${[...counted].map(([what, times]) => `- ${times} × ${what}`).join('\n')}`]
