import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, complaintForm, readTerm } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const unknown = /status of 404/

it('a complaint begun on one phone goes on on another and at the counter by a code, until it is sent', async () => {
  const office = await anOpenOffice()
  const first = await aVisitor(office, { on: phone, errors: [/ERR_FAILED/] })
  await first.goto('/t/bagian-organisasi')
  const here = complaintForm(first)
  await here.choosePrivacy('Tanpa identitas')
  await here.chooseCategory('Pungutan lain-lain oleh petugas')
  await here.panel.getByLabel('Pokok pengaduan').fill('Diminta uang di loket')
  await here.panel.getByLabel('Uraian kejadian').fill('Petugas di loket dua meminta lima puluh ribu rupiah.')
  await here.next()
  await here.addEvidence(aPhoto)

  // Every word that leaves is sealed, and always as long.
  const sent: string[] = []
  first.on('request', (request) => {
    if (request.url().includes('/drafts')) sent.push(request.postData() ?? '')
  })
  await here.panel.getByRole('button', { name: 'Simpan atau buka draf' }).click()
  // Without the service the words stay, and the person reads so.
  await first.route('**/drafts', (route) => route.abort())
  await here.panel.getByRole('button', { name: 'Buat kode' }).click()
  await here.panel.getByText('Belum berhasil. Isian Anda masih di sini.').waitFor()
  await first.unroute('**/drafts')
  await here.panel.getByRole('button', { name: 'Buat kode' }).click()
  await here.panel.getByText('Kode siap.').waitFor()
  await everybodyCanUse(first)
  const code = (await here.panel.getByText(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/).textContent())!
  expect(sent.length).toBeGreaterThan(0)
  for (const secret of [code, code.replaceAll('-', ''), 'Diminta uang', 'illegal_levy', aPhoto.name])
    expect(sent.join()).not.toContain(secret)

  const second = await aVisitor(office, { on: phone, errors: [unknown] })
  await second.goto('/t/bagian-organisasi')
  const there = complaintForm(second)
  const openWith = async (typed: string) => {
    await there.panel.getByLabel('Sudah punya kode?').fill(typed)
    await there.panel.getByRole('button', { name: 'Buka isian' }).click()
  }
  await there.panel.getByRole('button', { name: 'Simpan atau buka draf' }).click()
  await openWith('bukan kode')
  await there.panel.getByText('Tidak ada draf dengan kode ini.').waitFor()
  await openWith(` ${code.toLowerCase().replaceAll('-', ' ')} `)
  await there.step('Bukti pendukung').waitFor()
  await there.panel.getByText(aPhoto.name).first().waitFor()

  const officer = await aMemberOfStaff(office, 'petugas')
  const { page, press } = officer
  await page.goto('/admin/bagian-organisasi/intake?at=counter')
  await page.getByText('Pelapor membawa kode').click()
  await page.getByText('Anda akan melihat semua isian pelapor').waitFor()
  await page.getByLabel('Kode', { exact: true }).fill(code)
  await everybodyCanUse(page)
  await press('Buka isian')
  await page.locator('[name="privacy"]:checked').waitFor()
  await press('Lanjut')
  expect(await page.getByLabel('Pokok pengaduan').inputValue()).toBe('Diminta uang di loket')
  await page.getByRole('checkbox', { name: aPhoto.name }).waitFor()
  await everybodyCanUse(page)
  await press('Bacakan kembali')
  await page.getByText('Petugas di loket dua meminta lima puluh ribu rupiah.').waitFor()
  for (const box of await page.getByRole('checkbox', { name: /Sudah dibacakan|Tata cara/ }).all()) await box.check()
  await press('Catat dan cetak tanda terima')
  const receipt = page.getByRole('region', { name: 'Pengaduan tercatat' })
  await receipt.waitFor()
  expect(await readTerm(receipt, 'Nomor pengaduan')).toMatch(/^BO-/)

  // A code that somebody stole opens nothing once the complaint is there.
  const thief = await aVisitor(office, { errors: [unknown] })
  await thief.goto('/t/bagian-organisasi')
  const late = complaintForm(thief)
  await late.panel.getByRole('button', { name: 'Simpan atau buka draf' }).click()
  await late.panel.getByLabel('Sudah punya kode?').fill(code)
  await late.panel.getByRole('button', { name: 'Buka isian' }).click()
  await late.panel.getByText('Tidak ada draf dengan kode ini.').waitFor()
})
