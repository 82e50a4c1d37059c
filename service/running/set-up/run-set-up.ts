import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { compareWithSecret, newRecoveryCode } from '../../adapters/node-crypto/secrets.ts'
import { listen } from '../../adapters/node-server/servers.ts'
import { addressReader } from '../../http/address.ts'
import { languageOf } from '../../http/language.ts'
import { WINDOW } from '../../http/limit-table.ts'
import { slidingRate } from '../../http/rates.ts'
import { SECOND } from '../../shared/instant.ts'
import { type Environment, keepSettings } from '../settings.ts'
import {
  type Answers,
  ECHO,
  type Echo,
  type Faults,
  faultsIn,
  readAnswers,
  settingsFrom,
  tryAnswers,
} from './answers.ts'
import { donePage, setUpPage, setUpTexts } from './set-up-page.ts'

/**
 * A code has 80 random bits, and the right one always works: what others try voids it for nobody. An address that tried
 * so many wrong ones within ten minutes waits, and each wrong one is answered later than the one before.
 */
const MOST_WRONG = 10
const LATER_BY = 50
/** A form is some hundred bytes. */
const MOST_BYTES = 20_000
const GRACE = 2_000

const none = readAnswers(() => '')

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

interface SetUpParts {
  readonly dataFolder: string
  readonly code: string
  readonly onDone: () => void
}

/** The set-up's own small service. It has no session: each request brings the code. */
export function setUpApp({ dataFolder, code, onDone }: SetUpParts): Hono {
  const echo: Echo = { word: randomBytes(16).toString('hex'), isProxied: false }
  let isDone = false
  const isRight = compareWithSecret(normalised(code))
  const wrong = slidingRate(WINDOW, () => performance.now())
  const addressOf = addressReader(false, { note: () => {} })

  async function refuseCode(c: Context, answers: Answers): Promise<Response> {
    const tries = wrong.add(addressOf(c))
    await pause(Math.min(tries, MOST_WRONG) * LATER_BY)
    if (tries <= MOST_WRONG) return show(c, answers, {}, true)
    return c.text('Too many wrong codes.\n', 429, { 'Retry-After': String(WINDOW / SECOND) })
  }
  const show = (c: Context, answers: Answers, faults: Faults, wrongCode = false) =>
    c.html(
      setUpPage({ language: languageOf(c), answers, faults, wrongCode }),
      wrongCode ? 403 : Object.keys(faults).length > 0 ? 400 : 200,
    )

  return new Hono()
    .use(async (c, next) => {
      c.header('Content-Security-Policy', policy)
      c.header('Cache-Control', 'no-store')
      c.header('Referrer-Policy', 'same-origin')
      c.header('X-Content-Type-Options', 'nosniff')
      await next()
    })
    .onError((_, c) => c.text('Not set up.\n', 500))
    .get(ECHO, (c) => {
      echo.isProxied ||= c.req.header('x-forwarded-for') !== undefined
      return c.text(echo.word)
    })
    .get('/', (c) => show(c, none, {}))
    .post('/', async (c) => {
      if (isDone || Number(c.req.header('content-length') ?? MOST_BYTES + 1) > MOST_BYTES) return c.text('Gone.\n', 404)
      const form = await c.req.formData().catch(() => null)
      if (!form) return c.text('Not a form.\n', 400)
      const given = (name: string): string => {
        const value = form.get(name)
        return typeof value === 'string' ? value.trim() : ''
      }
      const answers = readAnswers(given)
      if (!isRight(normalised(given('code')))) return refuseCode(c, answers)
      const faults = faultsIn(answers)
      if (Object.keys(faults).length > 0) return show(c, answers, faults)
      const takesSameDisk = given('sameDisk') === 'yes'
      const found = await tryAnswers(answers, {
        echo,
        dataFolder,
        takesSameDisk,
        mail: setUpTexts[languageOf(c)].trialMail,
      })
      if (Object.keys(found).length > 0) return show(c, answers, found)
      if (isDone) return c.text('Gone.\n', 404)
      await keepSettings(dataFolder, settingsFrom(answers, echo.isProxied))
      isDone = true
      // The answer leaves first.
      setTimeout(onDone, 100)
      return c.html(donePage(languageOf(c)))
    })
    .notFound((c) => c.text('Not set up yet.\n', 503))
}

const normalised = (code: string): string => code.toUpperCase().replace(/[^A-Z2-9]/g, '')

/** Asks in the browser, and ends once the answers are kept. Port and host are those of the service. */
export async function runSetUp(environment: Environment, print: (line: string) => void): Promise<void> {
  const host = environment.HOST?.trim() || '127.0.0.1'
  const port = environment.PORT?.trim() || '8080'
  if (!/^\d{1,5}$/.test(port)) throw new Error(`PORT must be a whole number, not "${port}".`)
  const listening = await listen(host, Number(port))
  const dataFolder = resolve(environment.DATA_DIR?.trim() || './data')
  const code = newRecoveryCode()
  await new Promise<void>((done) => {
    const app = setUpApp({ dataFolder, code, onDone: done })
    listening.serve((request, env) => app.fetch(request, env))
    print(
      `\nAduan is not set up yet. Open http://${host}:${listening.port}/ or the address of its proxy,\nand give this code, which works for the set-up alone:\n\n  ${code}\n\nOr set PUBLIC_URL and the other settings in the environment: docs/operate/settings.md\n`,
    )
  })
  await listening.stop(GRACE)
}
