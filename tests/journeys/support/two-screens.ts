import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desktop } from './a-person.ts'

/**
 * Fails unless a usual case is read on two screens of an office's display, under a line that stays, with at most three
 * acts on the bar, of which one may stand out, and nothing in red.
 */
export async function fitsOnTwoScreens(page: Page): Promise<void> {
  expect(page.viewportSize()).toEqual(desktop)
  const acts = page.locator('act-bar')
  const buttons = acts.locator('button.act:visible')
  const status = (await page.locator('case-header .badge').textContent()) ?? ''
  expect(await page.evaluate('document.documentElement.scrollHeight'), status).toBeLessThanOrEqual(2 * desktop.height)
  expect(await buttons.count(), status).toBeLessThanOrEqual(3)
  expect(await acts.locator('button.primary:visible').count(), status).toBeLessThanOrEqual(1)
  expect(await page.locator('button.danger:visible').count(), status).toBe(0)
  await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)')
  const line = await page.locator('case-header').boundingBox()
  expect(line?.y, status).toBeGreaterThanOrEqual(0)
  expect(line?.y, status).toBeLessThan(40)
  await page.evaluate('scrollTo(0, 0)')
}
