import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'

/** Everything from our own origin, nothing inline, nothing framed. Adopted style sheets of elements need no allowance. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

/** Security headers for all answers. Only `/embed/{tenant}` may be framed, and only by the unit's own origins. */
export const securityHeaders =
  (isSecure: boolean): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next()
    const framers = c.req.path.startsWith('/embed/')
      ? ["'self'", ...(c.get('tenant')?.settings.origins ?? [])]
      : ["'none'"]
    const headers = c.res.headers
    if (!headers.has('Content-Security-Policy')) {
      headers.set('Content-Security-Policy', `${pagePolicy}; frame-ancestors ${framers.join(' ')}`)
    }
    headers.set('X-Content-Type-Options', 'nosniff')
    // Under `no-referrer` a form of our own would be sent with `Origin: null` and be taken for a foreign one.
    headers.set('Referrer-Policy', 'same-origin')
    headers.set('Permissions-Policy', 'geolocation=(), payment=(), usb=(), interest-cohort=()')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    if (!headers.has('Cross-Origin-Resource-Policy')) headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  }
