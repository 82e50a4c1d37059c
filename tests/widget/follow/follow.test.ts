import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { ComplaintView, OlderComplaintView } from '../../../service/contract/complaint-view.ts'
import { aCase, followed } from '../support/a-case.ts'
import { aWidget, button, focusedText, heading, instruct, recorded, reloaded } from '../support/a-widget.ts'

const completion: ComplaintView['completion'] = {
  askedAt: '2026-11-24T02:00:00.000Z',
  items: ['when_it_happened', 'evidence'],
  brought: [],
  text: 'Mohon sebutkan jam kejadian.',
  until: '2026-12-24T02:00:00.000Z',
}
const answer: ComplaintView['answer'] = {
  at: '2026-11-25T02:00:00.000Z',
  outcome: 'substantiated',
  outcomeLabel: 'Terbukti',
  text: 'Uang dikembalikan.',
  by: 'Kepala Bagian',
}
const section = (name: string) => page.getByRole('region', { name, exact: true })
const opened = (summary: string) => userEvent.click(page.getByText(summary, { exact: true }).first())

describe('following a complaint', () => {
  it('opens with number and code, and tells status, dates with their counting, and history', async () => {
    const filed = await aCase()
    const widget = await followed(filed)
    await expect.poll(focusedText).toBe(`Pengaduan ${filed.number}`)
    await expect.element(page.getByText('Petugas sedang memeriksa kelengkapan', { exact: false })).toBeVisible()
    await expect.element(page.getByText('Verifikasi: paling lambat Rabu, 25 November 2026')).toBeVisible()
    await expect.element(page.getByText('3 hari kerja setelah Senin, 23 November 2026. Target layanan.')).toBeVisible()
    await expect.element(page.getByText('Belum ada yang membuka identitas Anda.')).toBeVisible()
    await axe(widget).to.be.accessible()
  })

  it('answers a wrong code and an unknown number alike, and keeps what was typed', async () => {
    const { tenant, number } = await aCase()
    const widget = await aWidget({ tenant, view: 'follow' })
    await axe(widget).to.be.accessible()
    await userEvent.fill(page.getByLabelText('Nomor pengaduan'), number)
    await userEvent.click(button('Lihat pengaduan'))
    await expect.poll(focusedText).toBe('Kode lacak belum diisi.')
    await userEvent.fill(page.getByLabelText('Kode lacak'), 'SALAH')
    await userEvent.click(button('Lihat pengaduan'))
    await expect.poll(focusedText).toMatch(/Nomor atau kode tidak cocok/)
    await expect.element(page.getByLabelText('Nomor pengaduan')).toHaveValue(number)
    await axe(widget).to.be.accessible()
  })

  it('keeps the code in memory only, unless the person asks the tab to remember', async () => {
    const filed = await aCase()
    const widget = await followed(filed)
    expect(JSON.stringify({ ...sessionStorage })).not.toContain(filed.trackingCode)
    await reloaded(widget)
    await expect.element(heading('Pantau pengaduan')).toBeVisible()
  })

  it('comes back after a reload where the tab was asked to remember, and forgets on closing', async () => {
    const filed = await aCase()
    await reloaded(await followed(filed, { remember: true }))
    await expect.element(heading(`Pengaduan ${filed.number}`)).toBeVisible()
    await userEvent.click(button(/^Keluar$/))
    await expect.element(heading('Pantau pengaduan')).toBeVisible()
    expect(JSON.stringify({ ...sessionStorage })).not.toContain(filed.trackingCode)
  })

  it('counts a date day by day when that is opened', async () => {
    const widget = await followed(await aCase())
    await opened('Rincian per hari')
    await expect.element(page.getByText('hari kerja ke-1').first()).toBeVisible()
    await axe(widget).to.be.accessible()
  })

  it('says first what is late, why, and until when it is promised now', async () => {
    const dueAt = '2026-11-24T09:00:00.000Z'
    const newDate = '2026-12-04T09:00:00.000Z'
    const reason = 'Berkas baru kami terima kemarin.'
    const widget = await followed(
      await aCase({
        delay: {
          clocks: [{ clock: 'verification', label: 'Verifikasi', dueAt, newDate }],
          explanations: [{ at: '2026-11-25T02:00:00.000Z', by: 'Kepala Bagian', reason, newDate }],
        },
      }),
    )
    await expect.element(page.getByText('Verifikasi: seharusnya Selasa, 24 November 2026')).toBeVisible()
    await expect.element(page.getByText('Batas waktu baru: Jumat, 4 Desember 2026.')).toBeVisible()
    await expect.element(page.getByText(reason)).toBeVisible()
    await axe(widget).to.be.accessible()
  })

  it('lets what did not come in time come after all', async () => {
    const filed = await aCase({ status: 'withdrawn', statusLabel: 'Dicabut', lapsed: completion, acts: ['reopening'] })
    const widget = await followed(filed)
    const asked = section('Lengkapi dan buka kembali')
    await axe(widget).to.be.accessible()
    await userEvent.fill(asked.getByLabelText('Yang diminta di atas'), 'Pukul sembilan pagi.')
    await userEvent.click(asked.getByRole('button', { name: 'Kirim dan buka kembali' }))
    await expect.element(page.getByText('Dibuka kembali oleh pelapor')).toBeVisible()
    expect((await recorded(filed.tenant)).requests.at(-1)).toMatchObject({
      kind: 'reopening',
      body: { text: 'Pukul sembilan pagi.' },
    })
  })

  it('shows first what is missing, and completes it with a message and evidence', async () => {
    const filed = await aCase({ completion, statusLabel: 'Menunggu kelengkapan pelapor', status: 'incomplete' })
    const widget = await followed(filed)
    const asked = section('Kelengkapan yang kami minta')
    await expect.element(asked.getByText('Waktu kejadian')).toBeVisible()
    await expect.element(asked.getByText('Mohon sebutkan jam kejadian.')).toBeVisible()
    await expect.element(asked.getByText(/paling lambat Kamis, 24 Desember 2026/)).toBeVisible()
    await axe(widget).to.be.accessible()

    await userEvent.click(button('Kirim kelengkapan'))
    await expect.poll(focusedText).toBe('Keterangan tambahan belum diisi.')
    await userEvent.fill(asked.getByLabelText('Keterangan tambahan'), 'Pukul sembilan.')
    const picker = widget
      .shadowRoot!.querySelector('aduan-follow')!
      .shadowRoot!.querySelector('aduan-evidence')!
      .shadowRoot!.querySelector('#files')!
    await userEvent.click(asked.getByRole('checkbox', { name: 'Waktu kejadian' }))
    await userEvent.upload(picker, new File(['abc'], 'foto.jpg', { type: 'image/jpeg' }))
    await expect.element(page.getByText('1 kB · Tersimpan')).toBeVisible()
    await userEvent.click(button('Kirim kelengkapan'))

    await expect.element(asked).not.toBeInTheDocument()
    await expect.element(section('Pesan').getByText('Pukul sembilan.')).toBeVisible()
    await expect.element(section('Bukti').getByText('foto.jpg')).toBeVisible()
    const sent = (await recorded(filed.tenant)).requests.slice(1)
    expect(sent.map(({ kind }) => kind)).toEqual(['evidence', 'messages'])
    expect(sent[1]!.body).toEqual({
      text: 'Pukul sembilan.',
      completes: true,
      brings: ['when_it_happened', 'evidence'],
    })
  })

  it('as a dialog asks before it closes over a half-written message, and not over one that was sent', async () => {
    const { tenant, number, trackingCode } = await aCase()
    const widget = await aWidget({ tenant, mode: 'button', view: 'follow' })
    await userEvent.click(button('Sampaikan pengaduan'))
    await userEvent.fill(page.getByLabelText('Nomor pengaduan'), number)
    await userEvent.fill(page.getByLabelText('Kode lacak'), trackingCode)
    await userEvent.click(button('Lihat pengaduan'))
    await opened('Pesan')
    const message = page.getByLabelText('Tulis pesan kepada petugas')
    await userEvent.fill(message, 'Saya kembali ke loket')
    await userEvent.keyboard('{Escape}')
    const question = page.getByRole('alertdialog', { name: 'Tutup formulir?' })
    await expect.element(question).toHaveTextContent('belum terkirim, dan hilang bila ditutup')
    await userEvent.click(button('Kembali ke formulir'))
    await expect.element(message).toHaveValue('Saya kembali ke loket')
    await userEvent.click(button('Kirim pesan'))
    await expect.element(section('Pesan').getByText('Saya kembali ke loket')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => widget.shadowRoot!.querySelector('aduan-dialog')).toBe(null)
  })

  it('carries messages both ways', async () => {
    const messages: ComplaintView['messages'] = [
      {
        id: 'm',
        at: '2026-11-24T02:00:00.000Z',
        from: 'office',
        by: 'Petugas penangan',
        text: 'Kami sedang memeriksa.',
      },
    ]
    const filed = await aCase({ messages })
    await followed(filed)
    await expect.element(section('Pesan').getByText('Kami sedang memeriksa.')).toBeVisible()
    await userEvent.fill(page.getByLabelText('Tulis pesan kepada petugas'), 'Terima kasih.')
    await userEvent.click(button('Kirim pesan'))
    await expect.element(section('Pesan').getByText('Terima kasih.')).toBeVisible()
    await expect.element(page.getByLabelText('Tulis pesan kepada petugas')).toHaveValue('')
    expect((await recorded(filed.tenant)).requests.at(-1)!.body).toEqual({ text: 'Terima kasih.', completes: false })
  })

  it('withdraws only after a second question', async () => {
    const filed = await aCase()
    const widget = await followed(filed)
    await userEvent.click(button('Cabut pengaduan…'))
    await userEvent.click(button('Batal'))
    expect((await recorded(filed.tenant)).requests).toHaveLength(1)
    await userEvent.fill(page.getByLabelText('Alasan'), 'Sudah selesai')
    await userEvent.click(button('Cabut pengaduan…'))
    await axe(widget).to.be.accessible()
    await userEvent.click(button('Ya, cabut pengaduan ini'))
    await expect.element(page.getByText('Dicabut', { exact: true })).toBeVisible()
    expect((await recorded(filed.tenant)).requests.at(-1)!.body).toEqual({ reason: 'Sudah selesai' })
    await expect.element(page.getByText('Cabut pengaduan', { exact: true })).not.toBeInTheDocument()
  })

  it('shows the answer, and takes an objection', async () => {
    const filed = await aCase({ answer, acts: ['objection', 'acceptance'] })
    const widget = await followed(filed)
    await expect.element(page.getByText('Hasil: Terbukti')).toBeVisible()
    await axe(widget).to.be.accessible()
    await userEvent.click(button('Ajukan keberatan'))
    await userEvent.fill(page.getByLabelText('Isi keberatan'), 'Belum dikembalikan.')
    await userEvent.click(button('Kirim keberatan'))
    await expect.element(page.getByText('Keberatan pelapor')).toBeVisible()
    expect((await recorded(filed.tenant)).requests.at(-1)).toMatchObject({
      kind: 'objection',
      body: { text: 'Belum dikembalikan.' },
    })
  })

  it('lets the reporter accept the answer and rate the handling', async () => {
    const filed = await aCase({ answer, acts: ['objection', 'acceptance'] })
    await followed(filed)
    await userEvent.click(button('Saya setuju dengan jawaban ini'))
    await userEvent.click(button('Ya, saya setuju'))
    await userEvent.click(button('Kirim penilaian'))
    await expect.poll(focusedText).toMatch(/Pilih nilai/)
    await userEvent.click(page.getByRole('radio', { name: '4, baik' }))
    await userEvent.click(page.getByRole('radio', { name: 'Ya, selesai' }))
    await userEvent.click(button('Kirim penilaian'))
    await expect.element(page.getByText('Penilaian Anda: 4 dari 5. Terima kasih.')).toBeVisible()
    expect((await recorded(filed.tenant)).requests.at(-1)!.body).toEqual({ stars: 4, solved: true })
  })

  it('lets somebody who filed without identity add one', async () => {
    const filed = await aCase({ acts: ['message', 'identity'] }, 'anonymous')
    await followed(filed)
    await expect.element(page.getByText('Siapa yang membuka identitas Anda')).not.toBeInTheDocument()
    await opened('Tambahkan identitas')
    await userEvent.click(button('Kirim identitas'))
    await expect.poll(focusedText).toBe('Isi setidaknya satu.')
    await userEvent.fill(page.getByLabelText('Nama lengkap'), 'Budi Misal')
    await userEvent.fill(page.getByLabelText(/Surel/), 'budi@contoh.example')
    await userEvent.click(button('Kirim identitas'))
    await expect.element(page.getByText('Tambahkan identitas')).not.toBeInTheDocument()
    expect((await recorded(filed.tenant)).requests.at(-1)!.body).toEqual({
      reporter: { name: 'Budi Misal', email: 'budi@contoh.example', channels: ['email'] },
    })
  })

  it('tells who opened the identity and why, and why a complaint was declined and where to go', async () => {
    const filed = await aCase({
      identityAccess: [
        {
          at: '2026-11-24T02:00:00.000Z',
          role: 'Petugas penangan',
          groundLabel: 'Menghubungi pelapor',
          reason: 'Memanggil pelapor',
        },
      ],
      declined: {
        at: '2026-11-25T02:00:00.000Z',
        reason: 'not_our_authority',
        reasonLabel: 'Bukan kewenangan kami',
        text: 'Ini urusan kantor lain.',
        elsewhere: 'Dinas Misal, Jalan Misal 2',
      },
    })
    await followed(filed)
    await expect.element(page.getByText('Menghubungi pelapor: Memanggil pelapor')).toBeVisible()
    await expect.element(page.getByText('Dinas Misal, Jalan Misal 2')).toBeVisible()
  })
})

