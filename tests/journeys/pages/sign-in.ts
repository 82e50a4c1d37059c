import type { Page } from 'playwright-core'

/** Goes through the door of the staff that everybody uses. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Surel').fill(email)
  await page.getByLabel('Kata sandi').fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page
    .getByRole('button', { name: 'Keluar' })
    .or(page.getByRole('button', { name: 'Menu' }))
    .first()
    .waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
