import { encodeQR } from 'qr'
import { expect, it } from 'vitest'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { filingContext } from '../../service/sealing/envelope.ts'
import { sealEnvelope } from '../../service/sealing/seal-envelope.ts'
import { keyIdOf, makeUnitKey } from '../../service/sealing/unit-key.ts'
import { shareInWords, splitInThree } from '../../service/sealing/wrapped-key.ts'
import { aFiling, aKey, unitAt } from '../support/an-office.ts'
import { readQrCode } from '../support/read-qr-code.ts'
import { withADevice } from './pages/my-account.ts'
import { sealingPage } from './pages/sealing.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { siti } from './pages/visitor.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

/** A complaint as a browser sends it where identities are sealed. */
async function aSealedComplaint({ address }: OpenOffice): Promise<string> {
  const unit = unitAt(address)
  const { sealing } = (await (await fetch(unit.api)).json()) as TenantView
  const key = aKey()
  const { name, phone } = siti
  const inside = { name, phone, address: null, email: null, onBehalfOf: null }
  const place = { tenant: 'bagian-organisasi', context: filingContext(key) }
  const sealedIdentity = await sealEnvelope(sealing?.publicKey ?? '', inside, place)
  const sent = await unit.send({ ...aFiling(), reporter: {}, sealedIdentity }, key)
  return ((await sent.json()) as { number: string }).number
}

/** Once: an officer asks for the identity, the custodian agrees. */
async function allowOpening({ address }: OpenOffice, number: string): Promise<void> {
  const unit = unitAt(address)
  const officer = await unit.signIn('petugas')
  const reason = 'Mencocokkan nama di kuitansi.'
  await officer.post(`/cases/${number}/identity/requests`, { reason })
  const custodian = await unit.signIn('kustodian')
  const id = (await custodian.case(number)).identity.requests.at(-1)?.id
  await custodian.post(`/cases/${number}/identity/requests/${id}/decision`, { granted: true, because: 'Cukup.' })
}

/** A sheet of a key that is none of this unit's. */
async function aSheetOfAnotherKey(): Promise<string> {
  const { secret, publicKey } = await makeUnitKey()
  const [share = secret] = await splitInThree(secret)
  return (await shareInWords(share, await keyIdOf(publicKey))).join(' ')
}

/** What the camera of this page sees from now on: a sheet's QR code, at a slant. */
const seesSheet = (words: string) => `(() => {
  const rows = ${JSON.stringify(encodeQR(words.toUpperCase(), 'raw', { border: 4 }))}
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
  const pen = canvas.getContext('2d')
  const draw = () => {
    pen.setTransform(1, 0, 0, 1, 0, 0)
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, 640, 480)
    pen.setTransform(7, 1, -1, 7, 180, 60)
    pen.fillStyle = '#222'
    rows.forEach((row, y) => row.forEach((dark, x) => dark && pen.fillRect(x, y, 1, 1)))
    requestAnimationFrame(draw)
  }
  draw()
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10)
})()`

it('a custodian keeps the key by a passkey, loses the device, and two of three sheets open what was sealed before', async () => {
  const office = await anOpenOffice()
  const { page, press, goTo, openCase, told } = await aMemberOfStaff(office, 'kustodian')
  const device = await withADevice(page)
  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await goTo('Segel identitas')
  const ceremony = sealingPage(page)
  await ceremony.begin()
  await ceremony.choosePasskey()
  await everybodyCanUse(page)
  await ceremony.make()
  let printed = ''
  const { sheets, fingerprint } = await ceremony.handOut(async () => {
    await page.emulateMedia({ media: 'print' })
    printed = await readQrCode(await page.locator('recovery-sheet svg[role=img]').screenshot())
    await page.emulateMedia({ media: 'screen' })
  })
  expect(printed.toLowerCase()).toBe(sheets[0])
  await ceremony.prove(sheets)
  const admin = await unitAt(office.address).signIn('admin')
  expect((await admin.post('/sealing/confirmation', { fingerprint })).status).toBe(200)
  const number = await aSealedComplaint(office)

  const askForIdentity = async () => {
    await allowOpening(office, number)
    await goTo('Buku register')
    await openCase(number)
    await press('Buka identitas')
    await page.getByLabel('Dasar').selectOption('Memastikan identitas')
    await page.getByLabel('Mengapa identitas perlu dibuka?').fill('Mencocokkan nama di kuitansi.')
    await press('Buka dan catat')
  }
  await askForIdentity()
  await press('Buka')
  await page.getByText(siti.name).waitFor()
  await press('Sembunyikan sekarang')

  await device.forget()
  await goTo('Segel identitas')
  await press('Tambah cara saya')
  const dialog = page.locator('ui-dialog[open]')
  const refused = (sentence: string) => dialog.getByRole('alert').filter({ hasText: sentence }).waitFor()
  await press('Buka')
  await refused('passkey itu tidak ada di perangkat ini')
  await dialog.getByLabel('Buka dengan').selectOption('Dua lembar pemulihan')
  await press('Buka')
  await refused('Ketik atau pindai kedua lembar.')
  const [one, other] = [dialog.getByLabel('Kata-kata lembar pertama'), dialog.getByLabel('Kata-kata lembar kedua')]
  const [first = '', , third = ''] = sheets
  await one.fill(first)
  await other.fill(await aSheetOfAnotherKey())
  await press('Buka')
  await refused('Lembar ini milik kunci lain')
  await other.fill(first)
  await press('Buka')
  await refused('Lembar yang sama dimasukkan dua kali.')
  await other.fill(third.split(' ').with(7, first.split(' ')[7]!).join(' '))
  await press('Buka')
  await refused('Ada huruf yang salah.')
  await everybodyCanUse(page)
  await page.evaluate(seesSheet(third))
  await dialog.getByRole('button', { name: 'Pindai kode QR' }).last().click()
  await dialog.getByText('Kode QR terbaca.').waitFor()
  expect(await other.inputValue()).toBe(third)
  await press('Buka')
  await ceremony.choosePassphrase('lima kata baru setelah hilang')
  await dialog.getByRole('button', { name: 'Tambah cara saya' }).click()
  await told('Tersimpan. Anda kini dapat membuka kunci ini.')

  await askForIdentity()
  const ways = page.getByLabel('Buka dengan')
  const byPassphrase = await ways.getByRole('option', { name: 'Frasa sandi' }).getAttribute('value')
  await ways.selectOption(byPassphrase)
  await page.getByRole('textbox', { name: 'Frasa sandi', exact: true }).fill('lima kata baru setelah hilang')
  await press('Buka')
  await page.getByText(siti.name).waitFor()
  expect(sent.filter((call) => sheets.some((sheet) => call.toLowerCase().includes(sheet.slice(0, 11))))).toEqual([])
})
