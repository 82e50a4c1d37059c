import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { aCuttingLine } from '../support/a-cutting-line.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { signIn } from './pages/sign-in.ts'
import { aComplaint, takenUpBy } from './support/a-complaint.ts'
import { aPerson } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

/** Wakes the worker as a push service does, without content. Returns what it shows then; a browser without a screen shows nothing. */
async function pushed(page: Page, origin: string): Promise<string> {
  const [worker] = page.context().serviceWorkers()
  if (!worker) throw new Error('The worker runs.')
  await worker.evaluate(`globalThis.shown = new Promise((resolve) => {
    registration.showNotification = async (title, { body }) => resolve(title + ': ' + body)
  }); 0`)
  const cdp = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [one] }) => one && resolve(one.registrationId))
  })
  await cdp.send('ServiceWorker.enable')
  await cdp.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data: '' })
  await cdp.detach()
  return worker.evaluate('globalThis.shown')
}

/** All that the browser keeps of the service, as one text: addresses and contents of its caches, and its storage. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys())
        kept.push(request.url, await ((await cache.match(request))?.text() ?? ''))
    }
    kept.push(JSON.stringify(await indexedDB.databases()))
    return kept.join('\n')
  })

const controlled = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active?.state))

it('without network the desk says so, and shows the numbers of today until the officer signs out', async () => {
  const office = await anOpenOffice()
  const filed = await aComplaint(office, { subject: 'Diminta uang stempel' })
  const { number } = filed
  await takenUpBy(office, 'verifikator', filed)
  const line = await aCuttingLine(office.address, /./)
  const page = await aPerson({ address: line.url }, { withWorker: true, errors: [/401/, /ERR_|Failed to fetch|504/] })
  await page.goto('/admin/')
  await signIn(page, 'verifikator@bagian-organisasi.demo', demoPassword)
  await page.getByText('Diminta uang stempel').waitFor()
  await expect.poll(() => controlled(page)).toBe('activated')

  expect(await pushed(page, line.url)).toBe('Aduan: 1 hal menunggu Anda')

  line.breakAfter([], 'dead')
  await page.goto('/admin/bagian-organisasi/cases')
  await page.getByRole('heading', { name: 'Tidak ada jaringan' }).waitFor()
  await page.getByText(number).waitFor()
  await page.getByText(/Verifikasi/).waitFor()
  expect(await page.getByText('Diminta uang stempel').count()).toBe(0)
  await everybodyCanUse(page)
  const kept = await keptBy(page)
  expect(kept).toContain(number)
  expect(kept).not.toMatch(/Diminta uang|stempel|Siti|812-?0000|\/api\/v1\//)

  line.breakAfter([])
  await page.getByRole('button', { name: 'Coba lagi' }).click()
  await page.getByRole('heading', { name: 'Buku register' }).waitFor()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.getByRole('textbox', { name: 'Surel' }).waitFor()
  expect(await keptBy(page)).not.toContain(number)
  expect(await pushed(page, line.url)).toBe('Aduan: Ada hal yang menunggu di Aduan')
  line.breakAfter([], 'dead')
  await page.goto('/admin/')
  await page.getByText('Tidak ada daftar yang tersimpan').waitFor()

  // A visitor's page is none of the worker's.
  line.breakAfter([])
  await page.goto('/t/bagian-organisasi')
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null)
})

it('the list on a device goes when nobody touches it, also where the page was closed and opened again without network', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const line = await aCuttingLine(office.address, /./)
  const page = await aPerson({ address: line.url }, { withWorker: true, errors: [/401/, /ERR_|Failed to fetch|504/] })
  await page.goto('/admin/')
  await signIn(page, 'verifikator@bagian-organisasi.demo', demoPassword)
  await page.getByRole('link', { name: number }).waitFor()
  await expect.poll(() => controlled(page)).toBe('activated')
  await expect.poll(() => keptBy(page)).toContain(number)

  line.breakAfter([], 'dead')
  await page.goto('/admin/')
  await page.getByText(number).waitFor()
  // The clock of the browser says that nobody has touched its tabs for sixteen minutes.
  await page.addInitScript("localStorage.setItem('aduan-desk-seen-at', String(Date.now() - 16 * 60_000))")
  await page.reload()
  await page.getByText('Tidak ada daftar yang tersimpan').waitFor()
  expect(await keptBy(page)).not.toContain(number)
})

it('a list that arrives while its reader signs out is not kept', async () => {
  const office = await anOpenOffice()
  const { number } = await aComplaint(office)
  const page = await aPerson(office, { errors: [/401/] })
  await page.goto('/admin/')
  await signIn(page, 'verifikator@bagian-organisasi.demo', demoPassword)
  await page.getByRole('link', { name: number }).waitFor()
  await page.getByRole('link', { name: 'Pengaduan', exact: true }).click()
  await page.getByRole('heading', { name: 'Buku register' }).waitFor()

  let isLeaving = () => {}
  const leaving = new Promise<void>((resolve) => {
    isLeaving = resolve
  })
  await page.route(/\/today$/, async (route) => {
    const answer = await route.fetch()
    await leaving
    await route.fulfill({ response: answer })
  })
  await page.route(/\/session$/, async (route) => {
    if (route.request().method() !== 'DELETE') return route.continue()
    isLeaving()
    await expect.poll(() => keptBy(page)).toContain(number)
    await route.continue()
  })
  await page.getByRole('link', { name: /^Hari ini/ }).click()
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.getByRole('textbox', { name: 'Surel' }).waitFor()
  expect(await keptBy(page)).not.toContain(number)
})
