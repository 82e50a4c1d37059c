import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningService, startProcess } from '../../support/a-running-service.ts'
import { unitAt } from '../../support/an-office.ts'
import { flagsOfStart, memorySettingsOfStart } from '../../support/start-lines.ts'
import { percentile } from '../figure.ts'
import { type Fired, fire } from '../fire.ts'
import { highest, inRounds, lowest } from '../in-rounds.ts'
import { bigUnit } from '../million-folder.ts'
import { cpuOf, memoryOf } from '../process-usage.ts'
import { bareCommits } from '../yardsticks/bare-commits.ts'
import { bareDocuments } from '../yardsticks/bare-documents.ts'
import { bareEchoes } from '../yardsticks/bare-echo.ts'
import { bareFiles } from '../yardsticks/bare-files.ts'
import type { Cell } from './cells.ts'
import { bareMail, type MailCounter, startMailCounter } from './mail-counter.ts'
import type { Place } from './place.ts'
import { type Measured, thisMachine, type Yardstick } from './results.ts'
import { FILE_BYTES, type Load, loadOf } from './volleys.ts'

const WARM_UP_S = 2
const ALONE_S = 1.5
const TOGETHER_S = 3
const FEWEST = 8
const BARE_MAILS = 500
const LONGEST_WAIT_MS = 60_000

type Round = Pick<Measured, 'perSecond' | 'p50' | 'p95' | 'cpu'>

/** Measures one cell in three rounds, of which the best of each figure counts. */
export async function measureCell(cell: Cell, place: Place): Promise<Measured> {
  const casesInStore = place.cases
  const mail = cell.subject === 'notices' ? await startMailCounter() : null
  const settings = { LIMITS: 'off', ...(await memorySettingsOfStart()), ...(mail && { SMTP_URL: mail.url }) }
  const environment = { ...settings, ...place.environment }
  const flags = await flagsOfStart()
  const services = await Promise.all(
    Array.from({ length: cell.processes }, () => startProcess(environment, undefined, flags)),
  )
  try {
    const [first] = services
    if (!first) throw new Error(`${cell.processes} processes measure nothing.`)
    const load = await loadOf[cell.subject](first.url)
    const crowd = aCrowd(services, load)
    const rounds = mail ? await noticesInRounds(crowd, mail) : await answersInRounds(crowd)
    if (cell.subject === 'filing' || mail) place.cases += crowd.sent()
    const yardstick = await yardstickOf(cell, place, mail)
    const memory = await Promise.all(services.map(async ({ process: { pid = 0 } }) => (await memoryOf(pid)).peak))
    return {
      date: new Date().toISOString(),
      machine: thisMachine(),
      casesInStore,
      perSecond: rounded(highest(rounds, ({ perSecond }) => perSecond)),
      connections: load.connections,
      p50: rounded(lowest(rounds, ({ p50 }) => p50)),
      p95: rounded(lowest(rounds, ({ p95 }) => p95)),
      cpu: rounded(lowest(rounds, ({ cpu }) => cpu)),
      memory: rounded(memory.reduce((sum, one) => sum + one, 0)),
      yardstick: { what: yardstick.what, perSecond: rounded(yardstick.perSecond) },
    }
  } finally {
    await Promise.all(services.map((service) => service.stop()))
    mail?.stop()
  }
}

const rounded = (value: number): number => Number(value.toPrecision(4))

/** Clients of all processes of a service. */
interface Crowd {
  readonly services: readonly RunningService[]
  /** One client, one request at a time. */
  alone(amount: number): Promise<Fired>
  /** All at once. @returns the CPU for each request too */
  together(amount: number): Promise<Fired & { readonly cpu: number }>
  cpu(): Promise<number>
  sent(): number
}

