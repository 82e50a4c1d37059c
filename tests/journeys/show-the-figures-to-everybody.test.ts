import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aVisitor } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

const example = resolve(import.meta.dirname, '../../examples/public-statistics/index.html')

/** The example page on a server of its own, of another origin than the service. */
async function theExample({ address }: OpenOffice): Promise<string> {
  const page = (await readFile(example, 'utf8')).replaceAll('http://localhost:8080', address)
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html').end(page)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it('an office shows itself in numbers on a site of its own once its admin turned that on, having seen what is shown', async () => {
  const office = await anOpenOffice()
  const site = await theExample(office)
  const refused = [/blocked by CORS policy/, /status of 40[34]/, /ERR_FAILED/]
  const early = await aVisitor(office, { origins: [site], errors: refused })
  await early.goto(site)
  expect(await early.getByRole('link', { name: 'Pengaduan dalam angka' }).isVisible()).toBe(true)

  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  await admin.page.getByRole('textbox', { name: 'Situs 1' }).fill(site)
  await admin.page.getByText('Lihat persis yang dilihat umum').click()
  await admin.page.getByText('0 pengaduan diterima.').waitFor()
  await admin.page.getByLabel(/Tampilkan angka pengaduan kepada semua orang/).check()
  await admin.page.getByText(/<aduan-stats tenant="bagian-organisasi">/).waitFor()
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan dan langsung berlaku.')
  await everybodyCanUse(admin.page)

  const visitor = await aVisitor(office, { origins: [site] })
  await visitor.goto(site)
  await visitor.getByRole('heading', { name: 'Pengaduan dalam angka' }).waitFor()
  const months = visitor.getByRole('table', { name: 'Diterima per bulan' })
  expect(await months.getByRole('row').count()).toBe(12)
  expect(await months.getByRole('cell').first().textContent()).toBe('0')
  await everybodyCanUse(visitor)

  const reader = await aVisitor(office)
  await reader.goto('/t/bagian-organisasi/statistics?lang=en')
  await reader.getByRole('heading', { name: 'Complaints in numbers' }).waitFor()
  expect(await reader.getByRole('table').count()).toBe(3)
  await everybodyCanUse(reader)
})
