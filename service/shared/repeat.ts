/**
 * Repeats a job, never twice at once, until it is stopped.
 * @param firstAfter milliseconds until the first run
 * @returns stops the job and resolves when the current run is done
 */
export function repeat(
  everyMilliseconds: number,
  job: () => Promise<unknown>,
  onFault: (cause: unknown) => void,
  firstAfter = everyMilliseconds,
): () => Promise<void> {
  let running = Promise.resolve()
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const runAfter = (milliseconds: number) => {
    timer = setTimeout(() => {
      running = job()
        .catch(onFault)
        .then(() => {
          if (!isStopped) runAfter(everyMilliseconds)
        })
    }, milliseconds)
  }
  runAfter(firstAfter)

  return () => {
    isStopped = true
    clearTimeout(timer)
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
