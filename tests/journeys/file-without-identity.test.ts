import { expect, it } from 'vitest'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { anonymousFiling, unitAt } from '../support/an-office.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse, everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a complaint without identity is verified with a decision and its reason, and the reporter reads both', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office, { on: phone })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Uang muka untuk stempel')
  await form.skipEvidence()
  await everybodyCanUse(visitor)
  await form.next()
  await form.step('Periksa dan kirim').waitFor()
  await form.agree()
  await form.send()
  const handed = await form.receipt()

  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(handed.number)
  const verification = await verifier.begin('Verifikasi')
  await verification.getByRole('radio', { name: 'Tidak beralasan' }).check()
  await verification.getByRole('button', { name: 'Nyatakan tidak dapat ditindaklanjuti' }).waitFor()
  await everybodyCanUse(verifier.page)
  await verification.getByRole('radio', { name: 'Ya, beralasan' }).check()
  await verification.getByLabel('Alasannya').fill('Loket, waktu, dan jumlahnya dapat diperiksa.')
  await everybodyCanUse(verifier.page)
  await verification.getByRole('button', { name: 'Mulai proses' }).click()
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')

  const follow = followUp(visitor)
  await follow.open(handed)
  await follow.status('Dalam proses penyelesaian')
  await follow.panel.getByText('Dinilai beralasan.').waitFor()
  await follow.panel.getByText('Loket, waktu, dan jumlahnya dapat diperiksa.').first().waitFor()
  await everybodyCanUse(visitor)
})

it('one that is not well founded yet waits for its identity, and its reporter reads why, also without JavaScript', async () => {
  const office = await anOpenOffice()
  const sent = await unitAt(office.address).send(anonymousFiling())
  const { number, trackingCode: code } = (await sent.json()) as ReceiptView
  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(number)
  const verification = await verifier.begin('Verifikasi')
  await verification.getByRole('radio', { name: 'Tidak beralasan' }).check()
  await verification.getByRole('button', { name: 'Minta identitas dahulu' }).click()
  await verifier.page
    .getByLabel('Jelaskan kepada pelapor apa yang diperlukan')
    .fill('Tanpa saksi kami perlu nama Anda.')
  await verifier.press('Kirim permintaan')
  await verifier.told('Kelengkapan diminta kepada pelapor.')
  await verifier.page.getByText('Dinilai tidak beralasan').waitFor()
  await everybodyCanUse(verifier.page)

  const plain = await aVisitor(office, { javaScriptEnabled: false, on: phone })
  await plain.goto('/t/bagian-organisasi/follow')
  await plain.getByLabel('Nomor pengaduan').fill(number)
  await plain.getByLabel('Kode lacak').fill(code)
  await plain.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await plain.getByText('Belum dinilai beralasan.').waitFor()
  await everybodyCanUseWithoutScripts(plain)

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open({ number, code })
  await follow.panel.getByText('Belum dinilai beralasan.').waitFor()

  await plain.getByLabel(/^Nama/).fill(siti.name)
  await plain.getByLabel(/^Alamat/).fill(siti.address)
  await plain.getByLabel(/^Nomor HP/).fill(siti.phone)
  await plain.getByRole('button', { name: 'Tambahkan identitas' }).click()
  await plain.getByText(/^Identitas Anda ditambahkan/).waitFor()
  await plain.getByLabel('Pesan').fill('Nama saya sudah saya tambahkan.')
  await plain.getByRole('button', { name: 'Kirim pesan' }).click()
  await plain.getByText('Pesan Anda terkirim.').waitFor()
  await everybodyCanUseWithoutScripts(plain)
  await verifier.page.reload()
  await verifier.showPart('Riwayat')
  await verifier.page.getByText('Identitas ditambahkan').first().waitFor()
  const again = await verifier.begin('Verifikasi')
  expect(await again.getByRole('radio', { name: 'Ya, beralasan' }).count()).toBe(0)
})

it('a category that needs an identity says so, takes none without, and goes on once one is offered', async () => {
  const office = await anOpenOffice()
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  await admin.page.getByRole('link', { name: 'Pengaduan', exact: true }).click()
  const own = admin.page.locator('select[name="categories.0.identityPolicy"]')
  const category = admin.page.getByRole('region', { name: 'Kategori', exact: true }).getByRole('listitem').first()
  await category.locator('summary').first().click()
  if (!(await own.isVisible())) await category.locator('details details > summary').first().click()
  await own.selectOption('Identitas wajib')
  await everybodyCanUse(admin.page)
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan dan langsung berlaku.')

  const visitor = await aVisitor(office, { on: phone })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  const needy = visitor.getByRole('radio', { name: 'Maladministrasi' })
  await visitor.getByText('Kategori ini memerlukan identitas.', { exact: false }).first().waitFor()
  await needy.click()
  await visitor
    .getByText(/kembali ke awal dan ubah pilihan kerahasiaan/)
    .first()
    .waitFor()
  await everybodyCanUse(visitor)
  await visitor.getByRole('button', { name: 'Kembali' }).click()
  await form.choosePrivacy('Identitas dirahasiakan')
  await needy.click()
  await form.step('Apa yang terjadi').waitFor()
})

it('a browser that may keep nothing, with a clock that is years wrong, files and follows all the same', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { on: phone })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError')
        },
      })
  })
  await visitor.clock.install({ time: new Date('2019-01-01T08:00:00+07:00') })
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.panel.getByLabel('Tanggal kejadian').fill('2024-01-02')
  await form.tell('Diminta uang')
  await form.skipEvidence()
  await form.next()
  await form.agree()
  await form.send()
  const handed = await form.receipt()
  await visitor.goto('/t/bagian-organisasi/follow')
  const panel = followUp(visitor).panel
  const pasted = `Nomor pengaduan: ${handed.number}\nKode lacak: ${handed.code.toLowerCase()}`
  await panel.getByLabel('Nomor pengaduan').fill(pasted)
  await panel.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await panel.getByRole('heading', { name: `Pengaduan ${handed.number}` }).waitFor()
})
