import { describe, expect, it } from 'vitest'
import type { CaseRegister, CaseView } from '../../service/contract/case-view.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import type { AlertList } from '../../service/contract/messages.ts'
import { type Role, roles } from '../../service/offices/vocabulary.ts'
import { aColleague } from '../support/a-colleague.ts'
import { refusalIn } from '../support/a-problem.ts'
import { itInEach } from '../support/in-each.ts'
import { type Colleague, here } from '../support/isolation-office.ts'
import { isolationRows } from '../support/isolation-rows.ts'
import { ask, isChange, isOnCase, preparedSuite, readText, rowsOf } from '../support/isolation-walk.ts'

const suite = preparedSuite()
/** It stands in the subject of the case, in a message and in a request of its reporter. */
const word = 'Bromo'
/** Those with the duty to read, whose step the case does not wait for: it has a handler, no answer yet, and requests of its reporter. */
const others: readonly Role[] = ['intake_officer', 'case_handler', 'internal_auditor', 'parent_head']

const cases = `/tenants/${here}/cases`
/** Asks as the browser does, and opens nothing by itself. */
const plainly = ({ headers }: Pick<Colleague, 'headers'>, path: string, body?: unknown) =>
  fetch(`${suite.service.url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
const refused = (who: Colleague, path: string, body?: unknown) => refusalIn(plainly(who, path, body))

it('is read by its verifier and its handler, and by those whose step it waits for', async () => {
  const { single, real } = suite.office
  const told = await Promise.all(
    roles.map(async (role) => {
      const answer = await plainly(single[role], `${cases}/${real.number}`)
      return [role, answer.ok ? 'reads' : await refusalIn(answer)]
    }),
  )
  expect(Object.fromEntries(told)).toEqual({
    verifier: 'reads',
    identity_custodian: 'reads',
    unit_head: 'reads',
    ...Object.fromEntries(others.map((role) => [role, '403 case/unread'])),
    observer: '403 staff/not-permitted',
    tenant_admin: '403 staff/not-permitted',
  })
})

describe('somebody with the duty and without a part in a case', () => {
  itInEach(
    rowsOf('staff', 'member').filter((name) => !isChange(name) && !isolationRows[name]?.isLine),
    'reads no word of it',
    async (name) => {
      const { single, real } = suite.office
      for (const role of others) {
        const answer = await ask(suite.service.url, suite.office, name, {
          headers: single[role].headers,
          things: real,
          unit: here,
        })
        if (isOnCase(name)) expect([role, answer.ok]).toEqual([role, false])
        expect(await readText(answer)).not.toContain(word)
      }
    },
  )

  itInEach(
    rowsOf('staff').filter((name) => isChange(name) && name.includes('/cases/{number}/') && !name.endsWith('/opening')),
    'does nothing with it',
    async (name) => {
      const { single, real } = suite.office
      for (const role of others) {
        const answer = await ask(suite.service.url, suite.office, name, {
          headers: single[role].headers,
          things: real,
          unit: here,
        })
        const told = await readText(answer)
        expect([role, answer.ok]).toEqual([role, false])
        expect(told).not.toContain(word)
      }
    },
  )

  it('finds it in the register by its number, and by no word of it', async () => {
    const { single, real } = suite.office
    const found = async (q: string) =>
      ((await (await plainly(single.internal_auditor, `${cases}?q=${q}`)).json()) as CaseRegister).items
    expect(await found(real.number)).toMatchObject([{ number: real.number, subject: '[bukan penanganan Anda]' }])
    expect(await found(word)).toEqual([])
  })
})

describe('a complaint that somebody opens for a reason', () => {
  const opened = async (reason: string) => {
    const { head, single } = suite.office
    const office = suite.service.unit(here)
    const receipt = await office.file({ subject: `Pungutan ${word}`, privacy: 'confidential' })
    const auditor = single.internal_auditor
    const path = `${cases}/${receipt.number}`
    expect(await refused(auditor, path)).toBe('403 case/unread')
    const answer = await plainly(auditor, `${path}/opening`, { reason })
    expect(answer.status).toBe(200)
    return { ...receipt, path, auditor, head, follow: office.reporter(receipt).follow }
  }

  it('is theirs to read, and the head, the log and its reporter know who opened it and why', async () => {
    const { number, path, auditor, head, follow } = await opened('Pemeriksaan tahunan.')
    const seen = (await (await plainly(auditor, path)).json()) as CaseView
    expect(seen.subject).toBe(`Pungutan ${word}`)
    const line = { event: 'case_opened', text: 'Pemeriksaan tahunan.' }
    expect(seen.history.at(-1)).toMatchObject({ ...line, by: `${auditor.session.staff.name} (Petugas)` })
    expect((await follow()).history.at(-1)).toMatchObject(line)

    const alerts = async () => ((await (await head.call('GET', `/tenants/${here}/alerts`)).json()) as AlertList).items
    const ofCase = async () => (await alerts()).filter((one) => one.number === number)
    await expect.poll(ofCase).toMatchObject([{ kind: 'case_opened', subject: null }])
    const log = (await (await plainly(head, `/tenants/${here}/log?number=${number}`)).json()) as LogView
    expect(log.items.map(({ act }) => act)).toContain('case.opened')
  })

  it('asks once, and whoever works on it is held up by nothing', async () => {
    const { path, auditor } = await opened('Pemeriksaan tahunan.')
    const before = (await (await plainly(auditor, path)).json()) as CaseView
    const verifier = await suite.service.staff('verifikator', here)
    const { revision } = await verifier.case(before.number)
    await plainly(auditor, `${path}/opening`, { reason: 'Lagi.' })
    const after = (await (await plainly(auditor, path)).json()) as CaseView
    expect(after.history.filter(({ event }) => event === 'case_opened').length).toBeLessThanOrEqual(2)
    expect(after.history.map(({ text }) => text)).not.toContain('Lagi.')
    expect((await verifier.post(`/cases/${before.number}/verify`, { revision })).status).toBe(200)
  })

  it('keeps its reporter’s name out of the reason, and does not say whether it was there', async () => {
    const { path, auditor } = await opened('Dicari Siti Contoh.')
    const seen = (await (await plainly(auditor, path)).json()) as CaseView
    expect(JSON.stringify(seen)).not.toContain('Siti')
  })

  it.each([{}, { reason: '' }, { reason: ' ' }, { reason: 'x'.repeat(5_000) }])('is not opened by %j', async (body) => {
    const { single, real } = suite.office
    expect(await refused(single.internal_auditor, `${cases}/${real.number}/opening`, body)).toBe('400 request/invalid')
  })

  it('is as unknown to whom it concerns as a number that nobody has', async () => {
    const { concerned, guarded } = suite.office
    for (const number of [guarded.number, 'BO-2026-999999'])
      expect(await refused(concerned, `${cases}/${number}/opening`, { reason: 'Ingin tahu.' })).toBe(
        '404 complaint/not-found',
      )
  })
})

describe('a complaint comes first to', () => {
  it('one verifier, while the others see its row alone', async () => {
    const verifiers = await Promise.all([1, 2].map(() => aColleague(suite.service, ['verifier'])))
    const { number } = await suite.service.unit(here).file({ subject: `Antrean ${word}` })
    const answers = await Promise.all(verifiers.map((one) => plainly(one, `${cases}/${number}`)))
    expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
    for (const [at, { ok }] of answers.entries()) {
      const rows = (await (await plainly(verifiers[at]!, `${cases}?q=${number}`)).json()) as CaseRegister
      expect(rows.items[0]?.subject).toBe(ok ? `Antrean ${word}` : '[bukan penanganan Anda]')
    }
  })
})
