import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningService, startProcess } from '../support/a-running-service.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { type ProviderMood, type ProviderRequest, startStandInProvider } from '../support/stand-in-provider.ts'
import type { Figure } from './figure.ts'

const NOTICES = 1_000
const KILLS = 2
const LONGEST_S = 900
/** Of the requests, by their turn: one in five fails, one in ten is never answered, half of those after it was taken. */
const misfortunes: Readonly<Record<number, ProviderMood>> = {
  1: 'error',
  4: 'hangs',
  7: 'error',
  11: 'error',
  14: 'takes_and_hangs',
  17: 'error',
}
const misfortunesRepeatAfter = 20
/** The service's clock goes so much faster than ours, so that waits between tries are over sooner. */
const HASTE = 20
const key = Buffer.from('rahasia-untuk-pengukuran')

/**
 * Notices through a provider that fails, does not answer and reports everything twice, while the service is killed:
 * each is delivered once, as the provider counts its keys.
 */
export async function benchNotices(): Promise<readonly Figure[]> {
  const began = Date.now()
  const serviceTime = () => began + (Date.now() - began) * HASTE
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  const deliveries = new Map<string, number>()
  const reports: Promise<unknown>[] = []
  let service: RunningService | undefined

  const provider = await startStandInProvider((request) => {
    const sent = String(request.headers['idempotency-key'])
    if (!deliveries.has(sent)) {
      deliveries.set(sent, deliveries.size + 1)
      for (let times = 0; times < 2; times++) reports.push(report(request))
    }
    return { status: 200, body: { id: `e-${deliveries.get(sent)}` } }
  })
  for (let turn = 0; turn < NOTICES * 3; turn++)
    provider.next.push(misfortunes[turn % misfortunesRepeatAfter] ?? 'well')

  async function report({ body }: ProviderRequest): Promise<void> {
    const { to, tags } = JSON.parse(body) as { to: string; tags: { value: string }[] }
    const told = JSON.stringify({ type: 'email.delivered', data: { to: [to], tags: { reference: tags[0]?.value } } })
    const timestamp = String(Math.floor(serviceTime() / 1_000))
    const signature = createHmac('sha256', key).update(`msg.${timestamp}.${told}`).digest('base64')
    const headers = { 'svix-id': 'msg', 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }
    await fetch(`${service?.url}/api/v1/webhooks/resend`, { method: 'POST', headers, body: told }).catch(() => {})
  }

  const faster = `const began=${began},real=Date;globalThis.Date=class extends real{constructor(...a){
    super(...(a.length?a:[Date.now()]))}static now(){return began+(real.now()-began)*${HASTE}}}`
  const start = () =>
    startProcess({
      LIMITS: 'off',
      DATA_DIR: folder,
      RESEND_API_KEY: 're_contoh',
      RESEND_BASE_URL: provider.url,
      RESEND_WEBHOOK_SECRET: `whsec_${key.toString('base64')}`,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(faster)}`,
    })

  try {
    service = await start()
    const numbers = await fileAll(service.url)
    for (let kills = 1; kills <= KILLS; kills++) {
      while (deliveries.size < (NOTICES * kills) / (KILLS + 1)) await sleep(50)
      await service.kill()
      service = await start()
    }
    const isOver = () => (Date.now() - began) / 1_000 > LONGEST_S
    while (deliveries.size < NOTICES && !isOver()) await sleep(200)
    await Promise.all(reports)
    const states = await statesOf(service.url, numbers)
    const arrived = states.filter((state) => state === 'delivered' || state === 'sent').length
    return [
      {
        what: 'notices delivered, by the provider’s keys',
        value: deliveries.size,
        unit: '',
        least: NOTICES,
        most: NOTICES,
      },
      { what: 'of them known to the case as sent or delivered', value: arrived, unit: '', least: NOTICES },
      { what: 'requests for them', value: provider.requests.length, unit: '' },
      { what: `seconds, with ${KILLS} kills`, value: (Date.now() - began) / 1_000, unit: 's' },
    ]
  } finally {
    await service?.kill()
    await provider.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fileAll(url: string): Promise<string[]> {
  const office = unitAt(url)
  const numbers: string[] = []
  while (numbers.length < NOTICES) {
    const filed = await Promise.all(Array.from({ length: 20 }, () => office.file(aFiling())))
    numbers.push(...filed.map(({ number }) => number))
  }
  return numbers
}

/** Read once nothing is on its way: the last try may wait for its record. */
async function statesOf(url: string, numbers: readonly string[]): Promise<(string | undefined)[]> {
  const head = await unitAt(url).signIn('kepala')
  const read = () => Promise.all(numbers.map(async (number) => (await head.case(number)).notices[0]?.state))
  let states = await read()
  for (let tries = 0; tries < 30 && states.includes('pending'); tries++) {
    await sleep(2_000)
    states = await read()
  }
  return states
}
