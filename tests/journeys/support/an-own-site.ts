import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { aMemberOfStaff } from '../pages/staff-room.ts'
import type { OpenOffice } from './an-open-office.ts'

/** A site of the office, with what the settings tell to copy in its middle. */
export const aSiteWith = (middle: string, policy?: string): Promise<string> =>
  aSiteOf(
    `<!doctype html><html lang="id"><title>Situs kantor</title><link rel="icon" href="data:,">
    <main><h1>Situs kantor</h1>${middle}</main></html>`,
    policy,
  )

/** A site of this one page on a server of its own, of another origin than the service. */
export async function aSiteOf(page: string, policy?: string): Promise<string> {
  const server = createServer((_, response) => {
    if (policy) response.setHeader('Content-Security-Policy', policy)
    response.setHeader('Content-Type', 'text/html').end(page)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Has the admin name sites from which the form may be used. */
export async function nameInTheSettings(office: OpenOffice, ...sites: readonly string[]): Promise<void> {
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  for (const [at, site] of sites.entries()) {
    // One line is there for the first.
    if (at > 0) await admin.press('Tambah situs')
    await admin.page.getByRole('textbox', { name: `Situs ${at + 1}` }).fill(site)
  }
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan dan langsung berlaku.')
}
