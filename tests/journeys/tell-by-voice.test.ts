import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm } from './pages/visitor.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const told = 'Saya diminta uang di loket dua pada hari Senin.'

it('somebody who writes nothing tells it by voice; staff write it down, and the reporter corrects it', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office, { on: phone, errors: [/ERR_INTERNET_DISCONNECTED/] })
  const form = complaintForm(visitor)
  const { panel } = form
  const press = (name: string) => panel.getByRole('button', { name, exact: true }).click()
  await visitor.goto('/t/bagian-organisasi')
  await form.choosePrivacy('Tanpa identitas')
  await form.chooseCategory('Pungutan lain-lain oleh petugas')
  await press('Ceritakan dengan suara')
  await press('Mulai merekam')
  await panel.getByText('0:02 dari 10:00').waitFor()
  await press('Berhenti')
  await panel.getByLabel('Samarkan suara saya').check()
  await panel.getByText('Suara disamarkan. Silakan dengarkan dulu.').waitFor()
  await press('Dengarkan')
  await panel.getByRole('button', { name: 'Dengarkan', exact: true }).waitFor()
  await everybodyCanUse(visitor)
  // The line dies before the recording has arrived; the reporter goes on.
  await visitor.context().setOffline(true)
  await press('Pakai rekaman')
  await panel.getByText('Cerita Anda: rekaman suara yang disamarkan.').waitFor()
  await everybodyCanUse(visitor)
  await form.next()
  await form.step('Bukti pendukung').waitFor()
  await visitor.context().setOffline(false)
  await form.skipEvidence()
  await form.next()
  await form.agree()
  await form.send()
  const handed = await form.receipt()

  const officer = await aMemberOfStaff(office, 'verifikator')
  const { page } = officer
  await officer.openCase(handed.number)
  const heard = page.waitForResponse((answer) => answer.url().endsWith('/playing'))
  await page.getByLabel('Pernyataan lisan pelapor').evaluate((player: HTMLAudioElement) => player.play())
  expect((await heard).ok()).toBe(true)
  await expect
    .poll(() => page.getByLabel('Pernyataan lisan pelapor').evaluate((player: HTMLAudioElement) => player.currentTime))
    .toBeGreaterThan(0)
  await page.getByText('Belum ditranskrip.', { exact: true }).waitFor()
  const act = await officer.begin('Tulis transkrip')
  await act.getByLabel('Apa yang diceritakan pelapor?').fill(told)
  await everybodyCanUse(page)
  await act.getByRole('button', { name: 'Simpan transkrip' }).click()
  await officer.told('Transkrip tersimpan. Pelapor dapat membaca dan memperbaikinya.')

  const follow = followUp(visitor)
  await follow.open(handed)
  await follow.press('Dengarkan rekaman')
  await follow.panel.getByRole('button', { name: 'Hentikan' }).waitFor()
  await follow.panel.getByText(told).first().waitFor()
  await everybodyCanUse(visitor)
  await follow.panel.getByText('Ada yang salah').click()
  await follow.panel.getByLabel('Tulis sebagaimana Anda maksud').fill('Pada hari Selasa.')
  await follow.press('Kirim perbaikan')
  await follow.sent()

  await page.reload()
  await page.getByText('Pada hari Selasa.').first().waitFor()
  await page.getByText(/Perbaikan oleh pelapor/).waitFor()
  await everybodyCanUse(page)

  // At the counter an officer records it with the reporter there.
  await page.goto('/admin/bagian-organisasi/intake?at=counter')
  await page.getByRole('radio', { name: /^Tanpa identitas/ }).check()
  await page.keyboard.press('Enter')
  await officer.press('Rekam cerita pelapor')
  await page.getByText('Sedang merekam, 1 detik.').waitFor()
  await officer.press('Berhenti merekam')
  await officer.press('Putar')
  await officer.press('Pakai rekaman')
  await page.getByText('Cerita pelapor: rekaman suara. Uraian tidak wajib.').waitFor()
  await page.getByLabel('Kategori').selectOption({ label: 'Pungutan lain-lain oleh petugas' })
  await everybodyCanUse(page)
  await officer.press('Bacakan kembali')
  await page.getByRole('region', { name: 'Bacakan kepada pelapor' }).waitFor()
})
