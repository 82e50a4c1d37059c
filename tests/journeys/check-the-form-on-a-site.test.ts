import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm } from './pages/visitor.ts'
import { aVisitor } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

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
