import type { Page } from 'playwright-core'
import { anOperator, operator } from '../../support/an-operator.ts'

/** Goes through the door of the staff that everybody uses. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Surel' }).fill(email)
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await isSignedIn(page)
}

/** Waits until somebody who is signed in reads their first page. */
export async function isSignedIn(page: Page): Promise<void> {
  const leave = page.getByRole('button', { name: 'Keluar' })
  await leave
    .or(page.getByRole('button', { name: 'Menu' }))
    .first()
    .waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** Gives the browser the session of somebody who went through the door before: the door takes a third of a short visit. */
export async function haveSession(page: Page, address: string, email: string, password: string): Promise<void> {
  const entered = await page.request.post('/api/v1/session', {
    data: { email, password },
    headers: { Origin: address },
  })
  if (!entered.ok()) throw new Error(`${entered.status()} ${await entered.text()}`)
}

/** Comes in as who runs the service, whose authenticator app is set up; a recovery code stands for its code. */
export async function signInAsOperator(page: Page, url: string): Promise<void> {
  const { call } = await anOperator({ url })
  const renewed = await call('POST', '/account/recovery-codes')
  const { recoveryCodes } = (await renewed.json()) as { recoveryCodes: readonly string[] }
  await page.getByRole('textbox', { name: 'Surel' }).fill(operator.email)
  await page.getByLabel('Kata sandi').fill(operator.password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.getByLabel('Kode enam angka').fill(recoveryCodes[0] ?? '')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await isSignedIn(page)
}
