import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { CallOutside, OutboundAnswer, OutboundRefusal, OutboundRequest } from '../../shared/outbound.ts'
import { isPublicAddress } from '../../shared/public-address.ts'
import { readBody } from './read-body.ts'
import { failureOf, UnknownName } from './why-it-failed.ts'

export interface GuardPorts {
  /** The `User-Agent` of every call. */
  readonly userAgent: string
  /** `address:port`, IPv6 in brackets: exceptions for private addresses and other ports. */
  readonly allowed: readonly string[]
  /** All addresses of a name. @throws if there is none */
  readonly resolve?: (name: string) => Promise<readonly string[]>
}

const resolveHere = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true })).map(({ address }) => address)

/**
 * All addresses of a name are looked up once and checked; one that is not public refuses the name. The connection
 * goes to a checked address, without a second look-up in which the name could change.
 */
export function guardedFetch({ userAgent, allowed, resolve = resolveHere }: GuardPorts): CallOutside {
  const mayCall = (address: string, port: string) =>
    allowed.includes(`${isIP(address) === 6 ? `[${address}]` : address}:${port}`) ||
    (isPublicAddress(address) && isOpenPort(port))

  async function call(given: string, request: OutboundRequest, redirects: number, signal: AbortSignal) {
    const refused = (why: OutboundRefusal): OutboundAnswer => ({ kind: 'refused', url: given, why })
    try {
      if (!URL.canParse(given)) return refused('not_an_address')
      const url = new URL(given)
      if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('scheme')
      if (url.username || url.password) return refused('credentials')
      const port = url.port || (url.protocol === 'https:' ? '443' : '80')
      if (!isOpenPort(port) && !allowed.some((one) => one.endsWith(`:${port}`))) return refused('port')
      const addresses = await orAborted(addressesOf(url.hostname, resolve), signal)
      if (addresses.length === 0) throw new UnknownName()
      if (!addresses.every((one) => mayCall(one, port))) return refused('not_public')

      const response = await ask(url, addresses, request, userAgent, signal)
      const next = request.method === 'GET' && isRedirect(response) ? response.headers.location : undefined
      if (next !== undefined) {
        response.destroy()
        if (redirects === 0) return { kind: 'failed', url: given, why: 'too_many_redirects' } as const
        return call(URL.canParse(next, url) ? new URL(next, url).href : next, request, redirects - 1, signal)
      }
      const { body, isCut } = await readBody(response, request.mostBytes)
      const headers = Object.fromEntries(
        Object.entries(response.headersDistinct).map(([name, lines]) => [name, lines ?? []]),
      )
      return { kind: 'answered', url: url.href, status: response.statusCode ?? 0, headers, body, isCut } as const
    } catch (cause) {
      return { kind: 'failed', url: given, why: signal.aborted ? 'too_slow' : failureOf(cause) } as const
    }
  }

  return async (request): Promise<OutboundAnswer> => {
    return call(request.url, request, request.redirects, AbortSignal.timeout(request.within))
  }
}

const isOpenPort = (port: string) => port === '80' || port === '443'

const isRedirect = ({ statusCode = 0 }: IncomingMessage) => [301, 302, 303, 307, 308].includes(statusCode)

/** A name that is an address itself needs no look-up. */
async function addressesOf(hostname: string, resolve: (name: string) => Promise<readonly string[]>) {
  const bare = hostname.replace(/^\[|\]$/g, '')
  if (isIP(bare)) return [bare]
  try {
    return await resolve(bare)
  } catch {
    throw new UnknownName()
  }
}

/** A look-up cannot be cancelled, only no longer awaited. */
const orAborted = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    promise.then(resolve, reject)
  })

function ask(
  url: URL,
  addresses: readonly string[],
  request: OutboundRequest,
  userAgent: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const judged = addresses.map((address) => ({ address, family: isIP(address) }))
  const pinned: LookupFunction = (_name, { all }, found) => {
    const [first] = judged
    if (all) found(null, judged)
    else found(null, first?.address ?? '', first?.family)
  }
  const { method, body } = request
  const headers = { ...request.headers, 'User-Agent': userAgent, 'Accept-Encoding': 'identity' }
  return new Promise<IncomingMessage>((resolve, reject) => {
    const send = url.protocol === 'https:' ? overHttps : overHttp
    // There is no agent, because a kept-alive connection was pinned for another call.
    const sent = send(url, { method, headers, signal, agent: false, lookup: pinned })
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end(body)
  })
}
