import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningService, startProcess } from '../../support/a-running-service.ts'
import { aFiling, unitAt } from '../../support/an-office.ts'
import { type ProviderMood, type ProviderRequest, startStandInProvider } from '../../support/stand-in-provider.ts'
import type { Figure } from '../figure.ts'
import { hastyNow, inHaste } from './in-haste.ts'

const NOTICES = 1_000
/** One in so many reporters gave an e-mail address that is refused for good, and a telephone number. */
const REFUSED_EACH = 5
const KILLS = 2
const LONGEST_S = 480
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
/** A message that met so many misfortunes is spared more, or it would wait for hours, which the bench has not. */
const MOST_MISFORTUNES = 3
const HASTE = 20
const key = Buffer.from('rahasia-untuk-pengukuran')
const smsSecret = 'rahasia-untuk-laporan-sms'

/**
 * Notices through providers that fail, do not answer and report everything twice, while the service is killed: each is
 * delivered once, as the providers count its keys, on the channel that is its turn.
 */
export async function benchChaos(): Promise<readonly Figure[]> {
  const began = Date.now()
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  const reports: Promise<unknown>[] = []
  let service: RunningService | undefined
  const tell = (path: string, told: Parameters<typeof fetch>[1]) =>
    fetch(`${service?.url}/api/v1/webhooks/${path}`, { method: 'POST', ...told }).catch(() => {})

  const mail = await aProvider(
    ({ headers }) => String(headers['idempotency-key']),
    ({ body }) => {
      const { to, tags } = JSON.parse(body) as { to: string; tags: { value: string }[] }
      const told = JSON.stringify({ type: 'email.delivered', data: { to: [to], tags: { reference: tags[0]?.value } } })
      const timestamp = String(Math.floor(hastyNow(HASTE, began) / 1_000))
      const signature = createHmac('sha256', key).update(`msg.${timestamp}.${told}`).digest('base64')
      const headers = { 'svix-id': 'msg', 'svix-timestamp': timestamp, 'svix-signature': `v1,${signature}` }
      for (let times = 0; times < 2; times++) reports.push(tell('resend', { headers, body: told }))
    },
    ({ body }) => (JSON.parse(body) as { to: string }).to.startsWith('ditolak'),
  )
  const sms = await aProvider(
    ({ body }) => (JSON.parse(body) as { reference: string }).reference,
    ({ body }) => {
      const { callback } = JSON.parse(body) as { callback: string }
      const path = callback.slice(callback.indexOf('/webhooks/') + '/webhooks/'.length)
      for (let times = 0; times < 2; times++) reports.push(tell(`${path}&status=delivered`, {}))
    },
  )
  const start = () =>
    startProcess({
      LIMITS: 'off',
      DATA_DIR: folder,
      RESEND_API_KEY: 're_contoh',
      RESEND_BASE_URL: mail.url,
      RESEND_WEBHOOK_SECRET: `whsec_${key.toString('base64')}`,
      SMS_URL: sms.url,
      SMS_SECRET: smsSecret,
      ...inHaste(HASTE, began),
    })

  try {
    service = await start()
    const numbers = await fileAll(service.url)
    const delivered = () => mail.delivered.size + sms.delivered.size
    for (let kills = 1; kills <= KILLS; kills++) {
      while (delivered() < (NOTICES * kills) / (KILLS + 1)) await sleep(50)
      await service.kill()
      service = await start()
    }
    const isOver = () => (Date.now() - began) / 1_000 > LONGEST_S
    while (delivered() < NOTICES && !isOver()) await sleep(200)
    await Promise.all(reports)
    const told = await ladderOf(service.url, numbers)
    const bySms = NOTICES / REFUSED_EACH
    const exactly = (count: number) => ({ unit: '', least: count, most: count })
    return [
      { what: 'e-mails delivered, by the provider’s keys', value: mail.delivered.size, ...exactly(NOTICES - bySms) },
      { what: 'SMS delivered where e-mail was refused', value: sms.delivered.size, ...exactly(bySms) },
      { what: 'cases that tell so, on that channel', value: told, ...exactly(NOTICES) },
      { what: 'requests for them', value: mail.requests() + sms.requests(), unit: '' },
      { what: `seconds, with ${KILLS} kills`, value: (Date.now() - began) / 1_000, unit: 's' },
    ]
  } finally {
    await service?.kill()
    await Promise.all([mail.close(), sms.close()])
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A provider that goes by the key of a message: it takes each once and tells of it.
 * @param refuses messages that it never takes
 */
async function aProvider(
  keyOf: (request: ProviderRequest) => string,
  took: (request: ProviderRequest) => void,
  refuses: (request: ProviderRequest) => boolean = () => false,
) {
  const delivered = new Set<string>()
  const met = new Map<string, number>()
  let turn = 0
  const provider = await startStandInProvider((request) => {
    if (!delivered.has(keyOf(request))) {
      delivered.add(keyOf(request))
      took(request)
    }
    return { status: 200, body: { id: `m-${keyOf(request)}` } }
  })
  provider.mood = (request) => {
    const misfortune = misfortunes[turn++ % misfortunesRepeatAfter]
    const before = met.get(keyOf(request)) ?? 0
    if (misfortune && before < MOST_MISFORTUNES) {
      met.set(keyOf(request), before + 1)
      return misfortune === 'takes_and_hangs' && refuses(request) ? 'hangs' : misfortune
    }
    return refuses(request) ? noSuchAddress : 'well'
  }
  return { delivered, url: provider.url, requests: () => provider.requests.length, close: provider.close }
}

const noSuchAddress = {
  status: 422,
  body: { statusCode: 422, name: 'validation_error', message: 'Invalid `to` field.' },
}

async function fileAll(url: string): Promise<string[]> {
  const office = unitAt(url)
  const numbers: string[] = []
  while (numbers.length < NOTICES) {
    const batch = Array.from({ length: 20 }, (_, at) => {
      const email = `${at % REFUSED_EACH === 0 ? 'ditolak' : 'siti'}-${numbers.length + at}@warga.example`
      const reporter = { ...aFiling().reporter, email, channels: ['email', 'sms'] as const }
      return office.file(aFiling({ reporter: { ...reporter, channels: [...reporter.channels] } }))
    })
    numbers.push(...(await Promise.all(batch)).map(({ number }) => number))
  }
  return numbers
}

/** How many cases tell that their notice went out where it did. Read once nothing is on its way: the last try may wait for its record. */
async function ladderOf(url: string, numbers: readonly string[]): Promise<number> {
  const head = await unitAt(url).signIn('kepala')
  const read = () => Promise.all(numbers.map(async (number) => (await head.case(number)).notices[0]))
  let notices = await read()
  for (let tries = 0; tries < 30 && notices.some((notice) => notice?.state === 'pending'); tries++) {
    await sleep(2_000)
    notices = await read()
  }
  return notices.filter((notice) => {
    if (notice?.state !== 'sent' && notice?.state !== 'delivered') return false
    const refused = notice.attempts.some(({ channel, outcome }) => channel === 'email' && outcome === 'refused')
    return notice.channel === (refused ? 'sms' : 'email')
  }).length
}
