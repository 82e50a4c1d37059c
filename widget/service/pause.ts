/**
 * Waits before a further try; the network's return, the signal or `end` end it early, and nothing is left behind.
 * @param begin gets `end`, and how long the wait is: a part is left to chance, so that the forms of a whole village do
 *   not ask in the same second
 */
export async function pause(
  milliseconds: number,
  signal: AbortSignal,
  begin: (end: () => void, wait: number) => void,
): Promise<void> {
  const wait = milliseconds * (0.7 + Math.random() * 0.6)
  const over = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  await new Promise<void>((done) => {
    timer = setTimeout(done, wait)
    addEventListener('online', () => done(), over)
    signal.addEventListener('abort', () => done(), over)
    begin(done, wait)
  })
  clearTimeout(timer)
  over.abort()
}
