import { beforeAll, describe, expect, it } from 'vitest'
import type { CaseRegister, CaseView } from '../../service/contract/case-view.ts'
import type { StatisticsView } from '../../service/contract/figures.ts'
import type { ApprovalView, LogView } from '../../service/contract/keeping.ts'
import { aFiling } from '../support/an-office.ts'
import { withOperator } from '../support/an-operator.ts'
import {
  type Colleague,
  category,
  elsewhere,
  guardedWord,
  here,
  nowhere,
  type PreparedOffice,
  prepareOffice,
  withInbound,
} from '../support/isolation-office.ts'
import { isolationRows, type Row } from '../support/isolation-rows.ts'
import { ask, namesSomething, pagesOf, rowsOf, toldBy } from '../support/isolation-walk.ts'
import { oneService } from '../support/one-service.ts'
import { aPng } from '../support/some-files.ts'

const service = oneService({ ...withInbound, ...withOperator })
let office: PreparedOffice

beforeAll(async () => {
  office = await prepareOffice(service)
})

/** All pages that somebody gets of what a unit lists. */
const pagesFor = ({ headers }: Pick<Colleague, 'headers'>, name: string, query = {}, unit = here) =>
  pagesOf((cursor) => {
    const search = `?${new URLSearchParams({ ...query, ...cursor })}`
    return ask(service.url, office, name, { headers, things: office.guarded, unit, query: search })
  })

describe('a case that is kept from somebody is missing in what they list:', () => {
  const lists = rowsOf('staff', 'member').filter((name) => name.startsWith('GET ') && !namesSomething(name))
  const isPaged = ({ isLine, isFile }: Row) => !isLine && !isFile
  it.each(lists.filter((name) => isPaged(isolationRows[name]!)))('%s', async (name) => {
    const { colleague, concerned, under, guarded } = office
    const whole = JSON.stringify(await pagesFor(colleague, name))
    const isListed = isolationRows[name]!.namesCases ?? false
    expect(whole.includes(guarded.number), 'a list of cases has `namesCases` in the table').toBe(isListed)
    for (const one of [concerned, under]) {
      const listed = JSON.stringify(await pagesFor(one, name))
      expect(listed).not.toContain(guarded.number)
      expect(listed).not.toContain(guardedWord)
    }
  })
})

it('leaves no short page in the log, which would tell of it', async () => {
  const { colleague, concerned, under, guarded } = office
  const filed = await Promise.all(Array.from({ length: 110 }, () => service.unit(here).file()))
  for (const [at, { number }] of filed.entries())
    await colleague.call('GET', `/tenants/${here}/cases/${at % 9 ? number : guarded.number}`)
  for (const one of [concerned, under]) {
    const pages = (await pagesFor(one, 'GET /tenants/{tenant}/log')) as LogView[]
    const lines = pages.map(({ items }) => items.reduce((sum, { times }) => sum + times, 0))
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.slice(0, -1).map((sum) => sum % 100)).toEqual(lines.slice(1).map(() => 0))
  }
})

async function registerOf(reader: Colleague, query: Readonly<Record<string, string>>, unit = here) {
  const pages = (await pagesFor(reader, 'GET /tenants/{tenant}/cases', query, unit)) as CaseRegister[]
  // Each reads other cases, so the rows are compared without their words.
  const items = pages.flatMap((page) => page.items.map(({ subject: _, labels: __, ...row }) => row))
  return { items, counts: pages.at(-1)!.counts }
}

describe('the register', () => {
  it.each([
    {},
    { q: '{number}' },
    { q: guardedWord },
    { q: `Pungutan ${guardedWord}` },
    { status: 'in_progress' },
    { category },
    { category, status: 'in_progress' },
    { assignee: '{head}' },
    { due: 'soon' },
    { sort: 'due_asc' },
    { sort: 'received_asc', limit: '1' },
    { limit: '1' },
  ])('asked for %j lacks for them this one case and no other', async (asked) => {
    const { colleague, concerned, under, guarded, head } = office
    const told = { '{number}': guarded.number, '{head}': head.session.staff.id } as Record<string, string>
    const query = Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, told[value] ?? value]))
    const whole = await registerOf(colleague, query)
    const others = whole.items.filter(({ number }) => number !== guarded.number)
    if (!('due' in asked)) expect(whole.items).toHaveLength(others.length + 1)
    for (const one of [concerned, under]) {
      const { items, counts } = await registerOf(one, query)
      expect(items).toEqual(others)
      expect(counts).toEqual({ ...whole.counts, in_progress: whole.counts.in_progress! - 1 })
    }
  })

  it.each([{}, { q: '{number}' }, { q: 'Bromo' }, { category }])(
    'asked for %j holds nothing for who reads another category, or another unit',
    async (asked) => {
      const { limited, stranger, real, abroad } = office
      const query = Object.fromEntries(
        Object.entries(asked).map(([key, value]) => [key, value.replace('{number}', real.number)]),
      )
      expect(await registerOf(limited, query)).toEqual({ items: [], counts: {} })
      const { items } = await registerOf(stranger, query, elsewhere)
      expect(items.filter(({ number }) => number !== abroad.number)).toEqual([])
    },
  )
})

