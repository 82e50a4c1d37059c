/**
 * Does a job again and again, never twice at once, until it is stopped.
 * @returns stops it, and resolves when the run under way is done
 */
export function repeat(
  everyMilliseconds: number,
  job: () => Promise<unknown>,
  onFault: (cause: unknown) => void,
): () => Promise<void> {
  let running = Promise.resolve()
  let isStopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const next = () => {
    timer = setTimeout(() => {
      running = job()
        .catch(onFault)
        .then(() => {
          if (!isStopped) next()
        })
    }, everyMilliseconds)
  }
  next()

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
