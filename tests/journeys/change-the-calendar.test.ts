import { expect, it } from 'vitest'
import type { ComplaintView } from '../../service/contract/complaint-view.ts'
import { dayOf, standardCalendar } from '../../service/offices/calendar/office-calendar.ts'
import { afterWorkingDays, localDayOf } from '../../service/offices/calendar/working-days.ts'
import { instantOf } from '../../service/shared/instant.ts'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse, everybodyCanUseWithoutScripts } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an admin closes the office for a day, sees beforehand what moves, and the reporter reads why a date moved', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const unit = unitAt(office.address)
  const receipt = await unit.file()
  const dueAt = receipt.clocks[0]?.dueAt
  // The first day that counts for every date.
  const closed = dayOf(afterWorkingDays(localDayOf(instantOf(new Date()), standardCalendar), 2, standardCalendar).last)

  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  await admin.page.getByRole('link', { name: 'Waktu', exact: true }).click()
  const calendar = admin.page.getByRole('region', { name: 'Kalender' })
  await calendar.getByRole('button', { name: 'Tambah hari setempat' }).click()
  await calendar.getByLabel('Tanggal').fill(closed)
  await calendar.getByLabel('Keterangan').fill('Hari jadi kabupaten')
  const holidays = admin.page.getByRole('region', { name: 'Hari libur nasional' })
  await holidays.getByRole('button', { name: 'Lihat akibatnya sebelum menyimpan' }).click()
  await holidays.getByText('1 pengaduan terbuka akan bergeser.').waitFor()
  await holidays.getByText('Hari jadi kabupaten').waitFor()
  await everybodyCanUse(admin.page)
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan dan langsung berlaku.')

  const asReporter = { headers: { Authorization: `Bearer ${receipt.trackingCode}` } }
  const follow = async () =>
    (await (await fetch(`${unit.api}/complaints/${receipt.number}`, asReporter)).json()) as ComplaintView
  await expect.poll(async () => (await follow()).clocks[0]?.dueAt).not.toBe(dueAt)

  const reporter = await aVisitor(office, { javaScriptEnabled: false, on: phone })
  await reporter.goto('/t/bagian-organisasi/follow')
  const page = reporter.getByRole('main')
  await page.getByLabel('Nomor pengaduan').fill(receipt.number)
  await page.getByLabel('Kode lacak').fill(receipt.trackingCode)
  await page.getByRole('button', { name: 'Lihat pengaduan' }).click()
  await page.getByText('Batas waktu bergeser karena kalender kantor berubah').waitFor()
  await page.getByText(/Verifikasi: dari .* menjadi .*Tidak dihitung: .*Hari jadi kabupaten/).waitFor()
  await page.getByText('Rincian per hari').first().click()
  await page.getByText('kantor tutup: Hari jadi kabupaten').first().waitFor()
  await everybodyCanUseWithoutScripts(reporter)
})
