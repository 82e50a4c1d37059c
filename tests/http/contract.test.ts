import { beforeAll, describe, expect, it } from 'vitest'
import { withOperator } from '../support/an-operator.ts'
import { here, type PreparedOffice, prepareOffice, withInbound } from '../support/isolation-office.ts'
import { isolationRows } from '../support/isolation-rows.ts'
import { ask, isLine, requestFor } from '../support/isolation-walk.ts'
import { oneService } from '../support/one-service.ts'
import { patience } from '../support/patience.ts'
import { publishedAt } from '../support/published-schemas.ts'

const service = oneService({ ...withInbound, ...withOperator })
let office: PreparedOffice
let published: Awaited<ReturnType<typeof publishedAt>>

beforeAll(async () => {
  published = await publishedAt(service.url)
  office = await prepareOffice(service)
}, patience(60_000))

/** Somebody who may call the operation. */
function speakerOf(name: string): Readonly<Record<string, string>> {
  const speakers = {
    anybody: {},
    reporter: { Authorization: `Bearer ${office.real.code}` },
    program: office.programs.ofAll.headers,
    staff: office.colleague.headers,
    member: office.colleague.headers,
    account: office.colleague.headers,
    operator: office.platform.headers,
  }
  return speakers[isolationRows[name]!.who]
}

const asking = (name: string) => ({ things: office.real, unit: here, headers: speakerOf(name) })

/** What could change without anybody's wish: the case as its officer and its reporter see it. */
async function standing() {
  const mine = await fetch(`${service.url}/api/v1/tenants/${here}/complaints/${office.real.number}`, {
    headers: { Authorization: `Bearer ${office.real.code}` },
  })
  const theirs = await office.colleague.call('GET', `/tenants/${here}/cases/${office.real.number}`)
  return [await mine.json(), await theirs.json()]
}

describe('a request without the body that its operation requires', () => {
  it(
    'is refused by every such operation, and changes nothing',
    async () => {
      const before = await standing()
      const withBody = [...published.operations].filter(([, { requestBody }]) => requestBody?.required)
      expect(withBody.length).toBeGreaterThan(100)
      for (const [name] of withBody) {
        const { method, path, headers } = requestFor(office, name, asking(name))
        const { 'Content-Type': _, ...untyped } = headers as Record<string, string>
        const answer = await fetch(service.url + path, { method, headers: untyped })
        expect([name, answer.status, await answer.text()]).toEqual([
          name,
          expect.toSatisfy((status: number) => status >= 400 && status < 500),
          expect.stringContaining('urn:aduan:'),
        ])
      }
      expect(await standing()).toEqual(before)
    },
    patience(30_000),
  )

  it('is told that a body is missing, so that a complaint is not withdrawn by an empty call', async () => {
    const path = `${service.url}/api/v1/tenants/${here}/complaints/${office.real.number}/withdrawal`
    const answer = await fetch(path, { method: 'POST', headers: { Authorization: `Bearer ${office.real.code}` } })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'request/no-body' })
  })
})

describe('the published description', () => {
  it('tells of every text that a request carries how long it may be or how it must look', () => {
    expect(published.unboundedTexts()).toEqual([])
  })

  it('asks for the same texts as the service, with the same lengths', () => {
    const { requestBody } = published.operations.get('POST /tenants/{tenant}/complaints')!
    const filing = requestBody!.content!['application/json']!.schema
    const complaint = requestFor(
      office,
      'POST /tenants/{tenant}/complaints',
      asking('POST /tenants/{tenant}/complaints'),
    )
    expect(published.against(filing, complaint.body)).toEqual([])
    const { subject: _, ...without } = complaint.body as Record<string, unknown>
    expect(published.against(filing, without)).toEqual([expect.stringContaining('subject')])
    const long = { ...complaint.body, subject: 'a'.repeat(161) }
    expect(published.against(filing, long)).toEqual([expect.stringContaining('160')])
  })

  it('takes the body that the isolation table sends, for every operation', () => {
    for (const [name, { requestBody }] of published.operations) {
      const schema = requestBody?.content?.['application/json']?.schema
      if (!schema) continue
      const { body } = requestFor(office, name, asking(name))
      expect([name, published.against(schema, body)]).toEqual([name, []])
    }
  })

  it(
    'describes what the service really answers',
    async () => {
      let told = 0
      for (const [name, { responses }] of published.operations) {
        // Somebody who signs out, or ends a unit, has nothing to ask any more.
        if (name === 'DELETE /session' || name.startsWith('POST /operator/tenants/{tenant}/closing')) continue
        const answer = await ask(service.url, office, name, asking(name))
        const type = answer.headers.get('content-type')
        if (isLine(type)) {
          await answer.body?.cancel()
          continue
        }
        const text = await answer.text()
        if (answer.status === 204 || !type?.includes('json')) continue
        const described = responses[String(answer.status)] ?? responses.default
        const schema = described?.content?.[type.split(';')[0]!]?.schema
        expect([name, schema === undefined]).toEqual([name, false])
        expect([name, answer.status, published.against(schema!, JSON.parse(text))]).toEqual([name, answer.status, []])
        if (answer.ok) told++
      }
      expect(told).toBeGreaterThan(100)
    },
    patience(60_000),
  )
})
