import { whenAndWhere } from '../support/a-told-story.ts'
import { aFiling } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { fire, type Shot } from './fire.ts'
import { highest, inRounds, lowest } from './in-rounds.ts'
import { cpuOf } from './process-usage.ts'
import { bareCommits } from './yardsticks/bare-commits.ts'
import { bareEchoes } from './yardsticks/bare-echo.ts'

const STORIES = 200
const WARM_UP = 3_000
const FILINGS = 6_000
const CONNECTIONS = 50
const MINUTE_S = 60

/** What a filing may take beside its share of commits for checking, sealing and indexing: 15 to 20 were measured. */
const ECHOES_A_FILING = 25
const COMMITS_A_FILING = 4
/** This share of its best is kept, once the journal is written back while people file. */
const OF_THE_BEST = 0.75
/** The 99th answer of 100 against the mean one: all that are sent at once wait for one another. */
const TIMES_THE_MEAN = 3

/** Filing: checked, sealed, numbered, durable, and its code given; each story with a key that was never used. */
export const benchFiling = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url, folder }, pid }) => {
    const volley = { url, shots: Array.from({ length: STORIES }, filingOf), connections: CONNECTIONS }
    await fire({ ...volley, amount: WARM_UP })
    const rounds = await inRounds(async () => {
      const commits = await bareCommits(folder)
      const echoes = await bareEchoes()
      const cpuBefore = await cpuOf(pid)
      const { perSecond, times } = await fire({ ...volley, amount: FILINGS })
      const cpu = ((await cpuOf(pid)) - cpuBefore) / FILINGS
      // The first answer on each connection tells of a client that has yet to warm up.
      return { commits, echoes, perSecond, cpu, slowest: percentile(times.slice(CONNECTIONS), 0.99) }
    })
    const commits = highest(rounds, (round) => round.commits)
    const echoes = highest(rounds, (round) => round.echoes)
    const best = highest(rounds, ({ perSecond }) => perSecond)
    const mostMs = (perSecond: number) => (TIMES_THE_MEAN * CONNECTIONS * 1_000) / perSecond
    const long = await fire({ ...volley, amount: Math.round(best * MINUTE_S) })
    return [
      {
        what: 'filings',
        value: best,
        unit: '/s',
        least: 1 / (COMMITS_A_FILING / commits + ECHOES_A_FILING / echoes),
        beside: `bare durable commits ${amount(commits, '/s')}, bare echoes ${amount(echoes, '/s')}`,
      },
      {
        what: 'filings, a minute on end',
        value: long.perSecond,
        unit: '/s',
        least: best * OF_THE_BEST,
        beside: `the best of some thousand ${amount(best, '/s')}`,
      },
      { what: 'CPU a filing', value: lowest(rounds, ({ cpu }) => cpu), unit: 'ms', most: 1.5 },
      {
        what: `99 of 100 answered within, ${CONNECTIONS} at once`,
        value: lowest(rounds, ({ slowest }) => slowest),
        unit: 'ms',
        most: mostMs(best),
      },
      {
        what: 'the same, a minute on end',
        value: percentile(long.times.slice(CONNECTIONS), 0.99),
        unit: 'ms',
        most: mostMs(long.perSecond),
      },
    ]
  })

const filingOf = (_: unknown, seed: number): Shot => ({
  path: '/api/v1/tenants/bagian-organisasi/complaints',
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(aFiling({ chronology: aStory(seed + 1), ...whenAndWhere })),
  newKey: true,
})
