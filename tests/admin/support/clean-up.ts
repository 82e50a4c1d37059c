import { afterEach } from 'vitest'
import { page } from 'vitest/browser'
import '../../../admin/index.ts'

const colours = document.createElement('link')
colours.rel = 'stylesheet'
colours.href = new URL('../../../admin/base.css', import.meta.url).href
document.head.append(colours)

/** Calls of the application that have no answer yet. */
const underWay = new Set<Promise<unknown>>()
const { fetch } = window
window.fetch = (...call) => {
  const answer = fetch(...call)
  const over = () => void underWay.delete(answer)
  underWay.add(answer)
  answer.then(over, over)
  return answer
}

const begin = location.pathname + location.search

afterEach(async () => {
  for (const app of document.querySelectorAll('aduan-admin')) app.remove()
  // What it still keeps must not arrive in the office of the next test.
  while (underWay.size > 0) await Promise.allSettled(underWay)
  localStorage.clear()
  await page.viewport(1366, 768)
  history.replaceState(null, '', begin)
})
