import type { Page } from 'playwright-core'
import type { Handed } from './visitor.ts'

/** The page on which a reporter follows a complaint with number and code. */
export function followUp(page: Page) {
  const panel = page.getByRole('region', { name: 'Pengaduan', exact: true })
  const press = (name: string) => panel.getByRole('button', { name, exact: true }).click()

  return {
    panel,
    press,

    async open({ number, code }: Handed, address = '/t/bagian-organisasi/follow') {
      await page.goto(address)
      await panel.getByLabel('Nomor pengaduan').fill(number)
      await panel.getByLabel('Kode lacak').fill(code)
      await press('Lihat pengaduan')
      await panel.getByRole('heading', { name: `Pengaduan ${number}` }).waitFor()
    },

    /** Waits until the page tells this status. */
    status: (label: string) =>
      panel.locator('[part=status]').getByRole('paragraph').filter({ hasText: label }).first().waitFor(),

    sent: () => panel.getByText('Terkirim. Terima kasih.').last().waitFor(),
  }
}
