import { expect, it } from 'vitest'
import { unitAt } from '../support/an-office.ts'
import { aPhoto } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('whoever holds a receipt learns on a phone whether the PDF is unaltered, and the PDF stays with them', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const aPdf = async () => {
    const receipt = await unit.file()
    const bytes = Buffer.from(await (await unit.reporter(receipt).get('/receipt.pdf')).arrayBuffer())
    return { ...receipt, file: { name: 'tanda-terima.pdf', mimeType: 'application/pdf', buffer: bytes } }
  }
  const [mine, another] = [await aPdf(), await aPdf()]
  const altered = Buffer.from(mine.file.buffer)
  altered.set([altered[5000]! ^ 1], 5000)

  const holder = await aVisitor(office, { on: phone })
  await holder.goto(new URL(mine.verifyUrl).pathname)
  const sent: string[] = []
  holder.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  const found = async (file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }) => {
    await holder.getByLabel('Pilih PDF').setInputFiles(file)
    const said = holder.getByRole('status')
    await said.getByText(file.name).filter({ visible: true }).waitFor()
    return said.getByRole('heading', { level: 3 }).textContent()
  }
  expect(await found(mine.file)).toBe('Asli dan tidak diubah')
  await everybodyCanUse(holder)
  expect(await found({ ...mine.file, name: 'diubah.pdf', buffer: altered })).toBe('Bukan berkas yang kami berikan')
  expect(await found(aPhoto)).toBe('Ini bukan PDF')
  expect(await found({ ...another.file, name: 'lain.pdf' })).toBe('Ini tanda terima lain')
  await everybodyCanUse(holder)
  expect(sent).toEqual([])

  await holder.getByRole('link', { name: 'Buka pemeriksaan tanda terima itu' }).click()
  expect(await found(another.file)).toBe('Asli dan tidak diubah')
})
