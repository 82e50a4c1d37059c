/**
 * Does a job again and again, never twice at once, until it is stopped.
 * @param firstAfter milliseconds until its first run
 * @returns stops it, and resolves when the run under way is done
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

/** Lets so many turns of the process go to others: in a quiet one they take no time, in a busy one as long as its work. */
export async function giveWay(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  }
}
