import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { asked, button, enter, expectAccessible, field, lastSent, misbehave, tell } from '../support/an-office.ts'

describe('an announcement', () => {
  it('stands above the pages of staff until they close it', async () => {
    const text = { id: 'Layanan berhenti sebentar Sabtu.', en: 'The service stops on Saturday.' }
    const told = { items: [{ id: 'pembaruan', text, level: 'warning', until: '2099-01-01T00:00:00.000Z' }] }
    await misbehave({ method: 'GET', path: '/account/announcements', status: 200, body: told })
    await enter('/admin/bagian-contoh/cases', undefined, { fresh: false })
    await expect.element(page.getByText(/Layanan berhenti sebentar Sabtu/)).toBeVisible()
    await expectAccessible()
    await userEvent.click(button(/^Tutup: Layanan berhenti/))
    await expect.element(page.getByText(/Layanan berhenti sebentar Sabtu/)).not.toBeInTheDocument()
    expect(await asked('POST', '/account/announcements/pembaruan/dismissal')).toHaveLength(1)
  })

  it('is made in both languages for a time, and ended', async () => {
    await enter('/admin/announcements')
    await expect.element(page.getByRole('list', { name: 'Pengumuman' })).toHaveTextContent(/Sedang tampil · Perhatian/)
    await userEvent.click(button('Buat pengumuman'))
    await userEvent.click(button('Siarkan'))
    expect(await asked('POST', '/operator/announcements')).toEqual([])
    await userEvent.fill(page.getByRole('textbox', { name: 'Kalimat dalam bahasa Indonesia' }), 'Pelatihan hari Senin.')
    await userEvent.fill(page.getByRole('textbox', { name: 'Kalimat dalam bahasa Inggris' }), 'Training on Monday.')
    await userEvent.fill(page.getByLabelText('Mulai'), '2026-12-01T08:00')
    await userEvent.fill(page.getByLabelText('Sampai'), '2026-12-02T16:30')
    await expectAccessible()
    await userEvent.click(button('Siarkan'))
    await expect.element(page.getByText('Pengumuman disimpan.')).toBeVisible()
    expect(await lastSent('POST', '/operator/announcements')).toEqual({
      text: { id: 'Pelatihan hari Senin.', en: 'Training on Monday.' },
      level: 'notice',
      from: '2026-12-01T01:00:00.000Z',
      until: '2026-12-02T09:30:00.000Z',
      units: null,
    })
    await userEvent.click(button(/^Akhiri: Layanan berhenti/))
    await expect.element(page.getByText('Pengumuman diakhiri.')).toBeVisible()
  })
})

describe('the operators’ log', () => {
  it('says that it is whole, and shows the acts of one kind alone', async () => {
    await enter('/admin/operator-log')
    const acts = page.getByRole('list', { name: 'Tindakan pengelola, yang terbaru di atas' })
    await expect.element(page.getByText(/Catatan utuh: 3 baris diperiksa/)).toBeVisible()
    await expect.element(acts).toHaveTextContent(/Menarik versi widget · 1\.0\.0.*Membuka unit.*Sistem/)
    await userEvent.selectOptions(page.getByLabelText('Tindakan', { exact: true }), 'Membuka unit')
    await expect.element(acts).not.toHaveTextContent('Menarik versi widget')
    await expect.element(acts).toHaveTextContent(/Membuka unit · bagian-contoh/)
  })
})

describe('operators', () => {
  it('are invited by a link that is shown once, and removed after a question', async () => {
    await enter('/admin/operators')
    const list = page.getByRole('list', { name: 'Pengelola', exact: true })
    await expect.element(list).toHaveTextContent(/Budi Misal.*Rani Contoh \(Anda\)/)
    await userEvent.click(button('Undang pengelola'))
    await userEvent.click(button('Buat undangan'))
    expect(await asked('POST', '/operator/operators')).toEqual([])
    await userEvent.fill(page.getByRole('textbox', { name: 'Nama' }), 'Siti Contoh')
    await userEvent.fill(page.getByRole('textbox', { name: 'Surel' }), 'siti@pengelola.example')
    await expectAccessible()
    await userEvent.click(button('Buat undangan'))
    await expect.element(page.getByRole('group', { name: 'Tautan undangan' })).toHaveTextContent('/invitation/sekali')
    await expectAccessible()
    await userEvent.keyboard('{Escape}')
    await expect.element(list).toHaveTextContent('Siti Contoh')

    await userEvent.click(button('Buat tautan baru untuk Budi Misal'))
    await expect.element(page.getByRole('group', { name: 'Tautan undangan' })).toBeVisible()
    expect(await lastSent('POST', '/operator/operators')).toEqual({
      name: 'Budi Misal',
      email: 'budi@pengelola.example',
    })
    await userEvent.keyboard('{Escape}')
    await userEvent.click(button('Hapus Siti Contoh'))
    await expectAccessible()
    await userEvent.click(button('Hapus'))
    await expect.element(page.getByText('Siti Contoh bukan pengelola lagi.')).toBeVisible()
    await expect.element(list).not.toHaveTextContent('Siti Contoh')
  })
})

