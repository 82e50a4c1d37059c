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
      const heading = panel.getByRole('heading', { name: `Pengaduan ${number}` })
      const field = panel.getByLabel('Nomor pengaduan')
      const leave = panel.getByRole('button', { name: 'Keluar', exact: true })
      // A tab in which somebody filed, or asked to be remembered, shows that case.
      await field.or(leave).waitFor()
      if (!(await field.isVisible()) && !(await heading.isVisible())) await leave.click()
      if (!(await heading.isVisible())) {
        await field.fill(number)
        await panel.getByLabel('Kode lacak').fill(code)
        await press('Lihat pengaduan')
      }
      await heading.waitFor()
      // Somebody who looks for something opens the parts of the page.
      for (const part of await panel.locator('.fold').all())
        await part.evaluate((details: HTMLDetailsElement) => {
          details.open = true
        })
    },

    /** Waits until the page tells this status. */
    status: (label: string) =>
      panel.locator('[part=status]').getByRole('paragraph').filter({ hasText: label }).first().waitFor(),

    sent: () => panel.getByText('Terkirim. Terima kasih.').last().waitFor(),
  }
}
