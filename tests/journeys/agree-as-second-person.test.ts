import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readWorkbook } from '../support/read-workbook.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { siti } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('the head asks, the Inspektorat agrees, and the head takes the register and opens an identity', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const head = await aMemberOfStaff(office, 'kepala')
  const auditor = await aMemberOfStaff(office, 'inspektorat')
  const cardOf = ({ page }: typeof head, act: string) => page.locator('approval-card').filter({ hasText: act })

  await head.goTo('Buku register')
  await head.page.getByRole('link', { name: 'Ekspor register…' }).click()
  await head.page.getByRole('heading', { name: 'Belum ada permintaan' }).waitFor()
  await head.page.getByRole('radio', { name: 'Tanpa identitas' }).waitFor()
  await head.page.getByLabel('Diterima sejak').fill('2026-01-01')
  await head.page.getByRole('textbox', { name: 'Tujuan' }).fill('Laporan semester kepada Bupati.')
  await everybodyCanUse(head.page)
  await head.press('Minta persetujuan')
  await cardOf(head, 'Ekspor register').getByText('Menunggu orang kedua').waitFor()
  await head.press('Minta persetujuan')
  await head.page.getByLabel('Untuk apa').selectOption('Membuka beberapa identitas')
  await head.page.getByLabel('Nomor pengaduan').fill(number)
  await head.page.getByRole('textbox', { name: 'Tujuan' }).fill('Pelapor diundang ke mediasi.')
  await head.press('Minta persetujuan')
  await cardOf(head, 'Membuka beberapa identitas').getByText('Menunggu orang kedua').waitFor()

  await auditor.goTo('Persetujuan dua orang')
  for (const act of ['Ekspor register', 'Membuka beberapa identitas']) {
    const card = cardOf(auditor, act)
    await card.getByLabel('Alasan keputusan').fill('Sudah ditimbang.')
    await card.getByRole('button', { name: 'Setujui' }).click()
    await card.getByText('Disetujui, belum dilakukan').waitFor()
  }

  await head.page.reload()
  await cardOf(head, 'Ekspor register').getByText('Tanpa identitas · Diterima sejak 1 Jan 2026').waitFor()
  const take = cardOf(head, 'Ekspor register').getByRole('button', { name: 'XLSX' })
  const [download] = await Promise.all([head.page.waitForEvent('download'), take.click()])
  expect(download.suggestedFilename()).toBe('buku-register-bagian-organisasi-2026-01-01-sd-kini.xlsx')
  const [sheet] = readWorkbook(await readFile(await download.path()))
  expect(sheet?.rows.at(-1)).toMatchObject({ A: 1, B: number, E: 'Dengan identitas' })
  await cardOf(head, 'Ekspor register').getByText('Sudah dilakukan').waitFor()
  const opening = cardOf(head, 'Membuka beberapa identitas')
  await opening.getByRole('button', { name: `Buka identitas ${number}` }).click()
  await opening.getByText(siti.name).waitFor()
  await everybodyCanUse(head.page)
  await opening.getByRole('button', { name: 'Sembunyikan' }).click()
  expect(await opening.getByText(siti.name).count()).toBe(0)
})
