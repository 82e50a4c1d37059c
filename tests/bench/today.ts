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

/** The month in which cases were received last. */
const MONTH = new Date().toISOString().slice(0, 7)

interface Question {
  readonly name: string
  readonly path: string
  readonly who: 'kepala' | 'verifikator' | 'petugas'
  readonly most?: number
}

/** What the desk asks with each letter that is typed, when it opens, and where one looks at figures. */
const questions: readonly Question[] = [
  { name: 'Hari ini of a head', path: '/today', who: 'kepala' },
  { name: 'Hari ini of a verifier', path: '/today', who: 'verifikator' },
  { name: 'Hari ini of a handler', path: '/today', who: 'petugas' },
  { name: 'its counts', path: '/today/counts', who: 'kepala' },
  { name: 'a search by the beginning of a word', path: '/cases?q=lok&limit=25', who: 'kepala' },
  { name: 'a register page', path: '/cases?status=received&sort=received_desc&limit=25', who: 'verifikator', most: 4 },
  { name: 'figures of a month', path: `/reports/${MONTH}`, who: 'kepala', most: 300 },
  { name: "somebody's own week", path: '/own-week', who: 'petugas', most: 300 },
  { name: 'the late cases behind a figure', path: '/cases?figure=late&limit=25', who: 'kepala', most: 300 },
]

/** *Hari ini*, the search of each letter and figures, in a unit with many cases and in one with few, in turn. */
export async function benchToday(): Promise<readonly Figure[]> {
  const folder = await folderOfCases(CASES)
  return withService(async ({ service: { url } }) => {
    const shots = await Promise.all(
      [bigUnit, smallUnit].flatMap((unit) =>
        questions.map(async ({ path, who }) => {
          const { headers } = await unitAt(url, unit).signIn(who)
          return { path: `/api/v1/tenants/${unit}${path}`, headers }
        }),
      ),
    )
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
    return questions.map(
      ({ name, most = MOST_MILLISECONDS }, at): Figure => ({
        what: `95 of 100 times ${name}, of 100,000 cases`,
        value: best(at),
        unit: 'ms',
        most,
        beside: `of few cases ${amount(best(at + questions.length), 'ms')}`,
      }),
    )
  }, folder)
}
