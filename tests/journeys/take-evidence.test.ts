import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { readableIn } from '../support/find-readable.ts'
import { aPdf, aPhoto } from '../support/some-files.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aComplaint } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const secret = 'KAMERA-SITI'

it('an officer looks at confidential evidence, keeps a marked copy, and takes an original that the reporter reads of', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const photo = await aPhoto(secret, 1_200, 900)
  const files = [await unit.upload('kuitansi.jpg', photo), await unit.upload('surat.pdf', aPdf)]
  const evidence = await Promise.all(files.map(async (one) => ((await one.json()) as { id: string }).id))
  const handed = await aComplaint(office, { privacy: 'confidential', evidence })

  const officer = await aMemberOfStaff(office, 'petugas', { on: phone })
  const { page, press, showPart, told } = officer
  // Copies are made behind everybody else's work.
  const savedBy = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press(name)])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  await officer.openCase(handed.number)
  await press('Lihat kuitansi.jpg')
  const picture = page.getByRole('img', { name: 'kuitansi.jpg' })
  await picture.waitFor()
  const { width, height } = (await picture.boundingBox()) ?? { width: 0, height: 0 }
  expect(height, 'it stands upright, as it was taken').toBeGreaterThan(width)
  await everybodyCanUse(page)
  await page.keyboard.press('Escape')

  const copy = await savedBy('Unduh kuitansi.jpg')
  expect(copy.name).toBe('kuitansi-salinan.jpg')
  expect(readableIn(copy.bytes, [secret])).toEqual([])
  expect((await sharp(copy.bytes).stats()).channels[0]?.stdev).toBeGreaterThan(5)

  await press('Berkas asli kuitansi.jpg')
  await everybodyCanUse(page)
  await page.getByLabel('Mengapa berkas asli diperlukan?').fill('Diminta penyidik sebagai barang bukti.')
  const original = await savedBy('Ambil dan catat')
  expect(original.name).toBe('kuitansi.jpg')
  expect(original.bytes.equals(photo)).toBe(true)
  await told('kuitansi.jpg terunduh.')
  await showPart('Riwayat')
  await page.getByText('kuitansi.jpg: Diminta penyidik sebagai barang bukti.').waitFor()

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open(handed)
  await follow.panel.getByText('Bukti ke-1: Diminta penyidik sebagai barang bukti.').first().waitFor()
  expect(await readOut(follow.panel)).not.toMatch(/Citra/)

  const head = await aMemberOfStaff(office, 'kepala')
  await head.goTo('Catatan akses')
  for (const deed of ['Melihat bukti', 'Mengunduh bukti', 'Mengambil berkas asli bukti']) {
    await head.page.getByRole('row').filter({ hasText: deed }).first().waitFor()
  }
})
