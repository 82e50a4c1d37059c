import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { ApiOffice } from './office.ts'

const names = { session: 'aduan_session', provider: 'aduan_sign_in' } as const
type Purpose = keyof typeof names

/**
 * Over TLS the name begins with `__Host-`: browsers then take the cookie only from this very host, for all of its
 * paths, so that no sibling host can plant one.
 */
export const cookieName = (purpose: Purpose, isSecure: boolean): string =>
  isSecure ? `__Host-${names[purpose]}` : names[purpose]

/** Reads a cookie. Of two with the same name one was planted, and nobody can tell which, so neither counts. */
export function readCookie(
  c: Context,
  { secureCookies }: Pick<ApiOffice, 'secureCookies'>,
  purpose: Purpose,
): string | undefined {
  const name = cookieName(purpose, secureCookies)
  const values = (c.req.header('cookie') ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .flatMap(([key, ...value]) => (key === name ? [value.join('=')] : []))
  return values.length === 1 ? values[0] : undefined
}

/** Scripts cannot read the cookie. @param seconds its lifetime */
export function keepCookie(
  c: Context,
  { secureCookies }: Pick<ApiOffice, 'secureCookies'>,
  purpose: Purpose,
  {
    value,
    seconds,
    sameSite,
  }: { readonly value: string; readonly seconds: number; readonly sameSite: 'Strict' | 'Lax' },
): void {
  setCookie(c, names[purpose], value, {
    ...(secureCookies && { prefix: 'host' as const }),
    path: '/',
    httpOnly: true,
    sameSite,
    secure: secureCookies,
    maxAge: seconds,
  })
}

export function dropCookie(c: Context, { secureCookies }: Pick<ApiOffice, 'secureCookies'>, purpose: Purpose): void {
  deleteCookie(c, names[purpose], {
    ...(secureCookies && { prefix: 'host' as const }),
    path: '/',
    secure: secureCookies,
  })
}
