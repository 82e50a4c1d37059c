import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { asked, button, enter, expectAccessible } from '../support/an-office.ts'

const units = () => page.getByRole('list', { name: 'Kunci unit' })

describe('the keys', () => {
  it('tell their age, and how far a rotation has come', async () => {
    await enter('/admin/keys')
    await expect.element(units()).toHaveTextContent(/Bagian Contoh Sekretariat Daerah.*hari yang lalu/)
    await expect.element(units()).toHaveTextContent(/Akun petugas.*Kunci lama dimusnahkan sesudah pukul/)
  })

  it('are rotated after it was said what becomes of old backups', async () => {
    await enter('/admin/keys')
    await userEvent.click(button(/^Ganti kunci Bagian/))
    await expect.element(page.getByText(/dengan cadangan kunci yang sama lamanya/)).toBeVisible()
    await expectAccessible()
    await userEvent.click(button('Ganti kunci').last())
    await expect.element(page.getByText('40.000 dari 100.000 berkas sudah dibungkus ulang')).toBeVisible()
    await expect.element(button(/^Ganti kunci Bagian/)).not.toBeInTheDocument()
    expect(await asked('POST', '/operator/keys/units/bagian-contoh/rotation')).toHaveLength(1)
    await expectAccessible()
  })

  it('lie under a master key, of which a copy must be kept', async () => {
    await enter('/admin/keys')
    await userEvent.click(button('Ganti kunci induk'))
    await expect.element(page.getByText(/Simpan salinan kunci induk yang baru/)).toBeVisible()
    await userEvent.click(button('Ganti kunci induk').last())
    await expect.element(page.getByText('Kunci induk sudah diganti. Simpan salinannya sekarang.')).toBeVisible()
    expect(await asked('POST', '/operator/keys/master/rotation')).toHaveLength(1)
  })
})
