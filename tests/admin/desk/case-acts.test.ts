import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type ChangedMeanwhile, isOwnDoing } from '../../../admin/desk/acts/perform.ts'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { HistoryLineView } from '../../../service/contract/complaint-view.ts'
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
  somebodyElse,
  unit,
  written,
} from '../support/an-office.ts'

const open = (number: string) => enter(`${unit}/cases/${number}`)

describe('acts on a case', () => {
  it('say before they are done which status follows, who is told and which clock starts', async () => {
    await open('BO-2026-000122')
    await begin('Jawab')
    await expect.element(page.getByText('Status menjadi “Dijawab”.')).toBeVisible()
    await expect.element(page.getByText(/Pelapor diberi tahu lewat kontaknya/)).toBeVisible()
    await expect
      .element(page.getByText(/“Kesempatan mengajukan keberatan” mulai dihitung: 10 hari kerja/))
      .toBeVisible()
    await expectAccessible()
  })

  it('give more time, explain a delay and pause, each with a reason that the reporter reads', async () => {
    await open('BO-2026-000124')
    await begin('Jelaskan keterlambatan')
    await expect.element(page.getByText(/Pengaduan tetap tercatat terlambat/)).toBeVisible()
    await expectAccessible()
    await userEvent.fill(field('Batas waktu baru'), '2026-12-04')
    await userEvent.fill(field('Mengapa terlambat?'), 'Berkas baru kami terima kemarin.')
    await userEvent.click(button('Kirim penjelasan'))
    await expect.element(page.getByText('Penjelasan tampil di halaman pantau pelapor.')).toBeVisible()
    expect(await lastSent('POST', '/explain-delay')).toEqual({
      revision: 3,
      newDate: '2026-12-04',
      reason: 'Berkas baru kami terima kemarin.',
    })
    await begin('Perpanjang')
    await userEvent.fill(field('Tambahan hari'), '5')
    await userEvent.fill(field('Mengapa perlu waktu lebih lama?'), 'Saksi belum hadir.')
    await userEvent.click(button('Perpanjang dan beri tahu pelapor'))
    await expect.element(page.getByText('Batas waktu diperpanjang.')).toBeVisible()
    expect(await lastSent('POST', '/extend')).toEqual({ revision: 4, days: 5, reason: 'Saksi belum hadir.' })
  })

  it('let the head rewrite a proposed answer, beginning with its words', async () => {
    await open('BO-2026-000122')
    await begin('Jawab')
    await userEvent.click(page.getByRole('radio', { name: /Ubah dahulu/ }))
    await expect.poll(written('Isi jawaban')).toMatch(/Keterlambatan terbukti/)
    await userEvent.fill(field('Isi jawaban'), 'Kami mohon maaf atas keterlambatan.')
    await userEvent.click(button('Kirim jawaban'))
    await expect.element(page.getByText('Jawaban tampil di halaman pantau pelapor.')).toBeVisible()
    expect(await lastSent('POST', '/answer')).toEqual({
      revision: 3,
      outcome: 'substantiated',
      text: 'Kami mohon maaf atas keterlambatan.',
    })
  })

  it('ask a decision with its reason for a complaint without identity, and lead the unfounded to being declined', async () => {
    await open('BO-2026-000123')
    await begin('Verifikasi')
    await userEvent.click(button('Mulai proses'))
    await expect.poll(focused).toBe('') // a radio button has no words of its own
    await expect.element(page.getByText('Isian ini perlu diisi.').first()).toBeVisible()
    await userEvent.click(page.getByRole('radio', { name: /^Tidak beralasan/ }))
    await userEvent.click(button('Minta identitas dahulu'))
    await expect.element(page.getByRole('checkbox', { name: 'Identitas pelapor' })).toBeChecked()
    await begin('Verifikasi')
    await userEvent.click(button('Nyatakan tidak dapat ditindaklanjuti'))
    await expect.element(field('Alasan')).toHaveValue('no_identity_not_grounded')
    await begin('Verifikasi')
    await userEvent.click(page.getByRole('radio', { name: /^Ya, beralasan/ }))
    await userEvent.fill(field('Alasannya'), 'Menyebut hari dan loket yang dapat diperiksa.')
    await userEvent.click(button('Mulai proses'))
    await expect.element(page.getByText('Pengaduan terverifikasi dan dalam proses.')).toBeVisible()
    expect(await lastSent('POST', '/verify')).toEqual({
      revision: 3,
      grounded: { wellFounded: true, because: 'Menyebut hari dan loket yang dapat diperiksa.' },
    })
  })

  it('ask the reporter for exactly the things that are missing', async () => {
    await open('BO-2026-000060')
    await begin('Minta kelengkapan')
    await userEvent.fill(field('Jelaskan kepada pelapor apa yang diperlukan'), 'Sebutkan tanggalnya.')
    await userEvent.click(button('Kirim permintaan'))
    await expect.element(page.getByText('Pilih paling sedikit satu hal yang kurang.')).toBeVisible()
    await userEvent.click(field('Kapan terjadi'))
    await userEvent.click(field('Bukti pendukung'))
    await userEvent.click(button('Kirim permintaan'))
    await expect.element(page.getByText('Kelengkapan diminta kepada pelapor.')).toBeVisible()
    expect(await lastSent('POST', '/ask-for-completion')).toMatchObject({
      items: ['when_it_happened', 'evidence'],
      text: 'Sebutkan tanggalnya.',
    })
  })

  it('begin with what a complaint lacks, in words that follow what is ticked until somebody writes their own', async () => {
    await open('BO-2026-000124')
    await begin('Minta kelengkapan')
    await expect.element(field('Kapan terjadi')).toBeChecked()
    const words = 'Jelaskan kepada pelapor apa yang diperlukan'
    await expect.poll(written(words)).toBe('Mohon lengkapi:\n- Kapan kejadiannya.')
    await userEvent.click(field('Bukti pendukung'))
    await expect.poll(written(words)).toBe('Mohon lengkapi:\n- Kapan kejadiannya.\n- Bukti yang Anda punya.')
    await userEvent.fill(field(words), 'Kirimkan kuitansinya.')
    await userEvent.click(field('Kapan terjadi'))
    await expect.poll(written(words)).toBe('Kirimkan kuitansinya.')
    await userEvent.click(button('Kirim permintaan'))
    await expect.element(page.getByText('Kelengkapan diminta kepada pelapor.')).toBeVisible()
    expect(await lastSent('POST', '/ask-for-completion')).toMatchObject({
      items: ['evidence'],
      text: 'Kirimkan kuitansinya.',
    })
  })

  it('dispatch to others too, each with an instruction of their own', async () => {
    await open('BO-2026-000124')
    await begin('Disposisi')
    await userEvent.selectOptions(field('Penangan').last(), 'Joko Misal · Petugas Penangan')
    const called = 'Rina Contoh · Analis Pelayanan'
    expect(page.getByRole('checkbox', { name: 'Joko Misal · Petugas Penangan' }).elements()).toEqual([])
    await userEvent.click(page.getByRole('checkbox', { name: called }))
    const asked = page.getByRole('group', { name: called, exact: true })
    await userEvent.click(asked.getByRole('checkbox', { name: 'Kumpulkan data dan bukti' }))
    await userEvent.fill(asked.getByLabelText('Petunjuk disposisi'), 'Ambil buku tamu.')
    await userEvent.fill(asked.getByLabelText('Paling lambat'), '2026-12-04')
    await expectAccessible()
    await userEvent.click(button('Disposisikan'))
    await expect.element(page.getByText('Pengaduan didisposisikan.')).toBeVisible()
    expect(await lastSent('POST', '/dispatch')).toMatchObject({
      assistants: [
        { staff: 'rina', instructions: ['gather_evidence'], instruction: 'Ambil buku tamu.', dueOn: '2026-12-04' },
      ],
    })
  })

  it('decline only with a reason and somewhere else to go', async () => {
    await open('BO-2026-000124')
    await begin('Tidak dapat ditindaklanjuti')
    await expect
      .element(page.getByText('Bila pelapor mengajukan keberatan, pejabat lain yang memutuskan.'))
      .toBeVisible()
    await userEvent.selectOptions(field('Alasan'), 'Bukan kewenangan unit ini')
    await userEvent.fill(field('Penjelasan kepada pelapor'), 'Ini urusan dinas lain.')
    await userEvent.click(button('Nyatakan dan beri tahu pelapor'))
    await expect.element(field('Lembaga lain yang dapat dihubungi pelapor')).toHaveAccessibleDescription(/perlu diisi/)
    await expectAccessible()
    await userEvent.fill(field('Lembaga lain yang dapat dihubungi pelapor'), 'Dinas Contoh, Jalan Misal 3')
    await userEvent.click(button('Nyatakan dan beri tahu pelapor'))
    await expect.element(page.getByText('Pengaduan dinyatakan tidak dapat ditindaklanjuti.')).toBeVisible()
    await expect.element(button('Samarkan kata')).toBeVisible()
  })

  it('say other consequences for upholding an objection than for rejecting it', async () => {
    await enter(`${unit}/cases?status=objected`)
    await userEvent.click(page.getByRole('row').getByRole('link').first())
    await begin('Putuskan keberatan')
    await userEvent.click(page.getByRole('radio', { name: /^Keberatan dikabulkan/ }))
    await expect.element(page.getByText('Status menjadi “Dalam proses”.')).toBeVisible()
    await userEvent.click(page.getByRole('radio', { name: /^Keberatan ditolak/ }))
    await expect.element(page.getByText('Status menjadi “Selesai”.')).toBeVisible()
  })

  it('keep what was written when the panel is closed and opened again', async () => {
    await open('BO-2026-000124')
    await begin('Usulkan jawaban')
    await userEvent.fill(field('Isi jawaban'), 'Sedang kami susun')
    await userEvent.keyboard('{Escape}')
    await expect.element(field('Isi jawaban')).not.toBeInTheDocument()
    await begin('Usulkan jawaban')
    await expect.element(field('Isi jawaban')).toHaveValue('Sedang kami susun')
  })
})

