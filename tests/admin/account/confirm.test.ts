import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { SessionView } from '../../../service/contract/account.ts'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  goTo,
  heading,
  misbehave,
  service,
  unit,
} from '../support/an-office.ts'

const needed = { method: 'PATCH', path: '/staff/rina', status: 401, code: 'session/confirmation-needed' }
const account = { totpSince: null, recoveryCodesLeft: 0, passkeys: [], sessions: [] }

async function changeRoles() {
  await enter(`${unit}/staff`)
  await misbehave(needed)
  await misbehave({ method: 'GET', path: '/account', status: 200, body: account })
  await userEvent.click(button('Ubah peran Rina Contoh'))
  await userEvent.click(page.getByRole('checkbox', { name: /^Petugas verifikasi/ }))
  await userEvent.click(button('Simpan'))
  await expect.element(heading('Pastikan ini Anda')).toBeVisible()
}

describe('an act that a borrowed session must not do', () => {
  it('goes on as asked once the person has proved who they are', async () => {
    await changeRoles()
    await expectAccessible()
    await misbehave({ method: 'POST', path: '/session/confirmation', status: 401, code: 'session/wrong-password' })
    await userEvent.fill(field('Kata sandi'), 'tebakan')
    await userEvent.click(button('Lanjutkan'))
    await expect.element(field('Kata sandi')).toHaveAccessibleDescription('(session/wrong-password)')
    await expect.element(heading('Sesi berakhir, masuk lagi')).not.toBeInTheDocument()
    await misbehave({ method: 'POST', path: '/session/confirmation', status: 200, body: {} })
    await userEvent.click(button('Lanjutkan'))
    await expect.element(page.getByText('Peran tersimpan.')).toBeVisible()
    expect(await asked('PATCH', '/staff/rina')).toHaveLength(2)
  })

  it('is left undone by who thinks better of it, and told as such', async () => {
    await changeRoles()
    await userEvent.click(button('Batal'))
    await expect.element(page.getByRole('alert')).toHaveTextContent('(session/confirmation-needed)')
    expect(await asked('PATCH', '/staff/rina')).toHaveLength(1)
  })

  it('offers no passkey to who has none', async () => {
    await changeRoles()
    await expect.element(button('Pakai passkey')).not.toBeInTheDocument()
  })
})

it('a unit that comes to ask for a second factor leads there whoever is at work in it', async () => {
  await enter(`${unit}/staff`)
  await expect.element(heading('Petugas')).toBeVisible()
  const session = (await (await fetch(`${service}/api/v1/session`, { credentials: 'include' })).json()) as SessionView
  const tenants = session.tenants.map((one) => ({ ...one, secondFactorNeeded: true }))
  await misbehave({ method: 'GET', path: '/session', status: 200, body: { ...session, tenants } })
  await misbehave({ method: 'GET', path: '/mailbox', status: 403, code: 'session/second-factor-needed' })
  await goTo('Kotak percobaan')
  await expect.element(heading('Unit ini mewajibkan faktor kedua').last()).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Pasang di Akun saya' }))
    .toHaveAttribute('href', '/admin/account')
  await expectAccessible()
})
