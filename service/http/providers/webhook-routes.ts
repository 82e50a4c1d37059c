import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ProviderCall } from '../../offices/channels/provider-news.ts'
import { greetProvider, hearFromProvider } from '../../telling/notices/provider-news.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { answers, newApi, refusals, route } from '../openapi.ts'

const heard = answers(200, z.object({}), 'Heard; what is about no message of ours is passed over')
const secretParam = z.object({ secret: z.string() })

const fromResend = route.post('/resend', {
  summary: 'Reports of the e-mail provider, signed by it',
  responses: heard,
})
const fromWhatsApp = route.post('/whatsapp', {
  summary: 'Reports of WhatsApp, and who wrote to the office, signed by it',
  responses: heard,
})
const greeting = route.get('/whatsapp', {
  summary: 'Shows WhatsApp that this address is ours',
  responses: { 200: { description: 'The challenge', content: { 'text/plain': { schema: z.string() } } }, ...refusals },
})
const fromSms = route.post('/sms/{secret}', {
  summary: 'Reports of the SMS gateway',
  request: { params: secretParam },
  responses: heard,
})
const anSms = route.post('/sms', {
  summary: 'An SMS that came in, signed by its gateway',
  responses: heard,
})
const fromSmsByGet = route.get('/sms/{secret}', {
  summary: 'Reports of an SMS gateway that only asks for addresses',
  request: { params: secretParam },
  responses: heard,
})

/** Each provider authenticates its requests in its own way. */
export function webhookRoutes(ports: ApiOffice) {
  const api = newApi()
  const hear = async (c: Context<AppEnv>, channel: 'email' | 'whatsapp' | 'sms', secret: string | null = null) =>
    hearFromProvider(ports, channel, await callFrom(c, secret))

  api.openapi(fromResend, async (c) => {
    await hear(c, 'email')
    return c.json({}, 200)
  })
  api.openapi(fromWhatsApp, async (c) => {
    await hear(c, 'whatsapp')
    return c.json({}, 200)
  })
  api.openapi(greeting, (c) => c.text(greetProvider(ports, 'whatsapp', c.req.query()), 200))
  api.openapi(fromSms, async (c) => {
    await hear(c, 'sms', c.req.valid('param').secret)
    return c.json({}, 200)
  })
  api.openapi(anSms, async (c) => {
    await hear(c, 'sms')
    return c.json({}, 200)
  })
  api.openapi(fromSmsByGet, async (c) => {
    await hear(c, 'sms', c.req.valid('param').secret)
    return c.json({}, 200)
  })
  return api
}

const callFrom = async (c: Context<AppEnv>, secret: string | null): Promise<ProviderCall> => ({
  body: await c.req.text(),
  query: c.req.query(),
  secret,
  header: (name) => c.req.header(name),
})
