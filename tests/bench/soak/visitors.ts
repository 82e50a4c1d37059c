import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import type { ComplaintView, ReceiptView } from '../../../service/contract/complaint-view.ts'
import type { UploadView } from '../../../service/contract/tenant-view.ts'
import { aFiling, aKey, unitAt } from '../../support/an-office.ts'
import { anUpload } from '../../support/an-upload.ts'
import { aPictureOf, sha256 } from '../../support/some-files.ts'
import { aStory } from '../a-story.ts'
import type { Lives } from './lives.ts'

export interface Filed {
  readonly number: string
  readonly trackingCode: string
  readonly subject: string
  readonly evidence: { readonly id: string; readonly sha256: string } | null
}

/** What the visitors saw. */
export interface Seen {
  readonly filed: Filed[]
  /** Sent and not answered when time was up. */
  readonly unanswered: { readonly key: string; readonly body: ComplaintRequestInput }[]
  /** Milliseconds to each answer, by what was asked. */
  readonly times: Map<string, number[]>
  /** What no kill explains, and how often. */
  readonly wrong: Map<string, number>
  /** Requests that met a kill. */
  cut: number
}

const crowd = { filers: 6, followers: 3, officers: 2 } as const
const THINKS_MS = 100
const PATIENCE_MS = 30_000
/** Of the filings, one in so many. */
const WITH_FILE = 5
const IN_PARTS = 3
const SENT_TWICE = 10
const FILE_BYTES = 200_000
const PART_BYTES = 70_000

type Office = ReturnType<typeof unitAt>

/** People who file, follow, and work at the desk, until it is over. */
export async function visit(lives: Lives, isOver: () => boolean): Promise<Seen> {
  const seen: Seen = { filed: [], unanswered: [], times: new Map(), wrong: new Map(), cut: 0 }
  const wrong = (what: string) => void seen.wrong.set(what, (seen.wrong.get(what) ?? 0) + 1)

  /** Asks where the service is now. @returns `null` when it was killed meanwhile, or something else was answered */
  async function ask<T>(
    what: string,
    expected: readonly number[],
    request: (office: Office) => Promise<Response>,
    read: (response: Response) => Promise<T>,
  ): Promise<T | null> {
    const url = await lives.url()
    const [began, start] = [Date.now(), performance.now()]
    try {
      const response = await within(request(unitAt(url)))
      const told = await within(read(response))
      const times = seen.times.get(what) ?? []
      seen.times.set(what, times)
      times.push(performance.now() - start)
      if (expected.includes(response.status)) return told
      wrong(`${what} was answered ${response.status}`)
    } catch (fault) {
      if (lives.diedBetween(began, Date.now())) seen.cut++
      else wrong(`${what} was not answered: ${fault instanceof Error ? (fault.cause ?? fault) : fault}`)
    }
    return null
  }

  const json = <T>(response: Response) => response.json() as Promise<T>
  const bytes = (response: Response) => response.arrayBuffer()

  async function uploaded(turn: number): Promise<Filed['evidence']> {
    const file = aPictureOf(FILE_BYTES)
    randomBytes(32).copy(file, FILE_BYTES / 2)
    const sum = sha256(file)
    if (turn % IN_PARTS !== 0) {
      const held = await ask('evidence', [201], (office) => office.upload('loket.png', file), json<{ id: string }>)
      return held && { id: held.id, sha256: sum }
    }
    const token = randomBytes(32).toString('hex')
    for (let tries = 0; tries < 20; tries++) {
      const at = ({ api }: Office) => anUpload(api, file, { token })
      const begun = await ask('evidence in parts', [200], (office) => at(office).begin(), json<UploadView>)
      if (begun?.held) return { id: begun.held.id, sha256: sum }
      if (!begun) continue
      const end = Math.min(begun.offset + PART_BYTES, file.length)
      await ask('evidence in parts', [200], (office) => at(office).send(begun.offset, end), bytes)
    }
    return null
  }

  async function file(turn: number): Promise<void> {
    const evidence = turn % WITH_FILE === 0 ? await uploaded(turn / WITH_FILE) : null
    const key = aKey()
    const subject = `Pengaduan uji ${key}`
    const body = aFiling({ subject, chronology: aStory(turn + 1), evidence: evidence ? [evidence.id] : [] })
    const send = () => ask('filing', [201], (office) => office.send(body, key), json<ReceiptView>)
    let receipt: ReceiptView | null = null
    while (!receipt && !isOver()) {
      receipt = await send()
      if (!receipt) await sleep(THINKS_MS)
    }
    if (!receipt) return void seen.unanswered.push({ key, body })
    const { number, trackingCode } = receipt
    seen.filed.push({ number, trackingCode, subject, evidence })
    if (turn % SENT_TWICE !== 0) return
    const again = await send()
    if (again && (again.number !== number || again.trackingCode !== trackingCode))
      wrong('one key was answered with two receipts')
  }

  const anyFiled = (turn: number) => seen.filed[(turn * 7_919) % seen.filed.length]

  async function follow(turn: number): Promise<void> {
    const filed = anyFiled(turn)
    if (!filed) return
    const view = await ask('follow-up', [200], (office) => office.reporter(filed).get(), json<ComplaintView>)
    if (view && view.number !== filed.number) wrong('a code led to another case')
  }

  async function workAtTheDesk(): Promise<void> {
    const session = await unitAt(await lives.url()).signIn('verifikator')
    const { headers } = session
    const got = (what: string, path: string) =>
      ask(what, [200], ({ api }) => fetch(`${api}${path}`, { headers }), bytes)
    for (let turn = 0; !isOver(); turn++) {
      await got('register', '/cases?status=received&sort=received_desc&limit=25')
      await got('search', `/cases?q=${encodeURIComponent(turn % 2 ? 'petugas loket' : 'retribusi')}&limit=25`)
      const filed = anyFiled(turn)
      if (filed) {
        const { number } = filed
        const path = `/cases/${number}`
        const seenCase = await ask(
          'case',
          [200],
          ({ api }) => fetch(`${api}${path}`, { headers }),
          json<{ revision: number }>,
        )
        const body = { revision: seenCase?.revision, text: 'Kami sedang memeriksa berkas Anda.' }
        // 409: somebody else acted on it in between.
        if (seenCase) await ask('message', [200, 409], (office) => office.post(`${path}/message`, body, headers), bytes)
      }
      await sleep(THINKS_MS)
    }
  }

  const repeated = async (act: (turn: number) => Promise<void>, first: number, step: number) => {
    for (let turn = first; !isOver(); turn += step) {
      await act(turn)
      await sleep(THINKS_MS)
    }
  }
  const many = (amount: number, act: (at: number) => Promise<void>) =>
    Array.from({ length: amount }, (_, at) => act(at))
  await Promise.all([
    ...many(crowd.filers, (at) => repeated(file, at, crowd.filers)),
    ...many(crowd.followers, (at) => repeated(follow, at, crowd.followers)),
    ...many(crowd.officers, workAtTheDesk),
  ])
  return seen
}

async function within<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = new Promise<never>((_, give) => {
    timer = setTimeout(() => give(new Error(`nothing came in ${PATIENCE_MS / 1_000} s`)), PATIENCE_MS)
  })
  try {
    return await Promise.race([answer, patience])
  } finally {
    clearTimeout(timer)
  }
}
