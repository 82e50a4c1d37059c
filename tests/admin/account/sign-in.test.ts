import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  focused,
  heading,
  misbehave,
  signIn,
  unit,
  visit,
} from '../support/an-office.ts'

describe('signing in', () => {
  it('is asked for where a link names no page that a mail can lead to', async () => {
    await visit(`${unit}/cases#/constructor/kunci`)
    await signIn()
    await expect.element(heading('Buku register')).toBeVisible()
  })

  it('leads to the page that was asked for', async () => {
    await visit(`${unit}/cases?status=all`)
    await signIn()
    await expect.element(heading('Buku register')).toBeVisible()
    expect(location.search).toBe('?status=all')
  })

  it('leads from the start page to the first page of one’s role', async () => {
    await visit('/admin/')
    await signIn('admin@bagian-contoh.demo')
    await expect.element(heading('Hari ini')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Pengaduan' })).not.toBeInTheDocument()
  })

  it('says in a sentence that e-mail or password are wrong, and keeps the e-mail', async () => {
    await visit(`${unit}/cases`)
    await signIn('kepala@bagian-contoh.demo', 'tebakan')
    await expect.element(page.getByRole('alert')).toHaveTextContent('(session/wrong-credentials)')
    await expect.element(field('Surel')).toHaveValue('kepala@bagian-contoh.demo')
    await expectAccessible()
  })

  it('says beside the field what is missing', async () => {
    await visit(`${unit}/cases`)
    await userEvent.click(button('Masuk'))
    await expect.element(field('Surel')).toHaveAccessibleDescription(/perlu diisi/)
    await expect.poll(focused).toBe('email')
  })
})

describe('a session that ended', () => {
  it('is noticed with what is asked next, not in the middle of nothing', async () => {
    await enter(`${unit}/cases`)
    await misbehave({ method: 'GET', path: '/session', status: 401, code: 'session/required' })
    const before = (await asked('GET', '/session')).length
    document.querySelector('aduan-admin')?.dispatchEvent(new CustomEvent('session-changed'))
    await expect.poll(async () => (await asked('GET', '/session')).length).toBe(before + 1)
    await expect.element(heading('Buku register')).toBeVisible()
  })
})

describe('an invitation', () => {
  it('is accepted with a password of one’s own, and the token leaves the address', async () => {
    await visitInvitation('undangan')
    await userEvent.fill(field('Kata sandi baru'), 'pendek')
    await userEvent.click(button('Simpan dan masuk'))
    await expect.element(page.getByText('paling sedikit 12 huruf atau angka.').last()).toBeVisible()
    await userEvent.fill(field('Kata sandi baru'), 'kalimat-baru-yang-kuat')
    await userEvent.fill(field('Ulangi kata sandi baru'), 'kalimat-lain-yang-kuat')
    await userEvent.click(button('Simpan dan masuk'))
    await expect.element(page.getByText('Kedua kata sandi belum sama.')).toBeVisible()
    await expectAccessible()
    await userEvent.fill(field('Ulangi kata sandi baru'), 'kalimat-baru-yang-kuat')
    await userEvent.click(button('Simpan dan masuk'))
    await expect.element(heading('Hari ini')).toBeVisible()
    expect(location.href).not.toContain('undangan')
  })
})

async function visitInvitation(token: string) {
  await visit('/admin/')
  history.replaceState({ index: 0 }, '', `/admin/#/invitation/${token}`)
  for (const app of document.querySelectorAll('aduan-admin')) {
    app.remove()
    document.body.append(app)
  }
  await expect.element(heading('Terima undangan')).toBeVisible()
}