it('statistics count one case less', async () => {
  const { colleague, concerned, under } = office
  const statisticsOf = async ({ call }: Colleague) =>
    (await (await call('GET', `/tenants/${here}/statistics`)).json()) as StatisticsView
  const { total: cases, byStatus, byCategory, inflow, byChannel, byAge, ...rest } = await statisticsOf(colleague)
  const total = cases ?? 0
  expect(total).toBeGreaterThan(6)
  const less = <Line extends { readonly cases: number | null }>(lines: readonly Line[]) =>
    lines.map((line) => ({ ...line, cases: line.cases && total - 1 }))
  for (const one of [concerned, under]) {
    expect(await statisticsOf(one)).toEqual({
      ...rest,
      total: total - 1,
      byStatus: byStatus.map((line) => (line.status === 'in_progress' ? { ...line, cases: 1 } : line)),
      byCategory: less(byCategory),
      byChannel: less(byChannel),
      byAge: less(byAge),
      open: total - 1,
      inflow: less(inflow),
    })
  }
})

it('those who can be given the case are asked for in vain, and are never those whom it concerns', async () => {
  const { colleague, concerned, under, guarded } = office
  const handlers = ({ call }: Colleague, number: string) => call('GET', `/tenants/${here}/handlers?case=${number}`)
  for (const one of [concerned, under]) {
    const unseen = await toldBy(handlers(one, guarded.number))
    expect(unseen).toMatchObject({ status: 404, code: 'complaint/not-found' })
    expect(unseen).toEqual(await toldBy(handlers(one, nowhere.number)))
  }
  const able = (await (await handlers(colleague, guarded.number)).json()) as { items: { id: string }[] }
  const ids = able.items.map(({ id }) => id)
  expect(ids).toContain(colleague.session.staff.id)
  for (const { session } of [concerned, under]) expect(ids).not.toContain(session.staff.id)
})

it('the exported register lacks it, and lacks nothing else', async () => {
  const { colleague, concerned, under, guarded } = office
  const second = await service.staff('inspektorat', here)
  const exportedBy = async ({ call }: Colleague) => {
    const asked = await call('POST', `/tenants/${here}/approvals`, { act: 'export-register', reason: 'Laporan' })
    const { id } = (await asked.json()) as ApprovalView
    const yes = { granted: true, because: 'Ya.' }
    expect((await second.post(`/approvals/${id}/decision`, yes)).status).toBe(200)
    const file = await (await call('POST', `/tenants/${here}/approvals/${id}/register.csv`)).text()
    // Rows are numbered, and each reads other cases: what is left of a row is compared.
    return file
      .trim()
      .split('\r\n')
      .map((line) =>
        line
          .slice(line.indexOf(','))
          .replace(/"(Diminta uang di loket|\[bukan penanganan Anda\]|\[belum Anda buka\])"/, ''),
      )
  }
  const whole = await exportedBy(colleague)
  const others = whole.filter((line) => !line.includes(guarded.number))
  expect(others).toHaveLength(whole.length - 1)
  for (const one of [concerned, under]) expect(await exportedBy(one)).toEqual(others)
})

describe('what a body names is as unknown when it is another unit’s as when it is nowhere:', () => {
  /** What the service says to the body with the foreign thing, and with nothing's name. */
  async function bothOf(send: (name: string) => Promise<Response>, foreign: string, nothing = 'tidak-ada') {
    const [theirs, nothings] = [await toldBy(send(foreign)), await toldBy(send(nothing))]
    expect(theirs).toEqual(nothings)
    return theirs
  }

  it('evidence', async () => {
    const unit = service.unit()
    const held = await service.unit(elsewhere).upload('loket.png', aPng)
    const { id } = (await held.json()) as { id: string }
    const { real, abroad, colleague } = office
    const reporter = unit.reporter({ number: real.number, trackingCode: real.code })
    const { statements: _, ...story } = aFiling()
    const counter = { ...story, channel: 'telephone', statements: { readBack: true, procedureExplained: true } }
    const take = (body: object) =>
      unit.post('/cases', body, { ...colleague.headers, 'Idempotency-Key': 'bukti-unit-lain' })
    for (const theirs of [id, abroad.evidence]) {
      const unknown = { status: 400, code: 'evidence/unknown' }
      const answers = [
        await bothOf((evidence) => unit.send(aFiling({ evidence: [evidence] })), theirs),
        await bothOf((evidence) => reporter.post('/evidence', { evidence: [evidence] }), theirs),
        await bothOf((evidence) => take({ ...counter, evidence: [evidence] }), theirs),
      ]
      expect(answers).toMatchObject([unknown, unknown, unknown])
    }
  })

  it('staff', async () => {
    const { colleague, stranger, real } = office
    const theirs = stranger.session.staff.id
    const post = (path: string, body: object) => colleague.call('POST', `/tenants/${here}${path}`, body)
    const seen = await colleague.call('GET', `/tenants/${here}/cases/${real.number}`)
    const { revision } = (await seen.json()) as CaseView
    const someone = { name: 'Gita Umpama', position: 'Petugas', roles: ['observer'] }
    const unknown = { status: 400, code: 'staff/unknown' }
    const answers = [
      await bothOf((id) => post(`/cases/${real.number}/guard`, { revision, staff: [id], because: 'Ia.' }), theirs),
      await bothOf((id) => post('/staff', { ...someone, email: 'bawahan@contoh.example', reportsTo: id }), theirs),
    ]
    expect(answers).toMatchObject([unknown, unknown])
  })

  it('cases', async () => {
    const { colleague, abroad, guarded, concerned } = office
    const open = (one: Colleague) => (number: string) =>
      one.call('POST', `/tenants/${here}/approvals`, { act: 'open-identities', reason: 'Saksi', cases: [number] })
    const unknown = { status: 404, code: 'complaint/not-found' }
    expect(await bothOf(open(colleague), abroad.number, nowhere.number)).toMatchObject(unknown)
    expect(await bothOf(open(concerned), guarded.number, nowhere.number)).toMatchObject(unknown)
  })
})
