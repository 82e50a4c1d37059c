import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  button,
  enter,
  expectAccessible,
  focused,
  goTo,
  heading,
  holdAnswers,
  misbehave,
  resizeWindow,
  unit,
} from '../support/an-office.ts'

const log = page.getByRole('table', { name: /Catatan akses/ })
const row = (text: RegExp) => log.getByRole('row').filter({ hasText: text }).first()

describe('the access log', () => {
  it('tells who did what, in words, and promises that it holds nothing about a reporter', async () => {
    await enter(`${unit}/log`)
    await expect.element(page.getByText(/Tidak ada apa pun tentang pelapor/)).toBeVisible()
    await expect.element(page.getByText('“Periksa rantai catatan” menemukan baris')).toBeVisible()
    await expect.element(row(/Membuka identitas/)).toHaveTextContent(/Rina Contoh.*· Menghubungi pelapor.*000124/s)
    await expect.element(row(/Memutus permintaan/)).toHaveTextContent(/· disetujui/)
    await expect.element(row(/Diperingatkan/)).toHaveTextContent(/· nama pelapor dan nomor HP pelapor/)
    await expect.element(row(/Bertindak atas/)).toHaveTextContent(/· Usulkan jawaban/)
    await expect.element(row(/Membaca buku register/)).toHaveTextContent(/· dengan pencarian/)
    await expect.element(row(/Mengundang petugas/)).toHaveTextContent(/· Petugas verifikasi dan Petugas penerima/)
    await expect.element(row(/Mengubah pengaturan/)).toHaveTextContent(/· menjadi versi 4/)
    await expect.element(row(/Melihat bukti/)).not.toHaveTextContent(/foto/)
    await expect.element(row(/Sistem/)).toHaveTextContent(/Masuk/)
    await expect
      .element(page.getByText(/Kode pemeriksa catatan akses per 27/))
      .toHaveTextContent(/Gx3pT0qk2mZc9yN1vB7wLrE5uHsA8dKfJ6iOoQ4PzXt/)
  })

  it('leads to a case, and not where the subject is an account', async () => {
    await enter(`${unit}/log`)
    await expect.element(row(/Mengundang petugas/)).toHaveTextContent(/akun k3v9/)
    await expect.element(row(/Mengundang petugas/).getByRole('link')).not.toBeInTheDocument()
    await userEvent.click(row(/Membuka identitas/).getByRole('link', { name: 'BO-2026-000124' }))
    await expect.element(heading('Uraian')).toBeVisible()
  })

  it('goes on with older lines, and tells when they do not come', async () => {
    await enter(`${unit}/log`)
    await expect.poll(() => log.getByRole('row').elements().length).toBe(51)
    await misbehave({ method: 'GET', path: '/log', status: 500 })
    await userEvent.click(button('Muat lagi'))
    await expect.element(page.getByRole('alert')).toHaveTextContent(/req-7/)
    await userEvent.click(button('Coba lagi'))
    await expect.poll(() => log.getByRole('row').elements().length).toBe(61)
    await expect.poll(focused).toMatch(/Memutus permintaan identitas/)
    await expect.element(button('Muat lagi')).not.toBeInTheDocument()
  })

  it('is read in English', async () => {
    await enter(`${unit}/log`)
    await userEvent.click(button('English'))
    await expect.element(heading('Access log')).toBeVisible()
    await expect
      .element(
        page
          .getByRole('row')
          .filter({ hasText: /Opened the identity/ })
          .first(),
      )
      .toHaveTextContent(/To contact the reporter/)
    await expectAccessible()
  })

  it('reads well on a phone', async () => {
    await resizeWindow(360, 740)
    await enter(`${unit}/log`)
    await expect.element(page.getByRole('list', { name: /Catatan akses/ })).toBeInTheDocument()
    expect(document.documentElement.scrollWidth).toBe(360)
  })

  it('that could not be loaded is loaded when asked again', async () => {
    await enter(`${unit}/cases`)
    await misbehave({ method: 'GET', path: '/log', status: 500 })
    const letAnswersCome = holdAnswers('GET', '/log')
    await goTo('Catatan akses')
    await expect.element(page.getByText('Memuat catatan akses…')).toBeVisible()
    letAnswersCome()
    await userEvent.click(button('Coba lagi'))
    await expect.element(log).toBeVisible()
  })

  it('says when it has no line', async () => {
    await enter(`${unit}/cases`)
    await misbehave({
      method: 'GET',
      path: '/log',
      status: 200,
      body: { items: [], nextCursor: null, people: [], head: null },
    })
    await goTo('Catatan akses')
    await expect.element(heading('Belum ada catatan')).toBeVisible()
    await expectAccessible()
  })

  it('is not offered without the permission', async () => {
    await enter(`${unit}/log`, 'kustodian@bagian-contoh.demo')
    await expect.element(heading('Peran Anda tidak mencakup halaman ini').first()).toBeVisible()
  })
})
