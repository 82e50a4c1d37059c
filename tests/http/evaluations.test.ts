import { describe, expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { EvaluationList, EvaluationView, ReportView } from '../../service/contract/figures.ts'
import { refusalIn } from '../support/a-problem.ts'
import { readableInFolder } from '../support/find-readable.ts'
import { officeDay, officeMonth } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'
import { readWorkbook } from '../support/read-workbook.ts'

const service = oneService()
const words = { foreword: 'Pengantar.', analysis: '=1+1', changes: 'Tarif dipasang.\nLoket ditambah.', followUp: '' }
const signing = { number: '045/1/2026', city: 'Mojokerto', name: 'Dewi Peraga', position: 'Kepala', rank: '', nip: '' }

async function called(mailbox: string, unit?: string) {
  const { session, ...staff } = await service.staff(mailbox, unit)
  const headers = { ...staff.headers, 'content-type': 'application/json' }
  const address = (path: string) => `${service.url}/api/v1/tenants/${unit ?? 'bagian-organisasi'}${path}`
  return {
    ...staff,
    put: (path: string, body: unknown) => fetch(address(path), { method: 'PUT', headers, body: JSON.stringify(body) }),
  }
}
const read = async (id: string, mailbox = 'kepala', unit?: string): Promise<EvaluationView> => {
  const answer = await (await called(mailbox, unit)).get(`/evaluations/${id}`)
  expect(answer.status).toBe(200)
  return answer.json()
}

describe('an evaluation report', () => {
  it('is offered for the months that run and five times four before', async () => {
    const { items } = (await (await (await called('kepala')).get('/evaluations')).json()) as EvaluationList
    expect(items).toHaveLength(6)
    expect(items[0]).toMatchObject({ state: 'untouched', number: null })
    expect(new Set(items.map(({ id }) => id)).size).toBe(6)
  })

  it('counts by itself, keeps what the office writes, and is signed once its months are over', async () => {
    await service.unit().file()
    const { items } = (await (await (await called('kepala')).get('/evaluations')).json()) as EvaluationList
    const running = items[0]!.id
    expect(await read(running)).toMatchObject({ received: 1, revision: 0, mayWrite: true, maySign: false })
    const head = await called('kepala')
    expect(await refusalIn(head.post(`/evaluations/${running}/signing`, { revision: 0, ...signing }))).toBe(
      '409 evaluation/not-over',
    )
    const past = items[2]!.id
    const kept = (await (await head.put(`/evaluations/${past}`, { revision: 0, ...words })).json()) as EvaluationView
    expect(kept).toMatchObject({ revision: 1, changes: words.changes, finishedAt: null })
    expect(await refusalIn(head.put(`/evaluations/${past}`, { revision: 0, ...words }))).toBe(
      '409 evaluation/changed-meanwhile',
    )
    const signed = await head.post(`/evaluations/${past}/signing`, { revision: 1, ...signing })
    expect(await signed.json()).toMatchObject({ number: '045/1/2026', mayWrite: false, ...words })
    expect(await refusalIn(head.put(`/evaluations/${past}`, { revision: 2, ...words }))).toBe('409 evaluation/finished')

    const file = await head.get(`/evaluations/${past}/report.xlsx`)
    const sheets = readWorkbook(new Uint8Array(await file.arrayBuffer()))
    expect(sheets.map(({ name }) => name)).toEqual(['Indikator', 'Kategori', 'Uraian'])
    expect(sheets[2]?.rows[2]).toEqual({ A: 'Perubahan di kantor karena pengaduan', B: words.changes })
    expect(sheets[2]?.rows[3]).toEqual({ A: 'E. Analisis', B: "'=1+1" })
    const paper = await head.get(`/evaluations/${past}/report.pdf`)
    expect(paper.headers.get('content-disposition')).toContain(`laporan-evaluasi-bagian-organisasi-${past}.pdf`)
    expect(Buffer.from(await paper.arrayBuffer()).toString('latin1')).toContain('/StructTreeRoot')
  })

  it('is the unit’s own, of months that have begun, and written by who approves answers', async () => {
    expect(await read('2025-2', 'kepala', 'dinas-contoh')).toMatchObject({ received: 0, revision: 0 })
    const head = await called('kepala')
    expect(await refusalIn(head.get('/evaluations/2099-1'))).toBe('409 evaluation/not-begun')
    expect(await refusalIn(head.get('/evaluations/2026-4'))).toBe('400 request/invalid')
    const auditor = await called('inspektorat')
    expect((await auditor.get('/evaluations/2025-2')).status).toBe(200)
    expect(await refusalIn(auditor.put('/evaluations/2025-2', { revision: 0, ...words }))).toBe(
      '403 staff/not-permitted',
    )
    expect(await refusalIn((await called('petugas')).get('/evaluations'))).toBe('403 staff/not-permitted')
  })

  it('lies sealed in the store', async () => {
    const head = await called('kepala')
    const analysis = 'Kalimat rahasia kantor'
    expect((await head.put('/evaluations/2025-1', { revision: 0, ...words, analysis })).status).toBe(200)
    expect(await readableInFolder(service.running.folder, [analysis])).toEqual([])
  })
})

it('whoever handles cases gets the figures of a month as PDF and as a spreadsheet, without a second person', async () => {
  await service.unit().file()
  const handler = await service.staff('petugas')
  const pdf = await handler.get(`/reports/${officeMonth()}/report.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.headers.get('content-disposition')).toContain(`laporan-bagian-organisasi-${officeMonth()}.pdf`)
  expect(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
  const sheet = await handler.get(`/reports/${officeDay().slice(0, 4)}-01_${officeMonth()}/report.xlsx`)
  expect(sheet.status).toBe(200)
  expect(new TextDecoder().decode((await sheet.arrayBuffer()).slice(0, 2))).toBe('PK')
})

it('each figure says which filter of the register shows its cases', async () => {
  await service.unit().file()
  const handler = await service.staff('petugas')
  const { received, period } = (await (await handler.get(`/reports/${officeMonth()}`)).json()) as ReportView
  const register = await handler.get(`/cases?figure=${received.now.figure}&from=${period.from}-01&limit=100`)
  const { items, total } = (await register.json()) as CaseRegister
  expect(received.now.cases).toBeGreaterThan(0)
  expect([items.length, total]).toEqual([received.now.cases, received.now.cases])
})

it('a period that is none is refused, and so is somebody who reads no case', async () => {
  const handler = await service.staff('petugas')
  expect(await refusalIn(handler.get('/reports/2098-01/report.pdf'))).toBe('400 report/no-period')
  for (const wrong of ['2026', '2026-13', '2000-00', 'desember', '2026-11_2026-1', '%E0%A4%A'])
    expect(await refusalIn(handler.get(`/reports/${wrong}`)), wrong).toBe('400 report/no-period')
  const admin = await service.staff('admin')
  expect(await refusalIn(admin.get(`/reports/${officeMonth()}/report.pdf`))).toBe('403 staff/not-permitted')
})
