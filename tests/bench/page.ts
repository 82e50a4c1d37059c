import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../support/chromium.ts'
import { withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'

/**
 * Lighthouse's phone on slow 4G as it is emulated in DevTools: 4 times slower, 562.5 ms until an answer begins,
 * 1,474.56 kbit/s down and 675 kbit/s up.
 */
const slow4G = { offline: false, latency: 562.5, downloadThroughput: 1_474_560 / 8, uploadThroughput: 675_000 / 8 }
const SLOWER = 4
/** Of a task, what goes beyond this keeps a person waiting: Lighthouse's total blocking time. In milliseconds. */
const UNNOTICED = 50
const ROUNDS = 5

/** How soon a phone can use the form, and how long the page around it answers nobody because of it. */
export async function benchPage(): Promise<readonly Figure[]> {
  const executablePath = chromiumPath()
  const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath && { executablePath }) })
  try {
    return await withService(async ({ service: { url } }) => {
      const usable = await inRounds(() => untilUsable(browser, url))
      const [form, bare] = [
        await inRounds(() => blocked(browser, url, true)),
        await inRounds(() => blocked(browser, url, false)),
      ]
      return [
        {
          what: 'from asking for the script to a usable form, phone on slow 4G, median',
          value: usable,
          unit: 'ms',
          most: 2_500,
          beside: `its two answers alone begin after ${amount(2 * slow4G.latency, 'ms')}`,
        },
        {
          what: 'blocking time added to the page',
          value: Math.max(0, form - bare),
          unit: 'ms',
          most: 50,
          beside: `the same page without the form ${amount(bare, 'ms')}`,
        },
      ]
    })
  } finally {
    await browser.close()
  }
}

async function inRounds(measure: () => Promise<number>): Promise<number> {
  const measured: number[] = []
  for (let round = 0; round < ROUNDS; round++) measured.push(await measure())
  return percentile(measured, 0.5)
}

/** Milliseconds by the clock, throttled. On a busy machine they are more. */
const untilUsable = (browser: Browser, service: string) =>
  onAPhone(browser, async (page, context) => {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', slow4G)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await openOffice(page, service, true)
    return page.evaluate(() => {
      const asked = performance.getEntriesByType('resource').find(({ name }) => name.endsWith('aduan.js'))
      const [usable] = performance.getEntriesByName('usable')
      return (usable?.startTime ?? Number.NaN) - (asked?.startTime ?? 0)
    })
  })

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Processor time, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/**
 * Milliseconds by which tasks of the page keep it from answering, on a processor four times slower. Counted in
 * processor time, which other programs of the machine do not stretch.
 */
const blocked = (browser: Browser, service: string, hasForm: boolean) =>
  onAPhone(browser, async (page) => {
    await browser.startTracing(page, { categories: ['toplevel'] })
    await openOffice(page, service, hasForm)
    await page.evaluate(() => new Promise((calm) => requestIdleCallback(calm)))
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
    const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
    const isOfPage = ({ pid, tid }: TraceEvent) => threads.some((one) => one.pid === pid && one.tid === tid)
    return traceEvents
      .filter((event) => event.ph === 'X' && event.name.endsWith('RunTask') && isOfPage(event))
      .map(({ tdur = 0 }) => (tdur / 1_000) * SLOWER)
      .reduce((sum, task) => sum + Math.max(0, task - UNNOTICED), 0)
  })

async function onAPhone<T>(browser: Browser, measure: (page: Page, context: BrowserContext) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'id-ID' })
  try {
    return await measure(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

/** Opens an office's page with the form or without it, and waits until the form is drawn. */
async function openOffice(page: Page, service: string, hasForm: boolean): Promise<void> {
  await page.addInitScript(() => {
    document.addEventListener('aduan-ready', () => {
      requestAnimationFrame(() => setTimeout(() => performance.mark('usable')))
    })
  })
  const address = `${service}/an-office`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: pageOf(hasForm) }))
  await page.goto(address)
  if (hasForm) await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
}

const form =
  '<script type="module" src="/widget/v1/aduan.js"></script><aduan-widget tenant="bagian-organisasi"></aduan-widget>'

const pageOf = (hasForm: boolean) => `<!doctype html>
<html lang="id">
<meta name="viewport" content="width=device-width">
<title>Kantor Contoh</title>
<link rel="icon" href="data:,">
<h1>Kantor Contoh</h1>
${'<p>Kantor ini melayani warga setiap hari kerja.</p>\n'.repeat(40)}
${hasForm ? form : ''}
`
