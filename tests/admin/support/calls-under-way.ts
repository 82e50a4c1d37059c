/** Calls of the application that have no answer yet. */
const underWay = new Set<Promise<unknown>>()
const { fetch } = window
window.fetch = (...call) => {
  const answer = fetch(...call)
  const over = () => void underWay.delete(answer)
  underWay.add(answer)
  answer.then(over, over)
  return answer
}

/** Resolves once no call waits for an answer, those included that an answer led to. */
export async function untilAllAreAnswered(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled(underWay)
}
