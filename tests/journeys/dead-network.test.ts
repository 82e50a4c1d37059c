import { expect, it } from 'vitest'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { aPhoto, complaintForm, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

/** Numbers of all cases that the office has. */
async function casesOf({ address }: OpenOffice): Promise<string[]> {
  const verifier = await unitAt(address).signIn('verifikator', demoPassword)
  const { items } = (await (await verifier.get('/cases')).json()) as { items: { number: string }[] }
  return items.map(({ number }) => number)
}

it('what is written survives a reload and a dead network, and is sent once when the network is back', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office, { on: phone, errors: [/ERR_INTERNET_DISCONNECTED/] })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/demo/')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Dengan identitas')
  await form.chooseCategory('Maladministrasi')
  await form.tell('Surat saya hilang')
  await form.addEvidence(aPhoto)
  await form.skipEvidence()
  await form.panel.getByLabel('Nama lengkap').fill(siti.name)
  await visitor.reload()

  await form.step('Identitas dan kontak').waitFor()
  await form.panel.getByText('Isian Anda masih ada.').waitFor()
  await everybodyCanUse(visitor)
  expect(await form.panel.getByLabel('Nama lengkap').inputValue()).toBe(siti.name)
  await form.introduce(siti)
  await form.panel.getByText('Surat saya hilang').waitFor()
  await form.panel.getByText(aPhoto.name).first().waitFor()
  await form.agree()

  await visitor.context().setOffline(true)
  await form.send()
  await form.panel.getByText('Belum ada tanda terima.').waitFor()
  await everybodyCanUse(visitor)
  expect(await casesOf(office)).toEqual([])
  await visitor.context().setOffline(false)
  const { number } = await form.receipt()
  expect(await casesOf(office)).toEqual([number])

  // The receipt is there again: a phone may close a tab in the background.
  await visitor.reload()
  expect((await form.receipt()).number).toBe(number)
  expect(await visitor.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('Siti')
})

it('a complaint whose answer was lost on the way is sent again, and is still one complaint', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office, { errors: [/ERR_CONNECTION_RESET/] })
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Maladministrasi')
  await form.tell('Jawaban yang hilang')
  await form.skipEvidence()
  await form.next()
  await form.agree()

  const arrived: number[] = []
  await visitor.route(
    '**/complaints',
    async (route) => {
      arrived.push((await route.fetch()).status())
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await form.send()
  await form.panel.getByText(/Jaringan terputus. Kami mencoba lagi/).waitFor()
  expect(arrived).toEqual([201])
  const { number } = await form.receipt()
  expect(await casesOf(office)).toEqual([number])
})
