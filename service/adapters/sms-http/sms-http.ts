import { type Carrier, causeHeader } from '../../offices/channels/notice-channel.ts'
import type { Clock } from '../../shared/instant.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import { askOverHttp } from '../../shared/outbound.ts'
import { fillRequest, readSmsAnswer, type SmsConfig } from './sms-config.ts'

/** SMS through the gateway that the operator described. Only the key tells a gateway that a message is repeated. */
export function smsOverHttp(gateway: SmsConfig, publicUrl: string, now: Clock): Carrier {
  const callback = (reference = ''): string =>
    gateway.callback ? `${publicUrl}/api/v1/webhooks/sms/${gateway.callback.secret}?ref=${reference}` : ''

  return {
    channel: 'sms',
    reportsDelivery: gateway.callback !== null,

    async send({ to, text, idempotencyKey, reference, cause, signal }) {
      const number = internationalNumber(to)
      if (!number) return { outcome: 'refused', reason: 'address_refused', answer: '' }
      const about = { to: number, text, key: idempotencyKey, reference: reference ?? '', callback: callback(reference) }
      const { url, headers, ...request } = fillRequest(gateway, { ...gateway.places, ...about })
      return readSmsAnswer(
        await askOverHttp(url, { ...request, headers: { ...causeHeader(cause), ...headers }, signal }),
        gateway,
        number,
        now(),
      )
    },

    close() {},
  }
}
