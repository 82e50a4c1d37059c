import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  createTaskPace,
  createWakeUp,
  LONGEST_REST,
  type People,
  repeat,
  restAfter,
} from '../../service/shared/repeat.ts'

/** Hours pass at once; they are over with the test. */
function stopTheClock(): void {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
}

it('a job is done again and again, never twice at once, and goes on after it failed', async () => {
  stopTheClock()
  let runs = 0
  let atOnce = 0
  let mostAtOnce = 0
  const faults: unknown[] = []
  const stop = repeat(
    1,
    async () => {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce)
      await new Promise((resolve) => setTimeout(resolve, 3))
      atOnce--
      if (++runs === 2) throw new Error('disk')
    },
    (cause) => faults.push(cause),
  )
  await vi.advanceTimersByTimeAsync(4 * 5)
  expect(runs).toBe(5)
  await stop()
  expect(faults).toEqual([new Error('disk')])
  expect(mostAtOnce).toBe(1)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(runs).toBe(5)
})

it('stopping waits for the run under way, and none comes after it', async () => {
  stopTheClock()
  let runs = 0
  let finish = () => {}
  const job = () =>
    new Promise<void>((resolve) => {
      finish = () => {
        runs++
        resolve()
      }
    })
  const stop = repeat(1, job, () => {})
  await vi.advanceTimersByTimeAsync(1)
  let hasStopped = false
  const stopping = stop().then(() => {
    hasStopped = true
  })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(hasStopped).toBe(false)
  finish()
  await stopping
  await vi.advanceTimersByTimeAsync(1_000)
  expect(runs).toBe(1)
})

it('what is done once an hour is done soon after the start all the same', async () => {
  stopTheClock()
  let runs = 0
  const count = async () => {
    runs++
  }
  const stop = repeat(3_600_000, count, () => {}, 1)
  await vi.advanceTimersByTimeAsync(3_600_000)
  expect(runs).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(runs).toBe(2)
  await stop()
})

it('a signal begins the next run at once, also one that came during a run', async () => {
  const wakeUp = createWakeUp()
  let runs = 0
  const job = async () => {
    if (++runs === 2) wakeUp.signal()
  }
  const stop = repeat(3_600_000, job, () => {}, 3_600_000, wakeUp)
  wakeUp.signal()
  await expect.poll(() => runs).toBe(1)
  wakeUp.signal()
  await expect.poll(() => runs).toBe(3)
  await stop()
  expect(runs).toBe(3)
})

const VERY_LONG = 2 ** 30

it('ends a wait at a signal', async () => {
  const wakeUp = createWakeUp()
  const waiting = wakeUp.wait(VERY_LONG)
  wakeUp.signal()
  await expect(waiting).resolves.toBe(true)
})

it('remembers a signal that nobody waited for, once', async () => {
  const wakeUp = createWakeUp()
  wakeUp.signal()
  wakeUp.signal()
  await wakeUp.wait(VERY_LONG)

  let isOver = false
  const waiting = wakeUp.wait(VERY_LONG).then(() => {
    isOver = true
  })
  await Promise.resolve()
  expect(isOver).toBe(false)
  wakeUp.signal()
  await waiting
})

it('waits no longer than it was asked', async () => {
  await expect(createWakeUp().wait(1)).resolves.toBe(false)
})

const nobody: People = { underWay: 0, quietFor: Infinity }
const somebody: People = { underWay: 1, quietFor: 0 }

describe('the rest of tasks', () => {
  it('is none while nobody is there, however long they worked', () => {
    expect([restAfter(3, 0, nobody), restAfter(900, 900, nobody)]).toEqual([0, 0])
  })

  it('comes after a few milliseconds of work, and leaves people three quarters of the thread', () => {
    expect([restAfter(4.9, 0, somebody), restAfter(8, 0, somebody)]).toEqual([0, 24])
  })

  it('leaves them nearly all of it in a process that is late, and yet ends', () => {
    expect([restAfter(8, 16, somebody), restAfter(900, 900, somebody)]).toEqual([152, LONGEST_REST])
  })

  it('goes on between two requests of somebody who works', () => {
    expect(restAfter(8, 0, { underWay: 0, quietFor: 199 })).toBe(24)
    expect(restAfter(8, 0, { underWay: 0, quietFor: 200 })).toBe(0)
  })
})

/** A process whose thread works only by its portions, and whose rests end only when a test ends them. */
function aProcess(people: People) {
  let worked = 0
  const rests: { readonly milliseconds: number; readonly end: () => void }[] = []
  const done: string[] = []
  const seen = { people }
  const pace = createTaskPace(() => seen.people, {
    used: () => worked,
    now: () => 0,
    wait: (milliseconds) => new Promise((end) => rests.push({ milliseconds, end })),
  })
  return {
    ...{ done, rests, seen },
    /** Each portion takes eight milliseconds. */
    portions: (task: string, amount: number) =>
      Promise.all(
        Array.from({ length: amount }, () =>
          pace.portion(async () => {
            worked += 8
            done.push(task)
          }),
        ),
      ),
    portion: pace.portion,
    async settle() {
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
    },
    /** Ends the rest that lasts; those of portions that were done in time are over. */
    endRest() {
      rests.findLast(({ milliseconds }) => milliseconds === 24)?.end()
    },
  }
}

describe('the tasks of a process', () => {
  it('work all at once while nobody is there', async () => {
    const { portions, done, rests } = aProcess(nobody)
    await portions('fakta', 50)
    expect([done.length, rests.length]).toEqual([50, 0])
  })

  it('do one portion and rest while somebody waits, all together and in the order in which they asked', async () => {
    const { portions, done, settle, endRest } = aProcess(somebody)
    const all = Promise.all([portions('fakta', 2), portions('tenggat', 1)])
    await settle()
    expect(done).toEqual(['fakta'])
    endRest()
    await settle()
    expect(done).toEqual(['fakta', 'fakta'])
    endRest()
    await all
    expect(done).toEqual(['fakta', 'fakta', 'tenggat'])
  })

  it('do all that is left once nobody waits any more', async () => {
    const { portions, done, seen, settle, endRest } = aProcess(somebody)
    const all = portions('fakta', 50)
    await settle()
    expect(done.length).toBe(1)
    seen.people = nobody
    endRest()
    await all
    expect(done.length).toBe(50)
  })

  it('learn of a fault in their own portion, and the others go on', async () => {
    const { portion, portions, settle, endRest } = aProcess(somebody)
    const failing = portion(() => Promise.reject(new Error('Berkas rusak.')))
    await expect(failing).rejects.toThrow('Berkas rusak.')
    const others = portions('fakta', 2)
    await settle()
    endRest()
    expect((await others).length).toBe(2)
  })

  it('do not wait for themselves where a portion asks for another', async () => {
    const { portion, rests, settle } = aProcess(somebody)
    const outer = portion(() => portion(async () => 'selesai'))
    await settle()
    for (const { end } of rests) end()
    expect(await outer).toBe('selesai')
  })
})
