import { expect, it } from 'vitest'
import { complaintForm, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const nik = '3578 0149 0100 0001'

it('a reporter reads before sending where they name themselves, replaces it, and no word of it leaves the browser', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { on: phone })
  const sent: string[] = []
  visitor.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.panel.getByLabel('Pokok pengaduan').fill('Diminta uang stempel')
  await form.panel
    .getByLabel('Uraian kejadian')
    .fill(`Nama saya ${siti.name}, NIK ${nik}. Petugas meminta uang. Hubungi saya di ${siti.phone}.`)
  await form.next()
  await form.skipEvidence()
  await form.next()
  await form.step('Periksa dan kirim').waitFor()
  await form.panel.getByRole('heading', { name: 'Kata yang dapat menunjukkan siapa Anda' }).waitFor()
  const marked = form.panel.locator('aduan-personal mark')
  expect(await marked.allTextContents()).toEqual([siti.name, nik, siti.phone])
  await everybodyCanUse(visitor)

  await form.panel.getByRole('button', { name: `Ganti dengan [nama]: ${siti.name}` }).click()
  await form.panel.getByText('1 bagian sudah diganti.').waitFor()
  await form.panel.getByRole('button', { name: 'Ganti semua (2)' }).click()
  await form.panel.getByText('3 bagian sudah diganti.').waitFor()
  expect(await marked.count()).toBe(0)
  await form.panel.getByText('Nama saya [nama], NIK [NIK]. Petugas meminta uang. Hubungi saya di [telepon].').waitFor()

  const secrets = [siti.name, nik, siti.phone]
  const leaked = () => sent.filter((request) => secrets.some((secret) => decodeURIComponent(request).includes(secret)))
  expect(leaked()).toEqual([])
  await form.agree()
  await form.send()
  await form.receipt()
  expect(sent.some((request) => request.includes('Nama saya [nama]'))).toBe(true)
  expect(leaked()).toEqual([])
})
