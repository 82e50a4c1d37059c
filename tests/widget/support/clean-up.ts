import { fixtureCleanup } from '@open-wc/testing'
import { afterEach } from 'vitest'
import { page } from 'vitest/browser'

afterEach(async () => {
  fixtureCleanup()
  sessionStorage.clear()
  await page.viewport(412, 900)
})
