import { describe, expect, it } from 'vitest'
import { problemOf } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService()
const text = 'x'

/** Everything that staff of a unit can ask, as a session of another unit asks it. */
const asked = (number: string, evidence: string, member: string): readonly (readonly [string, string, unknown?])[] => [
  ['GET', '/cases'],
  ['POST', '/cases', {}],
  ['GET', `/cases/${number}`],
  ['GET', `/cases/${number}/receipt.pdf`],
  ['GET', `/cases/${number}/evidence/${evidence}`],
  ['POST', `/cases/${number}/verify`, { revision: 0 }],
  ['POST', `/cases/${number}/ask-for-completion`, { revision: 0, items: ['other'], text }],
  ['POST', `/cases/${number}/dispatch`, { revision: 0, handler: member }],
  ['POST', `/cases/${number}/message`, { revision: 0, text }],
  ['POST', `/cases/${number}/note`, { revision: 0, text }],
  ['POST', `/cases/${number}/propose-answer`, { revision: 0, outcome: 'clarified', text }],
  ['POST', `/cases/${number}/return-answer`, { revision: 0, text }],
  ['POST', `/cases/${number}/answer`, { revision: 0, outcome: 'clarified', text }],
  ['POST', `/cases/${number}/decline`, { revision: 0, reason: 'not_a_complaint', text, elsewhere: text }],
  ['POST', `/cases/${number}/close`, { revision: 0 }],
  ['POST', `/cases/${number}/decide-objection`, { revision: 0, upheld: true, text }],
  ['POST', `/cases/${number}/identity/reveal`, { reason: text }],
  ['GET', '/approvals'],
  ['POST', '/approvals', { act: 'erase-identity', reason: text, cases: [number] }],
  ['POST', '/approvals/id/decision', { granted: true, because: text }],
  ['POST', '/approvals/id/register.csv'],
  ['POST', `/approvals/id/identities/${number}`],
  ['POST', `/cases/${number}/identity/erasure`, { approval: 'id' }],
  ['GET', '/data-requests'],
  ['POST', `/cases/${number}/data-requests/x/answer`, { granted: true, text }],
  ['GET', '/settings'],
  ['PUT', '/settings', {}],
  ['GET', '/staff'],
  ['GET', '/staff/roles'],
  ['POST', '/staff', { name: 'x', position: 'x', email: 'x@contoh.example', roles: ['unit_head'] }],
  ['PATCH', `/staff/${member}`, { name: 'x', position: 'x', roles: ['unit_head'] }],
  ['DELETE', `/staff/${member}`],
  ['GET', '/handlers'],
  ['GET', '/mailbox'],
  ['GET', '/log'],
  ['GET', '/statistics'],
  ['GET', `/cases/${number}/guard`],
  ['POST', `/cases/${number}/guard`, { revision: 0, staff: [], because: 'x' }],
]

async function aCase() {
  const office = service.unit()
  const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
  const { number } = await office.file({ evidence: [id] })
  const { session } = await service.staff('petugas')
  return { number, evidence: id, member: session.staff.id }
}

async function asAStranger(mailbox: string, unit: string, method: string, path: string, body?: unknown) {
  const { headers } = await service.staff(mailbox, 'dinas-contoh')
  return fetch(`${service.url}/api/v1/tenants/${unit}${path}`, {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

describe('another unit’s session finds nothing, and learns not even that the unit exists:', () => {
  it.each(asked('{number}', '{evidence}', '{member}').map(([method, path]) => `${method} ${path}`))(
    '%s',
    async (name) => {
      const real = await aCase()
      const [method, path, body] = asked(real.number, real.evidence, real.member).find(
        ([verb, one]) =>
          `${verb} ${one}` ===
          name.replace('{number}', real.number).replace('{evidence}', real.evidence).replace('{member}', real.member),
      )!
      for (const mailbox of ['kepala', 'admin']) {
        const { requestId: _, ...here } = await problemOf(
          await asAStranger(mailbox, 'bagian-organisasi', method, path, body),
        )
        const { requestId: __, ...nowhere } = await problemOf(
          await asAStranger(mailbox, 'tidak-ada', method, path, body),
        )
        expect(here).toMatchObject({ status: 404, code: 'tenant/unknown' })
        expect(here).toEqual(nowhere)
      }
      const seen = await (await service.staff('kepala')).case(real.number)
      expect(seen).toMatchObject({ status: 'received', revision: 0 })
    },
  )
})

describe('a number of another unit, asked for in one’s own,', () => {
  it('is as unknown as one that nobody has', async () => {
    const { number, evidence } = await aCase()
    const head = await service.staff('kepala', 'dinas-contoh')
    for (const path of ['', '/receipt.pdf', `/evidence/${evidence}`]) {
      const { requestId: _, ...theirs } = await problemOf(await head.get(`/cases/${number}${path}`))
      const { requestId: __, ...nobodys } = await problemOf(await head.get(`/cases/BO-2026-999999${path}`))
      expect(theirs).toMatchObject({ status: 404, code: 'complaint/not-found' })
      expect(theirs).toEqual(nobodys)
    }
    expect(await problemOf(await head.act(number, 'verify'))).toMatchObject({ code: 'complaint/not-found' })
    const found = (await (await head.get(`/cases?q=${number}`)).json()) as { items: unknown[] }
    expect(found.items).toEqual([])
  })
})
