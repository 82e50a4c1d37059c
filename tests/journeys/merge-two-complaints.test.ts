import { expect, it } from 'vitest'
import { followUp } from './pages/follow-up.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aComplaint, takenUpBy } from './support/a-complaint.ts'
import { aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const bridge = { subject: 'Jembatan Kali Umpama ambruk', chronology: 'Pagar jembatan Kali Umpama ambruk sejak hujan.' }

it('two complaints become one case: both reporters follow it, and neither sees the other', async () => {
  const office = await anOpenOffice()
  const first = await aComplaint(office, bridge)
  const second = await aComplaint(office, {
    ...bridge,
    chronology: 'Jembatan Kali Umpama ambruk, tanpa rambu apa pun.',
  })

  await takenUpBy(office, 'verifikator', first)
  const verifier = await aMemberOfStaff(office, 'verifikator')
  await verifier.openCase(second.number)
  const message = verifier.page.getByLabel('Pesan kepada pelapor')
  const kept = verifier.page.waitForResponse((one) => one.url().endsWith('/unsent/message') && one.ok())
  await message.fill('Rambu dipasang hari ini.')
  await kept
  await (await verifier.findAct('Gabungkan')).click()
  await verifier.page.getByRole('link', { name: first.number }).waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.page.getByRole('link', { name: first.number }).click()
  const sides = verifier.page.getByRole('table', { name: 'Perbandingan dua pengaduan' })
  await sides.getByText('tanpa rambu apa pun').waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.page.getByRole('radio', { name: `${first.number} ditangani terus` }).check()
  await verifier.page.getByLabel('Alasan penggabungan').fill('Jembatan yang sama.')
  await verifier.press('Gabungkan dan beri tahu pelapor')
  await verifier.told('Pengaduan digabungkan.')
  await verifier.page.getByRole('link', { name: first.number }).click()
  const joined = verifier.page.getByRole('region', { name: 'Digabungkan ke sini' })
  await joined.getByRole('link', { name: second.number }).waitFor()
  await everybodyCanUse(verifier.page)
  // What was typed on the joined case is found on the one that goes on.
  await verifier.page.getByText(`Tulisan Anda pada ${second.number} yang digabungkan ke sini: Pesan`).click()
  await verifier.page.locator('case-unsent blockquote').getByText('Rambu dipasang hari ini.').waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.press('Lanjutkan di sini')
  await expect.poll(() => message.inputValue()).toBe('Rambu dipasang hari ini.')
  await verifier.page.reload()
  await expect.poll(() => message.inputValue()).toBe('Rambu dipasang hari ini.')
  await message.fill('')

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open(second)
  await follow.panel.getByText(`digabungkan dengan pengaduan ${first.number}`).waitFor()
  await everybodyCanUse(follow.panel.page())
  expect(await readOut(follow.panel)).not.toContain('Pagar jembatan')

  const verify = await verifier.begin('Verifikasi')
  await verify.getByRole('button', { name: 'Mulai proses' }).click()
  await verifier.told('Pengaduan terverifikasi dan dalam proses.')
  const head = await aMemberOfStaff(office, 'kepala')
  await head.openCase(first.number)
  const answer = await head.begin('Jawab')
  await answer.getByLabel('Hasil').selectOption('Terbukti')
  await answer.getByLabel('Isi jawaban').fill('Jembatan diperbaiki minggu depan.')
  await answer.getByRole('button', { name: 'Kirim jawaban' }).click()
  await head.told('Jawaban tampil di halaman pantau pelapor.')

  for (const reporter of [first, second]) {
    const told = async () => {
      const own = followUp(await aVisitor(office, { on: phone }))
      await own.open(reporter)
      return readOut(own.panel)
    }
    await expect.poll(told, { timeout: 60_000, interval: 1_000 }).toContain('Jembatan diperbaiki minggu depan.')
  }
  const own = followUp(await aVisitor(office, { on: phone }))
  await own.open(first)
  expect(await readOut(own.panel)).not.toContain(second.number)
})

it('a complaint that was joined by mistake goes its own way again', async () => {
  const office = await anOpenOffice()
  const first = await aComplaint(office, bridge)
  const second = await aComplaint(office, bridge)
  await takenUpBy(office, 'verifikator', first, second)
  const verifier = await aMemberOfStaff(office, 'verifikator', {
    on: phone,
    at: `/admin/bagian-organisasi/cases/${second.number}/merge?with=${first.number}`,
  })
  await verifier.page.getByRole('heading', { name: /Uraian kejadian/ }).waitFor()
  await everybodyCanUse(verifier.page)
  await verifier.page.getByRole('radio', { name: `${first.number} ditangani terus` }).check()
  await verifier.page.getByLabel('Alasan penggabungan').fill('Jembatan yang sama.')
  await verifier.press('Gabungkan dan beri tahu pelapor')
  await verifier.press('Batalkan')
  await verifier.page.getByText('Tidak ada yang berubah.').waitFor()
  expect(await verifier.page.getByLabel('Alasan penggabungan').inputValue()).toBe('Jembatan yang sama.')
  await verifier.page.getByRole('radio', { name: `${first.number} ditangani terus` }).check()
  await verifier.press('Gabungkan dan beri tahu pelapor')
  await verifier.told('Pengaduan digabungkan.')
  await verifier.page.getByRole('region', { name: 'Bergabung dengan pengaduan lain' }).waitFor()
  await everybodyCanUse(verifier.page)
  const panel = await verifier.begin('Pisahkan lagi')
  await panel.getByLabel('Mengapa dipisahkan lagi?').fill('Ternyata jembatan lain.')
  await panel.getByRole('button', { name: 'Pisahkan dan beri tahu pelapor' }).click()
  await verifier.told('Pengaduan dipisahkan dan ditangani tersendiri.')

  const follow = followUp(await aVisitor(office, { on: phone }))
  await follow.open(second)
  await follow.panel.getByText('Ternyata jembatan lain.').waitFor()
  expect(await readOut(follow.panel)).not.toContain('digabungkan dengan pengaduan BO')
})
