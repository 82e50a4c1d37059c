import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { isPublicAddress, lineOfAddress } from '../shared/ip-address.ts'

/** Returns the network address of a request, for limits only; it is never stored. */
export type AddressOf = (c: Context) => string

/** Hashes an address so that two files can be compared by it, while the address cannot be recovered. */
export type HashAddress = (line: string) => string

/** Remembers, until the process ends, whether an untrusted proxy seems to stand in front. */
export interface ProxyWatch {
  readonly isSeen: boolean
  note(): void
}

/** @param tell is called once, for the first such request */
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
 * Behind a trusted proxy the last forwarded address is the visitor's. If that is no address, the request counts for
 * the proxy itself, so that nobody gets a fresh counter by writing nonsense. Without trust the header is ignored, but
 * its presence on a request from a private address shows that a proxy stands in front.
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
