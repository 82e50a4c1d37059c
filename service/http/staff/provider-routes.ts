import { Hono } from 'hono'
import { beginAtProvider, signInFromProvider } from '../../offices/staff/identity-provider.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { dropCookie, keepCookie, readCookie } from '../session-cookie.ts'
import { deviceLabel, startSession } from './account-operations.ts'

/** Seconds for signing in at the provider's page; the same as a challenge lasts. */
const LASTS = 5 * 60

/** These are pages, not calls: they redirect the browser to the provider and back. */
export function providerRoutes(ports: ApiOffice) {
  const app = new Hono<AppEnv>()

  app.get('/start', async (c) => {
    ports.limits.before('provider', ports.addressOf(c))
    c.header('Cache-Control', 'no-store')
    try {
      const { url, secret } = await beginAtProvider(ports)
      // It is Lax because the way back begins at another site. The cookie opens nothing by itself.
      keepCookie(c, ports, 'provider', { value: secret, seconds: LASTS, sameSite: 'Lax' })
      return c.redirect(url)
    } catch (cause) {
      return c.redirect(sentBack(cause))
    }
  })

  app.get('/callback', async (c) => {
    c.header('Cache-Control', 'no-store')
    // The address contains the provider's answer, which no page may leak as a referrer.
    c.header('Referrer-Policy', 'no-referrer')
    const secret = readCookie(c, ports, 'provider') ?? ''
    dropCookie(c, ports, 'provider')
    try {
      const device = deviceLabel(c.req.header('user-agent'))
      await startSession(ports, c, await signInFromProvider(ports, { answer: new URL(c.req.url), secret, device }))
      return c.redirect('/admin/')
    } catch (cause) {
      return c.redirect(sentBack(cause))
    }
  })

  app.get('/out', async (c) => c.redirect((await ports.identityProvider?.signOutUrl().catch(() => null)) ?? '/admin/'))
  return app
}

/** The sign-in page shows the reason. */
function sentBack(cause: unknown): string {
  if (!(cause instanceof Refusal)) throw cause
  return `/admin/?refused=${encodeURIComponent(cause.code)}`
}