describe('what came before the newest of a long complaint', () => {
  const at = '2026-11-20T02:00:00.000Z'
  const nothing: OlderComplaintView = { messages: [], history: [], identityAccess: [], older: null }
  const message = { id: 'lama', at, from: 'reporter', by: 'Pelapor', text: 'Pesan paling awal.' } as const
  const line = { at, event: 'note', label: 'Baris paling awal', by: 'Sistem', text: null, public: true } as const
  const opening = { at, role: 'Kustodian', groundLabel: 'Menghubungi pelapor', reason: 'Pembukaan paling awal' }
  /** Three pages, each of which adds to one list. */
  const olderPages = {
    '3': { ...nothing, messages: [message], older: '2' },
    '2': { ...nothing, history: [line], older: '1' },
    '1': { ...nothing, identityAccess: [opening] },
  }
  const aLongCase = async () => {
    const filed = await aCase({ older: '3' })
    await instruct(filed.tenant, { olderPages })
    await followed(filed)
  }
  /** The button in the part of the page with this heading. */
  const olderUnder = (title: string) => {
    const part = page.getByRole('heading', { name: title, level: 3, exact: true }).element().closest('section')
    const found = [...(part?.querySelectorAll('button') ?? [])].find((one) =>
      one.textContent?.includes('Tampilkan yang sebelumnya'),
    )
    if (!found) throw new Error(`There is no button under ${title}.`)
    return found
  }

  for (const [title, text] of [
    ['Pesan', 'Pesan paling awal.'],
    ['Riwayat', 'Baris paling awal'],
    ['Siapa yang membuka identitas Anda', 'Menghubungi pelapor: Pembukaan paling awal'],
  ] as const) {
    it(`is shown under "${title}" by a button of its own, as far back as it takes`, async () => {
      await aLongCase()
      await expect.element(page.getByText(text)).not.toBeInTheDocument()
      await userEvent.click(olderUnder(title))
      await expect.element(page.getByText(text)).toBeInTheDocument()
    })
  }

  it('has no button once everything is shown', async () => {
    await aLongCase()
    await userEvent.click(olderUnder('Siapa yang membuka identitas Anda'))
    await expect.element(page.getByText('Menghubungi pelapor: Pembukaan paling awal')).toBeInTheDocument()
    await expect.element(page.getByText('Pesan paling awal.')).toBeInTheDocument()
    await expect.element(button('Tampilkan yang sebelumnya').first()).not.toBeInTheDocument()
  })
})
