import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  focused,
  heading,
  holdAnswers,
  misbehave,
  password,
  service,
  unit,
} from '../support/an-office.ts'

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
