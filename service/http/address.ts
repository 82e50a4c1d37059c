import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { lineOfAddress } from '../shared/ip-address.ts'
import { isPublicAddress } from '../shared/public-address.ts'

/** Names the line that a request comes from, for limits only. It is stored nowhere. */
export type AddressOf = (c: Context) => string

/** Hashes a line so that one file can be told from another's by it, and nobody can find the line from the hash. */
export type HashAddress = (line: string) => string

/** Remembers, for as long as the process runs, whether a proxy seems to stand in front that nobody trusts. */
export interface ProxyWatch {
  readonly isSeen: boolean
  note(): void
}

/** @param tell is called once, when the first such request came */
export function createProxyWatch(tell: () => void): ProxyWatch {
  let isSeen = false
  return {
    get isSeen() {
      return isSeen
    },
    note() {
      if (!isSeen) tell()
      isSeen = true
    },
  }
}

/**
 * Behind a trusted proxy the last forwarded address is the visitor's. Where that is no address, the request counts for
 * the proxy itself, so that nobody gets a fresh counter by writing nonsense. Without trust the header is not believed,
 * but a request that bears it and comes from a private address shows that a proxy stands in front.
 */
export function addressReader(trustProxy: boolean, proxy: Pick<ProxyWatch, 'note'>): AddressOf {
  return (c) => {
    const connected = connectedAddress(c)
    const line = lineOfAddress(connected) ?? connected
    const forwarded = c.req.header('x-forwarded-for')
    if (trustProxy) return lineOfAddress(forwarded?.split(',').at(-1) ?? '') ?? line
    if ((forwarded ?? c.req.header('forwarded')) !== undefined && !isPublicAddress(line)) proxy.note()
    return line
  }
}

// A request that a test hands straight to the app has no connection.
function connectedAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'unknown'
  }
}
