import { expect, it } from 'vitest'
import { aPhoto, complaintForm, siti } from './pages/visitor.ts'
import { aVisitor } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const kiosk = '/t/bagian-organisasi/kiosk'

it('a visitor files at the kiosk, notes number and code, and leaves nothing on it', async () => {
  const visitor = await aVisitor(await anOpenOffice())
  await visitor.goto(kiosk)
  const form = complaintForm(visitor)
  await form.choosePrivacy('Dengan identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Diminta uang saat mengambil surat')
  await form.addEvidence(aPhoto)
  await form.skipEvidence()
  await form.introduce(siti)
  expect(await kept()).toEqual({ session: 0, local: 0, cookies: '' })
  await form.agree()
  await form.send()
  await form.receipt()
  await everybodyCanUse(visitor)
  for (const way of ['Salin nomor dan kode', 'Simpan sebagai berkas', 'dengan kode'])
    expect(await form.panel.getByText(way).isVisible()).toBe(false)
  expect(await form.panel.getByRole('link').count()).toBe(0)

  await visitor.getByRole('button', { name: 'Selesai, kosongkan layar' }).click()
  await form.step('Pilih kerahasiaan identitas').waitFor()
  expect(await visitor.getByRole('button', { name: 'Selesai, kosongkan layar' }).isVisible()).toBe(false)
  expect(await kept()).toEqual({ session: 0, local: 0, cookies: '' })
  await visitor.goBack()
  expect(await visitor.getByText(siti.name).count()).toBe(0)

  function kept() {
    return visitor.evaluate(() => ({
      session: sessionStorage.length,
      local: localStorage.length,
      cookies: document.cookie,
    }))
  }
})

it('a visitor who walks away from the kiosk is asked, and then forgotten', async () => {
  const visitor = await aVisitor(await anOpenOffice())
  await visitor.clock.install()
  await visitor.goto(`${kiosk}?lang=id`)
  const form = complaintForm(visitor)
  await form.choosePrivacy('Identitas dirahasiakan')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.panel.getByLabel('Pokok pengaduan').fill('Diminta uang saat mengambil surat')
  await visitor.clock.fastForward('01:31')
  const question = visitor.getByRole('alertdialog', { name: 'Masih di sini?' })
  await question.waitFor()
  await everybodyCanUse(visitor)
  await visitor.clock.runFor('00:30')
  await form.step('Pilih kerahasiaan identitas').waitFor()
  expect(await question.isVisible()).toBe(false)
  await form.choosePrivacy('Dengan identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  expect(await form.panel.getByLabel('Pokok pengaduan').inputValue()).toBe('')
})

it('quick exit at the kiosk leads to the next person’s empty form', async () => {
  const visitor = await aVisitor(await anOpenOffice())
  await visitor.goto(kiosk)
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.panel.getByRole('button', { name: 'Keluar cepat' }).click()
  await form.step('Pilih kerahasiaan identitas').waitFor()
  expect(await form.panel.getByRole('radio', { name: 'Tanpa identitas' }).isChecked()).toBe(false)
})
