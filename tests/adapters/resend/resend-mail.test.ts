import { expect, it } from 'vitest'
import { resendMail } from '../../../service/adapters/resend/resend-mail.ts'
import { type Instant, SECOND } from '../../../service/shared/instant.ts'
import { aMessage } from '../../support/a-message.ts'
import { type ResendMood, type StandInResend, startStandInResend } from '../../support/stand-in-resend.ts'
import { channelConformance, type Provider, type Trouble } from '../channel-conformance.ts'

const now = () => '2026-11-25T03:00:00.000Z' as Instant
const carrierFor = (url: string) =>
  resendMail({ apiKey: 're_contoh', baseUrl: `${url}/`, from: 'Aduan <aduan@kantor.example>' }, now)

const standIns = new WeakMap<Provider, StandInResend>()

async function start(): Promise<Provider> {
  const standIn = await startStandInResend()
  const provider: Provider = {
    carrier: carrierFor(standIn.url),
    message: aMessage,
    personal: ['siti.contoh'],
    delivered: async () => standIn.delivered.map((mail) => ({ ...mail, recipients: [mail.to].flat() })),
    goAway: standIn.close,
    close: standIn.close,
  }
  standIns.set(provider, standIn)
  return provider
}

const inMood = (mood: ResendMood) => (provider: Provider) => {
  standIns.get(provider)!.mood = mood
}
const trouble = (name: string, mood: ResendMood, expected: Trouble['expected']): Trouble => ({
  name,
  begin: inMood(mood),
  expected,
})

channelConformance('Resend', start, {
  honoursKeys: true,
  loseAnswer: (provider) => standIns.get(provider)!.next.push('takes_and_cuts'),
  hang: inMood('hangs'),
  neverDone: [
    { name: 'answers drop by drop', begin: inMood('drips') },
    { name: 'answers without end', begin: inMood('endless') },
  ],
  overTls: (provider) => carrierFor(standIns.get(provider)!.url.replace('http:', 'https:')),
  answered: [
    trouble('asks to wait', 'asks_to_wait', {
      outcome: 'failed_for_now',
      reason: 'asked_to_wait',
      retryAfterMs: 7 * SECOND,
    }),
    trouble('answers 500', 'error', { outcome: 'failed_for_now', reason: 'provider_trouble' }),
    trouble('answers nonsense', 'nonsense', { outcome: 'failed_for_now' }),
    trouble('answers nonsense with an error', 'nonsense_error', {
      outcome: 'failed_for_now',
      reason: 'provider_trouble',
    }),
    trouble('sends us elsewhere again and again', 'redirects', { outcome: 'failed_for_now', reason: 'not_reached' }),
    trouble('closes the connection', 'cuts', { outcome: 'failed_for_now', reason: 'not_reached' }),
    trouble('refuses the address', 'refuses_address', { outcome: 'refused', reason: 'address_refused' }),
    trouble('refuses our sender', 'refuses_sender', { outcome: 'failed_for_now', reason: 'not_set_up' }),
    trouble('refuses our key', 'refuses_key', { outcome: 'failed_for_now', reason: 'not_set_up' }),
  ],
})

it('counts a message as sent when the provider knows its key from an older wording', async () => {
  const standIn = await startStandInResend()
  const carrier = carrierFor(standIn.url)
  const message = aMessage()

  await carrier.send(message)
  expect(await carrier.send({ ...message, subject: 'Kalimat baru' })).toMatchObject({ outcome: 'accepted' })
  expect(standIn.delivered).toHaveLength(1)
  await standIn.close()
})
