import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** Where a request comes from, for limits only: it is stored nowhere. */
export type AddressOf = (c: Context) => string

/** @param trustProxy behind a reverse proxy the last forwarded address is the visitor's */
export function addressReader(trustProxy: boolean): AddressOf {
  return (c) => {
    const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
    return forwarded ?? connectedAddress(c)
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