function aCrowd(services: readonly RunningService[], { shots, connections }: Load): Crowd {
  let sent = 0
  const fireAt = ({ url }: RunningService, connections: number, amount: number) => {
    sent += amount
    return fire({ url, shots, connections, amount })
  }
  const cpu = async () => {
    const used = await Promise.all(services.map(({ process: { pid = 0 } }) => cpuOf(pid)))
    return used.reduce((sum, one) => sum + one, 0)
  }
  return {
    services,
    cpu,
    sent: () => sent,
    async alone(amount) {
      const [first] = services
      if (!first) throw new Error('Nobody is there to ask.')
      return fireAt(first, 1, amount)
    },
    async together(amount) {
      const share = Math.ceil(Math.max(amount, connections * 2) / services.length)
      const before = await cpu()
      const fired = await Promise.all(
        services.map((service) => fireAt(service, Math.ceil(connections / services.length), share)),
      )
      return {
        perSecond: fired.reduce((sum, { perSecond }) => sum + perSecond, 0),
        times: fired.flatMap(({ times }) => times),
        cpu: ((await cpu()) - before) / (share * services.length),
      }
    },
  }
}

async function answersInRounds(crowd: Crowd): Promise<Round[]> {
  const first = await crowd.alone(FEWEST)
  const warm = await crowd.together(Math.ceil(first.perSecond * WARM_UP_S))
  return inRounds(async () => {
    const { times } = await crowd.alone(Math.max(FEWEST, Math.ceil(first.perSecond * ALONE_S)))
    const { perSecond, cpu } = await crowd.together(Math.ceil(warm.perSecond * TOGETHER_S))
    return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), perSecond, cpu }
  })
}

/** Until the mail server has it: from the receipt where one files alone, and from the first mail to the last where many do. */
async function noticesInRounds(crowd: Crowd, mail: MailCounter): Promise<Round[]> {
  const [service] = crowd.services
  const office = unitAt(service?.url ?? '', bigUnit)
  const delayed = async () => {
    const before = mail.takenAt.length
    await office.file()
    const filedAt = Date.now()
    await arrived(mail, before + 1)
    return Math.max(0, (mail.takenAt.at(-1) ?? 0) - filedAt)
  }
  const flood = async (amount: number) => {
    const before = { mails: mail.takenAt.length, cpu: await crowd.cpu(), sent: crowd.sent() }
    await crowd.together(amount)
    const sent = crowd.sent() - before.sent
    await arrived(mail, before.mails + sent)
    const seconds = ((mail.takenAt.at(-1) ?? 0) - (mail.takenAt[before.mails] ?? 0)) / 1_000
    return { perSecond: (sent - 1) / seconds, cpu: ((await crowd.cpu()) - before.cpu) / sent }
  }
  for (let at = 0; at < FEWEST; at++) await delayed()
  const warm = await flood(FEWEST)
  return inRounds(async () => {
    const delays: number[] = []
    for (let at = 0; at < FEWEST; at++) delays.push(await delayed())
    return {
      p50: percentile(delays, 0.5),
      p95: percentile(delays, 0.95),
      ...(await flood(Math.ceil(warm.perSecond * TOGETHER_S))),
    }
  })
}

async function arrived(mail: MailCounter, messages: number): Promise<void> {
  const patience = performance.now() + LONGEST_WAIT_MS
  while (mail.takenAt.length < messages) {
    if (performance.now() > patience) throw new Error(`Only ${mail.takenAt.length} of ${messages} notices went out.`)
    await sleep(2)
  }
}

/** What the same engine does with nothing of ours around it. */
async function yardstickOf({ subject, store }: Cell, place: Place, mail: MailCounter | null): Promise<Yardstick> {
  const { DATA_DIR, MONGODB_URI = '' } = place.environment
  if (mail)
    return { what: 'messages of nodemailer alone to the same server', perSecond: await bareMail(mail.url, BARE_MAILS) }
  if (subject === 'evidence')
    return { what: 'durable files of the same size', perSecond: await bareFiles(DATA_DIR, FILE_BYTES) }
  if (store === 'mongodb') {
    const { inserts, reads } = await bareDocuments(MONGODB_URI)
    return subject === 'filing'
      ? { what: 'inserts of the driver alone', perSecond: inserts }
      : { what: 'reads by _id of the driver alone', perSecond: reads }
  }
  if (subject === 'filing') return { what: 'bare durable commits', perSecond: await bareCommits(DATA_DIR) }
  return { what: 'echoes of a bare Hono', perSecond: await bareEchoes() }
}
