import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aPdfOf, aWav } from '../support/some-files.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto } from './pages/visitor.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('an officer looks at a photo, turns the pages of a PDF and hears a recording without leaving the case', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const files = [
    ['loket.png', aPhoto.buffer],
    ['surat.pdf', aPdfOf(['Halaman satu', 'Halaman dua'])],
    ['rekaman.wav', aWav(4)],
  ] as const
  const evidence: string[] = []
  for (const [name, bytes] of files)
    evidence.push(((await (await unit.upload(name, bytes)).json()) as { id: string }).id)
  const { number } = await unit.file({ evidence })

  const officer = await aMemberOfStaff(office, 'verifikator')
  const { page, press } = officer
  page.setDefaultTimeout(60_000)
  await officer.openCase(number)
  await page.getByText(/^PDF · /).waitFor()
  await press('Lihat surat.pdf')
  await page.getByRole('img', { name: 'surat.pdf, Halaman 1 dari 2' }).waitFor()
  await everybodyCanUse(page)
  await press('Halaman berikutnya')
  await page.getByRole('img', { name: 'surat.pdf, Halaman 2 dari 2' }).waitFor()
  // No file of a stranger is given to a plugin or a frame.
  expect(await page.locator('iframe, embed, object').count()).toBe(0)

  await press('Berkas berikutnya')
  await page.getByText('3 / 3').waitFor()
  const sound = page.locator('audio')
  const played = (about: 'duration' | 'currentTime') =>
    sound.evaluate((player, one) => (player as HTMLAudioElement)[one], about)
  await expect.poll(() => played('duration')).toBeCloseTo(4, 1)
  await sound.evaluate((player) => {
    ;(player as HTMLAudioElement).currentTime = 3.5
  })
  await expect.poll(() => played('currentTime')).toBeCloseTo(3.5, 1)
  await everybodyCanUse(page)
  await page.getByText('Diputar di sini; setiap pemutaran dicatat.').waitFor()

  await page.getByRole('button', { name: 'Berkas sebelumnya' }).focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('img', { name: 'loket.png' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  const auditor = await aMemberOfStaff(office, 'inspektorat')
  await auditor.goTo('Catatan akses')
  const looks = auditor.page.getByRole('row').filter({ hasText: 'Bayu Peraga' }).filter({ hasText: 'Melihat bukti' })
  // Three pages, which are one line, one picture, one recording: heard in many parts, it is one look.
  await expect.poll(() => looks.filter({ hasText: number }).count()).toBe(3)
  expect(await looks.filter({ hasText: '3 kali' }).count()).toBe(1)
})
