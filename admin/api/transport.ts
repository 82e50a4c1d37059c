import type { SessionView } from '../../service/contract/account.ts'
import { forgetToday } from './offline/kept-today.ts'
import { readProblem, type ServiceProblem, ServiceUnreachable } from './problems.ts'
import { noteServiceTime } from './service-clock.ts'

/** `GET` and so on. */
type Method = string

export interface Call {
  readonly body?: unknown
  /** A file in place of a body, as it is. */
  readonly bytes?: Blob
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
  /** An answer of 401 is the answer itself, not the end of a session. */
  readonly withoutSession?: boolean
  /** A file takes as long as its way takes, in milliseconds; anything else half a minute. */
  readonly timeOut?: number
  /** It goes on where the page is left. */
  readonly outlives?: boolean
  /** The page asks by itself, with nobody at it: such a call does not keep a session from ending. */
  readonly background?: boolean
  /** A refused password or code is the answer itself too. */
  readonly answersWrong?: boolean
}

export interface FileAnswer {
  /** Empty where the service gave none. */
  readonly name: string
  readonly bytes: Blob
  /** The number of pages of a document that is shown page by page. */
  readonly pages: number
}

/** Carries calls to the service: language, token against forged requests, time-out, and the way back into a lost session. */
export interface Transport {
  /** The answer as JSON; nothing where it is empty. */
  json<Answer>(method: Method, path: string, call?: Call): Promise<Answer>
  /** A file, and the name that the service saves it under. */
  file(method: Method, path: string, call?: Call): Promise<FileAnswer>
  /** For what goes another way: asks again while the service refuses because it has too much to do. */
  repeatUntilServed(ask: () => Promise<Response>): Promise<Response>
  /** Token for changes, once there is a session. */
  readonly csrf: string
  keepCsrf(csrf: string): void
  address(path: string): string
  language(): string
}

export interface TransportSettings {
  readonly service: string
  readonly language: () => string
  /** Resolves once the same person has signed in again; `false` gives up. */
  readonly signInAgain: () => Promise<boolean>
  /** Resolves once the person has proved who they are; `false` gives up. */
  readonly confirm: () => Promise<boolean>
  /** The unit asks for a second factor that this session has not shown. */
  readonly secondFactorNeeded: () => void
  /** Hears whose session it is now; `false` where somebody else came in by another tab, for whom no call may go on. */
  readonly isSamePerson: (session: SessionView) => boolean
  /** The service has too much to do; the call is sent again by itself until `over`. */
  readonly isBusy: (over: Promise<void>, refused: Response) => void
}

/** Opens a line. `onLost` is called when the service wants no more of it; a broken one mends itself. @returns closes it */
export function openLine<Event>(address: string, name: string, onEvent: (event: Event) => void, onLost: () => void) {
  const line = new EventSource(address, { withCredentials: true })
  line.addEventListener(name, ({ data }: MessageEvent<string>) => onEvent(JSON.parse(data)))
  line.addEventListener('error', () => {
    if (line.readyState === EventSource.CLOSED) onLost()
  })
  return () => line.close()
}

const TIME_OUT = 30_000
const FILE_TIME_OUT = 600_000
const MOST_TRIES = 6

const nameIn = (response: Response): string => {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '') ?? []
  return name ? decodeURIComponent(name) : ''
}

const pagesIn = ({ headers }: Response): number => Number(headers.get('X-Pages') ?? 1)

const fileIn = async (response: Response): Promise<FileAnswer> => ({
  name: nameIn(response),
  bytes: await response.blob(),
  pages: pagesIn(response),
})

const secondsIn = ({ status, headers }: Response): number => (status === 503 ? Number(headers.get('Retry-After')) : 0)

async function askAgain(ask: () => Promise<Response>, refused: Response): Promise<Response> {
  let response = refused
  for (let tries = 1; tries < MOST_TRIES && secondsIn(response) > 0; tries++) {
    // Calls that were refused together would otherwise come together again.
    const wait = secondsIn(response) * 1_000 * (1 + Math.random())
    await new Promise((resolve) => setTimeout(resolve, wait))
    response = await ask()
  }
  return response
}

/**
 * Asks again what the service refused before it took anything, because it had too much to do.
 * @param isBusy with `null` nobody waits for the answer, and the first is taken
 */
async function repeatUntilServed(
  ask: () => Promise<Response>,
  isBusy: TransportSettings['isBusy'] | null,
): Promise<Response> {
  const first = await ask()
  if (!isBusy || !(secondsIn(first) > 0)) return first
  const refused = first.clone()
  const served = askAgain(ask, first)
  const over = () => {}
  isBusy(served.then(over, over), refused)
  return served
}

export function createTransport(settings: TransportSettings): Transport {
  const { service, language, signInAgain, confirm, secondFactorNeeded, isSamePerson } = settings
  let csrf = ''
  const address = (path: string) => `${service}/api/v1${path}`

  async function ask(method: Method, path: string, call: Call): Promise<Response> {
    const { body, bytes, headers, signal } = call
    const timeOut = AbortSignal.timeout(call.timeOut ?? TIME_OUT)
    try {
      return await fetch(address(path), {
        method,
        credentials: 'include',
        keepalive: call.outlives ?? false,
        signal: signal ? AbortSignal.any([signal, timeOut]) : timeOut,
        headers: {
          'Accept-Language': language(),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(bytes && { 'Content-Type': 'application/octet-stream' }),
          ...(method === 'GET' ? {} : { 'X-CSRF-Token': csrf }),
          ...(call.background && { 'X-Background': '1' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(bytes && { body: bytes }),
      }).then(noteServiceTime)
    } catch (cause) {
      if (signal?.aborted) throw cause
      throw new ServiceUnreachable('', { cause })
    }
  }

  async function askForNewToken(): Promise<boolean> {
    const response = await ask('GET', '/session', {})
    if (!response.ok) return true
    const session: SessionView = await response.json()
    csrf = session.csrf
    return isSamePerson(session)
  }

  /** Does what was missing for a call, and returns whether the same call may succeed now. */
  async function madeGood({ problem: { status, code } }: ServiceProblem): Promise<boolean> {
    if (code === 'session/confirmation-needed') return confirm()
    if (status === 401) return signInAgain()
    if (code === 'session/second-factor-needed') secondFactorNeeded()
    if (code !== 'session/csrf-wrong') return false
    return askForNewToken()
  }

  async function answered(method: Method, path: string, call: Call): Promise<Response> {
    const send = () => repeatUntilServed(() => ask(method, path, call), call.background ? null : settings.isBusy)
    const response = await send()
    if (response.ok) return response
    const problem = await readProblem(response)
    if (response.status === 401) forgetToday()
    const isAnswer = call.withoutSession || (call.answersWrong && problem.problem.code.startsWith('session/wrong-'))
    if (isAnswer || !(await madeGood(problem))) throw problem
    const second = await send()
    if (!second.ok) throw await readProblem(second)
    return second
  }

  return {
    json: async (method, path, call = {}) => {
      const text = await (await answered(method, path, call)).text()
      return text === '' ? undefined : JSON.parse(text)
    },
    file: async (method, path, call = {}) => fileIn(await answered(method, path, { timeOut: FILE_TIME_OUT, ...call })),
    repeatUntilServed: (ask) => repeatUntilServed(ask, settings.isBusy),
    get csrf() {
      return csrf
    },
    keepCsrf: (token) => {
      csrf = token
    },
    address,
    language,
  }
}
