import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aCase, followed } from '../support/a-case.ts'
import { button, focusedText, recorded } from '../support/a-widget.ts'

const opened = (summary: string) => userEvent.click(page.getByText(summary, { exact: true }).first())

/** What the service was sent last. */
const sentLast = async (tenant: string) => (await recorded(tenant)).requests.at(-1)!

describe('a reporter’s rights over their data', () => {
  it('lie folded on the page, each by itself, and all can use them', async () => {
    const widget = await followed(await aCase())
    for (const summary of [
      'Salinan data saya',
      'Perbaiki identitas atau kontak',
      'Tarik identitas saya',
      'Permintaan lain tentang data saya',
    ]) {
      await opened(summary)
    }
    await expect.element(button('Unduh salinan data')).toBeVisible()
    await axe(widget).to.be.accessible()
  })

  it('let a correction carry only what was filled in and what is to go', async () => {
    const filed = await aCase()
    await followed(filed)
    await opened('Perbaiki identitas atau kontak')
    await userEvent.click(button('Simpan perbaikan'))
    await expect.poll(focusedText).toBe('Isi atau pilih setidaknya satu.')
    await userEvent.fill(page.getByLabelText('Nomor HP').first(), ' 0812-0000-0002 ')
    await userEvent.click(page.getByRole('checkbox', { name: 'Surel' }))
    await userEvent.click(button('Simpan perbaikan'))
    await expect.element(page.getByText('Identitas atau kontak diperbaiki')).toBeVisible()
    expect(await sentLast(filed.tenant)).toMatchObject({
      kind: 'identity/correction',
      body: { phone: '0812-0000-0002', email: null },
    })
    await expect.element(page.getByLabelText('Nomor HP').first()).toHaveValue('')
  })

  it('withdraw an identity only after saying what it means and asking again', async () => {
    const filed = await aCase()
    await followed(filed)
    await opened('Tarik identitas saya')
    await expect.element(page.getByText('Nama dan kontak Anda dimusnahkan.')).toBeVisible()
    await userEvent.click(button('Tarik identitas…'))
    await userEvent.click(button('Batal'))
    expect((await recorded(filed.tenant)).requests).toHaveLength(1)
    await userEvent.click(button('Tarik identitas…'))
    await userEvent.click(button('Ya, musnahkan nama dan kontak saya'))
    await expect.element(page.getByText('Tarik identitas saya')).not.toBeInTheDocument()
    await expect.element(page.getByText('Tambahkan identitas')).toBeVisible()
    expect(await sentLast(filed.tenant)).toMatchObject({ kind: 'identity/withdrawal', body: { understood: true } })
  })

  it('offer to confirm a contact by the code that came to it', async () => {
    const filed = await aCase()
    const widget = await followed(filed)
    await opened('Konfirmasi Surel Anda')
    await userEvent.click(button('Kirim kode'))
    await expect.element(page.getByText(/Kode sudah dikirim dan berlaku sampai/)).toBeVisible()
    await axe(widget).to.be.accessible()
    await userEvent.fill(page.getByLabelText('Kode enam angka'), '12 34')
    await userEvent.click(button(/^Konfirmasi$/))
    await expect.poll(focusedText).toBe('Isi enam angka dari pesan yang Anda terima.')
    await userEvent.fill(page.getByLabelText('Kode enam angka'), '123 456')
    await userEvent.click(button(/^Konfirmasi$/))
    await expect.element(page.getByText(/Surel Anda sudah dikonfirmasi/)).toBeVisible()
    expect(await sentLast(filed.tenant)).toMatchObject({
      kind: 'contact-confirmations',
      body: { channel: 'email', code: '123456' },
    })
  })

  it('take a request with its kind, and show it with the date of its answer', async () => {
    const filed = await aCase()
    const widget = await followed(filed)
    await opened('Permintaan lain tentang data saya')
    await userEvent.click(page.getByRole('radio', { name: 'Menghapus data saya' }))
    await userEvent.fill(page.getByLabelText('Permintaan Anda'), 'Hapus foto saya.')
    await userEvent.click(button('Kirim permintaan'))
    await expect.element(page.getByText(/Dijawab paling lambat 28 Nov(ember)? 2026/)).toBeVisible()
    await expect.element(page.getByText('Hapus foto saya.')).toBeVisible()
    expect(await sentLast(filed.tenant)).toMatchObject({
      kind: 'data-requests',
      body: { kind: 'erasure', text: 'Hapus foto saya.' },
    })
    await axe(widget).to.be.accessible()
  })
})
