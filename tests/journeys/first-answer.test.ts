import type { Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import type { StaffMemberView } from '../../service/contract/account.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { enteredBy, knock } from '../support/a-colleague.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { setUpFactor } from '../support/an-operator.ts'
import { startStandInSmtp } from '../support/stand-in-smtp.ts'
import { withADevice } from './pages/my-account.ts'
import { staffRoom } from './pages/staff-room.ts'
import { aPerson } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'
import { countingPresses } from './support/presses.ts'
import { wordsRead } from './support/words-read.ts'

/** Somebody reads two hundred words a minute and needs three seconds for a press or a field. */
const secondsOf = ({ words, presses }: { readonly words: number; readonly presses: number }) =>
  Math.round(words * 0.3 + presses * 3)

const password = 'kuda-laut-biru-77'
const answer = 'Uang itu biaya resmi. Bukti setornya kami lampirkan.'

/** A unit whose invitations are mailed, with an admin and a verifier at work in it. */
async function anOfficeThatInvites() {
  const smtp = await startStandInSmtp()
  onTestFinished(() => smtp.close())
  const office = await anOpenOffice({ SMTP_URL: smtp.url, STAFF_MAIL_DOMAINS: 'bagian-organisasi.example' })
  const unit = unitAt(office.address)
  const api = '/tenants/bagian-organisasi'
  const [admin, verifier] = await Promise.all(
    ['admin', 'verifikator'].map((mailbox) => {
      const email = `${mailbox}@bagian-organisasi.demo`
      return enteredBy(
        { url: office.address },
        knock({ url: office.address }, '/session', { email, password: demoPassword }),
      )
    }),
  )
  if (!admin || !verifier) throw new Error('Somebody did not come in.')

  return {
    ...office,
    /** @returns the person with the mail that they get */
    async invite(name: string, email: string) {
      const member = { name, position: 'Petugas penanganan', email, roles: ['case_handler'], reportsTo: null }
      expect((await admin.call('POST', `${api}/staff`, member)).status).toBe(201)
      const mail = () => smtp.delivered.find(({ to }) => to && !Array.isArray(to) && to.text.includes(email))
      await expect.poll(mail).toBeDefined()
      return { name, mail: `${mail()?.subject}\n${mail()?.text}` }
    },
    /** The verifier gives a new case to somebody who has come in. */
    async give(name: string): Promise<void> {
      const { number } = await unit.file({ subject: 'Diminta uang stempel' })
      const { items }: { items: readonly StaffMemberView[] } = await (
        await verifier.call('GET', `${api}/handlers`)
      ).json()
      const handler = items.find((one) => one.name === name)?.id
      const { revision }: CaseView = await (await verifier.call('GET', `${api}/cases/${number}`)).json()
      const given = await verifier.call('POST', `${api}/cases/${number}/verify`, { revision, handler })
      expect(given.status).toBe(200)
    },
    async askForSecondFactor(): Promise<void> {
      await setUpFactor(verifier)
      const settings: TenantSettingsView = await (await admin.call('GET', `${api}/settings`)).json()
      const saved = await admin.call('PUT', `${api}/settings`, { ...settings, requireSecondFactor: true })
      expect(saved.status).toBe(200)
    },
  }
}

type Office = Awaited<ReturnType<typeof anOfficeThatInvites>>

/** Somebody opens the invitation, and answers the first complaint that they are given; only the screen tells them how. */
async function answerFirst(
  office: Office,
  { name, mail }: { readonly name: string; readonly mail: string },
  furtherIn: (page: Page, look: () => Promise<void>) => Promise<void>,
) {
  const page = await aPerson(office, { errors: [/status of 40[13]/] })
  const words = wordsRead()
  const look = () => words.look(page)
  const press = (button: string) => page.getByRole('button', { name: button, exact: true }).click()
  words.take(mail.replace(/https?:\S+/g, '').split('\n'))
  const counted = await countingPresses(page)

  await page.goto(/https?:\S+/.exec(mail)?.[0] ?? '')
  await page.getByRole('heading', { name: 'Terima undangan' }).waitFor()
  await look()
  await page.getByLabel('Kata sandi baru', { exact: true }).fill(password)
  await page.getByLabel('Ulangi kata sandi baru').fill(password)
  await press('Simpan dan masuk')
  await furtherIn(page, look)
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await office.give(name)
  const act = page.getByRole('button', { name: 'Tidak terkait, buka' })
  await act.waitFor({ timeout: 60_000 })
  await look()
  await everybodyCanUse(page)
  await act.click()
  await page.getByRole('heading', { name: 'Akibat tindakan ini' }).waitFor()
  await look()
  await page.getByLabel('Hasil', { exact: true }).selectOption({ label: 'Tidak terbukti' })
  await page.getByLabel('Isi jawaban', { exact: true }).fill(answer)
  await look()
  await press('Ajukan ke pimpinan')
  await staffRoom(page).told('Usul jawaban diajukan ke pimpinan.')
  // The link in the mail is a press too.
  const presses = (await counted()) + 1
  const seen = { presses, words: words.sum() }
  const typed = Math.round((2 * password.length + answer.length) * 0.3)
  console.info(`first answer of ${name}:`, seen, `${secondsOf(seen)} s, and ${typed} s to type`)
  return seen
}

it('a new officer comes from the invitation in their mailbox to their first answer in twelve presses and three minutes, with a second factor too', async () => {
  const office = await anOfficeThatInvites()
  const fajar = await office.invite('Fajar Misal', 'fajar@bagian-organisasi.example')
  const gita = await office.invite('Gita Umpama', 'gita@bagian-organisasi.example')
  const first = await answerFirst(office, fajar, async () => {})
  expect(first.presses).toBeLessThanOrEqual(12)
  expect(secondsOf(first)).toBeLessThanOrEqual(180)

  await office.askForSecondFactor()
  const second = await answerFirst(office, gita, async (page, look) => {
    await withADevice(page)
    await page.getByText('mewajibkan faktor kedua. Pasang').waitFor()
    await look()
    await page.getByRole('button', { name: 'Tambah passkey' }).click()
    await look()
    await page.getByRole('button', { name: 'Buat passkey' }).click()
    await page.getByRole('button', { name: 'Sudah saya simpan' }).waitFor()
    await look()
    await page.getByRole('button', { name: 'Sudah saya simpan' }).click()
  })
  expect(second.presses).toBeLessThanOrEqual(12)
  expect(secondsOf(second)).toBeLessThanOrEqual(180)
})
