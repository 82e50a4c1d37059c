import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, complaintForm, pick, siti } from './pages/visitor.ts'
import { aVisitor } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'
import { aSiteOf } from './support/an-own-site.ts'

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

const nothingSent = 'Ini pratinjau. Tidak ada yang dikirim, dan tidak ada yang disimpan.'

it('an admin tries the form beside the snippet, to its last button, and nothing of it leaves the frame', async () => {
  const office = await anOpenOffice()
  const { page, goTo } = await aMemberOfStaff(office, 'admin')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.frame() !== page.mainFrame()) asked.push(new URL(request.url()).pathname)
  })
  await goTo('Pengaturan')
  const frame = page.frameLocator('iframe[title="Pratinjau formulir"]')
  const form = complaintForm(frame)
  await form.choosePrivacy('Dengan identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Hanya mencoba')
  await form.panel.getByRole('button', { name: 'Tambahkan bukti' }).click()
  await pick(page, form.panel.getByRole('button', { name: 'Pilih berkas' }), aPhoto)
  await form.panel.getByText(nothingSent, { exact: true }).waitFor()
  await form.panel.getByRole('button', { name: /^Hapus/ }).click()
  await form.skipEvidence()
  await form.introduce(siti)
  await form.agree()
  await form.panel.getByRole('button', { name: 'Pratinjau: tidak dikirim' }).click()
  await form.panel.getByText(nothingSent, { exact: true }).waitFor()
  await everybodyCanUse(page)

  await page.getByLabel('Cara tampil').selectOption('button')
  await page.getByLabel('Bahasa', { exact: true }).selectOption('en')
  await page.getByLabel('Kategori yang disarankan').selectOption({ label: 'Pungutan lain-lain oleh petugas' })
  await page.getByLabel('Sudut').selectOption('square')
  const launcher = frame.getByRole('button', { name: 'File a complaint' })
  await launcher.waitFor()
  expect(await launcher.evaluate((button) => getComputedStyle(button).borderRadius)).toBe('0px')
  const snippet = page.getByLabel('Salin dua baris ini ke halaman situs')
  expect(await snippet.textContent()).toMatch(
    / mode="button" lang="en" category="[\w-]+"><a href="[^"]+">File a complaint with /,
  )
  await page.getByLabel('Warna aksen').fill('#7a1f5c')
  await expect
    .poll(() => launcher.evaluate((button) => getComputedStyle(button).getPropertyValue('--aduan-accent')))
    .toBe('#7a1f5c')
  expect(await frame.owner().evaluate((owner: HTMLIFrameElement) => owner.contentDocument)).toBeNull()
  expect(
    asked.filter((path) => !/^\/(embed\/[\w-]+\/preview$|pages\/|widget\/|t\/[\w-]+\/theme\.css$)/.test(path)),
  ).toEqual([])

  await page.getByRole('button', { name: 'Urungkan' }).click()
  await page.getByRole('link', { name: 'Periksa pemasangan' }).click()
  await page.getByText('Belum terlihat di mana pun').waitFor()
})

const example = resolve(import.meta.dirname, '../../examples/public-statistics/index.html')

const theExample = async ({ address }: OpenOffice): Promise<string> =>
  aSiteOf((await readFile(example, 'utf8')).replaceAll('http://localhost:8080', address))

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

it('a page that the unit has not named leads away from itself; its admin learns what to mend, and visitors ask whether it is the office', async () => {
  let middle = ''
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="id"><title>Situs kantor</title><link rel="icon" href="data:,">
      <main><h1>Situs kantor</h1>${middle}</main></html>`)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const site = `http://127.0.0.1:${port}`
  const office = await anOpenOffice({ OUTBOUND_ALLOW: `127.0.0.1:${port}` })
  const hosted = `${office.address}/t/bagian-organisasi`
  middle = `<script type="module" src="${office.address}/widget/v1/aduan.js"></script>
    <aduan-widget tenant="bagian-organisasi"><a href="https://penipu.example/">Sampaikan pengaduan</a></aduan-widget>`

  const visitor = await aVisitor(office, { origins: [site], errors: [/status of 403/, /aduan-widget: /] })
  const told = visitor.waitForEvent('console', (message) => message.text().startsWith('aduan-widget: '))
  await visitor.goto(site)
  expect((await told).text()).toMatch(
    `has not named ${site}, nor any other. Its admin adds it at ${office.address}/admin/`,
  )
  expect(await visitor.getByRole('link', { name: hosted }).getAttribute('href')).toBe(hosted)
  expect(await visitor.getByRole('link', { name: 'Sampaikan pengaduan' }).count()).toBe(0)

  const admin = await aMemberOfStaff(office, 'admin')
  const look = async () => {
    await admin.page.getByLabel('Alamat halaman').fill(`${site}/pengaduan`)
    await admin.press('Periksa')
    await admin.page.getByRole('heading', { name: `Hasil untuk ${site}/pengaduan` }).waitFor()
  }
  await admin.goTo('Pengaturan')
  await admin.page.getByRole('link', { name: 'Periksa pemasangan' }).click()
  await admin.page.getByText('Belum ada situs yang terdaftar, jadi formulir ditolak di sini.').waitFor()
  await look()
  await admin.page.getByText(`Belum ada situs yang terdaftar. Tambahkan ${site} di pengaturan.`).waitFor()
  await everybodyCanUse(admin.page)

  await admin.page.getByRole('link', { name: 'Ke daftar situs di pengaturan' }).click()
  await admin.page.getByRole('textbox', { name: 'Situs 1' }).fill(site)
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan dan langsung berlaku.')
  await admin.page.getByRole('link', { name: 'Periksa pemasangan' }).click()
  await look()
  await admin.page.getByText('Pengunjung melihat formulir langsung di halaman.').waitFor()
  await admin.page.getByText('Tampil sebagai formulir di halaman.').waitFor()

  await visitor.getByRole('button', { name: 'Coba lagi' }).click()
  await complaintForm(visitor).step('Pilih kerahasiaan identitas').waitFor()
  const question = visitor.getByRole('button', { name: 'Pastikan ini formulir resmi' })
  await question.click()
  const panel = visitor.getByRole('dialog', { name: 'Pastikan ini formulir resmi' })
  expect(await panel.getByRole('img').isVisible()).toBe(false)
  await panel.getByText('Cocokkan kode pemeriksa').click()
  const fingerprint = await panel.getByRole('img').textContent()
  await everybodyCanUse(visitor)
  await panel.getByRole('button', { name: 'Tutup' }).click()
  await panel.waitFor({ state: 'detached' })
  await visitor.goto(`${hosted}/office`)
  const shown = await visitor.getByRole('main').getByRole('code').textContent()
  expect(shown?.replace(/\s/g, '')).toBe(fingerprint?.replace(/\s/g, ''))
  expect(shown).toMatch(/^(\d{5} ){5}\d{5}$/)
  await everybodyCanUse(visitor)
})
