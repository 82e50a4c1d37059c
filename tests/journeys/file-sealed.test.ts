import { expect, it } from 'vitest'
import { passphrase, sealingPage } from './pages/sealing.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

/** The custodian makes a key, hands out three sheets, and has one typed back. @returns what stands on the sheets */
async function makeKey(office: OpenOffice) {
  const custodian = await aMemberOfStaff(office, 'kustodian')
  const { page } = custodian
  await custodian.goTo('Segel identitas')
  const ceremony = sealingPage(page)
  await ceremony.begin()
  await ceremony.choosePassphrase()
  await everybodyCanUse(page)
  await ceremony.make()
  const { sheets, fingerprint } = await ceremony.handOut(() => everybodyCanUse(page))
  await ceremony.prove(sheets)
  return { custodian, fingerprint }
}

it('a custodian makes a key, somebody else confirms it, a visitor’s identity comes sealed, and opens with that key alone', async () => {
  const office = await anOpenOffice()
  const { custodian, fingerprint } = await makeKey(office)
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Segel identitas')
  await admin.page.getByLabel('Sidik jari dari lembar pemulihan').fill(fingerprint)
  await everybodyCanUse(admin.page)
  await admin.press('Pastikan dan berlakukan')
  await admin.told('Penyegelan berlaku: identitas baru dari situs tersegel.')

  const visitor = await aVisitor(office, { on: phone })
  const sent: string[] = []
  visitor.on('request', (request) => sent.push(request.postData() ?? ''))
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Dengan identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Diminta uang saat mengambil surat')
  await form.skipEvidence()
  await form.panel.getByText('Identitas Anda disegel di peranti ini').waitFor()
  await form.panel.getByText(fingerprint).waitFor()
  await everybodyCanUse(visitor)
  const { email: _, ...withoutMail } = siti
  await form.introduce(withoutMail)
  await form.agree()
  await form.send()
  const { number } = await form.receipt()
  expect(sent.filter((body) => body.includes(siti.name) || body.includes(siti.phone))).toEqual([])

  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.openCase(number)
  await officer.page.getByText('Identitas disegel oleh pelapor.').waitFor()
  await officer.press('Minta dibuka')
  await officer.page.getByLabel('Dasar').selectOption('Memastikan identitas')
  await officer.page.getByLabel('Mengapa identitas perlu dibuka?').fill('Mencocokkan nama di kuitansi.')
  await officer.press('Kirim permintaan')
  await officer.told('Permintaan terkirim kepada pemegang kunci identitas.')

  const { page, press } = custodian
  await custodian.goTo('Permintaan identitas')
  await custodian.openCase(number)
  await page.getByRole('radio', { name: 'Setujui' }).check()
  await page.getByLabel('Alasan putusan').fill('Kuitansi adalah bukti utama.')
  await press('Simpan putusan')
  await press('Buka identitas')
  await page.getByLabel('Dasar').selectOption('Memastikan identitas')
  await page.getByLabel('Mengapa identitas perlu dibuka?').fill('Mencocokkan nama di kuitansi.')
  await press('Buka dan catat')
  await page.getByRole('textbox', { name: 'Frasa sandi', exact: true }).fill('frasa yang keliru sama sekali')
  await press('Buka')
  await page.getByText('Frasa sandi ini tidak membuka kunci.').waitFor()
  await page.getByRole('textbox', { name: 'Frasa sandi', exact: true }).fill(passphrase)
  await press('Buka')
  await page.getByText(siti.name).waitFor()
  await everybodyCanUse(page)
  await press('Sembunyikan sekarang')
  expect(await page.getByText(siti.name).count()).toBe(0)
})
