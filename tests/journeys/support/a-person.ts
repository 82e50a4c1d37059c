import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { OpenOffice } from './an-open-office.ts'
import { theBrowser } from './browser.ts'
import { type Expectations, witness } from './witness.ts'

export const phone = { width: 360, height: 740 } as const
export const desktop = { width: 1366, height: 768 } as const

export interface Circumstances extends Expectations, Pick<BrowserContextOptions, 'javaScriptEnabled' | 'locale'> {
  readonly on?: typeof phone | typeof desktop
  /** The journey is about the worker of the staff's app. */
  readonly withWorker?: boolean
}

/** The app does without its worker where a browser refuses it. Starting one for each person took a fourteenth of the processor's time. */
const refuseWorkers = `globalThis.ServiceWorkerContainer &&
  (ServiceWorkerContainer.prototype.register = () => Promise.reject(new Error('No worker starts here.')))`

/** Somebody with a browser of their own, in which nothing may go wrong unnoticed. */
export async function aPerson({ address }: OpenOffice, circumstances: Circumstances = {}): Promise<Page> {
  const { on = desktop, locale = 'id-ID', javaScriptEnabled = true, withWorker, ...expectations } = circumstances
  const context = await (await theBrowser()).newContext({
    ...{ baseURL: address, viewport: on, locale, javaScriptEnabled },
    ...{ timezoneId: 'Asia/Jakarta', reducedMotion: 'reduce', hasTouch: on === phone },
  })
  // A busy machine takes its time; what does not come at all is still missed.
  context.setDefaultTimeout(60_000)
  if (!withWorker) await context.addInitScript(refuseWorkers)
  const { seen } = witness(context, address, expectations)
  onTestFinished(async () => {
    await context.close()
    expect(seen(), seen().join('; ')).toEqual([])
  })
  return context.newPage()
}

/**
 * Gives a person a window of another size, and waits until the page is laid out for it. A page may be measured at once by
 * its new width, and hears of that width by script only with its next frame.
 */
export async function resizeWindow(page: Page, size: { readonly width: number; readonly height: number }) {
  await page.setViewportSize(size)
  await page.evaluate(`new Promise((shown) => {
    const look = () => requestAnimationFrame(innerWidth === ${size.width} ? () => requestAnimationFrame(shown) : look)
    look()
  })`)
}

/** Visitors are known by nothing that their browser keeps. */
export async function aVisitor(office: OpenOffice, circumstances: Circumstances = {}): Promise<Page> {
  const page = await aPerson(office, circumstances)
  onTestFinished(async () => expect(await page.context().cookies()).toEqual([]))
  return page
}
