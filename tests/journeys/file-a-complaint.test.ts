import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readPdf } from '../support/read-pdf.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, complaintForm, isOnTheScreen, readOut, readTerm, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a visitor files with a name and a photo on the office’s page, keeps the receipt and follows the complaint', async () => {
  const visitor = await aVisitor(await anOpenOffice())
  await visitor.goto('/demo/')
  const form = complaintForm(visitor)
  await form.step('Pilih kerahasiaan identitas').waitFor()
  await everybodyCanUse(visitor)

  await form.choosePrivacy('Dengan identitas')
  await everybodyCanUse(visitor)
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.next()
  await form.panel.getByRole('link', { name: 'Pokok pengaduan belum diisi.' }).waitFor()
  await everybodyCanUse(visitor)
  await form.tell('Diminta uang saat mengambil surat')
  await form.addEvidence(aPhoto)
  await everybodyCanUse(visitor)
  await form.skipEvidence()
  await everybodyCanUse(visitor)
  await form.introduce(siti)

  const readBack = form.panel
  for (const words of ['Dengan identitas', 'Diminta uang saat mengambil surat', aPhoto.name, siti.name, siti.phone])
    await readBack.getByText(words).first().waitFor()
  await everybodyCanUse(visitor)
  await form.agree()
  await form.send()

  const handed = await form.receipt()
  expect(handed.number).toMatch(/^BO-\d{4}-000001$/)
  expect(handed.code).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4})+$/)
  expect(await isOnTheScreen(form.panel.getByText(handed.code))).toBe(true)
  await everybodyCanUse(visitor)

  const download = visitor.waitForEvent('download')
  await form.panel.getByRole('button', { name: 'Unduh tanda terima (PDF) tanpa kode' }).click()
  const { text } = readPdf(await readFile(await (await download).path()))
  for (const printed of [handed.number, siti.name, aPhoto.name]) expect(text).toContain(printed)
  expect(text).not.toContain(handed.code)
  const withCode = visitor.waitForEvent('download')
  await form.panel.getByRole('button', { name: 'Unduh tanda terima (PDF) dengan kode' }).click()
  const printed = readPdf(await readFile(await (await withCode).path())).text.replace(/\s+/g, ' ')
  expect(printed.toLowerCase()).toContain('memuat kode lacak')
  expect(printed.replaceAll(' ', '')).toContain(handed.code)

  await form.panel.getByRole('button', { name: 'Pantau pengaduan' }).click()
  await form.panel.getByRole('heading', { name: `Pengaduan ${handed.number}` }).waitFor()
  await everybodyCanUse(visitor)
  await form.panel.getByRole('button', { name: 'Keluar', exact: true }).click()
  await form.step('Pilih kerahasiaan identitas').waitFor()

  const follow = followUp(visitor)
  visitor.on('dialog', (dialog) => void dialog.accept())
  await follow.open(handed)
  await follow.status('Diterima')
  await follow.panel.getByText(aPhoto.name).waitFor()
  await everybodyCanUse(visitor)
})

/** Words that stand on an Indonesian page of ours and never on an English one. */
const indonesian = /\b(yang|dan|untuk|dengan|pengaduan|kami|Anda|belum|tidak|surat|langkah)\b/i

it('a visitor who reads English files, and follows, without meeting a word of Indonesian from us', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { locale: 'en-GB' })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/demo/')
  const panel = visitor.getByRole('region', { name: 'Complaint', exact: true })
  const speaksEnglish = async () => {
    const said = (await readOut(panel)).replace(/Bahasa Indonesia|Bagian Organisasi.*|Pemerintah Kabupaten \w+/g, '')
    expect(said).not.toMatch(indonesian)
  }
  const next = async (heading: string, by = panel.getByRole('button', { name: 'Continue' })) => {
    await speaksEnglish()
    await by.click()
    await panel.getByRole('heading', { name: heading, level: 2 }).waitFor()
  }
  await next('Kind of complaint', panel.getByRole('radio', { name: 'With identity' }))
  await next('What happened', panel.getByRole('radio', { name: 'Other levies by officers' }))
  await panel.getByLabel('Subject').fill('Asked for money at the counter')
  await panel.getByLabel('What happened', { exact: true }).fill('The officer at counter two asked for money.')
  await next('Supporting evidence')
  await panel.getByRole('button', { name: 'Add evidence' }).click()
  await panel.getByRole('button', { name: 'Choose files' }).waitFor()
  await next('Identity and contact')
  await panel.getByLabel('Full name').fill(siti.name)
  await panel.getByLabel('Address', { exact: false }).first().fill('Example Street 1')
  await panel.getByLabel('Mobile number').fill(siti.phone)
  await next('Check and send')
  await speaksEnglish()
  await everybodyCanUse(visitor)
  for (const statement of await panel.getByRole('checkbox').all()) await statement.check()
  await panel.getByRole('button', { name: 'Send the complaint' }).click()
  await panel.getByRole('heading', { name: 'Your complaint has been received' }).waitFor()
  await speaksEnglish()
  await everybodyCanUse(visitor)
  const number = await readTerm(panel, 'Complaint number')
  const code = await readTerm(panel, 'Tracking code')

  await visitor.goto('/t/bagian-organisasi/follow?lang=en')
  await panel.getByRole('heading', { name: number }).waitFor()
  await speaksEnglish()
  await panel.getByRole('button', { name: 'Sign out' }).click()
  await panel.getByLabel('Complaint number').fill(number)
  await panel.getByLabel('Tracking code').fill(code)
  await panel.getByRole('button', { name: 'Show the complaint' }).click()
  await panel.getByRole('heading', { name: number }).waitFor()
  await speaksEnglish()
  await everybodyCanUse(visitor)
})

const nik = '3578 0149 0100 0001'

it('a reporter reads before sending where they name themselves, replaces it, and no word of it leaves the browser', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { on: phone })
  const sent: string[] = []
  visitor.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.panel.getByLabel('Pokok pengaduan').fill('Diminta uang stempel')
  await form.panel
    .getByLabel('Uraian kejadian')
    .fill(`Nama saya ${siti.name}, NIK ${nik}. Petugas meminta uang. Hubungi saya di ${siti.phone}.`)
  await form.next()
  await form.skipEvidence()
  await form.next()
  await form.step('Periksa dan kirim').waitFor()
  await form.panel.getByRole('heading', { name: 'Kata yang dapat menunjukkan siapa Anda' }).waitFor()
  const marked = form.panel.locator('aduan-personal mark')
  expect(await marked.allTextContents()).toEqual([siti.name, nik, siti.phone])
  await everybodyCanUse(visitor)

  await form.panel.getByRole('button', { name: `Ganti dengan [nama]: ${siti.name}` }).click()
  await form.panel.getByText('1 bagian sudah diganti.').waitFor()
  await form.panel.getByRole('button', { name: 'Ganti semua (2)' }).click()
  await form.panel.getByText('3 bagian sudah diganti.').waitFor()
  expect(await marked.count()).toBe(0)
  await form.panel.getByText('Nama saya [nama], NIK [NIK]. Petugas meminta uang. Hubungi saya di [telepon].').waitFor()

  const secrets = [siti.name, nik, siti.phone]
  const leaked = () => sent.filter((request) => secrets.some((secret) => decodeURIComponent(request).includes(secret)))
  expect(leaked()).toEqual([])
  await form.agree()
  await form.send()
  await form.receipt()
  expect(sent.some((request) => request.includes('Nama saya [nama]'))).toBe(true)
  expect(leaked()).toEqual([])
})

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
