import { randomInt } from 'node:crypto'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import { refusalTexts } from '../../service/http/problem-texts.ts'
import { aColleague } from '../support/a-colleague.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { withOperator } from '../support/an-operator.ts'
import { diceOf, shuffled } from '../support/dice.ts'
import { type Answer, type Call, hostile, send } from '../support/hostile-call.ts'
import { hostileForm, hostileUpload } from '../support/hostile-upload.ts'
import {
  aCaseWithAll,
  type Colleague,
  elsewhere,
  here,
  type PreparedOffice,
  prepareOffice,
  type Things,
  withInbound,
} from '../support/isolation-office.ts'
import { isolationRows } from '../support/isolation-rows.ts'
import { operationsOf, requestFor } from '../support/isolation-walk.ts'
import { oneService } from '../support/one-service.ts'
import { patience } from '../support/patience.ts'

const service = oneService({ ...withInbound, ...withOperator })

/**
 * Each round sends one hostile request to every operation. The budget is a number of requests, never a time: each run
 * throws other dice, and who looks for more has them thrown longer.
 */
const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 4)
const PAGES = 40
const seed = Number(process.env.FUZZ_SEED ?? randomInt(1_000_000))
const dice = diceOf(seed)

let office: PreparedOffice
let operations: string[]
let spare: Colleague

beforeAll(async () => {
  office = await prepareOffice(service)
  operations = (await operationsOf(service.url)).map(({ name }) => name)
  spare = await aColleague(service)
  console.log(`The hostile requests follow from FUZZ_SEED=${seed}.`)
}, patience(60_000))

const codes: readonly string[] = Object.keys(refusalTexts.id)
const internals =
  /\n\s+at .+:\d+|node_modules|\.[jt]s:\d+:\d+|\b[A-Z][A-Za-z]*Error\b|\bENOENT\b|SQLITE|\bSELECT \b|dist\/service/

/** What an answer to something hostile must not tell or do; `null`: nothing of it. */
function leakIn({ status, headers, body }: Answer): string | null {
  const read = body.toString('latin1')
  if (status >= 500) return 'A fault of ours.'
  if (internals.test(read) || read.includes(service.running.folder)) return 'It tells what goes on inside.'
  return JSON.stringify(headers).includes('x-injected') ? 'A header was smuggled in.' : null
}

/** What is wrong with an answer of the API to something hostile; `null`: nothing. */
function faultIn(answer: Answer): string | null {
  const { status, headers, body } = answer
  const leak = leakIn(answer)
  if (leak || status < 400) return leak
  if (body.length === 0) return null
  if (headers['content-type'] !== 'application/problem+json') return 'The refusal is no problem document.'
  const problem = JSON.parse(body.toString()) as Record<string, unknown>
  if (!codes.includes(String(problem.code))) return 'The code is none of the list.'
  const says = { type: `urn:aduan:${problem.code}`, status, requestId: headers['x-request-id'] }
  return Object.entries(says).every(([key, value]) => problem[key] === value) ? null : 'The problem is not whole.'
}

/** The caller of an operation, so that what is hostile about it comes as far as it can. */
function callerOf(name: string, { code }: Things): Readonly<Record<string, string>> {
  const { who } = isolationRows[name]!
  if (who === 'anybody') return {}
  if (who === 'reporter') return { Authorization: `Bearer ${code}` }
  if (who === 'operator') return office.platform.headers
  if (who === 'program') return office.programs.ofAll.headers
  return who === 'account' ? spare.headers : office.colleague.headers
}

const changesSettings = (name: string) => name === 'PUT /tenants/{tenant}/settings'

/** A case in the state in which it is now. */
type Standing = Things & { readonly revision: number }

async function validCall(name: string, { revision, ...things }: Standing): Promise<Call> {
  // Some settings shut a unit's own staff out, so it is the other unit that tries them.
  const [caller, unit] = changesSettings(name) ? [office.stranger.headers, elsewhere] : [callerOf(name, things), here]
  const { method, path, headers, body } = requestFor(office, name, { things, unit, headers: caller })
  const present = changesSettings(name) ? (await settingsElsewhere()).revision : revision
  const asked: object | undefined = body && 'revision' in body ? { ...body, revision: present } : body
  return {
    method,
    path,
    headers: { ...headers, ...('Idempotency-Key' in headers && { 'Idempotency-Key': aKey() }) },
    ...(asked && { body: Buffer.from(JSON.stringify(asked)) }),
  }
}

const settingsElsewhere = async () =>
  (await (await office.stranger.call('GET', `/tenants/${elsewhere}/settings`)).json()) as { revision?: number }

const told = ({ method, path, headers, body }: Call) =>
  `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 400)} ${body?.subarray(0, 400).toString() ?? ''}`

