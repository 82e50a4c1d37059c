import { openSqliteStore } from '../../../service/adapters/sqlite/open-sqlite-store.ts'
import { complaintSpec } from '../../../service/case/store/complaint-spec.ts'
import type { KeptComplaint } from '../../../service/case/store/kept-complaint.ts'
import type { ComplaintView, ReceiptView } from '../../../service/contract/complaint-view.ts'
import { aduan } from '../../support/an-aduan-command.ts'
import { unitAt } from '../../support/an-office.ts'
import { sha256 } from '../../support/some-files.ts'
import type { Life } from './lives.ts'
import type { MailLog } from './mail-log.ts'
import type { Filed, Seen } from './visitors.ts'

/** A promise, how often it was looked at, and each time it was not kept. */
export interface Proof {
  readonly claim: string
  readonly checked: number
  readonly broken: readonly string[]
}

const AT_ONCE = 6
const UNIT = 'bagian-organisasi'

/** A client without an answer sends the same again, now that the service stays. */
export async function sendAgain(url: string, { unanswered, filed }: Seen): Promise<void> {
  for (const { key, body } of unanswered.splice(0)) {
    const response = await unitAt(url).send(body, key)
    if (response.status !== 201) throw new Error(`A filing that was cut off cannot be sent again: ${response.status}`)
    const { number, trackingCode } = (await response.json()) as ReceiptView
    filed.push({ number, trackingCode, subject: body.subject, evidence: null })
  }
}

/** What each reporter finds with number and code. */
export async function askAsReporters(url: string, filed: readonly Filed[]): Promise<readonly Proof[]> {
  const [lost, unreadable]: [string[], string[]] = [[], []]
  await inParallel(filed, async ({ number, trackingCode, subject, evidence }) => {
    const reporter = unitAt(url).reporter({ number, trackingCode })
    const response = await reporter.get()
    const view = (await response.json()) as ComplaintView
    if (response.status !== 200 || view.number !== number || view.subject !== subject)
      lost.push(`${number} answers ${response.status}`)
    if (!evidence) return
    const file = await reporter.get(`/evidence/${evidence.id}`)
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (file.status !== 200 || sha256(bytes) !== evidence.sha256)
      unreadable.push(`${number}: ${file.status}, ${bytes.length} bytes`)
  })
  return [
    { claim: 'every receipt opens its own case', checked: filed.length, broken: lost },
    {
      claim: 'every file of a receipted case is read back bit for bit',
      checked: filed.filter(({ evidence }) => evidence).length,
      broken: unreadable,
    },
  ]
}

/** What lies in the store once the service has stopped. */
export async function readTheStore(
  folder: string,
  { filed }: Seen,
  mail: MailLog,
  lives: readonly Life[],
): Promise<readonly Proof[]> {
  const store = await openSqliteStore({ folder })
  const kept = await store.collection(complaintSpec)
  const cases: KeptComplaint[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof kept.find>> = await kept.find(UNIT, {
      index: 'series',
      limit: 500,
      ...(after && { after }),
    })
    cases.push(...page.items)
    after = page.nextCursor
  } while (after)
  await store.close()

  const numbers = filed.map(({ number }) => number)
  const receipts = new Set(numbers)
  const counted = new Map<string, number>()
  for (const number of numbers) counted.set(number, (counted.get(number) ?? 0) + 1)
  return [
    {
      claim: 'each key is one case: as many cases as keys that were sent, and no receipt names two',
      checked: cases.length,
      broken: [
        ...cases.filter(({ id }) => !receipts.has(id)).map(({ id }) => `${id} belongs to no key`),
        ...[...counted].filter(([, times]) => times > 1).map(([number]) => `${number} belongs to two keys`),
      ],
    },
    { claim: 'numbers have no gap', checked: cases.length, broken: gapsIn(cases) },
    ...noticesOf(cases, mail, lives),
  ]
}

const gapsIn = (cases: readonly KeptComplaint[]): string[] => {
  const bySeries = new Map<string, { cases: number; highest: number; readonly numbers: Set<number> }>()
  for (const { series, sequence } of cases) {
    const known = bySeries.get(series) ?? { cases: 0, highest: 0, numbers: new Set() }
    bySeries.set(series, known)
    known.cases++
    known.highest = Math.max(known.highest, sequence)
    known.numbers.add(sequence)
  }
  return [...bySeries].flatMap(([series, { cases, highest, numbers }]) =>
    cases === highest && numbers.size === cases ? [] : [`${series}: ${cases} cases up to number ${highest}`],
  )
}

function noticesOf(cases: readonly KeptComplaint[], { taken }: MailLog, lives: readonly Life[]): readonly Proof[] {
  const messages = new Map<string, number>()
  for (const { number } of taken.values()) messages.set(number, (messages.get(number) ?? 0) + 1)
  const notices = cases.flatMap(({ notices }) => notices)
  const lost = cases.flatMap(({ id, notices }) => {
    const unsent = notices.filter(({ state }) => state !== 'sent')
    const arrived = messages.get(id) ?? 0
    return [
      ...unsent.map(({ event, state }) => `${id}: ${event} is ${state}`),
      ...(arrived === notices.length ? [] : [`${id}: ${notices.length} notices, ${arrived} messages`]),
    ]
  })
  const died = lives.flatMap(({ diedAt }) => diedAt ?? [])
  const repeats = [...taken.values()].flatMap(({ number, at }) =>
    at.slice(1).flatMap((second, before) => {
      const first = at[before] ?? 0
      return died.some((death) => death >= first - GRACE_MS && death <= second)
        ? []
        : [`${number}: twice within ${second - first} ms of one life`]
    }),
  )
  return [
    {
      claim: 'each notice is sent, and the mail server has a message for it',
      checked: notices.length,
      broken: lost,
    },
    {
      claim: 'a message comes again, under its own Message-ID, only where a kill lay before its record',
      checked: taken.size,
      broken: repeats,
    },
  ]
}

/** The server may have sent word of a message a moment after the kill. */
const GRACE_MS = 1_000

export async function verifyTheLog(folder: string): Promise<Proof> {
  const { code, out, err } = await aduan({ DATA_DIR: folder }, 'verify-log')
  const entries = [...out.matchAll(/: (\d+) lines/g)].reduce((sum, [, lines]) => sum + Number(lines), 0)
  return { claim: 'the access log is whole', checked: entries, broken: code === 0 ? [] : [`${out}${err}`.trim()] }
}

async function inParallel<T>(things: readonly T[], act: (thing: T) => Promise<void>): Promise<void> {
  let next = 0
  const work = async () => {
    for (let thing = things[next++]; thing !== undefined; thing = things[next++]) await act(thing)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
