import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readPdf } from '../support/read-pdf.ts'
import { followUp } from './pages/follow-up.ts'
import { aPhoto, complaintForm, isOnTheScreen, siti } from './pages/visitor.ts'
import { aVisitor } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('a visitor files with a name and a photo on the office’s page, keeps the receipt and follows the complaint', async () => {
  const visitor = await aVisitor(await anOpenOffice())
  await visitor.goto('/demo/')
  const form = complaintForm(visitor)
  await form.step('Pilih kerahasiaan identitas').waitFor()
  await everybodyCanUse(visitor)

  await form.choosePrivacy('Dengan identitas')
  await everybodyCanUse(visitor)
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.next()
  await form.panel.getByRole('link', { name: 'Pokok pengaduan belum diisi.' }).waitFor()
  await everybodyCanUse(visitor)
  await form.tell('Diminta uang saat mengambil surat')
  await form.addEvidence(aPhoto)
  await everybodyCanUse(visitor)
  await form.skipEvidence()
  await everybodyCanUse(visitor)
  await form.introduce(siti)

  const readBack = form.panel
  for (const words of ['Dengan identitas', 'Diminta uang saat mengambil surat', aPhoto.name, siti.name, siti.phone])
    await readBack.getByText(words).first().waitFor()
  await everybodyCanUse(visitor)
  await form.agree()
  await form.send()

  const handed = await form.receipt()
  expect(handed.number).toMatch(/^BO-\d{4}-000001$/)
  expect(handed.code).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4})+$/)
  expect(await isOnTheScreen(form.panel.getByText(handed.code))).toBe(true)
  await everybodyCanUse(visitor)

  const download = visitor.waitForEvent('download')
  await form.panel.getByRole('button', { name: 'Unduh tanda terima (PDF) tanpa kode' }).click()
  const { text } = readPdf(await readFile(await (await download).path()))
  for (const printed of [handed.number, siti.name, aPhoto.name]) expect(text).toContain(printed)
  expect(text).not.toContain(handed.code)
  const withCode = visitor.waitForEvent('download')
  await form.panel.getByRole('button', { name: 'Unduh tanda terima (PDF) dengan kode' }).click()
  const printed = readPdf(await readFile(await (await withCode).path())).text.replace(/\s+/g, ' ')
  expect(printed.toLowerCase()).toContain('memuat kode lacak')
  expect(printed.replaceAll(' ', '')).toContain(handed.code)

  await form.panel.getByRole('button', { name: 'Pantau pengaduan' }).click()
  await form.panel.getByRole('heading', { name: `Pengaduan ${handed.number}` }).waitFor()
  await everybodyCanUse(visitor)
  await form.panel.getByRole('button', { name: 'Keluar', exact: true }).click()
  await form.step('Pilih kerahasiaan identitas').waitFor()

  const follow = followUp(visitor)
  visitor.on('dialog', (dialog) => void dialog.accept())
  await follow.open(handed)
  await follow.status('Diterima')
  await follow.panel.getByText(aPhoto.name).waitFor()
  await everybodyCanUse(visitor)
})
