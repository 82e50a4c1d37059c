import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'

/** Everything from our own origin, nothing inline, nothing framed. Adopted style sheets of elements need no allowance. */
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

/** @param framers who may frame the page: sources of `frame-ancestors` */
const policy = (framers: readonly string[]): string => `${pagePolicy}; frame-ancestors ${framers.join(' ')}`

/** Only `/embed/{tenant}` may be framed, and only by the unit's own origins. */
export const framedPolicy = (origins: readonly string[]): string => policy(["'self'", ...origins])

const unframed = policy(["'none'"])

/** The desk shows its unit's form as visitors would see it, and frames nothing else. */
export const deskPolicy = `${unframed}; frame-src 'self'`

/**
 * For a form that is only looked at: without an origin it has no storage and no way to the page around it, and there is
 * nobody whom it may ask or send anything.
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
 * Security headers for all answers; a route that needs other ones sets them itself. They are set before the answer is
 * made, because changing a finished one costs the server its short way of sending it.
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
