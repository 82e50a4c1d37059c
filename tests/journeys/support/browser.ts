import { type Browser, chromium } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../../support/chromium.ts'

let browser: Promise<Browser> | undefined

/** The browser of this test file, started when first asked for. */
export function theBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  browser ??= chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
  return browser
}

export async function closeTheBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = undefined
}
