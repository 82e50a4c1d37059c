import { expect, it } from 'vitest'
import type { PaperView } from '../../admin/api/wire.ts'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aComplaint } from './support/a-complaint.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('minutes that a colleague changes twice under the open form keep the words of both', async () => {
  const office = await anOpenOffice()
  const handed = await aComplaint(office, { subject: 'Diminta uang di loket tiga' })
  const officer = await aMemberOfStaff(office, 'petugas', {
    errors: [/status of 409/],
    at: `/admin/bagian-organisasi/cases/${handed.number}`,
  })
  const { page } = officer
  await officer.reachCase()
  await officer.showPart('Berita acara')
  await page.getByRole('button', { name: 'Berita acara klarifikasi' }).click()
  const [place, remarks] = [page.getByLabel('Tempat'), page.getByLabel('Catatan')]
  await place.fill('Ruang rapat')
  await officer.press('Simpan konsep')
  await officer.told('Konsep tersimpan.')

  const unit = unitAt(office.address)
  const colleague = await unit.signIn('petugas')
  const path = `/papers/${page.url().split('/').at(-1)}`
  const change = async (text: string) => {
    const { revision, words }: PaperView = await (await colleague.get(path)).json()
    const body = JSON.stringify({ revision, words: { ...words, remarks: text } })
    const headers = { ...colleague.headers, 'Content-Type': 'application/json' }
    expect((await fetch(`${unit.api}${path}`, { method: 'PUT', headers, body })).status).toBe(200)
  }
  const aside = page.locator('paper-page .kept details')
  await place.fill('Ruang rapat lantai dua')
  for (const text of ['Rekan: saksi hadir.', 'Rekan: saksi hadir berdua.']) {
    await change(text)
    await officer.press('Simpan konsep')
    await aside.getByText(text, { exact: true }).waitFor({ state: 'attached' })
    expect(await place.inputValue()).toBe('Ruang rapat lantai dua')
    expect(await remarks.inputValue()).toBe('')
  }
  await officer.press('Tukar dengan yang di kolom')
  await page.getByText('Tulisan Anda sebelumnya tetap disimpan:').waitFor()
  await expect.poll(() => remarks.inputValue()).toBe('Rekan: saksi hadir berdua.')
  await aside.getByText('Ruang rapat lantai dua').waitFor({ state: 'attached' })
  await everybodyCanUse(page)
  await place.fill('Ruang rapat lantai dua')
  await officer.press('Simpan konsep')
  await officer.told('Konsep tersimpan.')
})