describe('a case that changed meanwhile', () => {
  it('keeps the words, says who did what, and sends them once the person agrees', async () => {
    await open('BO-2026-000124')
    await begin('Usulkan jawaban')
    await userEvent.selectOptions(field('Hasil'), 'Terbukti')
    await userEvent.fill(field('Isi jawaban'), 'Uang sudah dikembalikan.')
    await somebodyElse('BO-2026-000124', 'note', { text: 'Rekaman kamera sudah dilihat.' })
    await userEvent.click(button('Ajukan ke pimpinan'))
    await expect.element(page.getByText('Pengaduan ini berubah sementara Anda menulis')).toBeVisible()
    await expect.element(page.getByText(/Catatan internal · Dewi Misal, Petugas Verifikasi/)).toBeVisible()
    await expect.element(page.getByText('Rekaman kamera sudah dilihat.')).toBeInTheDocument()
    await expect.element(field('Isi jawaban')).toHaveValue('Uang sudah dikembalikan.')
    await expectAccessible()
    await userEvent.click(button('Tetap lanjutkan'))
    await expect.element(page.getByText('Usul jawaban diajukan ke pimpinan.')).toBeVisible()
    expect(await lastSent('POST', '/propose-answer')).toMatchObject({ revision: 4, text: 'Uang sudah dikembalikan.' })
  })

  it('says when the act is no longer possible, and leaves the words to be copied', async () => {
    await open('BO-2026-000124')
    await begin('Usulkan jawaban')
    await userEvent.selectOptions(field('Hasil'), 'Terbukti')
    await userEvent.fill(field('Isi jawaban'), 'Terlambat selesai.')
    await somebodyElse('BO-2026-000124', 'decline')
    await userEvent.click(button('Ajukan ke pimpinan'))
    await expect.element(page.getByText(/statusnya sekarang “Tidak ditindaklanjuti”/)).toBeVisible()
    await expect.element(field('Isi jawaban')).toHaveValue('Terlambat selesai.')
    await expect.element(button('Tetap lanjutkan')).toBeDisabled()
  })
})

