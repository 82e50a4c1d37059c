import { createTransport } from 'nodemailer'
import { type Carrier, type CarrierAnswer, SEND_WITHIN } from '../../offices/channels/notice-channel.ts'
import type { AttemptReason } from '../../offices/notice-vocabulary.ts'
import type { FindOutside } from '../../shared/outbound.ts'
import { domainOf, sendBySmtp } from './smtp-mail.ts'

export interface GuardedSmtpSettings {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls'
  readonly user: string
  readonly password: string
  /** `Name <address>` or an address. */
  readonly from: string
}

export interface GuardedSmtpPorts {
  readonly find: FindOutside
  /** A certificate in PEM that vouches in place of the authorities that Node knows. */
  readonly authority?: string
}

const reasons = {
  port: 'host_inside',
  not_public: 'host_inside',
  unknown_name: 'host_unknown',
} as const satisfies Record<string, AttemptReason>

/**
 * A mail server that somebody typed in. Its name is looked up once for each message, and the connection goes to an
 * address that was checked; the certificate must be that of the name. Nothing is sent before TLS.
 */
export function guardedSmtp(settings: GuardedSmtpSettings, { find, authority }: GuardedSmtpPorts): Carrier {
  const { host, port, from } = settings
  return {
    channel: 'email',
    reportsDelivery: false,

    async send(message) {
      const found = await find(host, port, message.signal).catch(() => null)
      if (!found) return failed('no_answer')
      const [address] = found.kind === 'found' ? found.addresses : []
      if (found.kind !== 'found' || address === undefined) {
        return failed(found.kind === 'found' ? 'host_unknown' : reasons[found.why])
      }
      const transport = transportTo(address, settings, authority)
      try {
        return inAdminsWords(await sendBySmtp(transport, from, message))
      } finally {
        transport.close()
      }
    },

    close() {},
  }
}

const transportTo = (
  address: string,
  { host, port, security, user, password, from }: GuardedSmtpSettings,
  authority: string | undefined,
) =>
  createTransport({
    host: address,
    port,
    secure: security === 'tls',
    requireTLS: true,
    tls: { servername: host, rejectUnauthorized: true, minVersion: 'TLSv1.2', ca: authority },
    auth: { user, pass: password },
    // The machine's own name is nobody's business.
    name: domainOf(from),
    connectionTimeout: SEND_WITHIN,
    greetingTimeout: SEND_WITHIN,
    socketTimeout: SEND_WITHIN,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

const failed = (reason: AttemptReason): CarrierAnswer => ({ outcome: 'failed_for_now', reason, answer: '' })

/** Login and sender are the tenant's own here, so its admin mends them and not the operator. */
const inAdminsWords = (answer: CarrierAnswer): CarrierAnswer =>
  answer.outcome === 'failed_for_now' && answer.reason === 'not_set_up'
    ? { ...answer, reason: 'account_refused' }
    : answer
