import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { fire } from './fire.ts'
import { inRounds, lowest } from './in-rounds.ts'
import { bigUnit, folderOfCases, smallUnit } from './million-folder.ts'

const CASES = 100_000
const WARM_UP = 20
const TIMES = 60
const MOST_MILLISECONDS = 30

/** What the desk asks with each letter that is typed, and when it opens. The first is the yardstick. */
const questions = [
  { name: 'a register page', path: '/cases?status=received&sort=received_desc&limit=25' },
  { name: 'Hari ini of a head', path: '/today', who: 'kepala' },
  { name: 'Hari ini of a verifier', path: '/today', who: 'verifikator' },
  { name: 'Hari ini of a handler', path: '/today', who: 'petugas' },
  { name: 'its counts', path: '/today/counts', who: 'kepala' },
  { name: 'a search by the beginning of a word', path: '/cases?q=lok&limit=25', who: 'kepala' },
] as const

/** *Hari ini* and the search of each letter, in a unit with many cases and in one with few, in turn with a register page. */
export async function benchToday(): Promise<readonly Figure[]> {
  const folder = await folderOfCases(CASES)
  return withService(async ({ service: { url } }) => {
    const shots = await Promise.all(
      [bigUnit, smallUnit].flatMap((unit) =>
        questions.map(async ({ path, ...asked }) => {
          const { headers } = await unitAt(url, unit).signIn('who' in asked ? asked.who : 'verifikator')
          return { path: `/api/v1/tenants/${unit}${path}`, headers }
        }),
      ),
    )
    // Nobody reads a new folder before its cases were searched for their name; each refusal waits some seconds itself.
    for (const { path, headers } of shots) while ((await fetch(url + path, { headers })).status === 503);
    // One connection fires the shots in turn, so the times belong to the questions in turn.
    const volley = { url, shots, connections: 1 }
    await fire({ ...volley, amount: WARM_UP * shots.length })
    const rounds = await inRounds(async () => {
      const { times } = await fire({ ...volley, amount: TIMES * shots.length })
      return shots.map((_, shot) =>
        percentile(
          times.filter((__, at) => at % shots.length === shot),
          0.95,
        ),
      )
    })
    const best = (shot: number) => lowest(rounds, (round) => round[shot] ?? Infinity)
    return questions.slice(1).map(
      ({ name }, at): Figure => ({
        what: `95 of 100 times ${name}, of 100,000 cases`,
        value: best(at + 1),
        unit: 'ms',
        most: MOST_MILLISECONDS,
        beside: `${questions[0].name} ${amount(best(0), 'ms')}; of few cases ${amount(best(at + 1 + questions.length), 'ms')}`,
      }),
    )
  }, folder)
}
