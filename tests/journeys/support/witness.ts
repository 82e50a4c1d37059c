import type { BrowserContext } from 'playwright-core'

/** What a test expects to go wrong in the browser, and which origins besides the service may be asked. */
export interface Expectations {
  readonly errors?: readonly RegExp[]
  readonly origins?: readonly string[]
}

/** A service on a machine that is busy asks a page to come again, and the page does. What never comes is missed by the journey. */
const comesAgain = /status of 503/
/** A case that somebody else handles is refused until its page has asked for a reason. */
const isUnread = /status of 403 \(Forbidden\) \S+\/cases\/[A-Z]+-\d{4}-\d+$/

/**
 * Writes down all that no page of ours may ever do: errors in the console (a breach of the content security policy is
 * one), uncaught errors, failed requests, requests to anybody else.
 */
export function witness(context: BrowserContext, home: string, { errors = [], origins = [] }: Expectations) {
  const seen: string[] = []
  const allowed = new Set([home, ...origins])
  const note = (line: string) => {
    if (![...errors, comesAgain, isUnread].some((error) => error.test(line))) seen.push(line)
  }
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    note(`console: ${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`))
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && !allowed.has(origin)) note(`asked elsewhere: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText
    // Leaving a page, and a download, end what is under way.
    if (why !== 'net::ERR_ABORTED') note(`failed: ${request.method()} ${request.url()} ${why}`)
  })
  return { seen: () => seen }
}
