import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { keepPushHere, leavePushOfOthers } from '../../../admin/account/push-here.ts'
import type { SessionView } from '../../../service/contract/account.ts'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  focused,
  goTo,
  heading,
  holdAnswers,
  misbehave,
  password,
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

/** A browser whose push was switched on, and how often that was ended. */
function aBrowserWithPush(id: string) {
  let ended = 0
  const unsubscribe = async () => ended++
  const getRegistration = async () => ({ pushManager: { getSubscription: async () => ({ unsubscribe }) } })
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { getRegistration, register: getRegistration, addEventListener() {} },
    configurable: true,
  })
  keepPushHere(id)
  onTestFinished(() => {
    Reflect.deleteProperty(navigator, 'serviceWorker')
    localStorage.clear()
  })
  return () => ended
}

const whoHas =
  (...ids: readonly string[]) =>
  async () => ({ devices: ids.map((id) => ({ id })) })

it('a browser is woken on for whom it was switched on, and no more once somebody else signs in there', async () => {
  const ended = aBrowserWithPush('ponsel')
  await leavePushOfOthers(whoHas('laptop', 'ponsel'))
  expect(ended()).toBe(0)
  await leavePushOfOthers(whoHas('laptop'))
  await leavePushOfOthers(whoHas('laptop'))
  expect(ended()).toBe(1)
})

it('a browser is woken no more once its person signs out there', async () => {
  await enter(`${unit}/today`)
  await expect.element(heading('Hari ini')).toBeVisible()
  const ended = aBrowserWithPush('ponsel')
  await button('Keluar').click()
  await expect.poll(ended).toBe(1)
})

const MINUTE = 60_000
const SEEN_AT = 'aduan-desk-seen-at'
const LOCKED = 'aduan-desk-locked'
const theCase = `${unit}/cases/BO-2026-000124`
const locked = heading('Layar terkunci')

/** The clock of the browser's tabs says that nobody has touched them for so long. */
const leaveAlone = (minutes: number) => localStorage.setItem(SEEN_AT, String(Date.now() - minutes * MINUTE))

beforeEach(() => localStorage.removeItem(LOCKED))

function reload() {
  const app = document.createElement('aduan-admin')
  app.setAttribute('service', service)
  for (const before of document.querySelectorAll('aduan-admin')) before.replaceWith(app)
}

async function signInInAnotherTab() {
  await fetch(`${service}/api/v1/session`, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: 'semua@bagian-contoh.demo', password }),
  })
  localStorage.removeItem(LOCKED)
  window.dispatchEvent(new StorageEvent('storage', { key: LOCKED, oldValue: 'ended', newValue: null }))
}

async function writeANote() {
  await enter(theCase)
  await userEvent.fill(field('Catatan untuk petugas'), 'Telepon balik besok pagi')
  await expect.poll(() => localStorage.getItem(SEEN_AT)).not.toBe(null)
}

describe('a desk that nobody touches for fifteen minutes', () => {
  it('covers itself, ends the session at the service, and gives everything back to the same person', async () => {
    await writeANote()
    leaveAlone(16)
    await expect.element(locked).toBeVisible()
    await expectAccessible()
    await expect.poll(() => asked('DELETE', '/session')).toHaveLength(1)
    await expect.poll(focused).toBe('password')
    await userEvent.keyboard(`${password}{Enter}`)
    await expect.element(locked).not.toBeInTheDocument()
    await expect.element(field('Catatan untuk petugas')).toHaveValue('Telepon balik besok pagi')
  })

  it('stays open for who was there a moment before, in this tab or another', async () => {
    await writeANote()
    leaveAlone(14)
    window.dispatchEvent(new PointerEvent('pointermove'))
    await expect.poll(() => Date.now() - Number(localStorage.getItem(SEEN_AT))).toBeLessThan(MINUTE)
    await expect.element(locked).not.toBeInTheDocument()
  })

  it('is opened by who comes back in another tab', async () => {
    await writeANote()
    leaveAlone(16)
    await expect.element(locked).toBeVisible()
    await expect.poll(() => localStorage.getItem(LOCKED)).toBe('ended')
    await signInInAnotherTab()
    await expect.element(locked).not.toBeInTheDocument()
    await expect.element(field('Catatan untuk petugas')).toHaveValue('Telepon balik besok pagi')
  })

  it('leaves the session of who comes back before the last words were kept', async () => {
    const letAnswersCome = holdAnswers('PUT', '/unsent/note')
    const ended = async () => (await asked('DELETE', '/session')).length
    const kept = () => asked('PUT', '/unsent/note')
    await writeANote()
    leaveAlone(16)
    await expect.poll(focused).toBe('password')
    await userEvent.keyboard(`${password}{Enter}`)
    await expect.element(locked).not.toBeInTheDocument()
    const before = await ended()
    letAnswersCome()
    await userEvent.fill(field('Catatan untuk petugas'), 'Telepon balik lusa')
    await expect.poll(kept).toHaveLength(2)
    expect(await ended()).toBe(before)
  })

  it('is not got around by a reload where the session could not be ended', async () => {
    await writeANote()
    await misbehave({ method: 'DELETE', path: '/session', status: 503, code: 'store/unavailable' })
    leaveAlone(16)
    await expect.element(locked).toBeVisible()
    await expect.poll(() => asked('DELETE', '/session')).toHaveLength(1)
    reload()
    await expect.element(button('Masuk')).toBeVisible()
    await expect.element(page.getByText('Telepon balik besok pagi')).not.toBeInTheDocument()
    expect(await asked('DELETE', '/session')).toHaveLength(2)
  })
})
