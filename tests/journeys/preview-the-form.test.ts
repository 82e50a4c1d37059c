import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, complaintForm, pick, siti } from './pages/visitor.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const nothingSent = 'Ini pratinjau. Tidak ada yang dikirim, dan tidak ada yang disimpan.'

it('an admin tries the form beside the snippet, to its last button, and nothing of it leaves the frame', async () => {
  const office = await anOpenOffice()
  const { page, goTo } = await aMemberOfStaff(office, 'admin')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.frame() !== page.mainFrame()) asked.push(new URL(request.url()).pathname)
  })
  await goTo('Pengaturan')
  const frame = page.frameLocator('iframe[title="Pratinjau formulir"]')
  const form = complaintForm(frame)
  await form.choosePrivacy('Dengan identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Hanya mencoba')
  await form.panel.getByRole('button', { name: 'Tambahkan bukti' }).click()
  await pick(page, form.panel.getByRole('button', { name: 'Pilih berkas' }), aPhoto)
  await form.panel.getByText(nothingSent, { exact: true }).waitFor()
  await form.panel.getByRole('button', { name: /^Hapus/ }).click()
  await form.skipEvidence()
  await form.introduce(siti)
  await form.agree()
  await form.panel.getByRole('button', { name: 'Pratinjau: tidak dikirim' }).click()
  await form.panel.getByText(nothingSent, { exact: true }).waitFor()
  await everybodyCanUse(page)

  await page.getByLabel('Cara tampil').selectOption('button')
  await page.getByLabel('Bahasa', { exact: true }).selectOption('en')
  await page.getByLabel('Kategori yang disarankan').selectOption({ label: 'Pungutan lain-lain oleh petugas' })
  await page.getByLabel('Sudut').selectOption('square')
  const launcher = frame.getByRole('button', { name: 'File a complaint' })
  await launcher.waitFor()
  expect(await launcher.evaluate((button) => getComputedStyle(button).borderRadius)).toBe('0px')
  const snippet = page.getByLabel('Salin dua baris ini ke halaman situs')
  expect(await snippet.textContent()).toMatch(
    / mode="button" lang="en" category="[\w-]+"><a href="[^"]+">File a complaint with /,
  )
  await page.getByLabel('Warna aksen').fill('#7a1f5c')
  await expect
    .poll(() => launcher.evaluate((button) => getComputedStyle(button).getPropertyValue('--aduan-accent')))
    .toBe('#7a1f5c')
  expect(await frame.owner().evaluate((owner: HTMLIFrameElement) => owner.contentDocument)).toBeNull()
  expect(
    asked.filter((path) => !/^\/(embed\/[\w-]+\/preview$|pages\/|widget\/|t\/[\w-]+\/theme\.css$)/.test(path)),
  ).toEqual([])

  await page.getByRole('button', { name: 'Urungkan' }).click()
  await page.getByRole('link', { name: 'Periksa pemasangan' }).click()
  await page.getByText('Belum terlihat di mana pun').waitFor()
})
