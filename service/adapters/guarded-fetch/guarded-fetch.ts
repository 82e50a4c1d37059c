import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { CallOutside, OutboundAnswer, OutboundRefusal, OutboundRequest } from '../../shared/outbound.ts'
import { findOutside, type HostPorts } from './find-outside.ts'
import { readBody } from './read-body.ts'
import { failureOf } from './why-it-failed.ts'

export interface GuardPorts extends Omit<HostPorts, 'open'> {
  /** The `User-Agent` of every call. */
  readonly userAgent: string
}

/**
 * The connection goes to an address that was checked, without a second look-up in which the name could change.
 */
export function guardedFetch({ userAgent, allowed, resolve }: GuardPorts): CallOutside {
  const find = findOutside({ open: [80, 443], allowed, resolve })

  async function call(given: string, request: OutboundRequest, redirects: number, signal: AbortSignal) {
    const refused = (why: OutboundRefusal): OutboundAnswer => ({ kind: 'refused', url: given, why })
    try {
      if (!URL.canParse(given)) return refused('not_an_address')
      const url = new URL(given)
      if (url.protocol !== 'https:' && url.protocol !== 'http:') return refused('scheme')
      if (url.username || url.password) return refused('credentials')
      const found = await find(url.hostname, Number(url.port || (url.protocol === 'https:' ? '443' : '80')), signal)
      if (found.kind === 'refused') return refused(found.why)
      if (found.kind === 'failed') return { kind: 'failed', url: given, why: found.why } as const

      const response = await ask(url, found.addresses, request, userAgent, signal)
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

const isRedirect = ({ statusCode = 0 }: IncomingMessage) => [301, 302, 303, 307, 308].includes(statusCode)

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
