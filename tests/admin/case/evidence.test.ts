import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  heading,
  lastSent,
  misbehave,
  resizeWindow,
  showPart,
  unit,
} from '../support/an-office.ts'

const named = () => enter(`${unit}/cases/BO-2026-000124`)
const confidential = () => enter(`${unit}/cases/BO-2026-000121`)
const evidence = page.getByRole('region', { name: 'Bukti' })
const reason = 'Mengapa berkas asli diperlukan?'

/** What the browser was given to save. */
const saved: string[] = []
const { click } = HTMLAnchorElement.prototype
beforeAll(() => {
  HTMLAnchorElement.prototype.click = function () {
    if (this.download && this.href.startsWith('blob:')) saved.push(this.download)
    else click.call(this)
  }
})
afterAll(() => {
  HTMLAnchorElement.prototype.click = click
})
afterEach(() => {
  saved.length = 0
})

describe('evidence on the page of a case', () => {
  it('is not loaded before somebody asks for it, and then shown large', async () => {
    await named()
    await expect.element(evidence).toBeVisible()
    expect(await asked('GET', '/viewing-copy')).toEqual([])
    await userEvent.click(button('Lihat antrean-loket-2.png'))
    await expect.element(page.getByRole('img', { name: 'antrean-loket-2.png' })).toBeVisible()
    await expectAccessible()
    await userEvent.keyboard('{Escape}')
    expect(await asked('GET', '/foto/viewing-copy')).toHaveLength(1)
    await expect.element(page.getByRole('link', { name: 'Unduh bukti-pengajuan.pdf' })).toHaveAttribute('download')
    await expect.element(button('Berkas asli antrean-loket-2.png')).not.toBeInTheDocument()
  })

  it('that is held back says why, and offers no way to it', async () => {
    await named()
    await expect.element(evidence).toHaveTextContent(/Menunggu pemindaian\s*Ditahan sampai lolos pemindaian/)
    await expect.element(page.getByRole('link', { name: 'Unduh daftar.xlsx' })).not.toBeInTheDocument()
  })

  it('that cannot be shown says so, with a way to try again', async () => {
    await named()
    await misbehave({ method: 'GET', path: '/viewing-copy', status: 409, code: 'evidence/no-copy' })
    await userEvent.click(button('Lihat antrean-loket-2.png'))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/evidence\/no-copy/)
    await expectAccessible()
    await userEvent.click(button('Coba lagi'))
    await expect.element(page.getByRole('img', { name: 'antrean-loket-2.png' })).toBeVisible()
  })
})

describe('evidence of a confidential case', () => {
  it('tells what it bears, and what cannot bear it and why', async () => {
    await confidential()
    await expect.element(evidence).toHaveTextContent(/Berkas yang Anda lihat dan unduh di sini memuat nama Anda/)
    await expect.element(button('Unduh surat-pernyataan.docx')).not.toBeInTheDocument()
    await expect.element(evidence).toHaveTextContent(/Tidak disertakan saat pengaduan keluar dari unit/)
    await expect.element(evidence).toHaveTextContent(/Jenis gambar ini tidak dapat ditampilkan di sini/)
    await expect.element(evidence).toHaveTextContent(/Petugas yang menangani pengaduan dapat mengambilnya/)
    await expectAccessible()
    await userEvent.click(button('Unduh kuitansi.jpg'))
    await expect.poll(() => saved).toEqual(['kuitansi.jpg'])
  })

  it('leaves as it came for a reason, which then stands in the history', async () => {
    await resizeWindow(360, 740)
    await confidential()
    await userEvent.click(button('Berkas asli surat-pernyataan.docx'))
    await expect.element(page.getByText(/Pelapor membaca jabatan dan alasan Anda/)).toBeVisible()
    await expectAccessible()
    await userEvent.click(button('Ambil dan catat'))
    await expect.element(field(reason)).toHaveAccessibleDescription(/perlu diisi/)
    await userEvent.fill(field(reason), 'Diminta penyidik.')
    await userEvent.click(button('Ambil dan catat'))
    await expect.poll(() => saved).toEqual(['surat-pernyataan.docx'])
    await showPart('Riwayat')
    await expect.element(page.getByText('Berkas asli diambil')).toBeVisible()
    await expect.element(heading('Berkas asli surat-pernyataan.docx')).not.toBeInTheDocument()
    expect(await lastSent('POST', '/original')).toEqual({ reason: 'Diminta penyidik.' })
  })

  it('stays where it is when the words name the reporter, until they are changed', async () => {
    await confidential()
    await userEvent.click(button('Berkas asli kuitansi.jpg'))
    await userEvent.fill(field(reason), 'Siti Contoh meminta.')
    await userEvent.click(button('Ambil dan catat'))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/nama pelapor/)
    expect(saved).toEqual([])
    await userEvent.fill(field(reason), 'Diminta inspektorat.')
    await userEvent.click(button('Ambil dan catat'))
    await expect.poll(() => saved).toEqual(['kuitansi.jpg'])
  })
})

describe('a file that leaves the unit', () => {
  it('is kept back or sent whole where nothing in it can be covered', async () => {
    await resizeWindow(360, 740)
    await confidential()
    await expect.element(evidence).toHaveTextContent(/dapat memuat suara, wajah, atau nama pelapor/)
    await userEvent.click(button('Atur saat keluar: surat-pernyataan.docx'))
    await expect.element(page.getByRole('radio', { name: /Disertakan sebagai gambar baru/ })).not.toBeInTheDocument()
    await userEvent.click(page.getByRole('radio', { name: /Disertakan utuh/ }))
    await userEvent.fill(field('Alasan'), 'Diminta dinas.')
    await userEvent.click(button('Simpan dan catat'))
    await expect.poll(() => lastSent('POST', '/redaction')).toMatchObject({ leaves: 'whole', areas: [] })
  })
})
