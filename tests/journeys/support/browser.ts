import { type Browser, chromium } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../../support/chromium.ts'

let browser: Promise<Browser> | undefined

/** The browser of this process, started when first asked for. It ends with the process. */
export function theBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  browser ??= chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
  return browser
}
