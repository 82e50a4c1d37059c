import type { Page } from 'playwright-core'

export const passphrase = 'empat kata yang sangat panjang'
export const holders = ['Siti Contoh', 'Budi Misal', 'Umi Umpama'] as const

/** The page on which a custodian makes a unit's key and looks after it. */
export function sealingPage(page: Page) {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()

  return {
    async begin() {
      await press('Buat kunci')
      for (const [at, name] of holders.entries()) await page.getByLabel(`Pemegang bagian ${at + 1}`).fill(name)
    },

    async choosePassphrase(words = passphrase) {
      await page.getByRole('textbox', { name: 'Frasa sandi', exact: true }).fill(words)
      await page.getByLabel('Frasa sandi sekali lagi').fill(words)
    },

    choosePasskey: () => page.getByRole('radio', { name: 'Passkey' }).check(),

    make: () => press('Buat kunci di peramban ini'),

    /** Hands out three sheets. @returns what stands on them, and the key's fingerprint */
    async handOut(look: () => Promise<unknown> = async () => undefined) {
      const sheets: string[] = []
      const sheet = page.locator('recovery-sheet')
      for (const [at, name] of holders.entries()) {
        await page.getByRole('heading', { name: `Lembar pemulihan ${at + 1} dari 3` }).waitFor()
        await sheet.getByText(name).waitFor()
        sheets.push((await sheet.locator('.words li').allInnerTexts()).join(' '))
        if (at === 0) await look()
        if (at < 2) await press('Lembar berikutnya')
      }
      const fingerprint = (await sheet.locator('code').textContent()) ?? ''
      await press('Semua lembar sudah dipegang')
      return { sheets, fingerprint }
    },

    /** Types back the sheet that is asked for. */
    async prove(sheets: readonly string[]) {
      const asked = page.getByLabel(/^Kata-kata lembar [123]$/)
      const label = await page.locator('share-field').getAttribute('label')
      await asked.fill(sheets[Number(label?.at(-1)) - 1] ?? '')
      await press('Simpan kunci')
      await page.getByText('Kunci tersimpan dan menunggu orang kedua.').first().waitFor()
    },
  }
}
