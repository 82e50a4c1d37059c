import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  focused,
  heading,
  lastSent,
  misbehave,
  showPart,
  unit,
} from '../support/an-office.ts'

const number = 'BO-2026-000124'
const group = (name: string) => page.getByRole('group', { name, exact: true })

async function begin(kind: 'Berita acara klarifikasi' | 'Laporan hasil pemeriksaan') {
  await enter(`${unit}/cases/${number}`)
  await showPart('Berita acara')
  await userEvent.click(group('Buat naskah').getByRole('button', { name: kind }))
  await expect.element(heading(kind)).toBeVisible()
}

describe('clarification minutes', () => {
  it('are written question by question, saved, finished and numbered', async () => {
    await begin('Berita acara klarifikasi')
    await userEvent.fill(field('Tanggal'), '2026-11-24')
    await userEvent.fill(field('Tempat'), 'Ruang rapat')
    await userEvent.click(button('Tambah orang'))
    await userEvent.fill(group('Orang ke-1').getByLabelText('Nama'), 'Budi Misal')
    await userEvent.click(button('Tambah pertanyaan'))
    await userEvent.fill(group('Pertanyaan 1').getByLabelText('Pertanyaan'), 'Apakah Saudara bertugas hari itu?')
    await userEvent.fill(group('Pertanyaan 1').getByLabelText('Jawaban'), 'Ya.')
    await userEvent.click(button('Tambah pertanyaan'))
    await userEvent.click(group('Pertanyaan 2').getByRole('button', { name: /Hapus/ }))
    await expectAccessible()
    await userEvent.click(button('Simpan konsep'))
    await expect.element(page.getByText('Konsep tersimpan.')).toBeVisible()
    expect(await lastSent('PUT', '/papers/naskah-0')).toMatchObject({
      revision: 0,
      words: {
        heldOn: '2026-11-24',
        heard: [{ name: 'Budi Misal', position: '', as: 'official' }],
        questions: [{ question: 'Apakah Saudara bertugas hari itu?', answer: 'Ya.' }],
      },
    })
    await userEvent.click(button('Selesaikan dan beri nomor'))
    await expect.element(page.getByText(/BA\/001\/BC\/XI\/2026 · Selesai/)).toBeVisible()
    await expect.element(button('Buat perbaikan')).toBeVisible()
    await expectAccessible()
    await userEvent.click(page.getByRole('link', { name: `Kembali ke ${number}` }))
    await showPart('Berita acara')
    await expect.element(page.getByText(/BA\/001\/BC\/XI\/2026/).first()).toBeVisible()
  })

  it('keep what is not saved when they are left, and show where something is missing', async () => {
    await begin('Berita acara klarifikasi')
    await userEvent.fill(field('Tempat'), 'Ruang rapat')
    await userEvent.click(button('Tambah pertanyaan'))
    await userEvent.fill(group('Pertanyaan 1').getByLabelText('Pertanyaan'), 'Apakah Saudara bertugas?')
    await userEvent.click(page.getByRole('link', { name: `Kembali ke ${number}` }))
    await expect.element(page.getByText(/Ada tulisan Anda: Berita acara/)).toBeVisible()
    history.back()
    await expect.element(group('Pertanyaan 1').getByLabelText('Pertanyaan')).toHaveValue('Apakah Saudara bertugas?')
    await expect.element(field('Tempat')).toHaveValue('Ruang rapat')
    await misbehave({
      ...{ method: 'POST', path: '/finish', status: 400, code: 'paper/incomplete' },
      errors: [{ path: 'words.heldOn', code: 'required', message: 'Isian ini perlu diisi.' }],
    })
    await userEvent.click(button('Selesaikan dan beri nomor'))
    await expect.element(field('Tanggal')).toHaveAccessibleDescription(/perlu diisi/)
    await expect.poll(focused).toBe('heldOn')
    expect(await asked('PUT', '/papers/naskah-0')).toHaveLength(1)
  })
})

describe('an examination report', () => {
  it('goes to the head, comes back with a reason, and is approved', async () => {
    await begin('Laporan hasil pemeriksaan')
    await userEvent.fill(field('Temuan'), 'Tidak ada tanda terima.')
    await userEvent.fill(field('Kesimpulan'), 'Tidak dapat dibuktikan.')
    await userEvent.selectOptions(field('Hasil'), 'Bukti tidak cukup')
    await userEvent.fill(field('Rekomendasi'), 'Pasang tarif.')
    await expectAccessible()
    await userEvent.click(button('Ajukan ke pimpinan'))
    await expect.element(page.getByText('Laporan diajukan ke pimpinan.')).toBeVisible()
    expect(await lastSent('PUT', '/papers/naskah-0')).toMatchObject({ words: { outcome: 'insufficient_evidence' } })
    await userEvent.click(button('Kembalikan'))
    await userEvent.click(button('Kembalikan').last())
    await expect.element(field('Apa yang perlu diperbaiki?')).toHaveAccessibleDescription(/perlu diisi/)
    await userEvent.fill(field('Apa yang perlu diperbaiki?'), 'Lengkapi temuan.')
    await userEvent.click(button('Kembalikan').last())
    await expect.element(page.getByText('Lengkapi temuan.')).toBeVisible()
    await userEvent.click(button('Ajukan ke pimpinan'))
    await userEvent.click(button('Setujui dan beri nomor'))
    await expect.element(page.getByText(/LHP\/001\/BC\/XI\/2026 · Selesai/)).toBeVisible()
    await expectAccessible()
  })
})

it('papers that cannot be loaded are said to be so, with a way to try again', async () => {
  await enter(`${unit}/cases/${number}`)
  await expect.element(heading('Uraian')).toBeVisible()
  await misbehave({ method: 'GET', path: '/papers', status: 500 })
  await showPart('Berita acara')
  await userEvent.click(button('Coba lagi'))
  await expect
    .element(page.getByRole('region', { name: 'Berita acara dan laporan' }).getByText('Belum ada.'))
    .toBeVisible()
})
