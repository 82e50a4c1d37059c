import { describe, expect, it } from 'vitest'
import type { ApprovalView, askForApproval, LogView } from '../../service/contract/keeping.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { readWorkbook } from '../support/read-workbook.ts'

type Scope = NonNullable<(typeof askForApproval)['_input']['register']>

const service = oneService()
const reason = 'Laporan semester kepada Bupati.'
const everything: Scope = { profile: 'without_identity', from: null, to: null, category: null, status: [] }

async function asked(scope: Partial<Scope>, mailbox = 'kepala'): Promise<ApprovalView> {
  const register = { ...everything, ...scope }
  const answer = await (await service.staff(mailbox)).post('/approvals', { act: 'export-register', reason, register })
  expect(answer.status).toBe(201)
  return answer.json()
}
async function granted(scope: Partial<Scope>): Promise<string> {
  const { id } = await asked(scope)
  const yes = { granted: true, because: 'Ya.' }
  expect((await (await service.staff('inspektorat')).post(`/approvals/${id}/decision`, yes)).status).toBe(200)
  return id
}
const exported = async (id: string, format: string) =>
  (await service.staff('kepala')).post(`/approvals/${id}/register.${format}`, {})
const sheetOf = async (id: string) => {
  const file = await exported(id, 'xlsx')
  expect(file.status).toBe(200)
  const [sheet] = readWorkbook(new Uint8Array(await file.arrayBuffer()))
  if (!sheet) throw new Error('There is no sheet.')
  return { ...sheet, name: file.headers.get('content-disposition') ?? '' }
}
const logged = async (): Promise<LogView['items']> =>
  ((await (await (await service.staff('kepala')).get('/log')).json()) as LogView).items

describe('the buku register as a spreadsheet', () => {
  it('has real days, numbers, frozen headings with a filter, and nothing that is a formula', async () => {
    const { number } = await service.unit().file({ subject: '\uFF1DHYPERLINK("x") & <b>' })
    await (await service.staff('kepala')).case(number)
    const { rows, isFrozen, filter, name } = await sheetOf(await granted({ from: '2020-01-01', to: '2099-12-31' }))
    expect(name).toContain('buku-register-bagian-organisasi-2020-01-01-sd-2099-12-31.xlsx')
    expect(isFrozen).toBe(true)
    expect(filter).toBe(`A6:O${rows.length + 1}`)
    expect(rows[0]).toEqual({ A: 'Buku Register Pengaduan Masyarakat' })
    expect(rows[2]).toEqual({ A: 'Diterima 1 Januari 2020 sampai 31 Desember 2099' })
    const line = rows.find(({ B }) => B === number)
    expect(line).toMatchObject({ D: 'Situs web', E: 'Dengan identitas', F: '\'\uFF1DHYPERLINK("x") & <b>' })
    expect(line?.A).toBeTypeOf('number')
    expect(line?.C).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  it('holds what was asked for and agreed to, and the log says how much that was, and why', async () => {
    const { number } = await service.unit().file({ category: 'maladministration' })
    await (await service.staff('kepala')).act(number, 'verify')
    const scope = { category: 'maladministration', status: ['in_progress'] } as const
    const id = await granted({ ...scope, status: [...scope.status] })
    const { rows } = await sheetOf(id)
    expect(rows.slice(5).map(({ B, N }) => [B, N])).toEqual([[number, 'Dalam proses penyelesaian']])
    const lines = (await logged()).filter(({ subject }) => subject === id)
    expect(lines).toMatchObject([
      { act: 'register.rows_exported', detail: '1', purpose: reason },
      { act: 'register.exported', detail: 'xlsx without_identity', purpose: reason },
      {},
      {},
      {},
    ])
  })

  it('lets the identity of named reporters leave, each of whom reads it, and of no confidential one', async () => {
    const named = await service.unit().file({ category: 'illegal_levy' })
    const confidential = await service.unit().file({ category: 'illegal_levy', privacy: 'confidential' })
    const { rows } = await sheetOf(await granted({ profile: 'with_named_identity', category: 'illegal_levy' }))
    const line = (number: string) => rows.find(({ B }) => B === number)
    expect(line(named.number)).toMatchObject({ E: 'Siti Contoh', F: expect.stringContaining('Jalan') })
    expect(line(confidential.number)).toMatchObject({ E: 'Identitas dirahasiakan' })
    expect(line(confidential.number)?.F).toBeUndefined()
    const { identityAccess } = await service.unit().reporter(named).follow()
    expect(JSON.stringify(identityAccess)).toContain(reason)
    expect(JSON.stringify((await service.unit().reporter(confidential).follow()).identityAccess)).not.toContain(reason)
  })

  it('lets no identity leave under a purpose that names a reporter', async () => {
    const { id } = await asked({ profile: 'with_named_identity' })
    const wrong = await (await service.staff('kepala')).post('/approvals', {
      act: 'export-register',
      reason: 'Untuk menemui Siti Contoh.',
      register: { ...everything, profile: 'with_named_identity' },
    })
    const { id: naming } = (await wrong.json()) as ApprovalView
    const yes = { granted: true, because: 'Ya.' }
    await (await service.staff('inspektorat')).post(`/approvals/${naming}/decision`, yes)
    expect(await refusalIn(exported(naming, 'xlsx'))).toBe('409 text/names-reporter')
    expect(await refusalIn(exported(id, 'xlsx'))).toBe('403 approval/not-granted')
  })

  it('gives counts alone without a second person', async () => {
    const { id, state } = await asked({ profile: 'statistics_only' })
    expect(state).toBe('granted')
    const { rows } = await sheetOf(id)
    expect(rows[4]).toEqual({ A: 'Bulan diterima', B: 'Kategori', C: 'Status', D: 'Jumlah' })
    expect(rows.slice(5).reduce((sum, { D }) => sum + Number(D), 0)).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/BO-\d{4}/)
  })

  it('is refused under a scope that is none', async () => {
    const head = await service.staff('kepala')
    for (const wrong of [{ profile: 'semua' }, { from: 'kemarin' }, { status: ['lama'] }, { more: 1 }]) {
      const body = { act: 'export-register', reason, register: { ...everything, ...wrong } }
      expect(await refusalIn(head.post('/approvals', body))).toBe('400 request/invalid')
    }
    const auditor = await service.staff('inspektorat')
    const identities = { act: 'export-register', reason, register: { ...everything, profile: 'with_named_identity' } }
    expect(await refusalIn(auditor.post('/approvals', identities))).toBe('403 staff/not-permitted')
  })
})

it('the buku register is a paper across the page, with the letterhead and its pages counted', async () => {
  const file = await exported(await granted({}), 'pdf')
  expect(file.headers.get('content-type')).toBe('application/pdf')
  expect(file.headers.get('content-disposition')).toContain('buku-register-bagian-organisasi-semua.pdf')
  const bytes = Buffer.from(await file.arrayBuffer()).toString('latin1')
  expect(bytes).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/)
  expect(bytes).toContain('/StructTreeRoot')
})
