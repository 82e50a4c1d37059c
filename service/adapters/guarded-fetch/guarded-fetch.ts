import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { pipeline } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPublicAddress } from '../../shared/ip-address.ts'
import {
  type CallOutside,
  type FindOutside,
  isTlsFailure,
  type OutboundAnswer,
  type OutboundFailure,
  type OutboundRefusal,
  type OutboundRequest,
} from '../../shared/outbound.ts'

export interface HostPorts {
  readonly open: readonly number[]
  /** `address:port`, IPv6 in brackets: exceptions for private addresses and other ports. */
  readonly allowed: readonly string[]
  /** All addresses of a name. @throws if there is none */
  readonly resolve?: ((name: string) => Promise<readonly string[]>) | undefined
}

const resolveHere = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true })).map(({ address }) => address)

/** All addresses of a name are looked up once and checked; one that is not public refuses the name. */
export function findOutside({ open, allowed, resolve = resolveHere }: HostPorts): FindOutside {
  const mayCall = (address: string, port: number) =>
    allowed.includes(`${isIP(address) === 6 ? `[${address}]` : address}:${port}`) ||
    (isPublicAddress(address) && open.includes(port))

  return async (host, port, signal) => {
    if (!open.includes(port) && !allowed.some((one) => one.endsWith(`:${port}`)))
      return { kind: 'refused', why: 'port' }
    const addresses = await orAborted(addressesOf(host, resolve), signal)
    if (addresses.length === 0) return { kind: 'failed', why: 'unknown_name' }
    return addresses.every((one) => mayCall(one, port))
      ? { kind: 'found', addresses }
      : { kind: 'refused', why: 'not_public' }
  }
}

/** A name that is an address itself needs no look-up. */
async function addressesOf(host: string, resolve: (name: string) => Promise<readonly string[]>) {
  const bare = host.replace(/^\[|\]$/g, '')
  if (isIP(bare)) return [bare]
  return resolve(bare).catch(() => [])
}

/** A look-up cannot be cancelled, only no longer awaited. */
const orAborted = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    promise.then(resolve, reject)
  })

const unpackers: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Reads up to the limit and then closes the connection. It also unpacks, because some servers compress unasked. */
export async function readBody(
  response: IncomingMessage,
  mostBytes: number,
): Promise<{ readonly body: Uint8Array; readonly isCut: boolean }> {
  const pieces: Uint8Array[] = []
  let room = mostBytes
  try {
    for await (const piece of unpacked(response)) {
      const bytes = Buffer.from(piece)
      pieces.push(bytes.subarray(0, room))
      if (bytes.length > room) return { body: Buffer.concat(pieces), isCut: true }
      room -= bytes.length
    }
    return { body: Buffer.concat(pieces), isCut: false }
  } finally {
    response.destroy()
  }
}

function unpacked(response: IncomingMessage): AsyncIterable<Buffer | string> {
  const unpacker = unpackers[response.headers['content-encoding']?.toLowerCase() ?? '']
  // The reader of the last stream receives every fault.
  return unpacker ? pipeline(response, unpacker(), () => {}) : response
}

export function failureOf(cause: unknown): OutboundFailure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return isTlsFailure(code) ? 'bad_certificate' : 'not_reached'
}

export interface GuardPorts extends Omit<HostPorts, 'open'> {
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
