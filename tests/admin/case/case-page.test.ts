import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aCase } from '../../support/stand-in-staff/cases.ts'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  goTo,
  heading,
  holdAnswers,
  lastSent,
  misbehave,
  nextFrames,
  resizeWindow,
  showPart,
  tell,
  unit,
} from '../support/an-office.ts'

const section = (name: string) => page.getByRole('region', { name })

describe('a case', () => {
  it('shows what is said and done, and everything else one tab away, without losing what is being written', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await expect.element(heading('Diminta uang lelah saat mengambil berkas yang seharusnya gratis')).toBeVisible()
    await expect.element(page.getByText('Berkadar pengawasan').first()).toBeVisible()
    await expect.element(section('Batas waktu')).toHaveTextContent(/Tanggapan pertama.*Lewat/)
    await expect.element(section('Percakapan dengan pelapor')).toHaveTextContent(/Apakah sudah ada perkembangan/)
    expect(document.title).toBe('BO-2026-000124 · Aduan')
    await userEvent.fill(field('Catatan untuk petugas'), 'Belum selesai')
    await showPart('Riwayat')
    await expect.element(section('Riwayat')).toHaveTextContent(/Didisposisikan/)
    await showPart('Surat dan pemberitahuan')
    await expect.element(section('Pemberitahuan')).toHaveTextContent(/Dicoba lagi/)
    await expectAccessible()
    await showPart('Pengaduan')
    await expect.element(field('Catatan untuk petugas')).toHaveValue('Belum selesai')
  })

  it('explains how a date was counted, and what the provider said to a notice', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await userEvent.click(section('Batas waktu').getByText('Cara menghitung').nth(1))
    await expect.element(page.getByText(/60 hari kerja setelah Selasa/)).toBeVisible()
    await expect.element(section('Batas waktu').getByText('hari kerja ke-1').nth(1)).toBeVisible()
    await expectAccessible()
    await showPart('Surat dan pemberitahuan')
    await userEvent.click(section('Pemberitahuan').getByText('1 percobaan').last())
    await expect.element(page.getByText(/Belum berhasil: 429 Too many requests/)).toBeVisible()
  })

  it('keeps notes among staff apart from the conversation', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    const notes = section('Catatan internal')
    await expect.element(notes).toHaveTextContent(/Pelapor tidak pernah melihatnya/)
    await userEvent.fill(field('Catatan untuk petugas'), 'Kamera loket dicek Jumat.')
    await userEvent.click(button('Simpan catatan'))
    await expect.element(notes.getByText('Kamera loket dicek Jumat.')).toBeVisible()
    await expect.element(section('Percakapan dengan pelapor')).not.toHaveTextContent(/Kamera loket/)
  })

  it('masks the identity until somebody gives a reason, and hides it again', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await expect.element(section('Identitas pelapor')).toHaveTextContent(/S… C…/)
    await userEvent.click(button('Buka identitas'))
    await expectAccessible()
    await userEvent.click(button('Buka dan catat'))
    await expect.element(field('Mengapa identitas perlu dibuka?')).toHaveAccessibleDescription(/perlu diisi/)
    await expect.element(field('Dasar')).toHaveAccessibleDescription(/perlu diisi/)
    await userEvent.selectOptions(field('Dasar'), 'Menghubungi pelapor')
    await userEvent.fill(field('Mengapa identitas perlu dibuka?'), 'Menelepon pelapor')
    await userEvent.click(button('Buka dan catat'))
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()
    await expect.element(page.getByText(/Terlihat sampai/)).toBeVisible()
    await expect.element(page.getByText('Dibuka 1 kali')).toBeVisible()
    expect(await lastSent('POST', '/identity/reveal')).toEqual({
      ground: 'contact_reporter',
      reason: 'Menelepon pelapor',
    })
    await userEvent.click(button('Sembunyikan sekarang'))
    await expect.element(page.getByText('Siti Contoh')).not.toBeInTheDocument()
  })

  it('gives a reporter who lost the code a new one, for a reason that the reporter reads', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await userEvent.click(button('Beri kode lacak baru'))
    await expectAccessible()
    await userEvent.fill(field('Bagaimana Anda memastikan pelapor?'), 'KTP dicocokkan di loket')
    await userEvent.click(button('Ganti dan catat'))
    await expect.element(page.getByText('7KQM-2XRD-9TXP-4WHD-3RVC')).toBeVisible()
    expect(await lastSent('POST', '/tracking-code')).toEqual({ reason: 'KTP dicocokkan di loket' })
  })

  it('stays as an act left it, where what was read before comes only then', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await showPart('LAPOR!')
    const letAnswersCome = holdAnswers('GET', '/BO-2026-000124')
    document
      .querySelector('aduan-admin')
      ?.shadowRoot?.querySelector('case-page')
      ?.shadowRoot?.querySelector('case-presence')
      ?.dispatchEvent(new CustomEvent('case-outdated'))
    await expect.poll(() => asked('GET', '/BO-2026-000124')).toHaveLength(2)
    await userEvent.click(button('Catat nomor'))
    await userEvent.fill(field('Nomor LAPOR!'), '1234567')
    await userEvent.click(button('Simpan nomor'))
    await expect.element(button('Ubah nomor')).toBeVisible()
    letAnswersCome()
    await nextFrames()
    await expect.element(button('Ubah nomor')).toBeVisible()
  })

  it('that does not exist in the unit is told as a sentence', async () => {
    await enter(`${unit}/cases/BO-2026-999999`)
    await expect.element(page.getByText('Pengaduan ini tidak ada di unit Anda.')).toBeVisible()
  })

  it('that could not be loaded is loaded when asked again', async () => {
    await enter('/admin/operator')
    await misbehave({ method: 'GET', path: '/BO-2026-000124', status: 500 })
    await goTo('Buku register')
    await userEvent.click(page.getByRole('link', { name: 'BO-2026-000124' }))
    await userEvent.click(button('Coba lagi'))
    await expect.element(heading('Uraian')).toBeVisible()
  })

  it('reads well on a phone, without sideways scrolling', async () => {
    await resizeWindow(320, 640)
    await enter(`${unit}/cases/BO-2026-000124`)
    await expect.element(heading('Uraian')).toBeInTheDocument()
    expect(document.documentElement.scrollWidth).toBe(320)
    await expectAccessible()
  })
})

