import type { Context } from 'hono'

/** What a proxy makes: 32 hexadecimal digits, or a UUID. Nothing that a person could have written fits. */
const shape = /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i

/** The id under which a request is followed: the trusted proxy's own, else one of ours. */
export type RequestIdOf = (c: Context) => string

/** @param trustProxy without it, whoever asks could name their requests as they like */
export function requestIdReader(trustProxy: boolean, newId: () => string): RequestIdOf {
  return (c) => {
    const given = trustProxy ? c.req.header('x-request-id') : undefined
    return given !== undefined && shape.test(given) ? given.toLowerCase() : newId()
  }
}
