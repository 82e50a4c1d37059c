import { createHash, randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { solveWork } from '../../adapters/altcha/solve-work.ts'
import { makePracticePass } from '../../adapters/node-crypto/secrets.ts'
import { roomOf } from '../../offices/practice/practice.ts'
import { instantOf } from '../../shared/instant.ts'
import type { Config } from '../config.ts'
import { findMasterKeys } from '../ground.ts'

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

class StepFailed extends Error {}

/** Nothing was tried, so nothing is known of the service. */
export class NotTried extends Error {
  readonly exitCode = 2
}

/** Speaks to the service through its public address, as a visitor and as the staff of the room do. */
interface Line {
  ask(
    method: string,
    path: string,
    call?: { readonly body?: object; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Response>
}

function openLine(address: string, pass: string, whole: AbortSignal): Line {
  return {
    async ask(method, path, { body, headers } = {}) {
      const isJson = body !== undefined && !(body instanceof FormData)
      try {
        return await fetch(`${address}${path}`, {
          method,
          redirect: 'manual',
          signal: AbortSignal.any([whole, AbortSignal.timeout(STEP)]),
          headers: {
            'X-Practice-Pass': pass,
            ...(isJson && { 'Content-Type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body: body instanceof FormData ? body : JSON.stringify(body) }),
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
  const code = typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : ''
  if (code === 'practice/under-way') throw new NotTried('Another try of this unit is under way. Nothing was tried.')
  throw new StepFailed(`${[response.status, code].join(' ').trimEnd()} instead of ${status}`)
}

async function expectPdf(response: Response): Promise<void> {
  const bytes = new Uint8Array(await (await expectStatus(response, 200)).arrayBuffer())
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) !== '%PDF-') throw new StepFailed('the answer is no PDF')
}

const complaintOf = ({ category, privacy, privacyNotice }: Room, evidence: string, proof: string | null) => ({
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
  evidence: [evidence],
  statements: { truthful: true, procedureRead: true, privacyNotice },
  ...(proof && { proof }),
})

/** A page without a word, made for this try alone, so that no copy of an earlier one can stand in for it. */
const aDocument = (): Buffer =>
  Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%${randomUUID()}
%%EOF
`)

/** Does what a visitor does, with the work that a busy door asks for. */
async function withWork(send: (proof: string | null) => Promise<Response>): Promise<Response> {
  const response = await send(null)
  if (response.status !== 428) return response
  const asked = (await response.json()) as { readonly challenge?: unknown }
  return send(await solveWork(asked.challenge))
}

async function upload(line: Line, api: string, bytes: Buffer): Promise<string> {
  const response = await withWork((proof) => {
    const body = new FormData()
    body.append('file', new Blob([new Uint8Array(bytes)]), 'percobaan.pdf')
    return line.ask('POST', `${api}/evidence`, { body, headers: proof ? { 'X-Proof': proof } : {} })
  })
  return ((await (await expectStatus(response, 201)).json()) as { readonly id: string }).id
}

async function file(line: Line, api: string, room: Room, evidence: string): Promise<Filed> {
  const headers = { 'Idempotency-Key': randomUUID() }
  const response = await withWork((proof) =>
    line.ask('POST', `${api}/complaints`, { body: complaintOf(room, evidence, proof), headers }),
  )
  return (await (await expectStatus(response, 201)).json()) as Filed
}

async function expectBytes(response: Response, bytes: Buffer): Promise<void> {
  const digest = (of: Uint8Array) => createHash('sha256').update(of).digest('hex')
  const received = new Uint8Array(await (await expectStatus(response, 200)).arrayBuffer())
  if (digest(received) !== digest(bytes)) throw new StepFailed('the file is not as it was sent')
}

type Step = readonly [name: string, run: () => Promise<void>]

/** What is tried, in this order. Each step stands on those before it. */
function stepsOf(line: Line, unit: string): readonly Step[] {
  const room = roomOf(unit, 'uji')
  const api = `/api/v1/tenants/${room}`
  let offered: Room = { category: null, privacy: null, privacyNotice: 1 }
  let filed: Filed = { number: '', trackingCode: '' }
  let evidence = ''
  const document = aDocument()
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
      'a document is sent as evidence',
      async () => {
        evidence = await upload(line, api, document)
      },
    ],
    [
      'a complaint is filed with it',
      async () => {
        filed = await file(line, api, offered, evidence)
      },
    ],
    [
      'its receipt is printed',
      async () => expectPdf(await line.ask('GET', `${api}/complaints/${filed.number}/receipt.pdf`, asReporter())),
    ],
    ['it is followed by its code', () => expectReporterSees('received')],
    [
      'its evidence is as it was sent',
      async () =>
        expectBytes(
          await line.ask('GET', `${api}/complaints/${filed.number}/evidence/${evidence}`, asReporter()),
          document,
        ),
    ],
    ['it is verified', () => act('verify', {})],
    ['it is answered', () => act('answer', { outcome: 'substantiated', text: 'Jawaban percobaan.' })],
    ['its reporter reads the answer', () => expectReporterSees('answered')],
    ['the case is printed', async () => expectPdf(await line.ask('GET', `${api}/cases/${filed.number}/print.pdf`))],
    [
      'it is deleted with its evidence',
      async () => {
        await expectStatus(await line.ask('DELETE', `/practice/${room}`), 204)
        await expectStatus(await line.ask('GET', `${api}/complaints/${filed.number}`, asReporter()), 404)
        await expectStatus(await line.ask('GET', `${api}/cases/${filed.number}/evidence/${evidence}`), 404)
      },
    ],
  ]
}

/**
 * `try <slug> [--at <address>]`: files, follows, answers, prints and deletes a practice complaint through the public
 * address, and says of each step whether it went well. The exit code is 0 if all did, 1 if one did not, and 2 if nothing
 * was tried. What a try leaves that dies, the service deletes after five minutes.
 */
export async function tryCommand(parameters: string[], config: Config): Promise<string> {
  const { values, positionals } = parseArgs({
    args: parameters,
    options: { at: { type: 'string' } },
    allowPositionals: true,
  })
  const [unit] = positionals
  if (!unit) throw new NotTried('Say which unit: aduan try <slug>.')
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
      if (cause instanceof NotTried) throw cause
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
  throw new NotTried(
    `There is no master key in ${dataFolder}. Run this where the service runs, with its DATA_DIR or MASTER_KEY.`,
  )
}
