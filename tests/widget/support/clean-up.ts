import { fixtureCleanup } from '@open-wc/testing'
import { afterEach } from 'vitest'
import { page } from 'vitest/browser'

afterEach(async () => {
  fixtureCleanup()
  sessionStorage.clear()
  // All files share one page, and a browser notes no more than 250 requests of a page.
  performance.clearResourceTimings()
  await page.viewport(412, 900)
})
