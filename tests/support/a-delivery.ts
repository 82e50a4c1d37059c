import { onTestFinished } from 'vitest'
import { resendMail } from '../../service/adapters/resend/resend-mail.ts'
import { type NoticeAllowance, noticesUncounted } from '../../service/case/notices/message-counts.ts'
import type { Deliverer } from '../../service/case/notices/notice-queue.ts'
import type { Carrier } from '../../service/offices/channels/notice-channel.ts'
import { type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import { createDeliverer, type DelivererPorts } from '../../service/telling/notices/deliver-notices.ts'
import { type DeliveryNews, openChannelLedger } from '../../service/telling/notices/senders.ts'
import { anOpenHouse, type OpenHouse } from './a-vault.ts'
import { type KeptNotices, keepNotices } from './kept-notices.ts'
import { noLetters } from './no-letters.ts'
import { plainWords } from './plain-words.ts'
import { type StandInResend, startStandInResend } from './stand-in-resend.ts'

export const morning = '2026-11-25T03:00:00.000Z' as Instant

export interface Delivery {
  readonly house: OpenHouse
  readonly resend: StandInResend
  readonly cases: KeptNotices
  readonly news: DeliveryNews[]
  readonly email: Carrier
  now(): Instant
  /** The clock stands still until the test moves it. */
  goOn(milliseconds: number): void
  /** One more process that delivers from the same store. */
  startDeliverer(parts?: {
    readonly carriers?: readonly Carrier[]
    readonly queue?: DelivererPorts['queues']
    readonly allowance?: NoticeAllowance
  }): Deliverer
}

/** A store, a stand-in for the provider over real HTTP, and deliverers between them. Ends with the test. */
export async function aDelivery(parts: Partial<Pick<Delivery, 'resend' | 'house'>> = {}): Promise<Delivery> {
  const resend = parts.resend ?? (await startStandInResend())
  const house = parts.house ?? (await anOpenHouse())
  const { store, vault } = house
  const cases = await keepNotices(store, vault)
  const ledger = await openChannelLedger(store)
  const news: DeliveryNews[] = []
  const started: Deliverer[] = []
  let time = morning
  const now = () => time
  const email = resendMail({ apiKey: 're_contoh', baseUrl: resend.url, from: 'aduan@kantor.example' }, now)

  onTestFinished(async () => {
    resend.letGo()
    await Promise.all(started.map((deliverer) => deliverer.stop()))
    await resend.close()
    await store.close()
  })

  return {
    house,
    resend,
    cases,
    news,
    email,
    now,
    goOn(milliseconds) {
      time = plusMilliseconds(time, milliseconds)
      for (const deliverer of started) deliverer.wakeUp()
    },
    startDeliverer({ carriers = [email], queue = cases, allowance = noticesUncounted } = {}) {
      const deliverer = createDeliverer({
        queues: queue,
        carriers,
        ledger,
        ownAccounts: { carrierOf: async () => null, queues: async () => [] },
        letters: noLetters,
        allowance,
        vault,
        hasher: (tenant) => vault.hasher(tenant, 'notice'),
        ...plainWords,
        deliveredWithinHours: async () => 24,
        publicUrl: 'https://aduan.example',
        now,
        tell: (heard) => news.push(heard),
      })
      started.push(deliverer)
      deliverer.start()
      return deliverer
    },
  }
}
