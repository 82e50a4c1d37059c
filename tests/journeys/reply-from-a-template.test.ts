import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a head keeps words for the unit; an officer finds them by keyboard, changes them, and the reporter reads the officer’s', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const receipt = await unit.file({ category: 'maladministration' })
  const handed = { number: receipt.number, code: receipt.trackingCode }

  const head = await aMemberOfStaff(office, 'kepala')
  await head.goTo('Templat balasan')
  await head.page.getByText('Bukan kewenangan kami').first().waitFor()
  await head.press('Tambah templat')
  await head.page.getByLabel('Nama', { exact: true }).fill('Berkas sedang dicari')
  await head.page.getByLabel('Isi', { exact: true }).fill('Berkas pengaduan ')
  await head.press('{nomor}')
  await head.page.keyboard.type(' sedang dicari {petugas}.')
  await head.page.getByText(/Berkas pengaduan BO-2026-000123 sedang dicari Budi Misal/).waitFor()
  await head.page.getByText('Batasi di mana ditawarkan').click()
  await head.page.getByRole('checkbox', { name: 'Maladministrasi' }).check()
  await everybodyCanUse(head.page)
  await head.press('Simpan')
  await head.told('Templat disimpan.')

  const verifier = await aMemberOfStaff(office, 'verifikator')
  const { page } = verifier
  await verifier.openCase(receipt.number)
  const messages = page.getByRole('region', { name: 'Percakapan dengan pelapor' })
  await messages.getByRole('button', { name: 'Templat' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: /Berkas sedang dicari/ }).waitFor()
  await everybodyCanUse(page)
  await page.keyboard.type('dicari')
  await page.keyboard.press('Enter')
  const message = page.getByLabel('Pesan kepada pelapor')
  await expect
    .poll(() => message.inputValue())
    .toContain(`Berkas pengaduan ${receipt.number} sedang dicari Bayu Peraga`)
  await page.keyboard.type(' Besok kami kabari.')
  await verifier.press('Kirim kepada pelapor')
  await verifier.told('Pesan tampil di halaman pantau pelapor.')
  await messages.getByText('Besok kami kabari.').waitFor()

  // A macro: the act with all its fields, which does nothing before the officer says so.
  await (await verifier.findAct('Templat')).click()
  await page.keyboard.type('kewenangan')
  await page.getByRole('option', { name: /Bukan kewenangan kami/ }).waitFor()
  await page.keyboard.press('Enter')
  const panel = page.locator('act-panel')
  await panel.getByRole('heading', { name: 'Akibat tindakan ini' }).waitFor()
  await everybodyCanUse(page)
  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open(handed)
  await follow.panel.getByText('Besok kami kabari.').waitFor()
  expect(await follow.panel.getByText('SP4N-LAPOR! (lapor.go.id)').count()).toBe(0)
  await verifier.press('Nyatakan dan beri tahu pelapor')
  await panel.waitFor({ state: 'detached' })
  await verifier.told('Pengaduan dinyatakan tidak dapat ditindaklanjuti.')
  await reporter.reload()
  await follow.open(handed)
  await follow.panel
    .getByText(/SP4N-LAPOR! \(lapor\.go\.id\)/)
    .first()
    .waitFor()
})
