import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  asked,
  begin,
  button,
  enter,
  expectAccessible,
  field,
  focused,
  lastSent,
  misbehave,
  resizeWindow,
  unit,
} from '../support/an-office.ts'

const open = (number = 'BO-2026-000124') => enter(`${unit}/cases/${number}`)
const notes = page.getByRole('region', { name: 'Catatan internal' })
const reason = 'Mengapa harus tetap ada?'

describe('words that name the reporter', () => {
  it('of a note are kept, the kinds are told, and they are saved once the text is changed', async () => {
    await open()
    await userEvent.fill(field('Catatan untuk petugas'), 'Siti Contoh sudah ditelepon di 0812-0000-0001.')
    await userEvent.click(button('Simpan catatan'))
    await expect.element(notes.getByRole('alert')).toHaveTextContent(/nama pelapor dan nomor HP pelapor/)
    await expect.element(field('Catatan untuk petugas')).toHaveValue('Siti Contoh sudah ditelepon di 0812-0000-0001.')
    await expectAccessible()
    await userEvent.click(button('Ubah teks'))
    await expect.poll(focused).toBe('text')
    await userEvent.fill(field('Catatan untuk petugas'), 'Pelapor sudah ditelepon.')
    await userEvent.click(button('Simpan catatan'))
    await expect.element(page.getByText('Catatan internal tersimpan.')).toBeVisible()
    await expect.element(field(reason)).not.toBeInTheDocument()
    expect(await lastSent('POST', '/note')).toEqual({ revision: 3, text: 'Pelapor sudah ditelepon.' })
  })

  it('of a message are sent with a reason, and not without one', async () => {
    await open()
    await userEvent.fill(field('Pesan kepada pelapor'), 'Yth. Siti Contoh, berkas sudah siap.')
    await userEvent.click(button('Kirim kepada pelapor'))
    await expect.element(field(reason)).toBeVisible()
    await userEvent.click(button('Kirim kepada pelapor'))
    await expect.element(field(reason)).toHaveAccessibleDescription(/Masih ada/)
    await expectAccessible()
    await userEvent.fill(field(reason), 'Pelapor meminta disapa dengan nama.')
    await userEvent.click(button('Kirim kepada pelapor'))
    await expect.element(page.getByText('Pesan tampil di halaman pantau pelapor.')).toBeVisible()
    expect(await asked('POST', '/message')).toHaveLength(3)
    expect(await lastSent('POST', '/message')).toEqual({
      revision: 3,
      text: 'Yth. Siti Contoh, berkas sudah siap.',
      leakReason: 'Pelapor meminta disapa dengan nama.',
    })
  })

  it('of an act stay in its panel and go with the same body and a reason', async () => {
    await resizeWindow(360, 740)
    await open()
    await begin('Usulkan jawaban')
    await userEvent.selectOptions(field('Hasil'), 'Terbukti')
    await userEvent.fill(field('Isi jawaban'), 'Uang Siti Contoh dikembalikan.')
    await userEvent.click(button('Ajukan ke pimpinan'))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/ada nama pelapor/)
    await expectAccessible()
    expect(document.documentElement.scrollWidth).toBe(360)
    await userEvent.fill(field(reason), 'Kuitansi atas nama itu.')
    await userEvent.click(button('Ajukan ke pimpinan'))
    await expect.element(page.getByText('Usul jawaban diajukan ke pimpinan.')).toBeVisible()
    expect(await lastSent('POST', '/propose-answer')).toEqual({
      revision: 3,
      outcome: 'substantiated',
      text: 'Uang Siti Contoh dikembalikan.',
      leakReason: 'Kuitansi atas nama itu.',
    })
  })

  it('do not follow the person into another act', async () => {
    await open()
    await begin('Disposisi')
    await userEvent.selectOptions(field('Penangan'), 'Joko Misal · Petugas Penangan')
    await userEvent.fill(field('Petunjuk disposisi'), 'Hubungi Siti Contoh.')
    await userEvent.click(button('Disposisikan'))
    await expect.element(field(reason)).toBeVisible()
    await begin('Usulkan jawaban')
    await expect.element(field('Isi jawaban')).toBeVisible()
    await expect.element(field(reason)).not.toBeInTheDocument()
  })

  it('are told in English too, and a fault afterwards is told beside them', async () => {
    await open()
    await userEvent.click(button('English'))
    await userEvent.fill(page.getByLabelText('Note for staff'), 'Siti Contoh called.')
    await userEvent.click(button('Save note'))
    await expect.element(page.getByRole('alert')).toHaveTextContent('These words hold the reporter’s name.')
    await userEvent.fill(page.getByLabelText(/Why must it stay/), 'She asked to be named.')
    await misbehave({ method: 'POST', path: '/note', status: 500 })
    await userEvent.click(button('Save note'))
    await expect.element(page.getByText(/req-7/)).toBeVisible()
    await expect.element(page.getByLabelText(/Why must it stay/)).toHaveValue('She asked to be named.')
  })
})
