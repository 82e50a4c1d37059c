import type { SMTPServerOptions } from 'smtp-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findOutside } from '../../../service/adapters/guarded-fetch/guarded-fetch.ts'
import { type GuardedSmtpSettings, guardedSmtp } from '../../../service/adapters/smtp/guarded-smtp.ts'
import { mailPorts } from '../../../service/telling/notices/own-accounts.ts'
import { aMessage } from '../../support/a-message.ts'
import { makeCertificate, startTlsSmtp } from '../../support/tls-smtp.ts'

const HOST = 'mail.kantor.example'

describe('a mail server of the unit’s own', () => {
  it.each([
    ['tls', { secure: true }],
    ['starttls', {}],
  ] as const)('takes mail over %s, from an address that was looked up once', async (security, options) => {
    const server = await aServer(options)
    expect(await server.send({ security })).toMatchObject({ outcome: 'accepted' })
    expect(server.seen).toEqual([
      { secure: true, servername: HOST, user: 'dinas', from: 'dinas@kantor.example', host: 'kantor.example' },
    ])
    expect(server.lookups).toEqual([HOST])
  })

  it.each<[string, Partial<SMTPServerOptions>, Partial<GuardedSmtpSettings>]>([
    ['offers no STARTTLS', { disabledCommands: ['STARTTLS'] }, { security: 'starttls' }],
    ['speaks no TLS at all', { disabledCommands: ['STARTTLS'] }, { security: 'tls' }],
    ['has a certificate of another name', { secure: true }, { security: 'tls', host: 'surel.lain.example' }],
  ])('that %s gets neither password nor mail', async (_, options, settings) => {
    const server = await aServer(options)
    expect(await server.send(settings)).toMatchObject({ outcome: 'failed_for_now', reason: 'tls_failed' })
    expect(server.seen).toEqual([])
  })

  it('whose certificate nobody vouches for gets nothing either', async () => {
    const server = await aServer({ secure: true }, { isTrusted: false })
    expect(await server.send({ security: 'tls' })).toMatchObject({ outcome: 'failed_for_now', reason: 'tls_failed' })
    expect(server.seen).toEqual([])
  })

  it('that refuses the login says so in its words, for the unit’s admin to mend', async () => {
    const server = await aServer({ secure: true })
    expect(await server.send({ security: 'tls', password: 'salah' })).toEqual({
      outcome: 'failed_for_now',
      reason: 'account_refused',
      answer: '535 Nama atau kata sandi salah',
    })
  })

  it('is not waited for longer than a message may take', async () => {
    const never = guardedSmtp(settingsAt(587), {
      find: (_host, _port, signal) => new Promise((_, reject) => signal.addEventListener('abort', reject)),
    })
    expect(await never.send(aMessage({ signal: AbortSignal.timeout(30) }))).toMatchObject({
      outcome: 'failed_for_now',
      reason: 'no_answer',
    })
  })
})

describe('what a mail server’s name may stand for', () => {
  const judge = (addresses: readonly string[], port = 587, host = HOST) =>
    findOutside({ open: mailPorts, allowed: [], resolve: async () => addresses })(
      host,
      port,
      AbortSignal.timeout(5_000),
    )

  it.each([
    '127.0.0.1',
    '10.0.0.5',
    '172.16.9.1',
    '192.168.1.2',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '::1',
    '::ffff:10.0.0.5',
    '::ffff:a00:5',
    'fe80::1',
    'fd00:ec2::254',
    '64:ff9b::a00:5',
    '2002:a00:5::1',
  ])('is not %s, also beside an address outside', async (address) => {
    const inside = { kind: 'refused', why: 'not_public' }
    expect(await judge([address])).toEqual(inside)
    expect(await judge(['8.8.8.8', address])).toEqual(inside)
  })

  it.each([22, 80, 443, 3306, 6379, 9200, 11_211])('is not called at port %i', async (port) => {
    expect(await judge(['8.8.8.8'], port)).toEqual({ kind: 'refused', why: 'port' })
  })

  it('is looked up anew for each message, and refused once it turns inside', async () => {
    const answers = [['8.8.8.8'], ['127.0.0.1']]
    const find = findOutside({ open: mailPorts, allowed: [], resolve: async () => answers.shift() ?? [] })
    expect(await find(HOST, 587, AbortSignal.timeout(5_000))).toEqual({ kind: 'found', addresses: ['8.8.8.8'] })
    expect(await guardedSmtp(settingsAt(587), { find }).send(aMessage())).toMatchObject({ reason: 'host_inside' })
    expect(await guardedSmtp(settingsAt(587), { find }).send(aMessage())).toMatchObject({ reason: 'host_unknown' })
  })
})

function settingsAt(port: number): GuardedSmtpSettings {
  return {
    ...{ host: HOST, port, security: 'starttls', user: 'dinas', password: 'benar' },
    from: 'Dinas Contoh <dinas@kantor.example>',
  }
}

const certificate = makeCertificate(HOST)

/** A real mail server, and a carrier to whom its address was found. */
async function aServer(options: Partial<SMTPServerOptions>, { isTrusted = true } = {}) {
  const server = await startTlsSmtp(certificate, options)
  onTestFinished(() => server.close())
  const lookups: string[] = []
  return {
    seen: server.seen,
    lookups,
    send(changes: Partial<GuardedSmtpSettings>) {
      const carrier = guardedSmtp(
        { ...settingsAt(server.port), ...changes },
        {
          async find(host) {
            lookups.push(host)
            return { kind: 'found', addresses: ['127.0.0.1'] }
          },
          ...(isTrusted && { authority: certificate.cert }),
        },
      )
      return carrier.send(aMessage())
    },
  }
}
