import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  focused,
  lastSent,
  misbehave,
  unit,
  written,
} from '../support/an-office.ts'

const cases = '/tenants/bagian-contoh/cases'

/** Writes down a letter and goes on to the check. */
async function writeDown({ privacy = /^Dengan identitas/, channel = 'Surat' } = {}) {
  await userEvent.selectOptions(field('Saluran'), channel)
  await userEvent.click(page.getByRole('radio', { name: privacy }))
  if (field('Nama').query()) {
    await userEvent.fill(field('Nama'), 'Siti Contoh')
    await userEvent.fill(field('Alamat'), 'Jalan Misal 2')
    await userEvent.fill(field('Nomor HP'), '0812-0000-0001')
  }
  await userEvent.selectOptions(field('Kategori'), 'Maladministrasi')
  await userEvent.fill(field('Uraian kejadian'), 'Surat saya tidak selesai. Saya sudah tiga kali datang.')
  await userEvent.fill(field('Kapan?'), '2026-11-20')
  await userEvent.click(button('Periksa'))
}

const confirm = () => userEvent.click(button('Catat dan cetak tanda terima'))

describe('taking a complaint from paper', () => {
  it('asks no name of who wants to stay unknown, and no more than a name of others', async () => {
    await enter(`${unit}/intake`)
    await userEvent.click(page.getByRole('radio', { name: /^Dengan identitas/ }))
    await userEvent.fill(field('Nama'), 'Siti Contoh')
    expect(page.getByRole('group', { name: 'Pemberitahuan lewat' }).query()).toBeNull()
    await writeDown({ privacy: /^Tanpa identitas/ })
    await expect.element(page.getByText(/Atas nama/)).not.toBeInTheDocument()
    await confirm()
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    expect(await lastSent('POST', cases)).not.toHaveProperty('reporter')
  })

  it('claims of a call what was done in it', async () => {
    await enter(`${unit}/intake`)
    await writeDown({ privacy: /^Tanpa identitas/, channel: 'Telepon' })
    await userEvent.click(page.getByRole('checkbox', { name: /Tata cara/ }))
    await confirm()
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    expect(await lastSent('POST', cases)).toMatchObject({ statements: { procedureExplained: true } })
  })

  it('keeps what was typed: it is back after a reload and elsewhere, whole, until it is filed or thrown away', async () => {
    await enter(`${unit}/intake`)
    await userEvent.selectOptions(field('Saluran'), 'Telepon')
    await userEvent.click(page.getByRole('radio', { name: /^Dengan identitas/ }))
    await userEvent.fill(field('Nama'), 'Siti Contoh')
    await userEvent.selectOptions(field('Kategori'), 'Maladministrasi')
    await userEvent.fill(field('Uraian kejadian'), 'Saya sudah tiga kali datang. Surat belum jadi.')
    await userEvent.fill(field('Di mana?'), 'Loket 2')
    await expect.element(page.getByText('Tersimpan untuk Anda.')).toBeVisible()
    await expectAccessible()
    // Nothing is asked, because nothing is lost.
    await userEvent.click(page.getByRole('link', { name: 'Pesan masuk' }))
    await expect.poll(() => location.pathname).toBe(`${unit}/inbound`)
    await userEvent.click(page.getByRole('link', { name: 'Hari ini' }).first())
    await userEvent.click(page.getByRole('link', { name: 'Ada tulisan Anda: 1 pengaduan belum dicatat' }))
    await expect.element(page.getByText(/Surat atau telepon ·/)).toBeVisible()
    await expectAccessible()
    expect(page.getByText('Siti Contoh').query()).toBeNull()
    await userEvent.click(button('Lanjutkan'))
    const allIsBack = async () => {
      await expect.poll(written('Uraian kejadian')).toBe('Saya sudah tiga kali datang. Surat belum jadi.')
      expect([written('Nama')(), written('Kategori')(), written('Saluran')(), written('Di mana?')()]).toEqual([
        ...['Siti Contoh', 'maladministration', 'telephone', 'Loket 2'],
      ])
      expect(written('Pokok pengaduan')()).toBe('Saya sudah tiga kali datang')
    }
    await allIsBack()
    // After a reload the tab's own entry brings it back by itself.
    const { draft } = history.state as { draft: string }
    for (const app of document.querySelectorAll('aduan-admin')) app.remove()
    await enter(`${unit}/intake`, undefined, { fresh: false })
    await expect.element(button('Lanjutkan')).toBeVisible()
    for (const app of document.querySelectorAll('aduan-admin')) app.remove()
    await enter(`${unit}/intake`, undefined, { fresh: false, draft })
    await allIsBack()

    await userEvent.click(button('Periksa'))
    await confirm()
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    expect(await lastSent('POST', cases)).toMatchObject({ draft })
    await userEvent.click(button('Orang berikutnya'))
    await userEvent.fill(field('Uraian kejadian'), 'Salah tulis.')
    await userEvent.click(button('Buang'))
    await expectAccessible()
    await misbehave({ method: 'DELETE', path: '', status: 500 })
    await userEvent.click(button('Buang').last())
    await expect.element(page.getByRole('alert')).toBeVisible()
    await userEvent.click(button('Buang').last())
    await expect.poll(written('Uraian kejadian')).toBe('')
    expect(page.getByText('Tersimpan untuk Anda.').query()).toBeNull()
  })

  it('asks before it is left with what could not be kept', async () => {
    await enter(`${unit}/intake`)
    await misbehave({ method: 'PUT', path: '', status: 503 })
    await userEvent.fill(field('Uraian kejadian'), 'Saya sudah tiga kali datang.')
    await expect.element(page.getByText(/Tulisan terakhir belum tersimpan/)).toBeVisible()
    // The last try, as the page is left, fails too.
    await misbehave({ method: 'PUT', path: '', status: 503 })
    const unload = new Event('beforeunload', { cancelable: true })
    window.dispatchEvent(unload)
    expect(unload.defaultPrevented).toBe(true)
    await userEvent.click(page.getByRole('link', { name: 'Pesan masuk' }))
    await userEvent.click(button('Tetap di sini'))
    await expect.poll(written('Uraian kejadian')).toBe('Saya sudah tiga kali datang.')
    // Somebody comes to the counter: the words stay there too.
    await userEvent.click(page.getByRole('link', { name: 'Loket' }))
    await userEvent.click(page.getByRole('link', { name: 'Keluar dari loket' }))
    await expect.poll(written('Uraian kejadian')).toBe('Saya sudah tiga kali datang.')
  })

  it('loses nothing when something is corrected', async () => {
    await enter(`${unit}/intake`)
    await writeDown()
    await userEvent.click(button('Perbaiki'))
    await expect.poll(written('Uraian kejadian')).toMatch('Saya sudah tiga kali datang.')
    await expect.poll(written('Nama')).toBe('Siti Contoh')
  })

  it('makes one complaint however often it is sent', async () => {
    await enter(`${unit}/intake`)
    await writeDown()
    await misbehave({ method: 'POST', path: cases, status: 500 })
    await confirm()
    await expect.element(page.getByText('Menekan tombol itu lagi tidak membuat pengaduan kedua.')).toBeVisible()
    await userEvent.click(button('Catat dan cetak tanda terima'))
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    const keys = (await asked('POST', cases)).map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/)
    expect(keys[1]).toBe(keys[0])
  })

  it('takes who wrote it back to the field that the service refused', async () => {
    await enter(`${unit}/intake`)
    await writeDown()
    const errors = [{ path: 'reporter.phone', code: 'invalid', message: 'Nomor ini belum benar.' }]
    await misbehave({ method: 'POST', path: cases, status: 400, code: 'request/invalid', errors })
    await confirm()
    await expect.element(field('Nomor HP')).toHaveAccessibleDescription(/Nomor ini belum benar/)
    await expect.poll(focused).toBe('reporter.phone')
  })

  it('says beside the fields what is missing, and goes to the first', async () => {
    await enter(`${unit}/intake`)
    await userEvent.click(button('Periksa'))
    await expect.element(field('Pokok pengaduan')).toHaveAccessibleDescription(/perlu diisi/)
    await expectAccessible()
  })

  it('uploads evidence, tells what could not be taken, and sends what was kept', async () => {
    await enter(`${unit}/intake`)
    await expect.element(button('Pilih berkas')).toBeVisible()
    const around = button('Pilih berkas').element().getRootNode() as ShadowRoot
    const picker = around.querySelector('input') as HTMLInputElement
    const files = new DataTransfer()
    files.items.add(new File(['isi'], 'kuitansi.pdf', { type: 'application/pdf' }))
    await misbehave({ method: 'POST', path: '/evidence', status: 400, code: 'evidence/type-not-allowed' })
    picker.files = files.files
    picker.dispatchEvent(new Event('change'))
    await expect.element(page.getByText('(evidence/type-not-allowed)')).toBeVisible()
    await userEvent.click(button('Ulangi'))
    await expect.element(page.getByText('Terunggah')).toBeVisible()
    await writeDown({ privacy: /^Tanpa identitas/ })
    await expect.element(page.getByText('Bukti yang diserahkan: kuitansi.pdf.')).toBeVisible()
    await confirm()
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    expect(await lastSent('POST', cases)).toMatchObject({ evidence: ['held-kuitansi.pdf'] })
  })

  it('takes the reporter out of a file name by one tick, and sends it again', async () => {
    await enter(`${unit}/intake`)
    await expect.element(button('Pilih berkas')).toBeVisible()
    const around = button('Pilih berkas').element().getRootNode() as ShadowRoot
    const picker = around.querySelector('input') as HTMLInputElement
    const files = new DataTransfer()
    files.items.add(new File(['isi'], 'KTP Siti Contoh.pdf', { type: 'application/pdf' }))
    picker.files = files.files
    picker.dispatchEvent(new Event('change'))
    await expect.element(page.getByText('Terunggah')).toBeVisible()
    await writeDown()
    const code = 'text/names-reporter'
    await misbehave({ method: 'POST', path: cases, status: 409, code, body: { found: ['name'] } })
    await confirm()
    await expect.element(page.getByRole('alert')).toHaveTextContent(/nama pelapor/)
    await expect.element(field('Mengapa harus tetap ada?')).toBeVisible()
    await expectAccessible()
    await userEvent.click(page.getByRole('checkbox', { name: /^Ganti nama berkas/ }))
    await userEvent.click(button('Catat dan cetak tanda terima'))
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    expect(await lastSent('POST', cases)).toMatchObject({
      fileNames: { 'held-KTP Siti Contoh.pdf': 'berkas-1.pdf' },
    })
  })
})
