import { afterEach } from 'vitest'
import { page } from 'vitest/browser'
import '../../../admin/index.ts'

const colours = document.createElement('link')
colours.rel = 'stylesheet'
colours.href = new URL('../../../admin/base.css', import.meta.url).href
document.head.append(colours)

const begin = location.pathname + location.search

afterEach(async () => {
  for (const app of document.querySelectorAll('aduan-admin')) app.remove()
  localStorage.clear()
  await page.viewport(1366, 768)
  history.replaceState(null, '', begin)
})
