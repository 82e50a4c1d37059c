import { expect, it, onTestFinished } from 'vitest'
import { aBuildWithARelease } from '../support/a-build-with-a-release.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { aPhoto, complaintForm, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'
import { aSiteWith, nameInTheSettings } from './support/an-own-site.ts'

const twoLines = ({ address }: OpenOffice) =>
  `<script type="module" src="${address}/widget/v1/aduan.js"></script>
   <aduan-widget tenant="bagian-organisasi"><a href="${address}/t/bagian-organisasi">Sampaikan pengaduan</a></aduan-widget>`

it('a site may not carry the form until the unit names it, and then files from there with evidence', async () => {
  const office = await anOpenOffice()
  const site = await aSiteWith(twoLines(office))
  const refused = [/status of 403/, /aduan-widget: .* has not named http/]
  const early = await aVisitor(office, { origins: [site], errors: refused })
  await early.goto(site)
  await early.getByText('Formulir belum dapat ditampilkan.').waitFor()
  await early.getByRole('link', { name: `${office.address}/t/bagian-organisasi` }).waitFor()
  await everybodyCanUse(early)

  await nameInTheSettings(office, site)

  const visitor = await aVisitor(office, { origins: [site] })
  await visitor.goto(site)
  const form = complaintForm(visitor)
  await form.choosePrivacy('Dengan identitas')
  await form.chooseCategory('Maladministrasi')
  await form.tell('Dari situs kantor sendiri')
  await form.addEvidence(aPhoto)
  await form.skipEvidence()
  await form.introduce(siti)
  await form.agree()
  await form.send()
  const { number } = await form.receipt()
  expect(number).toMatch(/^BO-/)
  const download = visitor.waitForEvent('download')
  await form.panel.getByRole('button', { name: 'Unduh tanda terima (PDF) tanpa kode' }).click()
  expect((await download).suggestedFilename()).toBe(`${number}.pdf`)

  await early.getByRole('button', { name: 'Coba lagi' }).click()
  await complaintForm(early).step('Pilih kerahasiaan identitas').waitFor()
})

it('a site holds the form to one version by what the settings tell, and fetches it only when its button is pressed', async () => {
  const build = await aBuildWithARelease()
  onTestFinished(build.remove)
  const office = await anOpenOffice({}, build.folder)
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  await admin.page.getByText(/Atau kunci pada versi/).click()
  const pinned = (await admin.page.getByLabel(/Atau kunci pada versi/).textContent()) ?? ''
  expect(pinned).toMatch(/integrity="sha384-.*crossorigin/)
  const button = `<script type="module" src="${office.address}/widget/v1/button.js"></script>
    <aduan-button tenant="bagian-organisasi"><a href="${office.address}/t/bagian-organisasi">Sampaikan</a></aduan-button>`
  const altered = pinned.replace(/integrity="sha384-.{8}/, 'integrity="sha384-AAAAAAAA')
  const held = await aSiteWith(pinned)
  const broken = await aSiteWith(altered)
  const withButton = await aSiteWith(button)
  await nameInTheSettings(office, held, broken, withButton)

  const visitor = await aVisitor(office, { origins: [held, withButton] })
  await visitor.goto(held)
  await visitor.getByRole('button', { name: 'English' }).click()
  await visitor.getByRole('heading', { name: 'Choose who may know you' }).waitFor()

  const scripts: string[] = []
  visitor.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  await visitor.goto(withButton)
  const opener = visitor.getByRole('button', { name: 'Sampaikan pengaduan' })
  await opener.waitFor()
  expect(scripts.filter((path) => path.endsWith('.js'))).toEqual(['/widget/v1/button.js'])
  await opener.click()
  await complaintForm(visitor).step('Pilih kerahasiaan identitas').waitFor()
  await everybodyCanUse(visitor)

  const refused = [/integrity/i, /ERR_FAILED/]
  const deceived = await aVisitor(office, { origins: [broken], errors: refused })
  const told = deceived.waitForEvent('console', (message) => message.text().includes('integrity'))
  await deceived.goto(broken)
  await told
  expect(await deceived.getByRole('link', { name: /Sampaikan pengaduan/ }).isVisible()).toBe(true)
})

it('a site that lets scripts ask nobody shows the form in a frame, and hears its number from nobody else', async () => {
  const office = await anOpenOffice()
  const policy = `default-src 'none'; script-src ${office.address}; frame-src ${office.address}; img-src data:`
  const site = await aSiteWith(twoLines(office), policy)
  await nameInTheSettings(office, site)

  const blocked = [/connect-src/, /Fetch API cannot load/, /failed: GET .*csp/]
  const visitor = await aVisitor(office, { on: phone, origins: [site], errors: blocked })
  await visitor.goto(site)
  const frame = visitor.locator('aduan-widget iframe')
  await frame.waitFor()
  const heard = visitor.evaluateHandle(() => {
    const numbers: string[] = []
    document.addEventListener('aduan-submitted', ({ detail }) => numbers.push(detail.number))
    window.postMessage({ aduan: 'submitted', number: 'BO-2026-999999' }, '*')
    window.postMessage({ aduan: 'height', height: 3 }, '*')
    return numbers
  })
  const inside = frame.contentFrame()
  await inside.getByRole('radio', { name: 'Tanpa identitas' }).click()
  const fits = () =>
    frame.evaluate((element) => {
      const { height } = element.getBoundingClientRect()
      return height > 400 && height < 3_000
    })
  await expect.poll(fits).toBe(true)
  await everybodyCanUse(visitor)
  const next = () => inside.getByRole('button', { name: 'Lanjut' }).click()
  await inside.getByRole('radio', { name: /Maladministrasi/ }).click()
  await inside.getByLabel('Pokok pengaduan').fill('Dari dalam bingkai')
  await inside.getByLabel('Uraian kejadian').fill('Antrean tidak dipanggil sampai loket tutup.')
  for (let step = 0; step < 3; step++) await next()
  for (const statement of await inside.getByRole('checkbox').all()) await statement.check()
  await inside.getByRole('button', { name: 'Kirim pengaduan' }).click()
  await inside.getByRole('heading', { name: 'Pengaduan Anda sudah diterima' }).waitFor()
  await expect.poll(async () => (await heard).jsonValue()).toEqual([expect.stringMatching(/^BO-\d{4}-0/)])
})

it('the same holds for a site that frames the form', async () => {
  const office = await anOpenOffice()
  const site = await aSiteWith(
    `<iframe title="Pengaduan" width="340" height="900" src="${office.address}/embed/bagian-organisasi"></iframe>`,
  )
  const early = await aVisitor(office, { origins: [site], errors: [/frame-ancestors/, /ERR_BLOCKED_BY_RESPONSE/] })
  const refused = early.waitForEvent('console', (message) => message.text().includes('frame-ancestors'))
  await early.goto(site)
  await refused

  await nameInTheSettings(office, site)
  const visitor = await aVisitor(office, { origins: [site] })
  await visitor.goto(site)
  const frame = visitor.frameLocator('iframe')
  await frame.getByRole('radio', { name: 'Tanpa identitas' }).click()
  await frame.getByRole('heading', { name: 'Jenis pengaduan' }).waitFor()
  await everybodyCanUse(visitor)
})
