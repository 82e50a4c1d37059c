import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Tells whether a request may read the metrics: with the token if one is set, otherwise only from this machine and
 * not through a proxy.
 */
export function mayReadMetrics(c: Context, isToken: ((given: string) => boolean) | null): boolean {
  if (isToken) {
    const given = /^Bearer (\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    return isToken(given)
  }
  const isForwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => c.req.header(name) !== undefined)
  return !isForwarded && isLoopback(getConnInfo(c).remote.address ?? '')
}

const isLoopback = (address: string): boolean => /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i.test(address)
