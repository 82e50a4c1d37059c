import { type Browser, chromium, type Page } from 'playwright-core'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { withService } from './a-service.ts'
import { type Figure, percentile } from './figure.ts'
import { countTouches, readTouches } from './touches.ts'

/** An old office computer, as WebPageTest and Lighthouse imitate one. */
const SLOWER = 4
const CASES = 40

/** How soon the desk answers the usual presses of a verifier, a handler and a head. */
export async function benchPresses(): Promise<readonly Figure[]> {
  const executablePath = chromiumPath()
  const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
  try {
    return await withService(async ({ service: { url } }) => {
      const unit = unitAt(url)
      for (let filed = 0; filed < CASES; filed++) await unit.file({ subject: `Antrean loket ${filed}` })
      const touches = await pressAsVerifier(browser, url)
      return [
        {
          what: 'interaction to next paint of the usual presses at the desk, processor 4 times slower, 75th percentile',
          value: percentile(touches, 0.75),
          unit: 'ms',
          most: 200,
          beside: `${touches.length} presses and keys, the slowest ${Math.max(...touches)} ms`,
        },
      ]
    })
  } finally {
    await browser.close()
  }
}

async function pressAsVerifier(browser: Browser, service: string): Promise<readonly number[]> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'id-ID' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  await countTouches(page)
  try {
    await page.goto(`${service}/admin/`)
    await page.getByRole('textbox', { name: 'Surel' }).fill('verifikator@bagian-organisasi.demo')
    await page.getByLabel('Kata sandi').fill(demoPassword)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await workThrough(page)
    return await readTouches(page)
  } finally {
    await context.close()
  }
}

/** A case verified from the list, another one read in all its parts and noted on, and one found. */
async function workThrough(page: Page): Promise<void> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('link', { name: 'Verifikasi', exact: true }).first().click()
  await page.locator('act-panel').getByRole('button', { name: 'Mulai proses' }).click()
  await page.getByText('Pengaduan terverifikasi').first().waitFor()
  for (const part of ['Riwayat', 'Surat dan pemberitahuan', 'Pengaduan']) await press(part)
  await page.getByRole('group', { name: 'Tindakan' }).getByRole('button', { name: 'Lainnya' }).click()
  await page.keyboard.press('Escape')
  await page.getByLabel('Catatan untuk petugas').click()
  await page.keyboard.type('Rekaman loket diminta.')
  await press('Simpan catatan')
  await page.getByText('Rekaman loket diminta.').first().waitFor()
  const entries = page.getByRole('navigation', { name: 'Halaman', exact: true })
  await entries.getByRole('link', { name: /^Pengaduan/ }).click()
  await page.getByRole('searchbox').click()
  await page.keyboard.type('antrean')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /^BO-/ }).nth(3).click()
  await page.getByRole('heading', { name: 'Uraian' }).waitFor()
  await entries.getByRole('link', { name: /^Hari ini/ }).click()
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
}
