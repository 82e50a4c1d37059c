import { Agent, request } from 'node:http'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { diceOf } from '../support/dice.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { noiseOf } from './noise.ts'

const WARM_UP = 300
const TRIES = 2_000
const ROUNDS = 200
const PROBES = 50
/** A password is made slow to try, so fewer tries must do. */
const SIGN_INS = 120

/** A question that is refused, as somebody asks it who wants to learn from the time that the refusal takes. */
interface Question {
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: object
}

/** Refusals that read alike also take alike: what differs is less than one kind of them differs from itself. */
export const benchIsolation = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url } }) => {
    const [here, elsewhere] = [unitAt(url), unitAt(url, 'dinas-contoh')]
    // A long case, so that whatever reads it takes its time.
    const receipt = await here.file({ chronology: aStory(1, 4_500) })
    for (let seed = 2; seed < 22; seed++) {
      await here.reporter(receipt).post('/messages', { text: aStory(seed, 3_000) })
    }
    const nobodys = receipt.number.replace(/\d+$/, '999999')
    const guess = (number: string): Question => ({
      path: `/tenants/bagian-organisasi/complaints/${number}`,
      headers: { Authorization: 'Bearer AAAA-AAAA-AAAA-AAAA-AAAA' },
    })
    const { headers } = await elsewhere.signIn('kepala')
    const asStranger = (number: string): Question => ({ path: `/tenants/dinas-contoh/cases/${number}`, headers })
    const signIn = (email: string): Question => ({ path: '/session', body: { email, password: `${demoPassword}x` } })

    // The person whom the case concerns asks for it, and for two numbers that nobody has.
    const { number: guarded } = await here.file({ reportedPerson: 'Ibu Citra Peragha', chronology: aStory(30, 4_500) })
    const { headers: concerned } = await here.signIn('petugas')
    const asConcerned = (number: string): Question => ({
      path: `/tenants/bagian-organisasi/cases/${number}`,
      headers: concerned,
    })
    const alsoNobodys = nobodys.replace(/9$/, '8')

    return [
      await tellApart(url, 'a guarded number and an unknown one', asConcerned(guarded), asConcerned(nobodys)),
      await tellApart(url, 'two unknown numbers', asConcerned(alsoNobodys), asConcerned(nobodys)),
      await compare(url, 'a wrong code and an unknown number', TRIES, guess(receipt.number), guess(nobodys)),
      await compare(
        url,
        'another unit’s number and an unknown one',
        TRIES,
        asStranger(receipt.number),
        asStranger(nobodys),
      ),
      await compare(
        url,
        'a wrong password and an unknown address',
        SIGN_INS,
        signIn('kepala@bagian-organisasi.demo'),
        signIn('orang-lain@bagian-organisasi.demo'),
      ),
    ]
  })

/**
 * Guesses as an attacker does: in each round both questions are asked 50 times in turn, and the one with the longer mean
 * is called the first. An attacker who knows nothing is right in half of the rounds.
 */
async function tellApart(url: string, what: string, one: Question, other: Question): Promise<Figure> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const both = [one, other] as const
  const dice = diceOf(ROUNDS)
  const askBoth = async (): Promise<readonly [number, number]> => {
    const taken: [number, number] = [0, 0]
    for (const which of dice(2) === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      taken[which] = await microsecondsOf(url, both[which], agent)
    }
    return taken
  }
  for (let turn = 0; turn < WARM_UP; turn++) await askBoth()
  let right = 0
  const apart: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    let difference = 0
    for (let probe = 0; probe < PROBES; probe++) {
      const [first, second] = await askBoth()
      difference += first - second
    }
    apart.push(difference / PROBES)
    if (difference > 0) right++
  }
  agent.destroy()
  const value = (100 * right) / ROUNDS
  return {
    what: `${what}: rounds in which the mean of the first is longer`,
    value: 50 + Math.abs(value - 50),
    unit: 'of 100',
    most: 60,
    beside: `${right} of ${ROUNDS} rounds of ${PROBES} probes; half of the means differ by ${amount(percentile(apart, 0.5), 'µs')} or less`,
  }
}

async function compare(url: string, what: string, tries: number, one: Question, other: Question): Promise<Figure> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const times: readonly [number[], number[]] = [[], []]
  const both = [one, other] as const
  for (let round = -Math.min(WARM_UP, tries / 10); round < tries; round++) {
    // Which of the two comes first changes, so that neither always follows the other.
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const taken = await microsecondsOf(url, both[which], agent)
      if (round >= 0) times[which].push(taken)
    }
  }
  agent.destroy()
  const [ones, others] = times
  const at = (share: number) =>
    `${amount(percentile(ones, share), 'µs')} and ${amount(percentile(others, share), 'µs')}`
  return {
    what: `${what} differ by`,
    value: Math.abs(percentile(ones, 0.5) - percentile(others, 0.5)),
    unit: 'µs',
    most: Math.max(noiseOf(ones), noiseOf(others)),
    beside: `half within ${at(0.5)}; 95 of 100 within ${at(0.95)}`,
  }
}

function microsecondsOf(url: string, { path, headers, body }: Question, agent: Agent): Promise<number> {
  const sent = body && JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/api/v1${path}`, {
      agent,
      method: sent ? 'POST' : 'GET',
      headers: { ...headers, ...(sent && { 'Content-Type': 'application/json', 'Content-Length': sent.length }) },
    })
    asking.on('error', reject)
    asking.on('response', (answer) => {
      answer.resume()
      answer.on('end', () => {
        const taken = (performance.now() - began) * 1_000
        if (answer.statusCode === 404 || answer.statusCode === 401) resolve(taken)
        else reject(new Error(`It was not refused but answered ${answer.statusCode}.`))
      })
    })
    const began = performance.now()
    asking.end(sent)
  })
}
