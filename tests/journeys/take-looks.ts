import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { complaintForm } from './pages/visitor.ts'

type Step = (page: Page) => Promise<unknown>

interface Look {
  readonly name: string
  readonly circumstances: BrowserContextOptions
  /** What the page around says of itself. */
  readonly html?: string
  readonly body?: string
  readonly lang?: string
  readonly until: Step
}

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true }
/** A window of 1366 by 860 in which everything was made twice as large. */
const twiceAsLarge: BrowserContextOptions = { viewport: { width: 683, height: 430 }, deviceScaleFactor: 2 }

const begun: Step = async (page) => {
  const { panel, choosePrivacy } = complaintForm(page)
  await choosePrivacy('Identitas dirahasiakan')
  await panel.getByRole('radio', { name: 'Pungutan lain-lain oleh petugas' }).press('Space')
}

const looks: readonly Look[] = [
  { name: 'widget-in-the-dark', circumstances: phone, html: 'style="color-scheme: dark"', until: begun },
  {
    name: 'widget-in-forced-colours',
    circumstances: { ...phone, forcedColors: 'active', colorScheme: 'dark' },
    until: begun,
  },
  {
    name: 'widget-at-200-percent',
    circumstances: twiceAsLarge,
    until: async (page) => {
      await complaintForm(page).choosePrivacy('Dengan identitas')
      await complaintForm(page).next()
    },
  },
  {
    name: 'widget-in-javanese',
    circumstances: phone,
    lang: 'jv',
    until: async (page) => {
      await page.getByRole('radio').last().press('Space')
    },
  },
  {
    name: 'widget-on-a-right-to-left-page',
    circumstances: phone,
    html: 'dir="rtl" lang="ar"',
    body: '<p>خدمات الوحدة</p>',
    lang: 'id',
    until: begun,
  },
]

const pageOf = ({
  html = '',
  body = '',
  lang = 'id',
}: Look) => `<!doctype html><html ${html}><title>Situs kantor</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<script type="module" src="/widget/v1/aduan.js"></script>
<main>${body}<aduan-widget tenant="bagian-organisasi" lang="${lang}"></aduan-widget></main></html>`

/** The form as people see it who need it otherwise: one small picture each. */
export async function takeLooks(browser: Browser, address: string, folder: string): Promise<void> {
  for (const look of looks) {
    const local = { locale: 'id-ID', timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce' } as const
    const page = await (await browser.newContext({ ...local, ...look.circumstances })).newPage()
    await page.route(`${address}/situs`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: pageOf(look) }),
    )
    await page.goto(`${address}/situs`)
    await page.locator('aduan-widget').getByRole('heading', { level: 2 }).waitFor()
    await look.until(page)
    await page.evaluate('scrollTo(0, 0)')
    await page.mouse.move(0, 0)
    const taken = await page.screenshot()
    await sharp(taken)
      .png({ palette: true, colours: 64 })
      .toFile(join(folder, `${look.name}.png`))
    await page.context().close()
  }
}
