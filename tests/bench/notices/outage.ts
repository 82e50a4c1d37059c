import { setTimeout as sleep } from 'node:timers/promises'
import { aFiling, unitAt } from '../../support/an-office.ts'
import { startStandInProvider } from '../../support/stand-in-provider.ts'
import { withService } from '../a-service.ts'
import { amount, type Figure, percentile } from '../figure.ts'
import { inHaste } from './in-haste.ts'

/** An hour of the service is a minute of ours. */
const HASTE = 60
const HOUR_S = 60
const WAITING = 300
const EVERY_MS = 500

/** From the receipt to the SMS in another unit, while e-mail is down for an hour and hundreds wait for it; and while nothing is. */
export async function benchOutage(): Promise<readonly Figure[]> {
  const well = await delays('well', HOUR_S / 4)
  const down = await delays('hangs', HOUR_S)
  return [
    {
      what: '95 of 100 SMS leave within, while e-mail is down for an hour',
      value: percentile(down.delays, 0.95),
      unit: 'ms',
      most: 1_000,
      beside: `while all is well ${amount(percentile(well.delays, 0.95), 'ms')}`,
    },
    { what: 'SMS that left meanwhile', value: down.delays.length, unit: '', least: (HOUR_S * 1_000) / EVERY_MS / 2 },
    { what: `asked of the provider that is down, ${WAITING} waiting`, value: down.asked, unit: 'times' },
  ]
}

async function delays(mood: 'well' | 'hangs', seconds: number) {
  const mail = await startStandInProvider(() => ({ status: 200, body: { id: 'e-1' } }))
  const leftAt = new Map<string, number>()
  const sms = await startStandInProvider(({ body }) => {
    leftAt.set((JSON.parse(body) as { to: string }).to, performance.now())
    return { status: 200, body: {} }
  })
  mail.mood = mood
  const environment = {
    RESEND_API_KEY: 're_contoh',
    RESEND_BASE_URL: mail.url,
    SMS_URL: sms.url,
    ...inHaste(HASTE, Date.now()),
  }
  try {
    return await withService(
      async ({ service: { url } }) => {
        const [here, elsewhere] = [unitAt(url), unitAt(url, 'dinas-contoh')]
        for (let filed = 0; filed < WAITING; filed += 20)
          await Promise.all(Array.from({ length: 20 }, () => here.file(aFiling())))
        const filedAt = new Map<string, number>()
        const over = performance.now() + seconds * 1_000
        for (let turn = 0; performance.now() < over; turn++) {
          const phone = `0812-0000-${String(turn).padStart(4, '0')}`
          const reporter = { name: 'Siti Contoh', address: 'Jalan Misal 1', phone, channels: ['sms' as const] }
          await elsewhere.file(aFiling({ category: 'slow_service', reporter }))
          filedAt.set(phone.replaceAll('-', '').replace(/^0/, '62'), performance.now())
          await sleep(EVERY_MS)
        }
        await sleep(2_000)
        const delays = [...filedAt].flatMap(([phone, at]) => {
          const left = leftAt.get(phone)
          return left === undefined ? [] : [Math.max(0, left - at)]
        })
        return { delays, asked: mail.requests.length }
      },
      undefined,
      environment,
    )
  } finally {
    await Promise.all([mail.close(), sms.close()])
  }
}