describe('the limits of a unit', () => {
  it('are shown with their use, warned of at four fifths, and raised', async () => {
    await enter('/admin/operator')
    await expect.element(page.getByText('Pengaduan per hari: 8.400 dari 10.000 terpakai.').first()).toBeVisible()
    await userEvent.click(button(/^Batas Bagian/))
    await expect.element(page.getByText('Terpakai sekarang: 8.400')).toBeVisible()
    await expectAccessible()
    await userEvent.fill(page.getByLabelText('Pengaduan per hari'), '20000')
    await userEvent.click(button('Simpan'))
    await expect.element(page.getByText('Batas disimpan.')).toBeVisible()
    expect(await lastSent('PUT', '/operator/tenants/bagian-contoh/quotas')).toEqual({
      filingsPerHour: 2_000,
      filingsPerDay: 20_000,
      evidenceGigabytes: 500,
      members: 300,
    })
  })
})

describe('a unit that moved away', () => {
  const copied = {
    ...{ tenant: 'bagian-contoh', exportedAt: '2026-11-20T02:00:00.000Z', movedTo: null, confirmedAt: null },
    ...{ allowedAt: null, mine: false, cases: 1204 },
  }
  const arrived = { ...copied, movedTo: 'https://baru.example', confirmedAt: '2026-11-21T02:00:00.000Z' }
  async function openConsole(departure: object) {
    await tell('reset')
    await tell('departure', departure)
    await enter('/admin/operator', undefined, { fresh: false })
  }

  it('is led to its new place with the file that was signed there, uploaded or pasted', async () => {
    await openConsole(copied)
    await userEvent.click(button('Catat kedatangannya'))
    await expect.element(page.getByText(/dicocokkan dengan salinan/)).toBeVisible()
    await userEvent.click(button('Cocokkan dan alihkan'))
    expect(await asked('POST', '/departure')).toEqual([])
    const file = new File(['tanda.tangan.unit\n'], 'pindahan.arrived', { type: 'text/plain' })
    await userEvent.upload(page.getByLabelText('Berkas konfirmasi'), file)
    await expect.element(field('Atau tempel isinya')).toHaveValue('tanda.tangan.unit')
    await expectAccessible()
    const refused = { method: 'POST', path: '/departure', status: 409, code: 'departure/not-confirmed' }
    await misbehave(refused)
    await userEvent.click(button('Cocokkan dan alihkan'))
    await expect.element(page.getByRole('alert')).toHaveTextContent('(departure/not-confirmed)')
    await misbehave({ ...refused, status: 200, body: arrived })
    await userEvent.click(button('Cocokkan dan alihkan'))
    await expect.element(page.getByText('Cocok. Semua orang kini diarahkan ke alamat baru.')).toBeVisible()
    expect(await lastSent('POST', '/departure')).toEqual({ confirmation: 'tanda.tangan.unit' })
  })

  it('is deleted here by another operator, who reads what goes and what stays', async () => {
    await openConsole(arrived)
    await userEvent.click(button('Hapus di sini'))
    await expect.element(page.getByText(/1\.204 pengaduan beserta identitas/)).toBeVisible()
    await expect.element(page.getByText(/Cadangan lama masih memuat unit ini/)).toBeVisible()
    await expectAccessible()
    await misbehave({ method: 'POST', path: '/departure/deletion', status: 200, body: arrived })
    await userEvent.click(button('Hapus di sini').last())
    await expect.element(page.getByText('Penghapusan disetujui.')).toBeVisible()
  })

  it.each([
    ['who brought the confirmation', { mine: true }, /Menunggu pengelola lain menyetujui/],
    ['anybody once it is allowed', { allowedAt: '2026-11-22T02:00:00.000Z' }, /Sedang dihapus di sini/],
  ])('is not offered for deletion to %s', async (_, more, told) => {
    await openConsole({ ...arrived, ...more })
    await expect.element(page.getByText(told)).toBeVisible()
    expect(button('Hapus di sini').query()).toBeNull()
  })
})

describe('the tasks of the machine', () => {
  it('tell when each last ran and which one fails, that first', async () => {
    await enter('/admin/tasks')
    const list = page.getByRole('list', { name: 'Tugas mesin, yang gagal di atas' })
    await expect.element(list).toHaveTextContent(/erasures · gagal.*StoreUnavailable.*alert-mail.*12 milidetik/)
  })
})
