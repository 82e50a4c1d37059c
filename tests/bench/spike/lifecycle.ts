import { type Agent, request } from 'node:http'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { ReceiptView } from '../../../service/contract/complaint-view.ts'
import { aFiling } from '../../support/an-office.ts'
import { aStory } from '../a-story.ts'
import { bigUnit } from '../million-folder.ts'
import { isServed, type Kind, type Sample } from './seen.ts'

type Headers = Readonly<Record<string, string>>

/** The person who acts, by the headers of their session. */
export interface Crew {
  readonly verifier: Headers
  readonly handler: Headers
  readonly head: Headers
  /** The account of the handler. */
  readonly handlerId: string
}

export interface Asking {
  readonly url: string
  readonly agent: Agent
  /** Milliseconds from the beginning of all. */
  now(): number
  saw(sample: Sample): void
  sawRefusal(took: number): void
}

interface Wish {
  readonly kind: Kind
  readonly path: string
  readonly headers: Headers
  readonly body?: object
}

/** The desk asks so often, and so do people who file. */
const MOST_TRIES = 6

/** A complaint from its filing to its answer, as its reporter and three officers go through it. What is refused is sent again as the desk does. */
export async function liveThrough(asking: Asking, crew: Crew, seed: number): Promise<void> {
  const { verifier, handler, head } = crew
  const key = `siklus-${process.pid}-${Date.now()}-${seed}`
  const filed = await ask<ReceiptView>(asking, {
    kind: 'filing',
    path: '/complaints',
    headers: { 'Idempotency-Key': key },
    body: aFiling({ chronology: aStory(seed + 1), subject: `Pengaduan siklus ${seed}` }),
  })
  if (!filed) return
  const { number, trackingCode } = filed
  let seen = await ask<CaseView>(asking, { kind: 'case page', path: `/cases/${number}`, headers: verifier })
  const act = async (kind: Kind, verb: string, headers: Headers, body: object = {}): Promise<void> => {
    if (!seen) return
    const { revision } = seen
    seen = await ask<CaseView>(asking, { kind, path: `/cases/${number}/${verb}`, headers, body: { revision, ...body } })
  }
  await act('verify', 'verify', verifier)
  await act('dispatch', 'dispatch', verifier, { handler: crew.handlerId })
  const answer = { outcome: 'clarified', text: 'Berkas Anda sudah kami periksa, dan petugas loket sudah kami tegur.' }
  await act('propose', 'propose-answer', handler, answer)
  await act('answer', 'answer', head)
  const bearer = { Authorization: `Bearer ${trackingCode}` }
  await ask(asking, { kind: 'follow-up', path: `/complaints/${number}`, headers: bearer })
  const page = 'status=received&sort=received_desc&limit=25'
  await ask(asking, { kind: 'register page', path: `/cases?${page}`, headers: verifier })
  const words = encodeURIComponent(seed % 2 === 0 ? 'petugas loket' : 'retribusi parkir')
  await ask(asking, { kind: 'search', path: `/cases?q=${words}&limit=25`, headers: handler })
}

/** @returns `null` where it was not served */
async function ask<Answer>(asking: Asking, wish: Wish): Promise<Answer | null> {
  const at = asking.now()
  for (let refusals = 0; ; refusals++) {
    const sent = asking.now()
    const { status, retryAfter, text } = await send(asking, wish)
    const isRefused = status === 503 && retryAfter > 0
    if (isRefused) asking.sawRefusal(asking.now() - sent)
    if (isRefused && refusals + 1 < MOST_TRIES) {
      await new Promise((resolve) => setTimeout(resolve, retryAfter * 1_000 * (1 + Math.random())))
      continue
    }
    const sample = { kind: wish.kind, at, took: asking.now() - at, refusals, status }
    asking.saw(sample)
    return isServed(sample) ? (JSON.parse(text) as Answer) : null
  }
}

interface Answered {
  readonly status: number
  readonly retryAfter: number
  readonly text: string
}

const PATIENCE_MS = 60_000

function send({ url, agent }: Asking, { path, headers, body }: Wish): Promise<Answered> {
  const sent = body && JSON.stringify(body)
  return new Promise((resolve) => {
    const failed = () => resolve({ status: 0, retryAfter: 0, text: '' })
    const asked = request(`${url}/api/v1/tenants/${bigUnit}${path}`, {
      agent,
      timeout: PATIENCE_MS,
      method: sent ? 'POST' : 'GET',
      headers: {
        ...headers,
        ...(sent && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(sent) }),
      },
    })
    asked.on('error', failed)
    asked.on('timeout', () => asked.destroy())
    asked.on('response', (answer) => {
      const chunks: Buffer[] = []
      answer.on('error', failed)
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          retryAfter: Number(answer.headers['retry-after'] ?? 0),
          text: Buffer.concat(chunks).toString(),
        }),
      )
    })
    asked.end(sent)
  })
}
