import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { withService } from './a-service.ts'
import { type Figure, percentile } from './figure.ts'
import { countTouches, readTouches } from './touches.ts'

/** WebPageTest's “Slow 3G”: 400 kbit/s both ways, 400 ms until an answer begins. */
const slow3G = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }
const SLOWER = 4
const ROUNDS = 5

/** How soon a cheap phone on a bad line can use the form, and how soon it answers each touch until the receipt. */
export async function benchPhone(): Promise<readonly Figure[]> {
  const executablePath = chromiumPath()
  const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
  try {
    return await withService(async ({ service: { url } }) => {
      const usable: number[] = []
      for (let round = 0; round < ROUNDS; round++) usable.push(await untilUsable(browser, url))
      const touches = await durationsOfTouches(browser, url)
      return [
        {
          what: 'from the address to a usable form, slow 3G, processor 4 times slower, median',
          value: percentile(usable, 0.5),
          unit: 'ms',
          most: 2_500,
          beside: `of ${ROUNDS}: ${usable.map(Math.round).join(', ')}`,
        },
        {
          what: 'interaction to next paint over a whole filing, processor 4 times slower, 75th percentile',
          value: percentile(touches, 0.75),
          unit: 'ms',
          most: 200,
          beside: `${touches.length} touches and keys, the slowest ${Math.max(...touches)} ms`,
        },
      ]
    })
  } finally {
    await browser.close()
  }
}

async function onAPhone<T>(browser: Browser, work: (page: Page) => Promise<T>, network?: typeof slow3G): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, locale: 'id-ID' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  if (network) {
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', network)
  }
  try {
    return await work(page)
  } finally {
    await context.close()
  }
}

/** Milliseconds from the address to the first answer that can be chosen. */
const untilUsable = (browser: Browser, service: string) =>
  onAPhone(
    browser,
    async (page) => {
      await page.goto(`${service}/t/bagian-organisasi`, { waitUntil: 'commit' })
      await page.getByRole('radio').first().waitFor()
      return page.evaluate(() => performance.now())
    },
    slow3G,
  )

/** Milliseconds from each touch or key to the paint that answers it, as the browser measures them. */
const durationsOfTouches = (browser: Browser, service: string) =>
  onAPhone(browser, async (page) => {
    page.on('dialog', (dialog) => void dialog.accept())
    await countTouches(page)
    await page.goto(`${service}/t/bagian-organisasi`)
    const form = page.getByRole('region', { name: 'Pengaduan', exact: true })
    const press = (name: string) => form.getByRole('button', { name, exact: true }).tap()
    await form.getByRole('radio', { name: 'Dengan identitas' }).tap()
    await form.getByRole('radio', { name: 'Maladministrasi' }).tap()
    const answers = {
      'Pokok pengaduan': 'Surat saya salah nama',
      'Uraian kejadian': 'Petugas salah menulis nama saya dan meminta saya kembali besok pagi.',
    }
    for (const [label, text] of Object.entries(answers)) {
      await form.getByLabel(label).tap()
      await page.keyboard.type(text)
    }
    await press('Lanjut')
    await press('Tambahkan bukti')
    await form.getByRole('button', { name: 'Pilih berkas' }).waitFor()
    await press('Lanjut')
    const self = { 'Nama lengkap': 'Siti Contoh', Alamat: 'Jalan Misal 1', 'Nomor HP': '0812-0000-0001' }
    for (const [label, text] of Object.entries(self)) {
      await form.getByLabel(label).tap()
      await page.keyboard.type(text)
    }
    await press('Lanjut')
    await form.getByRole('checkbox', { name: /^Isi pengaduan ini benar/ }).tap()
    await press('Kirim pengaduan')
    await form.getByRole('heading', { name: 'Pengaduan Anda sudah diterima' }).waitFor()
    await press('Salin nomor dan kode')
    return readTouches(page)
  })
