import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a filing rings the verifier’s bell, whose register waits until it is wanted, and dispatching rings the handler’s', async () => {
  const office = await anOpenOffice({ LIMITS: 'off' })
  const [verifier, handler] = await Promise.all([
    aMemberOfStaff(office, 'verifikator'),
    aMemberOfStaff(office, 'petugas'),
  ])
  const bellOf = ({ page }: typeof verifier) => page.getByRole('banner').getByRole('button', { name: /^Pemberitahuan/ })
  await bellOf(verifier).waitFor()
  await verifier.goTo('Buku register')
  await verifier.page.getByText('Belum ada pengaduan').waitFor()

  const { number } = await unitAt(office.address).file()
  await verifier.page.getByRole('button', { name: 'Pemberitahuan, 1 belum dibaca' }).waitFor()
  expect(await verifier.page.title()).toMatch(/^\(1\) /)
  expect(await verifier.page.getByRole('link', { name: number }).count()).toBe(0)
  await verifier.press('Tampilkan')
  await verifier.page.getByRole('link', { name: number }).waitFor()

  await bellOf(verifier).click()
  await verifier.page.getByRole('link', { name: new RegExp(`^Belum dibaca: .*${number}`) }).click()
  await verifier.page.getByRole('heading', { name: 'Uraian' }).waitFor()
  await verifier.page.getByRole('button', { name: 'Pemberitahuan', exact: true }).waitFor()

  const verification = await verifier.begin('Verifikasi')
  await verification.getByRole('button', { name: 'Mulai proses' }).click()
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')
  const dispatch = await verifier.begin('Disposisi')
  await dispatch
    .getByLabel('Penangan', { exact: true })
    .selectOption({ label: 'Citra Peraga · Petugas penerima dan penangan' })
  await dispatch.getByRole('button', { name: 'Disposisikan', exact: true }).click()
  await verifier.told('Pengaduan didisposisikan.')
  await handler.page.getByRole('button', { name: 'Pemberitahuan, 1 belum dibaca' }).waitFor()
})
