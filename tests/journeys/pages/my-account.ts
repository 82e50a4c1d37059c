import type { Page } from 'playwright-core'
import { appCode } from '../../support/app-codes.ts'

/** A device of this browser that keeps passkeys, always knows its user, and gives each passkey a secret (PRF). */
export async function withADevice(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('WebAuthn.enable')
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** The device was reset, and its passkeys are gone. */
    forget: () => devtools.send('WebAuthn.clearCredentials', { authenticatorId }),
  }
}

/** The page where staff look after their own account. */
export function myAccount(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const codes = page.locator('recovery-codes')

  return {
    async open() {
      await page.getByRole('link', { name: 'Akun saya' }).click()
      await page.getByRole('heading', { name: 'Aplikasi autentikator' }).waitFor()
    },

    /** Sets up an authenticator app up to its first code. @returns what shows the codes that come after */
    async offerApp() {
      await press('Pasang aplikasi autentikator')
      await page.getByRole('img', { name: 'Kode QR untuk aplikasi autentikator' }).waitFor()
      const secret = (await page.locator('app-section code').textContent())?.replaceAll(' ', '') ?? ''
      const at = Date.now()
      return (steps: number) => appCode(secret, steps, at)
    },

    async confirmApp(code: string) {
      await page.getByLabel('Kode enam angka yang kini tampil di aplikasi').fill(code)
      await page.locator('app-section').getByRole('button', { name: 'Pasang', exact: true }).click()
    },

    async addPasskey(name: string) {
      await press('Tambah passkey')
      await page.getByLabel('Nama passkey').fill(name)
      await press('Buat passkey')
    },

    /** The codes that are shown once. */
    async keepCodes(): Promise<string[]> {
      await codes.waitFor()
      const shown = await codes.getByRole('listitem').allInnerTexts()
      await codes.getByRole('button', { name: 'Sudah saya simpan' }).click()
      await codes.waitFor({ state: 'hidden' })
      return shown
    },

    codes,
  }
}
