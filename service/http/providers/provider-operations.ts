import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ProviderCall } from '../../offices/channels/provider-news.ts'
import { greetProvider, hearFromProvider } from '../../telling/notices/provider-news.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { json, op, response } from '../operation.ts'

const heard = json(z.object({}), 'Heard; what is about no message of ours is passed over')

/** Each provider authenticates its requests in its own way. */
const hear =
  (channel: 'email' | 'whatsapp' | 'sms') =>
  async ({ office, c }: { readonly office: ApiOffice; readonly c: Context<AppEnv> }) => {
    await hearFromProvider(office, channel, await callFrom(c))
    return {}
  }

export const providerOperations = [
  op('POST /webhooks/resend', {
    summary: 'Reports of the e-mail provider, signed by it',
    answer: heard,
    does: hear('email'),
  }),
  op('POST /webhooks/whatsapp', {
    summary: 'Reports of WhatsApp, and who wrote to the office, signed by it',
    answer: heard,
    does: hear('whatsapp'),
  }),
  op('GET /webhooks/whatsapp', {
    summary: 'Shows WhatsApp that this address is ours',
    answer: response({ 200: { description: 'The challenge', content: { 'text/plain': { schema: z.string() } } } }),
    does: ({ office, c }) => c.text(greetProvider(office, 'whatsapp', c.req.query()), 200),
  }),
  op('POST /webhooks/sms/{secret}', { summary: 'Reports of the SMS gateway', answer: heard, does: hear('sms') }),
  op('POST /webhooks/sms', {
    summary: 'An SMS that came in, signed by its gateway',
    answer: heard,
    does: hear('sms'),
  }),
  op('GET /webhooks/sms/{secret}', {
    summary: 'Reports of an SMS gateway that only asks for addresses',
    answer: heard,
    does: hear('sms'),
  }),
]

const callFrom = async (c: Context<AppEnv>): Promise<ProviderCall> => ({
  body: await c.req.text(),
  query: c.req.query(),
  secret: c.req.param('secret') ?? null,
  header: (name) => c.req.header(name),
})
