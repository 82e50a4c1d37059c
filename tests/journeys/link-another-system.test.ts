import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a head gives a dashboard a key, has it told what happens, sees that it arrived, and takes the key back', async () => {
  const arrived: string[] = []
  const server = createServer((request, response) => {
    request.on('data', (text) => arrived.push(String(text)))
    request.on('end', () => response.writeHead(204).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const office = await anOpenOffice({ LIMITS: 'off', OUTBOUND_ALLOW: `127.0.0.1:${port}` })
  const { page, goTo, press, told } = await aMemberOfStaff(office, 'kepala')
  await goTo('Sambungan sistem')

  await press('Buat kunci')
  const form = page.locator('api-key-form')
  await form.getByRole('button', { name: 'Buat kunci' }).click()
  await form.locator('[aria-invalid]').first().waitFor()
  await page.getByLabel('Untuk sistem apa?').fill('Dasbor Diskominfo')
  await page.getByLabel('Membaca jalannya pengaduan').check()
  await form.getByRole('button', { name: 'Buat kunci' }).click()
  const key = await page.getByRole('group', { name: 'Kunci untuk Dasbor Diskominfo' }).locator('code').textContent()
  await everybodyCanUse(page)
  await press('Sudah saya salin')
  const ask = () =>
    fetch(`${unitAt(office.address).api}/integration/cases`, { headers: { Authorization: `Bearer ${key}` } })
  expect((await ask()).status).toBe(200)

  await press('Tambah webhook')
  await page.getByLabel('Alamat penerima').fill(`http://127.0.0.1:${port}/aduan`)
  await press('Simpan')
  await page.getByText('Webhook ditambahkan.').waitFor()
  await press('Sudah saya salin')
  const { number } = await unitAt(office.address).file()
  await vi.waitUntil(() => arrived.join().includes(number), { timeout: 60_000, interval: 50 })
  await page.getByText('Catatan kiriman').click()
  await page.locator('webhook-log').getByText('Pengaduan masuk').waitFor()
  await everybodyCanUse(page)

  await press('Cabut kunci Dasbor Diskominfo')
  await press('Cabut')
  await told('Kunci dicabut.')
  expect((await ask()).status).toBe(401)
})
