import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, enter, expectAccessible, field, goTo, lastSent, misbehave, unit } from '../support/an-office.ts'

const path = '/channel-accounts'
const accounts = (ownSince: string | null) => ({
  items: [
    { channel: 'email', mayOwn: true, leaves: true, ownSince },
    { channel: 'sms', mayOwn: false, leaves: true, ownSince: null },
  ],
})

it('an admin sets the unit’s own account, never sees it again, and tries it', async () => {
  await enter(`${unit}/cases`)
  await misbehave({ method: 'GET', path, status: 200, body: accounts(null) })
  await misbehave({ method: 'PUT', path, status: 200, body: accounts('2026-11-26T03:00:00.000Z') })
  const explanation = 'Penyedia surel menerima pesan ini untuk disampaikan.'
  await misbehave({ method: 'POST', path: '/channel-trials', status: 200, body: { outcome: 'accepted', explanation } })
  await goTo('Pengaturan')
  await userEvent.click(page.getByRole('link', { name: 'Pemberitahuan dan surat' }))
  await userEvent.click(page.getByText('Pakai akun unit sendiri'))
  await userEvent.selectOptions(field('Porta'), '465')
  await expect.element(field('Pengamanan')).toHaveValue('tls')
  await userEvent.fill(field('Nama server'), 'surel.kantor.example')
  await userEvent.fill(field('Nama pengguna'), 'kantor')
  await userEvent.fill(field('Kata sandi'), 'rahasia sekali')
  await userEvent.fill(field('Pengirim'), 'Kantor <kantor@kantor.example>')
  await expectAccessible()
  await userEvent.click(button('Simpan akun'))
  await expect.element(page.getByText('lewat akun unit sendiri, dipasang 26 Nov 2026')).toBeVisible()
  expect(await lastSent('PUT', path)).toEqual({
    ...{ channel: 'email', by: 'smtp', host: 'surel.kantor.example', port: 465, security: 'tls' },
    ...{ user: 'kantor', password: 'rahasia sekali' },
    from: 'Kantor <kantor@kantor.example>',
  })
  await expect.element(field('Kata sandi')).toHaveValue('')

  await userEvent.click(button('Kirim percobaan ke saya').first())
  await expect.element(page.getByText(explanation)).toBeVisible()
})
