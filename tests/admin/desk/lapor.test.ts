import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, enter, expectAccessible, field, lastSent, misbehave, showPart, unit } from '../support/an-office.ts'

async function open() {
  await enter(`${unit}/cases/BO-2026-000124`)
  await showPart('LAPOR!')
}

describe('a case in the national channel', () => {
  it('gets its number, which can be changed and taken out', async () => {
    await open()
    await userEvent.click(button('Catat nomor'))
    await userEvent.fill(field('Nomor LAPOR!'), 'abc')
    await userEvent.click(button('Simpan nomor'))
    await expect.element(page.getByText('Nomor LAPOR! terdiri atas 4 sampai 15 angka.')).toBeVisible()
    await userEvent.fill(field('Nomor LAPOR!'), '#1234567')
    await userEvent.click(button('Simpan nomor'))
    await expect.element(page.getByText('Nomor LAPOR! tersimpan.')).toBeVisible()
    expect(await lastSent('POST', '/lapor-id')).toEqual({ revision: 3, id: '1234567' })
    await expectAccessible()
    await userEvent.click(button('Ubah nomor'))
    await userEvent.click(button('Hapus nomor'))
    await expect.element(page.getByText('Belum ada nomor LAPOR! pada pengaduan ini.')).toBeVisible()
    expect(await lastSent('POST', '/lapor-id')).toEqual({ revision: 4, id: null })
  })

  it('is shown part by part in the order of the form, with what to choose there', async () => {
    await open()
    await userEvent.click(button('Siapkan isian LAPOR!'))
    await userEvent.click(button('Tampilkan isian'))
    await expect.element(page.getByText('Di formulir LAPOR!, pilih “Anonim” dan “Rahasia”.')).toBeVisible()
    for (const part of [
      'judul laporan',
      'isi laporan',
      'tanggal kejadian',
      'instansi tujuan',
      'kategori',
      'lampiran',
    ]) {
      await expect.element(button(`Salin ${part}`)).toBeVisible()
    }
    await expect.element(page.getByText('20/11/2026')).toBeVisible()
    await expectAccessible()
  })

  it('names the reporter only when asked, with a reason', async () => {
    await open()
    await userEvent.click(button('Siapkan isian LAPOR!'))
    await userEvent.click(page.getByRole('checkbox', { name: /Sertakan identitas pelapor/ }))
    await userEvent.fill(field('Mengapa identitas diperlukan?'), 'Diminta LAPOR!.')
    await userEvent.click(button('Tampilkan isian'))
    await expect.element(button('Salin nama')).toBeVisible()
    expect(await lastSent('POST', '/lapor-entry')).toEqual({ identity: { ground: 'other', reason: 'Diminta LAPOR!.' } })
  })

  it('asks why a story must name the reporter', async () => {
    await open()
    await misbehave({
      ...{ method: 'POST', path: '/lapor-entry', status: 409, code: 'text/names-reporter' },
      body: { found: ['name'] },
    })
    await userEvent.click(button('Siapkan isian LAPOR!'))
    await userEvent.click(button('Tampilkan isian'))
    await userEvent.fill(field('Mengapa harus tetap ada?'), 'Pelapor meminta.')
    await userEvent.click(button('Tampilkan isian'))
    await expect.element(button('Salin judul laporan')).toBeVisible()
    expect(await lastSent('POST', '/lapor-entry')).toEqual({ leakReason: 'Pelapor meminta.' })
  })
})

describe('the list of what is not in the national channel', () => {
  it('goes back as far as one asks', async () => {
    await enter(`${unit}/lapor`)
    await expect.element(page.getByRole('link', { name: 'BO-2026-000124' })).toBeVisible()
    await userEvent.selectOptions(field('Diterima paling sedikit'), '30 hari lalu')
    await expect.element(page.getByText('Semua sudah bernomor LAPOR!')).toBeVisible()
  })

  it('compares a pasted list, and tells bad lines by their number', async () => {
    await enter(`${unit}/lapor`)
    await userEvent.click(button('Cocokkan'))
    await expect.element(field('Daftar dari LAPOR!')).toHaveAttribute('aria-invalid', 'true')
    await userEvent.fill(field('Daftar dari LAPOR!'), '1111111;20/11/2026;Selesai\n2222222;;Baru\nkosong')
    await userEvent.click(button('Cocokkan'))
    await expect.element(page.getByText('1 cocok, 1 tidak ada di sini, 1 tidak ada di daftar.')).toBeVisible()
    await expect.element(page.getByText('Baris 3: tidak ada nomor LAPOR!')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'BO-2026-000122' })).toBeVisible()
    await expectAccessible()
  })

  it('that is too long is not sent', async () => {
    await enter(`${unit}/lapor`)
    await expect.element(field('Daftar dari LAPOR!')).toBeVisible()
    const area = field('Daftar dari LAPOR!').element() as HTMLTextAreaElement
    area.value = '1234567\n'.repeat(8_000)
    await userEvent.click(button('Cocokkan'))
    await expect.element(page.getByText('Daftar ini terlalu panjang. Bagi menjadi beberapa bagian.')).toBeVisible()
  })
})
