import { expect, it, onTestFinished } from 'vitest'
import { smtpMail } from '../../../service/adapters/smtp/smtp-mail.ts'
import { aMessage } from '../../support/a-message.ts'
import { type SmtpMood, type StandInSmtp, startStandInSmtp } from '../../support/stand-in-smtp.ts'
import { channelConformance, type Provider, type Trouble } from '../channel-conformance.ts'

const carrierFor = (url: string) => smtpMail({ url, from: 'Aduan <aduan@kantor.example>' })

const standIns = new WeakMap<Provider, StandInSmtp>()

async function start(): Promise<Provider> {
  const standIn = await startStandInSmtp()
  const carrier = carrierFor(standIn.url)
  const provider: Provider = {
    carrier,
    message: aMessage,
    personal: ['siti.contoh'],
    // A mail reader shows a repeated Message-ID once.
    delivered: async () =>
      [...new Map(standIn.delivered.map((mail) => [mail.messageId, mail])).values()].map(
        ({ subject, text, to, cc, bcc }) => ({
          subject: subject ?? '',
          text: text ?? '',
          recipients: [to, cc, bcc].flat().flatMap((one) => one?.value.map(({ address }) => address ?? '') ?? []),
        }),
      ),
    goAway: standIn.close,
    close: async () => {
      carrier.close()
      await standIn.close()
    },
  }
  standIns.set(provider, standIn)
  return provider
}

const inMood = (mood: SmtpMood) => (provider: Provider) => {
  standIns.get(provider)!.mood = mood
}
const trouble = (name: string, mood: SmtpMood, expected: Trouble['expected']): Trouble => ({
  name,
  begin: inMood(mood),
  expected,
})

channelConformance('SMTP', start, {
  // A mail reader does it, by the Message-ID.
  honoursKeys: true,
  hang: inMood('hangs'),
  overTls: (provider) => carrierFor(standIns.get(provider)!.url.replace('smtp:', 'smtps:')),
  answered: [
    trouble('knows no such recipient', 'refuses_recipient', { outcome: 'refused', reason: 'address_refused' }),
    trouble('has no room in the mailbox', 'recipient_full', { outcome: 'failed_for_now', reason: 'recipient_busy' }),
    trouble('does not relay for us', 'refuses_relay', { outcome: 'failed_for_now', reason: 'not_set_up' }),
    trouble('refuses our sender', 'refuses_sender', { outcome: 'failed_for_now', reason: 'not_set_up' }),
    trouble('refuses the message', 'refuses_message', { outcome: 'refused', reason: 'message_refused' }),
    trouble('is too busy', 'overloaded', { outcome: 'failed_for_now', reason: 'provider_trouble' }),
    trouble('cuts the connection', 'cuts', { outcome: 'failed_for_now', reason: 'not_reached' }),
  ],
})

it('says that it is a machine and in which language it writes, and bears the same Message-ID at every try', async () => {
  const { carrier, standIn } = await aMailServer()
  const values = { office: 'Kantor Contoh', officeShort: 'Kantor', number: 'BO-1', link: 'https://kantor.example/' }
  const message = aMessage({ idempotencyKey: 'kunci-1', notice: { event: 'received', language: 'id', values } })
  await carrier.send(message)
  await carrier.send(message)

  expect(standIn.delivered.map(({ messageId }) => messageId)).toEqual([
    '<kunci-1@kantor.example>',
    '<kunci-1@kantor.example>',
  ])
  const headers = standIn.delivered[0]?.headers
  expect([headers?.get('auto-submitted'), headers?.get('content-language')]).toEqual(['auto-generated', 'id'])
})

it('sends several messages over one connection', async () => {
  const { carrier, standIn } = await aMailServer()
  for (let count = 0; count < 5; count++) await carrier.send(aMessage())
  expect(standIn.connections).toBe(1)
})

it('does not send a text as an address', async () => {
  const { carrier, standIn } = await aMailServer()
  const answer = await carrier.send(aMessage({ to: 'bukan alamat\r\nBcc: lain@warga.example' }))
  expect(answer).toMatchObject({ outcome: 'refused', reason: 'address_refused' })
  expect(standIn.delivered).toHaveLength(0)
})

async function aMailServer() {
  const standIn = await startStandInSmtp()
  const carrier = carrierFor(standIn.url)
  onTestFinished(async () => {
    carrier.close()
    await standIn.close()
  })
  return { standIn, carrier }
}
