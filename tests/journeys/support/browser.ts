import { type Browser, chromium } from 'playwright-core'
import { chromiumFlagsOfShortLife, chromiumPath } from '../../support/chromium.ts'
import { launchFirefox } from './firefox.ts'

let browser: Promise<Browser> | undefined

/** The browser of this process, started when first asked for. It ends with the process. */
export function theBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  browser ??= chromium.launch({ args: chromiumFlagsOfShortLife(), ...(executablePath && { executablePath }) })
  return browser
}

/** Lets every person of this process have a Firefox. */
export function takeFirefox(executablePath: string): void {
  browser = launchFirefox(executablePath)
}
