import { afterEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { enter, unit } from '../support/an-office.ts'

const MINUTE = 60_000

afterEach(() => void vi.useRealTimers())

it('the word that something is done stays while nobody is at the desk, and goes once somebody goes on', async () => {
  await enter(`${unit}/cases`)
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const say = (text: string) =>
    document.querySelector('aduan-admin')?.dispatchEvent(Object.assign(new Event('ui-say'), { text }))
  const press = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', bubbles: true }))

  say('Catatan disimpan.')
  vi.advanceTimersByTime(30 * MINUTE)
  await expect.element(page.getByText('Catatan disimpan.')).toBeVisible()
  press()
  await expect.element(page.getByText('Catatan disimpan.')).not.toBeInTheDocument()

  say('Label disimpan.')
  press()
  await expect.element(page.getByText('Label disimpan.')).toBeVisible()
  vi.advanceTimersByTime(MINUTE)
  await expect.element(page.getByText('Label disimpan.')).not.toBeInTheDocument()
})
