import { afterEach } from 'vitest'
import { page } from 'vitest/browser'
import '../../../admin/index.ts'
import './base-colours.ts'
import { untilAllAreAnswered } from './calls-under-way.ts'

const begin = location.pathname + location.search

afterEach(async () => {
  for (const app of document.querySelectorAll('aduan-admin')) app.remove()
  // What it still keeps must not arrive in the office of the next test.
  await untilAllAreAnswered()
  localStorage.clear()
  // All files share one page, and a browser notes no more than 250 requests of a page.
  performance.clearResourceTimings()
  await page.viewport(1366, 768)
  history.replaceState(null, '', begin)
})
