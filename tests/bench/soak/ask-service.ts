import { unitAt } from '../../support/an-office.ts'
import type { Lives } from './lives.ts'
import type { Seen } from './visitors.ts'

const PATIENCE_MS = 30_000

export type Office = ReturnType<typeof unitAt>

/** Returns `null` when the service was killed meanwhile, or something else was answered than expected. */
export type Ask = <T>(
  what: string,
  expected: readonly number[],
  request: (office: Office) => Promise<Response>,
  read: (response: Response) => Promise<T>,
) => Promise<T | null>

/** Asks where the service is now, and notes how long the answer took and what no kill explains. */
export function askIn(lives: Lives, seen: Seen): Ask {
  return async (what, expected, request, read) => {
    const url = await lives.url()
    const [began, start] = [Date.now(), performance.now()]
    try {
      const response = await within(request(unitAt(url)))
      const answer = await within(read(response))
      const times = seen.times.get(what) ?? []
      seen.times.set(what, times)
      times.push(performance.now() - start)
      if (expected.includes(response.status)) return answer
      noteWrong(seen, `${what} was answered ${response.status}`)
    } catch (fault) {
      if (lives.diedBetween(began, Date.now())) seen.cut++
      else noteWrong(seen, `${what} was not answered: ${fault instanceof Error ? (fault.cause ?? fault) : fault}`)
    }
    return null
  }
}

export const noteWrong = ({ wrong }: Seen, what: string): void => void wrong.set(what, (wrong.get(what) ?? 0) + 1)

export const json = <T>(response: Response) => response.json() as Promise<T>
export const bytes = (response: Response) => response.arrayBuffer()

async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<never>((_, give) => {
    timer = setTimeout(() => give(new Error(`nothing came in ${PATIENCE_MS / 1_000} s`)), PATIENCE_MS)
  })
  try {
    return await Promise.race([answer, patience])
  } finally {
    clearTimeout(timer)
  }
}
