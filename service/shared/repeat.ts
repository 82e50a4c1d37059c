import { createWakeUp } from './wake-up.ts'

/**
 * Repeats a job, never twice at once, until it is stopped.
 * @param firstAfter milliseconds until the first run
 * @param wakeUp its signal begins the next run at once
 * @returns stops the job and resolves when the current run is done
 */
export function repeat(
  everyMilliseconds: number,
  job: () => Promise<unknown>,
  onFault: (cause: unknown) => void,
  firstAfter = everyMilliseconds,
  wakeUp = createWakeUp(),
): () => Promise<void> {
  let isStopped = false

  const run = async () => {
    await wakeUp.wait(firstAfter)
    while (!isStopped) {
      await job().catch(onFault)
      await wakeUp.wait(everyMilliseconds)
    }
  }
  const running = run()

  return () => {
    isStopped = true
    wakeUp.signal()
    return running
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

/**
 * Yields so many turns of the event loop: it takes no time in a quiet process, and as long as the other work in a busy
 * one.
 */
export async function giveWay(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  }
}