/** Requests that the server itself turns away before the service hears of them. */
const brokenHttp = [
  'GET / HTTP/1.1\nHost: a b\n\n',
  'GET / HTTP/1.1\nHost: ../../etc/passwd\n\n',
  'GET / HTTP/1.1\n\n',
  'GET / HTTP/9.9\nHost: x\n\n',
  'GET \\..\\..\\etc HTTP/1.1\nHost: x\n\n',
  'GET / HTTP/1.1\nHost: x\nA b: c\n\n',
  'GET / HTTP/1.1\nHost: x\n: c\n\n',
  'GET / HTTP/1.1\nHost: x\nA: \0\n\n',
  `GET / HTTP/1.1\nHost: x\nA: ${'x'.repeat(20_000)}\n\n`,
  'POST /api/v1/session HTTP/1.1\nHost: x\nContent-Length: -1\n\n{}',
  'POST /api/v1/session HTTP/1.1\nHost: x\nContent-Length: 2\nContent-Length: 5\n\n{}',
  'POST /api/v1/session HTTP/1.1\nHost: x\nContent-Length: 2\nTransfer-Encoding: chunked\n\n0\n\nGET / HTTP/1.1\n',
  'POST /api/v1/session HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\nzz\n{}\n0\n\n',
  '\u0016\u0003\u0001\u0002',
]

/** Says it over a bare connection, and gives what comes back until it is closed. */
async function sayTo(url: string, words: string): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.end(words, 'latin1')
  return text(socket)
}

const unitPath = `/tenants/${here}`
const wholeUnit = async () => (await fetch(`${service.url}/api/v1${unitPath}`)).json()

/** What a call may rightly have done, and after which nobody is notified and nothing is received any more. */
async function takeBack(): Promise<void> {
  await office.colleague.call('DELETE', `${unitPath}/channel-accounts/email`)
  await office.platform.call('DELETE', `/operator${unitPath}/closing`)
}

describe(`requests that nobody of good will sends (FUZZ_SEED=${seed})`, { timeout: patience(240_000) }, () => {
  it('are each refused with a problem of the list, or done, and never are a fault of ours', async () => {
    const found: string[] = []
    const unitBefore = await wholeUnit()
    for (let round = 0; round < ROUNDS; round++) {
      await takeBack()
      const fresh = await aCaseWithAll(service, here, 'Bromo', office.single.verifier)
      const revisionNow = async () => {
        const seen = await office.colleague.call('GET', `${unitPath}/cases/${fresh.number}`)
        return ((await seen.json()) as CaseView).revision
      }
      let standing: Standing = { ...office.real, ...fresh, revision: await revisionNow() }
      for (const name of shuffled(dice, operations)) {
        const valid = await validCall(name, standing)
        const isUpload = name.endsWith('{tenant}/evidence') && dice(4) > 0
        const call = isUpload ? hostileUpload(dice, valid) : hostile(dice, valid)
        const answer = await send(service.url, call)
        const fault = faultIn(answer)
        if (fault) found.push(`${fault} ${answer.status} ${answer.body.toString().slice(0, 300)}\n  to ${told(call)}`)
        // Many calls of an account end its session, as they should.
        if (answer.status === 401 && isolationRows[name]!.who === 'account') {
          spare = { ...spare, ...(await spare.signIn()) }
        }
        if (answer.status < 300 && name.includes('{number}')) standing = { ...standing, revision: await revisionNow() }
      }
    }
    await takeBack()
    expect(found.join('\n\n')).toBe('')
    expect(await wholeUnit()).toEqual(unitBefore)
  })

  it('that are no HTTP are turned away, each with one answer that says nothing', async () => {
    for (const words of brokenHttp) {
      const said = await sayTo(service.url, words.replaceAll('\n', '\r\n'))
      expect(said).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(said).not.toMatch(internals)
      expect(said.match(/^HTTP/gm)).toHaveLength(1)
    }
  })

  it('that are cut off in the middle are no fault of ours', async () => {
    const head = 'Host: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"email":"'
    await sayTo(service.url, `POST /api/v1/session HTTP/1.1\r\n${head}`)
  })

  it('get a page or a refusal where people without JavaScript write', async () => {
    for (let request = 0; request < PAGES; request++) {
      const call = hostileForm(dice, `/t/${here}`)
      const answer = await send(service.url, call)
      const isPage = String(answer.headers['content-type']).startsWith('text/')
      const fault = isPage ? leakIn(answer) : faultIn(answer)
      expect(fault && [fault, answer.status, told(call)]).toBeNull()
    }
  })

  it('left the service as it was: it takes a complaint, shows it, and has logged no fault', async () => {
    const receipt = await service.unit().file(aFiling())
    expect((await service.unit().reporter(receipt).follow()).number).toBe(receipt.number)
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200)
    expect(service.running.output()).not.toMatch(/"level":(50|60|"error"|"fatal")|"msg":"fault"/)
  })

  it('left an access log that is whole', async () => {
    expect(await service.running.stop()).toBe(0)
    const { out } = await aduan({ DATA_DIR: service.running.folder }, 'verify-log')
    expect(out).toMatch(new RegExp(`^${here}: \\d{3,} lines, \\d+ signed heads, whole$`, 'm'))
    expect(out).not.toContain('NOT WHOLE')
  })
})
