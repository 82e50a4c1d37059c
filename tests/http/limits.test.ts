import { randomBytes } from 'node:crypto'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { describe, expect, it } from 'vitest'
import { HANDLE_LENGTH, SEALED_LENGTH } from '../../service/sealing/carried-draft.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { aRunningService } from '../support/a-running-service.ts'
import { aFiling, aKey, anonymousFiling, unitAt } from '../support/an-office.ts'
import { aPng } from '../support/some-files.ts'

const aBusyOffice = async () => {
  const { url } = await aRunningService()
  return unitAt(url)
}

async function solved(response: Response): Promise<string> {
  const { challenge } = await problemOf(response)
  const solution = await solveChallenge({ challenge: challenge as Challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

/** Files until the service asks for work. */
async function untilBusy(office: ReturnType<typeof unitAt>): Promise<Response> {
  for (let filed = 0; filed < 200; filed++) {
    const response = await office.send(anonymousFiling())
    if (response.status === 428) return response
    expect(response.status).toBe(201)
  }
  throw new Error('It was never busy.')
}

const casesIn = async (office: ReturnType<typeof unitAt>): Promise<number> => {
  const { counts } = (await (await (await office.signIn('kepala')).get('/cases')).json()) as {
    counts: { received: number }
  }
  return counts.received
}

describe('a busy address', () => {
  it('is asked for work that a device can do, which counts for one complaint', async () => {
    const office = await aBusyOffice()
    const busy = await untilBusy(office)
    const before = await casesIn(office)
    const proof = await solved(busy)

    expect((await office.send(aFiling({ proof }))).status).toBe(201)

    expect(await refusalIn(office.send(aFiling({ proof })))).toBe('400 limit/proof-wrong')
    expect(await casesIn(office)).toBe(before + 1)
  })

  it('that lost the answer sends the same again, and gets it without more work', async () => {
    const office = await aBusyOffice()
    const [key, body] = [aKey(), aFiling({ proof: await solved(await untilBusy(office)) })]
    const first = await (await office.send(body, key)).json()
    const again = await office.send(body, key)
    expect([again.status, await again.json()]).toEqual([201, first])
  })

  it('gets nothing for a proof that is none, or for work on a challenge that it made easier itself', async () => {
    const office = await aBusyOffice()
    const { challenge } = await problemOf(await untilBusy(office))
    const easier = structuredClone(challenge) as Challenge
    easier.parameters.keyPrefix = '00'
    const solution = await solveChallenge({ challenge: easier, deriveKey })
    const proofs = [{}, { challenge: {}, solution: {} }, { challenge, solution }, { challenge: easier, solution }]
    for (const proof of ['karangan', ...proofs.map((one) => Buffer.from(JSON.stringify(one)).toString('base64'))]) {
      expect(await refusalIn(office.send(aFiling({ proof })))).toBe('400 limit/proof-wrong')
    }
  })

  it('past the hard limit is told when to come back, and gets no receipt', async () => {
    const office = await aBusyOffice()
    await untilBusy(office)
    let last: Response
    do last = await office.send(anonymousFiling())
    while (last.status === 428)
    const filed = await casesIn(office)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refusalIn(last)).toBe('429 limit/too-many')
    expect(await refusalIn(office.send(anonymousFiling()))).toBe('429 limit/too-many')
    expect(await casesIn(office)).toBe(filed)
  })

  it('is asked for work before it uploads more, and brings it in a header', async () => {
    const office = await aBusyOffice()
    let answer = await office.upload('loket.png', aPng)
    while (answer.status === 201) answer = await office.upload('loket.png', aPng)
    const proof = await solved(answer)
    expect((await office.upload('loket.png', aPng, { 'X-Proof': proof })).status).toBe(201)
    expect(await refusalIn(office.upload('loket.png', aPng, { 'X-Proof': proof }))).toBe('400 limit/proof-wrong')
  })

  it('is asked for work before more drafts are kept for it', async () => {
    const { url } = await aRunningService()
    const keep = (more: Record<string, string> = {}) =>
      fetch(`${url}/api/v1/tenants/bagian-organisasi/drafts`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...more },
        body: JSON.stringify({
          handle: randomBytes(HANDLE_LENGTH).toString('base64url').slice(0, HANDLE_LENGTH),
          sealed: 'A'.repeat(SEALED_LENGTH),
          key: aKey(),
        }),
      })
    let answer = await keep()
    for (let kept = 0; kept < 100 && answer.status === 201; kept++) answer = await keep()
    const proof = await solved(answer)
    expect((await keep({ 'X-Proof': proof })).status).toBe(201)
    expect(await refusalIn(keep({ 'X-Proof': proof }))).toBe('400 limit/proof-wrong')
  })
})

describe('who guesses', () => {
  it('codes is told to stop, and the right code opens the case all the same', async () => {
    const office = await aBusyOffice()
    const receipt = await office.file()
    const guess = () => office.reporter({ ...receipt, trackingCode: 'AAAA-AAAA-AAAA-AAAA-AAAA' }).get()
    let answer = await guess()
    for (let guesses = 0; guesses < 100 && answer.status === 404; guesses++) answer = await guess()
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await refusalIn(answer)).toBe('429 limit/wrong-codes')
    expect(await refusalIn(guess())).toBe('429 limit/wrong-codes')
    expect((await office.reporter(receipt).get()).status).toBe(200)
  })

  it('passwords is stopped', async () => {
    const office = await aBusyOffice()
    const guess = () => office.signIn('kepala', 'bukan-sandi-ini').catch((cause: Error) => cause.message)
    let said = await guess()
    for (let guesses = 0; guesses < 100 && String(said).includes('401'); guesses++) said = await guess()
    expect(said).toContain('limit/too-many')
  })
})

it('who tries ids of receipts is stopped after a while, and learns until then only that nobody issued them', async () => {
  const { url } = await aRunningService()
  const answers = new Set<string>()
  let answer: Response
  let tried = 0
  do {
    answer = await fetch(`${url}/verify/tidak-ada-${tried++}`, { headers: { Accept: 'text/html' } })
    answers.add((await answer.text()).replaceAll(/tidak-ada-\d+/g, ''))
  } while (answer.status === 404 && tried < 300)
  expect(answer.status).toBe(429)
  expect(answers.size).toBe(2)
})
