import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import type { ComplaintView, ReceiptView } from '../../../service/contract/complaint-view.ts'
import type { UploadView } from '../../../service/contract/tenant-view.ts'
import { aFiling, aKey, unitAt } from '../../support/an-office.ts'
import { anUpload } from '../../support/an-upload.ts'
import { aPictureOf, sha256 } from '../../support/some-files.ts'
import { aStory } from '../a-story.ts'
import { type Ask, askIn, bytes, json, noteWrong, type Office } from './ask-service.ts'
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

/** What each visitor needs: the service, what was seen of it, and when to go home. */
interface Visit {
  readonly lives: Lives
  readonly seen: Seen
  readonly ask: Ask
  readonly isOver: () => boolean
}

const crowd = { filers: 6, followers: 3, officers: 2 } as const
const THINKS_MS = 100
/** Of the filings, one in so many. */
const WITH_FILE = 5
const IN_PARTS = 3
const SENT_TWICE = 10
const FILE_BYTES = 200_000
const PART_BYTES = 70_000

/** People file, follow, and work at the desk, until it is over. */
export async function visit(lives: Lives, isOver: () => boolean): Promise<Seen> {
  const seen: Seen = { filed: [], unanswered: [], times: new Map(), wrong: new Map(), cut: 0 }
  const here: Visit = { lives, seen, ask: askIn(lives, seen), isOver }
  const many = (amount: number, act: (at: number) => Promise<void>) =>
    Array.from({ length: amount }, (_, at) => act(at))
  await Promise.all([
    ...many(crowd.filers, (at) => repeat(here, file, at, crowd.filers)),
    ...many(crowd.followers, (at) => repeat(here, follow, at, crowd.followers)),
    ...many(crowd.officers, () => workAtTheDesk(here)),
  ])
  return seen
}

async function repeat(here: Visit, act: (here: Visit, turn: number) => Promise<void>, first: number, step: number) {
  for (let turn = first; !here.isOver(); turn += step) {
    await act(here, turn)
    await sleep(THINKS_MS)
  }
}

async function file(here: Visit, turn: number): Promise<void> {
  const { seen, ask, isOver } = here
  const evidence = turn % WITH_FILE === 0 ? await upload(here, turn / WITH_FILE) : null
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
    noteWrong(seen, 'one key was answered with two receipts')
}

async function upload({ ask }: Visit, turn: number): Promise<Filed['evidence']> {
  const picture = aPictureOf(FILE_BYTES)
  randomBytes(32).copy(picture, FILE_BYTES / 2)
  const sum = sha256(picture)
  if (turn % IN_PARTS !== 0) {
    const held = await ask('evidence', [201], (office) => office.upload('loket.png', picture), json<{ id: string }>)
    return held && { id: held.id, sha256: sum }
  }
  const token = randomBytes(32).toString('hex')
  const at = ({ api }: Office) => anUpload(api, picture, { token })
  for (let tries = 0; tries < 20; tries++) {
    const begun = await ask('evidence in parts', [200], (office) => at(office).begin(), json<UploadView>)
    if (begun?.held) return { id: begun.held.id, sha256: sum }
    if (!begun) continue
    const end = Math.min(begun.offset + PART_BYTES, picture.length)
    await ask('evidence in parts', [200], (office) => at(office).send(begun.offset, end), bytes)
  }
  return null
}

const anyFiled = ({ filed }: Seen, turn: number) => filed[(turn * 7_919) % filed.length]

async function follow({ seen, ask }: Visit, turn: number): Promise<void> {
  const filed = anyFiled(seen, turn)
  if (!filed) return
  const view = await ask('follow-up', [200], (office) => office.reporter(filed).get(), json<ComplaintView>)
  if (view && view.number !== filed.number) noteWrong(seen, 'a code led to another case')
}

async function workAtTheDesk({ lives, seen, ask, isOver }: Visit): Promise<void> {
  const { headers } = await unitAt(await lives.url()).signIn('verifikator')
  const get = <T>(what: string, path: string, read: (response: Response) => Promise<T>) =>
    ask(what, [200], ({ api }) => fetch(`${api}${path}`, { headers }), read)
  for (let turn = 0; !isOver(); turn++) {
    await get('register', '/cases?status=received&sort=received_desc&limit=25', bytes)
    await get('search', `/cases?q=${encodeURIComponent(turn % 2 ? 'petugas loket' : 'retribusi')}&limit=25`, bytes)
    const filed = anyFiled(seen, turn)
    const path = `/cases/${filed?.number}`
    const found = filed && (await get('case', path, json<{ revision: number }>))
    if (found) {
      const body = { revision: found.revision, text: 'Kami sedang memeriksa berkas Anda.' }
      // 409: somebody else acted on it in between.
      await ask('message', [200, 409], (office) => office.post(`${path}/message`, body, headers), bytes)
    }
    await sleep(THINKS_MS)
  }
}
