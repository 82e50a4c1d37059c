import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { makeUnitKey } from '../../service/sealing/unit-key.ts'
import { passphrase, sealingPage } from './pages/sealing.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm, siti } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'
import { aSiteWith, nameInTheSettings } from './support/an-own-site.ts'

/** The custodian makes a key, hands out three sheets, and has one typed back. @returns what stands on the sheets */
async function makeKey(office: OpenOffice) {
  const custodian = await aMemberOfStaff(office, 'kustodian')
  const { page } = custodian
  await custodian.goTo('Segel identitas')
  const ceremony = sealingPage(page)
  await ceremony.begin()
  await ceremony.choosePassphrase()
  await everybodyCanUse(page)
  await ceremony.make()
  const { sheets, fingerprint } = await ceremony.handOut(() => everybodyCanUse(page))
  await ceremony.prove(sheets)
  return { custodian, fingerprint }
}

/** The office's own site, with the lines that its settings print once identities are sealed. */
async function aSiteThatNamesTheKey(office: OpenOffice, fingerprint: string): Promise<string> {
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Pengaturan')
  const snippet = admin.page
    .locator('snippet-builder pre')
    .first()
    .filter({ hasText: `sealing-key="${fingerprint}"` })
  const site = await aSiteWith((await snippet.textContent()) ?? '')
  await nameInTheSettings(office, site)
  return site
}

/** Fills in a complaint with a name, up to the read-back. @returns what the browser sent */
async function fillIn(visitor: Page, between: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  visitor.on('request', (request) => sent.push(request.postData() ?? ''))
  const form = complaintForm(visitor)
  await form.choosePrivacy('Dengan identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await form.tell('Diminta uang saat mengambil surat')
  await form.skipEvidence()
  await between()
  await everybodyCanUse(visitor)
  const { email: _, ...withoutMail } = siti
  await form.introduce(withoutMail)
  await form.agree()
  await form.send()
  return sent
}

const readable = (sent: readonly string[]) =>
  sent.filter((body) => body.includes(siti.name) || body.includes(siti.phone))

it('a custodian makes a key, somebody else confirms it, the office’s site names it, a visitor’s identity comes sealed from there, and opens with that key alone', async () => {
  const office = await anOpenOffice()
  const { custodian, fingerprint } = await makeKey(office)
  const admin = await aMemberOfStaff(office, 'admin')
  await admin.goTo('Segel identitas')
  await admin.page.getByLabel('Kode pemeriksa dari lembar pemulihan').fill(fingerprint)
  await everybodyCanUse(admin.page)
  await admin.press('Pastikan dan berlakukan')
  await admin.told('Penyegelan berlaku: identitas baru dari situs tersegel.')

  const site = await aSiteThatNamesTheKey(office, fingerprint)
  const visitor = await aVisitor(office, { on: phone, origins: [site] })
  await visitor.goto(site)
  const { panel, receipt } = complaintForm(visitor)
  const sent = await fillIn(visitor, async () => {
    await panel.getByText('Identitas Anda disegel di perangkat ini').waitFor()
    await panel.getByText(fingerprint).waitFor()
  })
  const { number } = await receipt()
  expect(readable(sent)).toEqual([])

  // The same site, when the service offers another key under the true fingerprint, or none.
  const { publicKey } = await makeUnitKey()
  for (const lie of [{ publicKey, fingerprint }, undefined]) {
    const deceived = await aVisitor(office, { origins: [site], errors: [/aduan-widget: .* No identity is sent/] })
    await deceived.route(/\/api\/v1\/tenants\/bagian-organisasi\?/, async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, json: { ...(await answer.json()), sealing: lie } })
    })
    await deceived.goto(site)
    const refused = complaintForm(deceived).panel.getByText('Kunci kantor ini bukan kunci yang diharapkan halaman ini')
    const kept = await fillIn(deceived, () => refused.waitFor())
    await refused.waitFor()
    expect(kept.filter((body) => body !== '')).toEqual([])
  }

  const officer = await aMemberOfStaff(office, 'petugas')
  await officer.openCase(number)
  await officer.page.getByText('Identitas disegel oleh pelapor.').waitFor()
  await officer.press('Minta dibuka')
  await officer.page.getByLabel('Dasar').selectOption('Memastikan identitas')
  await officer.page.getByLabel('Mengapa identitas perlu dibuka?').fill('Mencocokkan nama di kuitansi.')
  await officer.press('Kirim permintaan')
  await officer.told('Permintaan terkirim kepada pemegang kunci identitas.')

  const { page, press } = custodian
  await custodian.goTo('Permintaan identitas')
  await custodian.openCase(number)
  await page.getByRole('radio', { name: 'Setujui' }).check()
  await page.getByLabel('Alasan keputusan').fill('Kuitansi adalah bukti utama.')
  await press('Simpan keputusan')
  await press('Buka identitas')
  await page.getByLabel('Dasar').selectOption('Memastikan identitas')
  await page.getByLabel('Mengapa identitas perlu dibuka?').fill('Mencocokkan nama di kuitansi.')
  await press('Buka dan catat')
  await page.getByRole('textbox', { name: 'Frasa sandi', exact: true }).fill('frasa yang keliru sama sekali')
  await press('Buka')
  await page.getByText('Frasa sandi ini tidak membuka kunci.').waitFor()
  await page.getByRole('textbox', { name: 'Frasa sandi', exact: true }).fill(passphrase)
  await press('Buka')
  await page.getByText(siti.name).waitFor()
  await everybodyCanUse(page)
  await press('Sembunyikan sekarang')
  expect(await page.getByText(siti.name).count()).toBe(0)
})
