import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, enter, expectAccessible, lastSent } from '../support/an-office.ts'

const versions = () => page.getByRole('list', { name: 'Versi widget' })

describe('the versions of the widget', () => {
  it('tell which is the newest, and why one was withdrawn', async () => {
    await enter('/admin/widget-versions')
    await expect.element(versions()).toHaveTextContent(/1\.1\.0 terbaru.*1\.0\.0.*ditarik.*Pratinjau bukti salah ukur/)
  })

  it('are withdrawn with a reason, and used again', async () => {
    await enter('/admin/widget-versions')
    await userEvent.click(button('Tarik versi 1.1.0'))
    await expect.element(page.getByText(/peramban yang sudah menyimpan skripnya/)).toBeVisible()
    await expect.element(button('Tarik').last()).toBeDisabled()
    await userEvent.fill(page.getByRole('textbox', { name: 'Mengapa ditarik' }), 'Tombol kirim tertutup')
    await expectAccessible()
    await userEvent.click(button('Tarik').last())
    await expect.element(page.getByText('Versi 1.1.0 ditarik.')).toBeVisible()
    await expect.element(versions()).toHaveTextContent(/Tombol kirim tertutup/)
    expect(await lastSent('POST', '/operator/widget-versions/1.1.0/withdrawal')).toEqual({
      reason: 'Tombol kirim tertutup',
    })

    await userEvent.click(button('Pakai lagi versi 1.1.0'))
    await expect.element(page.getByText('Versi 1.1.0 dipakai lagi.')).toBeVisible()
    await expect.element(button('Tarik versi 1.1.0')).toBeVisible()
  })
})