it('what somebody ordered earlier and is done only now is no change by others', () => {
  const line = (by: string) => ({ at: '2026-11-03T01:00:00.000Z', event: 'note', by }) as HistoryLineView
  const before = { timed: [{ own: true, by: 'Rina Misal' }] } as unknown as CaseView
  const change = (...by: string[]): ChangedMeanwhile => ({ since: by.map(line), stillOpen: true, status: 'received' })
  expect(isOwnDoing(before, change('Rina Misal'))).toBe(true)
  expect(isOwnDoing(before, change('Rina Misal', 'Dewi Misal'))).toBe(false)
  expect(isOwnDoing(before, change())).toBe(false)
  expect(isOwnDoing({ ...before, timed: [] }, change('Rina Misal'))).toBe(false)
})

describe('a fault while acting', () => {
  it('is told with a code for the operator, and the words stay', async () => {
    await open('BO-2026-000124')
    await misbehave({ method: 'POST', path: '/message', status: 500 })
    await userEvent.fill(field('Pesan kepada pelapor'), 'Mohon tunggu.')
    await userEvent.click(button('Kirim kepada pelapor'))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/req-7/)
    await expect.element(field('Pesan kepada pelapor')).toHaveValue('Mohon tunggu.')
    await userEvent.click(button('Kirim kepada pelapor'))
    await expect.element(page.getByText('Pesan tampil di halaman pantau pelapor.')).toBeVisible()
    await expect.element(field('Pesan kepada pelapor')).toHaveValue('')
  })

  it('of an old token against forged requests is mended without troubling anybody', async () => {
    await open('BO-2026-000124')
    await misbehave({ method: 'POST', path: '/note', status: 403, code: 'session/csrf-wrong' })
    await userEvent.fill(field('Catatan untuk petugas'), 'Sudah ditelepon.')
    await userEvent.click(button('Simpan catatan'))
    await expect.element(page.getByText('Catatan internal tersimpan.')).toBeVisible()
    expect(await asked('POST', '/note')).toHaveLength(2)
  })
})
