import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { aCuttingLine } from '../support/a-cutting-line.ts'
import { aPictureOf, sha256 } from '../support/some-files.ts'
import { complaintForm } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

// No two pieces of it are alike: one that was put in the wrong place would show.
const film = Buffer.concat([aPictureOf(100), randomBytes(2_400_000)])
const file = { name: 'rekaman.png', mimeType: 'image/png', buffer: film }

it('a large file arrives whole though the line breaks ten times and the page is loaded anew in between', async () => {
  const office = await anOpenOffice()
  const line = await aCuttingLine(office.address, /^PATCH .*\/evidence\/uploads\//)
  // A browser repeats by itself what broke on a line that it had used before; the service then says where to go on.
  const errors = [/ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|409 \(Conflict\)/]
  const visitor = await aVisitor({ address: line.url }, { on: phone, errors })
  visitor.on('dialog', (dialog) => void dialog.accept())
  await visitor.goto('/t/bagian-organisasi')
  const form = complaintForm(visitor)
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Maladministrasi')
  await form.tell('Rekaman di loket')

  line.breakAfter([1, 700, 40_000, 65_536, 100_001, 3_000, 131_000], 'dead')
  await form.panel.getByRole('button', { name: 'Tambahkan bukti' }).click()
  const choose = () => form.panel.locator('#files').setInputFiles(file)
  const tryNow = form.panel.getByRole('button', { name: 'Coba sekarang' })
  const broken = async () => {
    await tryNow.click({ timeout: 500 }).catch(() => {})
    return line.cuts()
  }
  await choose()
  await form.panel.getByRole('button', { name: /^Kirim foto asli/ }).click()
  await form.panel.getByText(/Terputus, tersimpan sampai \d+%/).waitFor()
  await everybodyCanUse(visitor)
  await expect.poll(broken).toBe(7)
  await visitor.reload()
  await form.panel.getByText(/Pilih berkas yang sama untuk melanjutkan/).waitFor()
  await everybodyCanUse(visitor)

  line.breakAfter([50_000, 131_000, 20])
  const sent: number[] = []
  visitor.on('request', (request) => {
    if (request.method() === 'PATCH') sent.push(Number(request.headers()['upload-offset']))
  })
  // It was settled before that the whole of it goes.
  await choose()
  await expect.poll(broken).toBe(10)
  await form.panel.getByText('· Tersimpan').waitFor()
  expect(sent[0]).toBeGreaterThan(0)
  await form.panel.getByText(`${sha256(film).slice(0, 8)}…`).waitFor()
  await form.next()
  await form.next()
  await form.agree()
  await form.send()
  await form.receipt()
})
