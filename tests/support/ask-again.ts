import { setTimeout } from 'node:timers/promises'

const MOST_TRIES = 10

/** Seconds after which the service, which had too much to do and took nothing, wants to be asked again. */
const secondsIn = ({ headers }: Response): number => Number(headers.get('Retry-After'))

/** Asks again what the service refused for want of room on a busy machine, as the widget and the staff's app do. */
export async function askAgainWhenBusy(ask: () => Promise<Response>): Promise<Response> {
  let answer = await ask()
  for (let tries = 1; tries < MOST_TRIES && answer.status === 503 && secondsIn(answer) > 0; tries++) {
    await setTimeout(secondsIn(answer) * 1_000)
    answer = await ask()
  }
  return answer
}

/** The same for what may be asked twice, also where a slow server of the store gave no answer in time. */
export async function askAgain(ask: () => Promise<Response>): Promise<Response> {
  let answer = await ask()
  for (let tries = 1; tries < MOST_TRIES && answer.status === 503; tries++) {
    await setTimeout((secondsIn(answer) || 1) * 1_000)
    answer = await ask()
  }
  return answer
}

/** With this somebody takes up any case that does not concern them. */
export const opening = { reason: 'Uji.', concerned: false }

/**
 * Asks, and where the answer is that somebody has not taken up a case, does that and asks again, as they would at their
 * desk.
 * @param open takes up the case of this number, see `opening`
 */
export async function askOpening(
  ask: () => Promise<Response>,
  open: (number: string) => Promise<Response>,
): Promise<Response> {
  const answer = await ask()
  if (answer.status !== 403) return answer
  const problem = (await answer.clone().json()) as { code?: string; number?: string }
  if (!['case/unread', 'case/undeclared'].includes(problem.code ?? '') || !problem.number) return answer
  const opened = await open(problem.number)
  return opened.ok ? ask() : answer
}