describe('what came before the newest of a long case', () => {
  const number = 'BO-2026-000124'
  const at = '2026-11-20T02:00:00.000Z'
  const nothing = { messages: [], notes: [], history: [], notices: [], openings: [], older: null }
  const note = { at, by: 'Rina Contoh', text: 'Catatan terbaru.', mentions: [] }
  const notice = {
    id: 'lama',
    event: 'received',
    state: 'sent',
    standing: 'taken',
    standingLabel: 'Diterima penyedia',
    channel: 'email',
    nextTryAt: null,
    mayLetter: false,
  }
  /** Four pages, the newest first, each of which adds to one list. */
  const pages = [
    { ...nothing, messages: [{ id: 'lama', at, from: 'reporter', by: 'Pelapor', text: 'Pesan paling awal.' }] },
    { ...nothing, notes: [{ ...note, text: 'Catatan paling awal.' }] },
    {
      ...nothing,
      history: [{ at, event: 'note', label: 'Baris paling awal', by: 'Sistem', text: null, public: true }],
    },
    { ...nothing, notices: [{ ...notice, label: 'Pemberitahuan paling awal', attempts: [] }] },
  ]

  async function enterLongCase() {
    await tell('reset')
    const body = aCase(number, { status: 'in_progress', older: '4', notes: [note] })
    await misbehave({ method: 'GET', path: `/cases/${number}`, status: 200, body })
    for (const [place, page] of pages.entries()) {
      const older = place === pages.length - 1 ? null : String(3 - place)
      await misbehave({ method: 'GET', path: `/older/${4 - place}`, status: 200, body: { ...page, older } })
    }
    await enter(`${unit}/cases/${number}`, undefined, { fresh: false })
  }

  it('begins with its three newest messages, and shows the others by the same button', async () => {
    await tell('reset')
    const messages = Array.from({ length: 7 }, (_, place) => ({
      ...{ id: `pesan-${place}`, at, from: 'reporter' as const, by: 'Pelapor', text: `Pesan ke-${place}.` },
    }))
    const body = aCase(number, { status: 'in_progress', messages })
    await misbehave({ method: 'GET', path: `/cases/${number}`, status: 200, body })
    await enter(`${unit}/cases/${number}`, undefined, { fresh: false })
    await expect.element(page.getByText('Pesan ke-4.')).toBeVisible()
    await expect.element(page.getByText('Pesan ke-3.')).not.toBeVisible()
    await userEvent.click(button('Pesan sebelumnya'))
    await expect.element(page.getByText('Pesan ke-0.')).toBeVisible()
    await expect.element(button('Pesan sebelumnya')).not.toBeInTheDocument()
  })

  it('begins with its three newest notes too', async () => {
    await tell('reset')
    const notes = Array.from({ length: 5 }, (_, place) => ({ ...note, text: `Catatan ke-${place}.` }))
    const body = aCase(number, { status: 'in_progress', notes })
    await misbehave({ method: 'GET', path: `/cases/${number}`, status: 200, body })
    await enter(`${unit}/cases/${number}`, undefined, { fresh: false })
    await expect.element(page.getByText('Catatan ke-2.')).toBeVisible()
    await expect.element(page.getByText('Catatan ke-1.')).not.toBeVisible()
    await userEvent.click(button('Catatan sebelumnya'))
    await expect.element(page.getByText('Catatan ke-0.')).toBeVisible()
    await expect.element(button('Catatan sebelumnya')).not.toBeInTheDocument()
  })

  for (const [name, text, part] of [
    ['Pesan sebelumnya', 'Pesan paling awal.', 'Pengaduan'],
    ['Catatan sebelumnya', 'Catatan paling awal.', 'Pengaduan'],
    ['Riwayat sebelumnya', 'Baris paling awal', 'Riwayat'],
    ['Pemberitahuan sebelumnya', 'Pemberitahuan paling awal', 'Surat dan pemberitahuan'],
  ] as const) {
    it(`is shown by the button "${name}", as far back as it takes`, async () => {
      await enterLongCase()
      await showPart(part)
      await expect.element(page.getByText(text)).not.toBeInTheDocument()
      await userEvent.click(button(name))
      await expect.element(page.getByText(text)).toBeInTheDocument()
    })
  }
})
