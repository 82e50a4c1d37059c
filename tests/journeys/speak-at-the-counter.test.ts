import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { readPdf } from '../support/read-pdf.ts'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readTerm } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const tablet = { width: 1024, height: 768 } as const

it('an oral complaint takes eighteen presses besides its words, never scrolls, and leaves with its reporter on paper', async () => {
  const office = await anOpenOffice()
  const officer = await aMemberOfStaff(office, 'petugas')
  const { page } = officer
  await page.setViewportSize(tablet)
  await page.goto('/admin/bagian-organisasi/intake?at=counter')
  await page.getByRole('heading', { name: 'Bagaimana pelapor ingin dikenal?' }).waitFor()
  await page.evaluate('window.print = () => { window.printed = document.title }')

  let presses = 0
  const press = async (name: string) => {
    presses += 1
    await page.getByRole('button', { name, exact: true }).click()
  }
  const key = async (...keys: string[]) => {
    presses += keys.length
    for (const one of keys) await page.keyboard.press(one)
  }
  const fitsOnScreen = async () => {
    expect(await page.evaluate('document.documentElement.scrollHeight <= innerHeight')).toBe(true)
    await everybodyCanUse(page)
  }

  await fitsOnScreen()
  presses += 1
  await page.getByRole('radio', { name: /^Dengan identitas/ }).check()
  await key('Tab')
  await page.keyboard.type('Tono Umpama')
  await key('Tab', 'Tab')
  await page.keyboard.type('0812-0000-0007')
  await fitsOnScreen()
  await key('Enter')

  await page.getByLabel('Kategori').waitFor()
  await page.keyboard.type('Mal')
  await key('Tab')
  await page.keyboard.type('Berkas saya hilang di loket. Saya serahkan hari Senin dan tidak ditemukan hari ini.')
  await press('Hari ini')
  await page.getByLabel('Di mana?').focus()
  await key('Tab')
  await page.keyboard.type('Loket 2')
  await fitsOnScreen()
  await key('Enter')

  const readBack = page.getByRole('region', { name: 'Bacakan kepada pelapor' })
  await readBack.getByText('Benar begitu?').waitFor()
  for (const spoken of ['Berkas saya hilang di loket', 'Tono Umpama', '0812-0000-0007', 'Maladministrasi'])
    await readBack.getByText(spoken).first().waitFor()
  await fitsOnScreen()
  presses += 2
  for (const box of await readBack.getByRole('checkbox').all()) await box.check()
  await press('Benar, lanjut ke tanda tangan')

  const sheet = await page.getByRole('img', { name: 'Kotak tanda tangan' }).boundingBox()
  presses += 1
  await page.mouse.move(sheet!.x + 60, sheet!.y + 100)
  await page.mouse.down()
  for (let step = 1; step < 20; step++)
    await page.mouse.move(sheet!.x + 60 + step * 15, sheet!.y + 100 + (step % 4) * 12)
  await page.mouse.up()
  await fitsOnScreen()
  await press('Catat dan cetak tanda terima')

  const receipt = page.getByRole('region', { name: 'Pengaduan tercatat' })
  await receipt.waitFor()
  await page.waitForFunction('window.printed !== undefined')
  await fitsOnScreen()
  expect(presses).toBeLessThanOrEqual(18)

  // The paper bears the code; the screen does not.
  const number = await readTerm(receipt, 'Nomor pengaduan')
  const code = receipt.getByText(/^([2-9A-Z]{4}-){4}[2-9A-Z]{4}$/)
  expect(await code.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })
  const trackingCode = (await code.textContent())!
  expect(await code.isVisible()).toBe(true)
  expect(await page.getByText('Orang berikutnya').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })

  // The official receipt bears the SHA-256 of the signature, which the person who opens the identity can count.
  const address = await receipt.getByRole('link', { name: 'Tanda terima resmi (PDF)' }).getAttribute('href')
  const { text } = readPdf(await (await page.request.get(address!)).body())
  const custodian = await aMemberOfStaff(office, 'kustodian')
  await custodian.openCase(number)
  await custodian.page.getByText('Ditandatangani di layar setelah dibacakan').waitFor()
  await custodian.press('Buka identitas')
  await custodian.page.getByLabel('Dasar').selectOption('Memastikan identitas')
  await custodian.page
    .getByLabel('Mengapa identitas perlu dibuka?')
    .fill('Mencocokkan tanda tangan dengan tanda terima.')
  await custodian.press('Buka dan catat')
  await custodian.page.getByRole('img', { name: 'Tanda tangan pelapor' }).waitFor()
  const download = custodian.page.waitForEvent('download')
  await custodian.press('Simpan berkas (SVG)')
  const file = await (await download).createReadStream()
  const digest = createHash('sha256')
  for await (const chunk of file) digest.update(chunk as Buffer)
  expect(text.replace(/\n/g, '')).toContain(digest.digest('hex'))

  // The next person finds nothing of the last: not on the screen, not kept, not by going back and forth.
  await press('Orang berikutnya')
  await page.getByRole('heading', { name: 'Bagaimana pelapor ingin dikenal?' }).waitFor()
  const nothingLeft = async () => {
    const kept = await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')
    const shown = await page.locator('body').ariaSnapshot()
    const left = `${shown} ${kept}`
    for (const secret of [trackingCode, 'Tono Umpama', 'Berkas saya hilang', number]) expect(left).not.toContain(secret)
    const boxes = page.locator('intake-form').locator('textarea, input:not([type=radio], [type=checkbox])')
    for (const box of await boxes.all()) expect(await box.inputValue()).toBe('')
  }
  await nothingLeft()
  await page.goBack()
  await page.goForward()
  await page.getByRole('heading', { name: 'Bagaimana pelapor ingin dikenal?' }).waitFor()
  await nothingLeft()

  const reporter = await aVisitor(office, { on: phone })
  const follow = followUp(reporter)
  await follow.open({ number, code: trackingCode })
  await follow.panel.getByText('Berkas saya hilang di loket').first().waitFor()
})
