import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { LateList } from '../../../service/contract/register.ts'
import { button, enter, expectAccessible, goTo, heading, misbehave, unit } from '../support/an-office.ts'

const clock = { label: 'Verifikasi', dueAt: '2026-11-20T09:00:00.000Z', workingDaysLate: 4, newDate: null }
const item = {
  number: 'BO-2026-000124',
  subject: 'Surat keterangan tidak kunjung selesai',
  category: 'Maladministrasi',
  statusLabel: 'Diterima',
  clocks: [clock],
  because: null,
  turn: 'Petugas verifikasi',
  reporterTold: false,
}
const late: LateList = {
  items: [
    item,
    {
      ...item,
      number: 'BO-2026-000123',
      clocks: [{ ...clock, workingDaysLate: 0, newDate: '2026-12-02T09:00:00.000Z' }],
      reporterTold: true,
      because: { reason: 'Berkas baru kami terima kemarin.', by: 'Rina Contoh', at: '2026-11-26T03:00:00.000Z' },
    },
  ],
  paused: [],
  nextCursor: null,
}

async function openLate(list?: LateList): Promise<void> {
  await enter(`${unit}/cases`)
  if (list) await misbehave({ method: 'GET', path: '/late', status: 200, body: list })
  await goTo('Terlambat dan sebabnya')
  await expect.element(heading('Terlambat dan sebabnya')).toBeVisible()
}

describe('what is late', () => {
  it('is listed with how long, why, what is promised now, and whose turn it is', async () => {
    await openLate(late)
    await expect.element(page.getByText('Verifikasi: lewat 4 hari kerja')).toBeVisible()
    await expect.element(page.getByText('Belum ada penjelasan.')).toBeVisible()
    await expect.element(page.getByText('Verifikasi: lewat hari ini')).toBeVisible()
    await expect.element(page.getByText('Batas waktu baru: 2 Des 2026.')).toBeVisible()
    await expect.element(page.getByText('Berkas baru kami terima kemarin.')).toBeVisible()
    await expect.element(page.getByText('Petugas verifikasi').first()).toBeVisible()
    await expect.element(page.getByText(/^Pelapor belum diberi tahu/)).toBeVisible()
    await expect.element(page.getByText('Pelapor sudah diberi tahu.')).toBeVisible()
    await expectAccessible()
  })

  it('comes page by page, and says it when a later page does not come', async () => {
    await openLate({ ...late, nextCursor: 'later' })
    await misbehave({ method: 'GET', path: '/late', status: 503, body: {} })
    await userEvent.click(button('Muat lagi'))
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(page.getByText('Verifikasi: lewat 4 hari kerja')).toBeVisible()
    await expectAccessible()

    const older = { ...item, number: 'BO-2026-000099', subject: 'Loket tutup sebelum waktunya' }
    await misbehave({
      method: 'GET',
      path: '/late',
      status: 200,
      body: { items: [older], paused: [], nextCursor: null },
    })
    await userEvent.click(button('Coba lagi'))
    await expect.element(page.getByText('Loket tutup sebelum waktunya')).toBeVisible()
    expect(page.getByRole('listitem').elements().at(-1)?.matches(':focus')).toBe(true)
    expect(button('Muat lagi').query()).toBeNull()
  })

  it('is followed by what staff stopped, with since when, why, and until when at most', async () => {
    const sentence =
      'dihentikan sementara sejak 24 November karena menunggu saksi, paling lama sampai Selasa, 8 Desember 2026'
    const paused = [{ number: 'BO-2026-000077', subject: 'Berkas hilang', category: 'Maladministrasi', sentence }]
    await openLate({ items: [], paused, nextCursor: null })
    await expect.element(heading('Penghitungan waktu dihentikan petugas')).toBeVisible()
    await expect.element(page.getByText(sentence)).toBeVisible()
    await expectAccessible()
  })

  it('is said to be nothing where everything is in time', async () => {
    await openLate()
    await expect.element(page.getByText('Tidak ada pengaduan yang terlambat')).toBeVisible()
  })
})
