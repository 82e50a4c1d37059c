import { describe, expect, it } from 'vitest'
import type { CaseRegister, CaseView } from '../../service/contract/case-view.ts'
import type { EvaluationList, EvaluationView } from '../../service/contract/figures.ts'
import type { LogView } from '../../service/contract/keeping.ts'
import type { AlertList } from '../../service/contract/messages.ts'
import type { TodayView } from '../../service/contract/register.ts'
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
  const answers = await Promise.all(
    roles.map(async (role) => {
      // Without a reason it opens for its readers.
      await plainly(single[role], `${cases}/${real.number}/opening`, { concerned: false })
      const answer = await plainly(single[role], `${cases}/${real.number}`)
      return [role, answer.ok ? 'reads' : await refusalIn(answer)]
    }),
  )
  expect(Object.fromEntries(answers)).toEqual({
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
        const answered = await readText(answer)
        expect([role, answer.ok]).toEqual([role, false])
        expect(answered).not.toContain(word)
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
    const answer = await plainly(auditor, `${path}/opening`, { reason, concerned: false })
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
    await plainly(auditor, `${path}/opening`, { reason: 'Lagi.', concerned: false })
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

  it.each([
    [{}, '403 case/undeclared'],
    [{ reason: 'Pemeriksaan.' }, '403 case/undeclared'],
    [{ concerned: false }, '400 case/reason-missing'],
    [{ concerned: false, reason: ' ' }, '400 request/invalid'],
    [{ concerned: false, reason: 'x'.repeat(5_000) }, '400 request/invalid'],
    [{ concerned: 'tidak' }, '400 request/invalid'],
  ])('is not opened by %j', async (body, refusal) => {
    const { single, real } = suite.office
    expect(await refused(single.internal_auditor, `${cases}/${real.number}/opening`, body)).toBe(refusal)
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
    const refusals = await Promise.all(answers.map((answer) => refusalIn(answer)))
    expect(refusals.filter((one) => one === '403 case/undeclared').length).toBeLessThanOrEqual(1)
    for (const [at, refusal] of refusals.entries()) {
      const rows = (await (await plainly(verifiers[at]!, `${cases}?q=${number}`)).json()) as CaseRegister
      const isFirst = refusal === '403 case/undeclared'
      expect(rows.items[0]?.subject).toBe(isFirst ? '[belum Anda buka]' : '[bukan penanganan Anda]')
    }
  })
})

describe('a complaint that may be about a person', () => {
  const verifiers = () => {
    const { single, colleague } = suite.office
    return [single.verifier, colleague]
  }
  /** Files until one of the two is its first reader, and the other not. */
  async function first() {
    for (;;) {
      const { number } = await suite.service.unit(here).file({ subject: `Pungutan ${word}` })
      const path = `${cases}/${number}`
      const refusals = await Promise.all(verifiers().map((one) => refused(one, path)))
      const at = refusals.indexOf('403 case/undeclared')
      if (at !== -1 && refusals[1 - at] === '403 case/unread')
        return { number, path, one: verifiers()[at]!, other: verifiers()[1 - at]! }
    }
  }
  const lines = async (who: Colleague, path: string) => {
    await plainly(who, `${path}/opening`, { reason: 'Memeriksa.', concerned: false })
    return (await (await plainly(who, path)).json()) as CaseView
  }

  it('is in the list of the day of whom it came to, and of nobody else', async () => {
    const { number, one, other } = await first()
    const listed = async (who: Colleague) => {
      const { items } = (await (await plainly(who, `/tenants/${here}/today?kind=verification`)).json()) as TodayView
      return items.find((item) => item.number === number)
    }
    expect(await listed(one)).toMatchObject({ declares: true, act: 'verify', subject: '[belum Anda buka]' })
    expect(await listed(other)).toBeUndefined()
  })

  it('shows no word of it to whom it came, before they declared that it does not concern them', async () => {
    const { number, path, one } = await first()
    const rows = (await (await plainly(one, `${cases}?q=${word}`)).json()) as CaseRegister
    expect(rows.items.map((row) => row.number)).not.toContain(number)
    expect((await plainly(one, `${path}/opening`, { concerned: false })).status).toBe(200)
    const seen = (await (await plainly(one, path)).json()) as CaseView
    expect(seen).toMatchObject({ subject: `Pungutan ${word}`, guard: null })
    expect(seen.history.at(-1)).toMatchObject({ event: 'declared_unconcerned' })
  })

  it('goes to others where it may concern them, and the record and the report say so', async () => {
    const { head } = suite.office
    const counted = async () => {
      const { items } = (await (await plainly(head, `/tenants/${here}/evaluations`)).json()) as EvaluationList
      const view = (await (
        await plainly(head, `/tenants/${here}/evaluations/${items[0]?.id}`)
      ).json()) as EvaluationView
      return view.indicators.find(({ name }) => name === 'declaredConcerned')?.now.part ?? 0
    }
    const before = await counted()
    const { path, one, other } = await first()
    expect(await (await plainly(one, `${path}/opening`, { concerned: true })).json()).toMatchObject({ visible: false })
    expect(await refused(one, path)).toBe('404 complaint/not-found')
    expect(await refused(one, `${path}/opening`, { concerned: false })).toBe('404 complaint/not-found')
    const seen = await lines(other, path)
    const { name } = one.session.staff
    expect(seen.guard).toMatchObject({ declared: [{ name }], candidates: [], concerns: [] })
    expect(seen.history).toContainEqual(
      expect.objectContaining({ event: 'declared_concerned', by: expect.stringContaining(name), text: null }),
    )
    await expect.poll(counted).toBe(before + 1)
  })

  it('stays with others, whomever a verifier says that it is not about', async () => {
    const { path, one, other } = await first()
    await plainly(one, `${path}/opening`, { concerned: true })
    const { revision } = await lines(other, path)
    await plainly(other, `${path}/guard`, { revision, staff: [], because: 'Bukan petugas itu.' })
    expect(await refused(one, path)).toBe('404 complaint/not-found')
  })
})
