import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { withOperator } from '../support/an-operator.ts'
import { signInAsOperator } from './pages/sign-in.ts'
import { staffRoom } from './pages/staff-room.ts'
import { aPerson, aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/**
 * Counts what people do: each step is a minute of reading, each press four seconds, and who types writes two hundred
 * letters a minute.
 */
function aPersonsWork() {
  let [steps, presses, letters] = [0, 0, 0]
  return {
    step: () => steps++,
    /** Presses of a helper of the journeys. */
    presses: (more: number) => (presses += more),
    async press(what: Locator) {
      presses++
      await what.click()
    },
    async tick(what: Locator) {
      presses++
      await what.check()
    },
    async fill(what: Locator, text: string) {
      presses++
      letters += text.length
      await what.fill(text)
    },
    sum: () => ({ steps, presses, seconds: steps * 60 + presses * 4 + letters * 0.3 }),
  }
}

type Work = ReturnType<typeof aPersonsWork>

async function choosePassword(work: Work, page: Awaited<ReturnType<typeof aPerson>>, password: string) {
  await work.fill(page.getByLabel('Kata sandi baru', { exact: true }), password)
  await work.fill(page.getByLabel('Ulangi kata sandi baru'), password)
  await work.press(page.getByRole('button', { name: 'Simpan dan masuk' }))
}

/** The admin's five steps, from the home to the last one; counts what is pressed, written, and all fields that are shown. */
async function beginInFiveSteps(admin: Awaited<ReturnType<typeof aPerson>>) {
  const work = aPersonsWork()
  let [written, shown] = [0, 0]
  const fill = async (label: string, text: string) => {
    written++
    await work.fill(admin.getByLabel(label, { exact: true }), text)
  }
  const stepHere = async (name: string) => {
    work.step()
    await admin.getByRole('heading', { name, exact: true }).waitFor()
    shown += await admin.locator('begin-page').locator('input:visible, select:visible, textarea:visible').count()
    await everybodyCanUse(admin)
  }
  const save = () => work.press(admin.getByRole('button', { name: 'Simpan dan lanjut' }))

  await admin.goto('/admin/dinas-umpama/today')
  await admin.getByText('dari 5 langkah selesai').waitFor()
  await work.press(admin.getByRole('link', { name: 'Lanjutkan', exact: true }))
  await stepHere('Kantor')
  await fill('Instansi induk (tidak wajib)', 'Pemerintah Kabupaten Misal')
  await save()
  await stepHere('Kontak')
  await fill('Alamat (tidak wajib)', 'Jalan Umpama 1, Misal')
  await fill('Surel (tidak wajib)', 'dinas@dinas-umpama.example')
  await save()
  await stepHere('Kop surat')
  expect(await admin.getByRole('textbox', { name: 'Kop surat' }).inputValue()).toContain('Pemerintah Kabupaten Misal')
  await fill('Kota di depan tanggal', 'Misal')
  await fill('Nama dan gelar', 'Hesti Misal, S.Sos.')
  await save()
  await stepHere('Saluran')
  await work.press(admin.getByRole('button', { name: 'Lanjut', exact: true }))
  await stepHere('Situs')
  await fill('Situs 1 (tidak wajib)', 'https://dinas-umpama.example/pengaduan/')
  await admin.getByText('Disimpan sebagai https://dinas-umpama.example;').waitFor()
  await save()
  await admin.getByText('Langkah ini tersimpan.').waitFor()

  await admin.goto('/admin/dinas-umpama/settings?page=filing')
  await admin.getByLabel('Pengaduan tentang', { exact: true }).fill('parkir liar')
  await admin.getByLabel('ditangani dalam (hari kerja)', { exact: true }).fill('3')
  await admin.getByRole('button', { name: 'Tambahkan kategori' }).click()
  await admin.getByRole('button', { name: 'Simpan perubahan' }).click()
  await admin.getByText('Parkir liar: ditangani dalam 3 hari kerja').waitFor()
  await admin.getByLabel('Cari pengaturan').fill('libur')
  await admin.getByRole('button', { name: 'Hari libur' }).click()
  await admin.getByRole('heading', { name: 'Hari libur' }).first().waitFor()

  const { presses } = work.sum()
  console.info(`five steps: ${presses} presses, ${written} fields written of ${shown} shown`)
  expect(presses).toBeLessThanOrEqual(15)
  expect(shown).toBeLessThanOrEqual(45)
}

it('a unit goes from nothing to its first answered test complaint in five steps and ten minutes of work', async () => {
  const office = await anOpenOffice(withOperator)
  const work = aPersonsWork()
  const page = await aPerson(office, { errors: [/status of 401/] })
  await page.goto('/admin/')
  await signInAsOperator(page, office.address)
  await page.getByRole('heading', { name: 'Unit layanan' }).waitFor()
  await everybodyCanUse(page)
  work.step()
  await work.press(page.getByRole('button', { name: 'Buka unit baru' }))
  const form = page.locator('ui-dialog').filter({ hasText: 'Unit mulai dengan tata cara' })
  await work.fill(form.getByLabel('Nama resmi'), 'Dinas Umpama Kabupaten Misal')
  await work.fill(form.getByLabel('Nama pendek'), 'Dinas Umpama')
  await work.fill(form.getByLabel('Alamat unit'), 'dinas-umpama')
  await work.fill(form.getByLabel('Awalan nomor pengaduan'), 'DU')
  await work.fill(form.getByLabel('Nama', { exact: true }), 'Gita Contoh')
  await work.fill(form.getByLabel('Surel'), 'gita@dinas-umpama.example')
  await everybodyCanUse(page)
  await work.press(form.getByRole('button', { name: 'Buka unit' }))
  const link = await page.getByRole('group', { name: 'Tautan untuk admin unit' }).getByRole('code').textContent()
  await everybodyCanUse(page)

  work.step()
  const admin = await aPerson(office, { errors: [/status of 401/] })
  await admin.goto(link ?? '')
  await choosePassword(work, admin, 'dua-gajah-tenang-8')
  await admin.getByRole('link', { name: 'Unit', exact: true }).waitFor()
  expect(await admin.getByText('Dinas Umpama').first().isVisible()).toBe(true)

  const visitor = await aVisitor(office, { on: phone })
  await visitor.goto('/t/dinas-umpama')
  await visitor.getByText('Formulir ini belum dibuka').waitFor()
  await everybodyCanUse(visitor)

  await beginInFiveSteps(admin)

  work.step()
  await admin.goto('/admin/dinas-umpama/staff')
  await work.press(admin.getByRole('button', { name: 'Undang petugas' }))
  const invitation = admin.locator('ui-dialog').filter({ hasText: 'Ia mendapat tautan sekali pakai' })
  await work.fill(invitation.getByLabel('Nama', { exact: true }), 'Hesti Misal')
  await work.fill(invitation.getByLabel('Jabatan'), 'Kepala dinas')
  await work.fill(invitation.getByRole('textbox', { name: 'Surel' }), 'hesti@dinas-umpama.example')
  await work.tick(invitation.getByRole('checkbox', { name: /^Pimpinan unit Semua/ }))
  await work.press(invitation.getByRole('button', { name: 'Buat undangan' }))
  const invited = await admin.getByRole('group', { name: 'Tautan undangan' }).getByRole('code').textContent()

  work.step()
  const head = await aPerson(office, { errors: [/status of 401/] })
  await head.goto(invited ?? '')
  await choosePassword(work, head, 'kuda-laut-biru-77')
  await head.getByRole('heading', { name: 'Hari ini' }).waitFor()

  // The form is open now; the taps of a filing are counted by the journey of few words.
  work.step()
  const subject = 'Uji coba formulir'
  const { number } = await unitAt(office.address, 'dinas-umpama').file({ subject })
  const room = staffRoom(head)
  work.presses(2)
  await room.openCase(number)
  for (const act of ['Verifikasi', 'Jawab']) {
    work.presses(2)
    const panel = await room.begin(act)
    if (act === 'Jawab') {
      await work.press(panel.getByLabel('Hasil', { exact: true }))
      await panel.getByLabel('Hasil', { exact: true }).selectOption({ label: 'Terbukti' })
      await work.fill(panel.getByLabel('Isi jawaban', { exact: true }), 'Uji coba sudah kami terima.')
    }
    await work.press(panel.getByRole('button', { name: act === 'Jawab' ? 'Kirim jawaban' : 'Mulai proses' }))
    await room.told(act === 'Jawab' ? 'Jawaban tampil' : 'Pengaduan terverifikasi')
  }

  const { steps, presses, seconds } = work.sum()
  console.info(`a new unit: ${steps} steps, ${presses} presses, ${Math.round(seconds)} s of a person’s work`)
  expect(steps).toBeLessThanOrEqual(5)
  expect(seconds).toBeLessThanOrEqual(600)
})
