import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { firstMessage } from '../first-message.ts'
import { type Asking, type Crew, liveThrough } from './lifecycle.ts'
import type { Sample, Seen } from './seen.ts'
import { arrivalsOf, type Stage } from './shape.ts'

export interface Drive {
  readonly url: string
  readonly stages: readonly Stage[]
  /** They take turns. */
  readonly crews: readonly Crew[]
}

/** People and programs come from so many sockets at most; who comes later waits for one, and that time counts. */
const MOST_SOCKETS = 1_000

/** Drives from a process of its own, and resolves once every lifecycle has come to its end. */
export async function drive(order: Drive): Promise<Seen> {
  const driver = fork(import.meta.filename, { serialization: 'advanced' })
  driver.send(order)
  return firstMessage<Seen>(driver)
}

async function driveHere({ url, stages, crews }: Drive): Promise<Seen> {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS })
  const samples: Sample[] = []
  const refusals: number[] = []
  const late: number[] = []
  const began = performance.now()
  const now = () => performance.now() - began
  const asking: Asking = {
    url,
    agent,
    now,
    saw: (sample) => void samples.push(sample),
    sawRefusal: (took) => void refusals.push(took),
  }
  const lives: Promise<void>[] = []
  for (const [at, arrival] of arrivalsOf(stages).entries()) {
    const wait = arrival - now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    late.push(Math.max(0, now() - arrival))
    const crew = crews[at % crews.length]
    if (crew) lives.push(liveThrough(asking, crew, at))
  }
  await Promise.all(lives)
  agent.destroy()
  return { samples, refusals, late }
}

if (import.meta.filename === process.argv[1]) {
  const [order] = (await once(process, 'message')) as [Drive]
  process.send?.(await driveHere(order), () => process.disconnect())
}
