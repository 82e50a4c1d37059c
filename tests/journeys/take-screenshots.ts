import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import sharp from 'sharp'
import { demoPassword, startProcess } from '../support/a-running-service.ts'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { signIn } from './pages/sign-in.ts'
import { complaintForm, siti } from './pages/visitor.ts'
import { aBusyOffice } from './support/a-busy-office.ts'
import { takeLooks } from './take-looks.ts'

const pictures = resolve(import.meta.dirname, '../../docs/pictures')
const picture = (name: string) => ({ path: join(pictures, `${name}.png`) })

const desktop: BrowserContextOptions = { viewport: { width: 1366, height: 860 } }
const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true }

const open = async (browser: Browser, address: string, options: BrowserContextOptions) => {
  const local = { locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce' } as const
  const page = await (await browser.newContext({ ...local, ...options })).newPage()
  await page.goto(address)
  return page
}

async function takeOfVisitor(browser: Browser, address: string): Promise<void> {
  const desk = await open(browser, `${address}/demo/`, desktop)
  const shown = complaintForm(desk)
  await shown.choosePrivacy('Dengan identitas')
  await shown.panel.getByRole('radio', { name: 'Pungutan lain-lain oleh petugas' }).press('Space')
  await desk.getByRole('heading', { name: 'Pengaduan masyarakat' }).evaluate((heading) => heading.scrollIntoView())
  await desk.mouse.move(0, 0)
  await desk.screenshot(picture('widget-on-an-office-site'))

  const hand = await open(browser, `${address}/demo/`, phone)
  const form = complaintForm(hand)
  await form.choosePrivacy('Dengan identitas')
  await form.panel.evaluate((panel) => panel.scrollIntoView())
  await hand.screenshot(picture('widget-on-a-phone'))
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Diminta uang saat mengambil surat')
  await form.skipEvidence()
  await form.introduce(siti)
  await form.agree()
  await form.send()
  await form.receipt()
  await hand.screenshot(picture('receipt-on-a-phone'))
}

async function takeOfStaff(browser: Browser, address: string, number: string): Promise<void> {
  const page = await open(browser, `${address}/admin/`, desktop)
  await signIn(page, 'kepala@bagian-organisasi.demo', demoPassword)
  await page.getByRole('link', { name: number }).waitFor()
  await page.mouse.move(0, 0)
  await page.screenshot(picture('today'))
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('heading', { name: 'Uraian' }).waitFor()
  await page.screenshot(picture('case'))
}

/** A palette of 256 colours makes a picture of a screen a third as large, and nobody sees it. */
async function shrinkAll(): Promise<void> {
  for (const name of await readdir(pictures)) {
    const path = join(pictures, name)
    if (name.endsWith('.png')) await writeFile(path, await sharp(path).png({ palette: true, effort: 10 }).toBuffer())
  }
}

async function takeAll(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-pictures-'))
  const service = await startProcess({ DATA_DIR: folder })
  const address = service.url.replace('127.0.0.1', 'localhost')
  const executablePath = chromiumPath()
  const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
  try {
    await mkdir(pictures, { recursive: true })
    const { number } = await aBusyOffice(address)
    await takeOfVisitor(browser, address)
    await takeLooks(browser, address, pictures)
    await takeOfStaff(browser, address, number)
    await shrinkAll()
  } finally {
    await browser.close()
    await service.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await takeAll()
