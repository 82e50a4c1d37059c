import type { Log } from '../shared/tracing.ts'
import type { DeliveryNews } from '../telling/notices/delivery-news.ts'

/** Logs each try beside the request that led to it; `requestId` is that of the line `request`. */
export function logDelivery(log: Log, news: DeliveryNews): void {
  switch (news.kind) {
    case 'fault':
      log.error('delivery', news.cause)
      break
    case 'channel_rests':
      log.warn(news.kind, { channel: news.channel, until: news.until })
      break
    case 'tried': {
      const { channel, outcome, reason, tenant, event, cause } = news
      log.info('attempt', { requestId: cause, tenant, event, channel, outcome, reason })
      break
    }
    default: {
      const line = { requestId: news.cause, tenant: news.tenant, event: news.event }
      if (news.kind === 'drafted') log.info(news.kind, line)
      else log.warn(news.kind, line)
    }
  }
}
