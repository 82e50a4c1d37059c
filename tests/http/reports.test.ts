import { expect, it } from 'vitest'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import type { ReportView } from '../../service/contract/figures.ts'
import { refusalIn } from '../support/a-problem.ts'
import { officeDay, officeMonth } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

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
