import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'

/**
 * Everything comes from our own origin, nothing is inline or framed. Adopted style sheets of elements need no
 * allowance.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ')

/** @param framers sources of `frame-ancestors` */
const policy = (framers: readonly string[]): string => `${pagePolicy}; frame-ancestors ${framers.join(' ')}`

/** Only `/embed/{tenant}` may be framed, and only by the tenant's own origins. */
export const framedPolicy = (origins: readonly string[]): string => policy(["'self'", ...origins])

const unframed = policy(["'none'"])

/** The page for embedders shows a form as visitors would see it, and frame nothing else. */
export const showingPolicy = `${unframed}; frame-src 'self'`

/** The staff's app shows the form too, and can be installed. */
export const deskPolicy = `${showingPolicy}; manifest-src 'self'`

/**
 * For a form that is only looked at: without an origin it has no storage and no access to the page around it, and it
 * may connect to nothing.
 */
export const previewPolicy = [
  'sandbox allow-scripts allow-forms',
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * A route that needs other headers sets them itself. They are set before the answer is made, because changing a
 * finished one makes the server send it the slow way.
 */
export const securityHeaders =
  (isSecure: boolean): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    c.header('Content-Security-Policy', unframed)
    c.header('X-Content-Type-Options', 'nosniff')
    // Under `no-referrer` a form of our own would be sent with `Origin: null` and be taken for a foreign one.
    c.header('Referrer-Policy', 'same-origin')
    c.header('Permissions-Policy', 'geolocation=(self), payment=(), usb=(), interest-cohort=()')
    c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
    if (isSecure) c.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    await next()
  }
