import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { solveWork } from '../../adapters/altcha/solve-work.ts'
import { makePracticePass } from '../../adapters/node-crypto/practice-pass.ts'
import { roomOf } from '../../offices/practice/practice-room.ts'
import { instantOf } from '../../shared/instant.ts'
import type { Config } from '../config.ts'
import { findMasterKeys } from '../open-vault.ts'

/** Milliseconds that one step may take, and all of them. */
const STEP = 15_000
const WHOLE = 60_000

interface Room {
  readonly category: string | null
  readonly privacy: string | null
  readonly privacyNotice: number
}

interface Filed {
  readonly number: string
  readonly trackingCode: string
}

/** One step failed; the message says what came instead. */
class StepFailed extends Error {}

/** Speaks to the service through its public address, as a visitor and as the staff of the room do. */
interface Line {
  ask(
    method: string,
    path: string,
    call?: { readonly body?: unknown; readonly headers?: HeadersInit },
  ): Promise<Response>
}

function openLine(address: string, pass: string, whole: AbortSignal): Line {
  return {
    async ask(method, path, { body, headers } = {}) {
      try {
        return await fetch(`${address}${path}`, {
          method,
          redirect: 'manual',
          signal: AbortSignal.any([whole, AbortSignal.timeout(STEP)]),
          headers: {
            'X-Practice-Pass': pass,
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
      } catch (cause) {
        const isLate = cause instanceof Error && (cause.name === 'TimeoutError' || cause.name === 'AbortError')
        throw new StepFailed(isLate ? 'no answer in time' : `not reached (${reasonOf(cause)})`)
      }
    },
  }
}

const reasonOf = (cause: unknown): string => {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause
  return inner instanceof Error ? ('code' in inner && inner.code ? String(inner.code) : inner.message) : String(inner)
}

async function expectStatus(response: Response, status: number): Promise<Response> {
  if (response.status === status) return response
  const problem: unknown = await response.json().catch(() => null)
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? ` ${problem.code}` : ''
  throw new StepFailed(`${response.status}${code} instead of ${status}`)
}

async function expectPdf(response: Response): Promise<void> {
  const bytes = new Uint8Array(await (await expectStatus(response, 200)).arrayBuffer())
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-') throw new StepFailed('the answer is no PDF')
}

const complaintOf = ({ category, privacy, privacyNotice }: Room, proof: string | null) => ({
  category,
  privacy,
  ...(privacy !== 'anonymous' && {
    reporter: {
      name: 'Percobaan Layanan',
      address: 'Jalan Percobaan 1',
      phone: '0812-0000-0000',
      email: 'percobaan@layanan.example',
    },
  }),
  subject: 'Percobaan layanan',
  chronology: 'Pengaduan ini dibuat oleh perintah percobaan, dan dihapus begitu percobaan selesai.',
  evidence: [],
  statements: { truthful: true, procedureRead: true, privacyNotice },
  ...(proof && { proof }),
})

/** Files as a visitor does, with the work that a busy door asks for. */
async function file(line: Line, api: string, room: Room): Promise<Filed> {
  const key = randomUUID()
  const send = (proof: string | null) =>
    line.ask('POST', `${api}/complaints`, { body: complaintOf(room, proof), headers: { 'Idempotency-Key': key } })
  let response = await send(null)
  if (response.status === 428) {
    const asked = (await response.json()) as { readonly challenge?: unknown }
    response = await send(await solveWork(asked.challenge))
  }
  return (await (await expectStatus(response, 201)).json()) as Filed
}

type Step = readonly [name: string, run: () => Promise<void>]

/** What is tried, in this order. Each step stands on those before it. */
function stepsOf(line: Line, unit: string): readonly Step[] {
  const room = roomOf(unit, 'uji')
  const api = `/api/v1/tenants/${room}`
  let offered: Room = { category: null, privacy: null, privacyNotice: 1 }
  let filed: Filed = { number: '', trackingCode: '' }
  const asReporter = () => ({ headers: { Authorization: `Bearer ${filed.trackingCode}` } })
  const follow = async () =>
    (await (
      await expectStatus(await line.ask('GET', `${api}/complaints/${filed.number}`, asReporter()), 200)
    ).json()) as { readonly status: string }
  async function act(name: string, body: object): Promise<void> {
    const path = `${api}/cases/${filed.number}`
    const seen = (await (await expectStatus(await line.ask('GET', path), 200)).json()) as { readonly revision: number }
    await expectStatus(await line.ask('POST', `${path}/${name}`, { body: { revision: seen.revision, ...body } }), 200)
  }
  async function expectReporterSees(status: string): Promise<void> {
    const seen = await follow()
    if (seen.status !== status) throw new StepFailed(`the reporter reads "${seen.status}" instead of "${status}"`)
  }
  return [
    [
      'the page with the form is there',
      async () => void (await expectStatus(await line.ask('GET', `/t/${unit}`), 200)),
    ],
    [
      'the room for tries opens',
      async () => {
        offered = (await (await expectStatus(await line.ask('PUT', `/practice/${room}`), 200)).json()) as Room
      },
    ],
    [
      'a complaint is filed',
      async () => {
        filed = await file(line, api, offered)
      },
    ],
    [
      'its receipt is printed',
      async () => expectPdf(await line.ask('GET', `${api}/complaints/${filed.number}/receipt.pdf`, asReporter())),
    ],
    ['it is followed by its code', () => expectReporterSees('received')],
    ['it is verified', () => act('verify', {})],
    ['it is answered', () => act('answer', { outcome: 'substantiated', text: 'Jawaban percobaan.' })],
    ['its reporter reads the answer', () => expectReporterSees('answered')],
    ['the case is printed', async () => expectPdf(await line.ask('GET', `${api}/cases/${filed.number}/print.pdf`))],
    [
      'it is deleted',
      async () => {
        await expectStatus(await line.ask('DELETE', `/practice/${room}`), 204)
        await expectStatus(await line.ask('GET', `${api}/complaints/${filed.number}`, asReporter()), 404)
      },
    ],
  ]
}

/**
 * `try <slug> [--at <address>]`: files, follows, answers, prints and deletes a practice complaint through the public
 * address, and says of each step whether it went well. The exit code is 1 if one did not. What a try leaves that dies,
 * the service deletes after five minutes.
 */
export async function tryCommand(parameters: string[], config: Config): Promise<string> {
  const { values, positionals } = parseArgs({
    args: parameters,
    options: { at: { type: 'string' } },
    allowPositionals: true,
  })
  const [unit] = positionals
  if (!unit) throw new Error('Say which unit: aduan try <slug>.')
  const address = (values.at ?? config.publicUrl ?? `http://localhost:${config.port}`).replace(/\/$/, '')
  await refuseWithoutKey(config)
  const pass = await makePracticePass(await findMasterKeys(config), unit, () => instantOf(new Date()))
  const line = openLine(address, pass, AbortSignal.timeout(WHOLE))
  const lines: string[] = []
  const began = Date.now()
  let isOpen = false
  for (const [name, run] of stepsOf(line, unit)) {
    try {
      await run()
      lines.push(`ok      ${name}`)
      isOpen ||= name === 'the room for tries opens'
    } catch (cause) {
      lines.push(`FAILED  ${name}: ${cause instanceof Error ? cause.message : String(cause)}`)
      process.exitCode = 1
      // A room in which another try is under way is that one's to empty.
      if (isOpen) await line.ask('DELETE', `/practice/${roomOf(unit, 'uji')}`).catch(() => null)
      break
    }
  }
  lines.push(`${process.exitCode ? 'FAILED' : 'ok'}      ${unit} at ${address} in ${Date.now() - began} ms`)
  return `${lines.join('\n')}\n`
}

/** Without this, a wrong DATA_DIR would get a key of its own, with which no service runs. */
async function refuseWithoutKey({ masterKey, dataFolder }: Config): Promise<void> {
  if (masterKey || (await stat(join(dataFolder, 'master.key')).catch(() => null))) return
  throw new Error(
    `There is no master key in ${dataFolder}. Run this where the service runs, with its DATA_DIR or MASTER_KEY.`,
  )
}
