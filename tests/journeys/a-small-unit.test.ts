import { expect, it } from 'vitest'
import { password } from '../support/a-colleague.ts'
import { aNewUnit } from '../support/a-new-unit.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { withOperator } from '../support/an-operator.ts'
import { officeDay } from '../support/office-days.ts'
import { signIn } from './pages/sign-in.ts'
import { staffRoom } from './pages/staff-room.ts'
import { complaintForm } from './pages/visitor.ts'
import { aPerson, aVisitor, phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

const slug = 'kecamatan-kecil'

async function aSmallUnit() {
  const office = await anOpenOffice(withOperator)
  return { office, ...(await aNewUnit({ url: office.address }, slug, 'KK')) }
}

async function enter(office: OpenOffice, mailbox: string) {
  const page = await aPerson(office, { errors: [/status of 401/] })
  await page.goto('/admin/')
  await signIn(page, `${mailbox}@${slug}.example`, password)
  return staffRoom(page)
}

it('a unit with nobody: the admin reads what is missing, and the form opens with its head', async () => {
  const { office, join } = await aSmallUnit()
  const admin = await enter(office, 'admin')
  await admin.page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await admin.page.getByText('Belum ada yang dapat memverifikasi.').waitFor()
  await admin.page.goto(`/admin/${slug}/staff`)
  await admin.page.getByText('Formulir belum dibuka untuk umum').waitFor()
  await admin.page.getByText('Belum ada yang dapat memverifikasi.').waitFor()
  await everybodyCanUse(admin.page)
  const visitor = await aVisitor(office, { on: phone })
  await visitor.goto(`/t/${slug}`)
  await visitor.getByText('Formulir ini belum dibuka').waitFor()
  await everybodyCanUse(visitor)

  await join('kepala', ['unit_head'])
  const another = await aVisitor(office, { on: phone })
  await another.goto(`/t/${slug}`)
  await complaintForm(another).step('Pilih kerahasiaan identitas').waitFor()
  // Nobody keeps identities here, so it is not promised.
  expect(await another.getByText('Identitas dirahasiakan').count()).toBe(0)
  await admin.page.reload()
  await admin.page.getByText('Selain Nama kepala, belum ada yang dapat memutus keberatan.').waitFor()
})

it('a unit with one head: the objection to their answer is not offered to them, and the parent unit’s head decides', async () => {
  const { office, join, path } = await aSmallUnit()
  const head = await join('kepala', ['unit_head'])
  const unit = unitAt(office.address, slug)
  const receipt = await unit.file(aFiling())
  const { number } = receipt
  const act = async (verb: string, body: object = {}) => {
    const { revision } = (await (await head.call('GET', path(`/cases/${number}`))).json()) as { revision: number }
    expect((await head.call('POST', path(`/cases/${number}/${verb}`), { revision, ...body })).status).toBe(200)
  }
  await act('verify')
  await act('answer', { outcome: 'unsubstantiated', text: 'Tidak ada pungutan.' })
  await unit.reporter(receipt).post('/objection', { text: 'Uang saya belum kembali.' })

  const room = await enter(office, 'kepala')
  await room.page.goto(`/admin/${slug}/cases/${number}`)
  await room.page.getByText('belum ada orang lain yang dapat memutus keberatan atasnya').waitFor()
  expect(await room.page.getByRole('button', { name: 'Putuskan keberatan' }).count()).toBe(0)
  await everybodyCanUse(room.page)
  await room.page.goto(`/admin/${slug}/approvals?ask=export-register`)
  await room.page.getByText('Selain Nama kepala, belum ada yang dapat menjadi orang kedua').waitFor()
  await everybodyCanUse(room.page)

  await join('camat', ['parent_head'])
  const above = await enter(office, 'camat')
  await above.page.goto(`/admin/${slug}/cases/${number}`)
  const panel = await above.begin('Putuskan keberatan')
  await panel.getByRole('radio', { name: /dikabulkan/ }).check()
  await panel.getByLabel('Keputusan dan alasannya, untuk pelapor').fill('Kami periksa lagi.')
  await panel.getByRole('button', { name: /^Kirim/ }).click()
  await above.told('Keberatan diputuskan.')
  await above.page.getByText('Dalam proses').first().waitFor()
})

/** The head agrees to what the admin entered for them. */
async function agreeToAbsence(office: OpenOffice) {
  const head = await enter(office, 'kepala')
  await head.page.goto(`/admin/${slug}/today`)
  await head.page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await everybodyCanUse(head.page)
  await head.press('Setujui halangan Nama kepala')
  await head.told('Disetujui.')
}

it('a unit with a deputy: the admin enters the days, and the deputy answers under that title', async () => {
  const { office, join } = await aSmallUnit()
  await join('kepala', ['unit_head'])
  await join('kasi', ['case_handler'])
  const { number } = await unitAt(office.address, slug).file(aFiling())
  const admin = await enter(office, 'admin')
  await admin.page.goto(`/admin/${slug}/staff`)
  await admin.press('Berhalangan: Nama kepala')
  const form = admin.page.locator('absence-form')
  await form.getByRole('button', { name: 'Tambah' }).click()
  await form.getByText('Isi hari pertama dan hari terakhir.').first().waitFor()
  const today = officeDay()
  await form.getByLabel('Hari pertama').fill(today)
  await form.getByLabel('Hari terakhir').fill(today)
  await form.getByLabel('Pengganti').selectOption({ label: 'Nama kasi · Jabatan kasi' })
  await everybodyCanUse(admin.page)
  await form.getByRole('button', { name: 'Tambah' }).click()
  await admin.page.getByText('menunggu disetujui').first().waitFor()
  await agreeToAbsence(office)

  const deputy = await enter(office, 'kasi')
  await deputy.page.goto(`/admin/${slug}/cases/${number}`)
  const panel = await deputy.begin('Verifikasi')
  await panel.getByRole('button', { name: 'Mulai proses' }).click()
  await deputy.told('Pengaduan terverifikasi dan dalam proses.')
  await deputy.showPart('Riwayat')
  await deputy.page.getByText('Plh. Jabatan kepala').first().waitFor()
})

it('a unit whose only head leaves without a deputy: the form says before what will wait, and the admin names one', async () => {
  const { office, join, path } = await aSmallUnit()
  const head = await join('kepala', ['unit_head'])
  await join('kasi', ['case_handler'])
  const { number } = await unitAt(office.address, slug).file(aFiling())
  const today = officeDay()
  const room = await enter(office, 'kepala')
  await room.page.goto('/admin/account')
  const own = room.page.locator('absence-form')
  await own.getByLabel('Hari pertama').fill(today)
  await own.getByLabel('Hari terakhir').fill(today)
  await own.getByText('memverifikasi').waitFor()
  await own.getByText('1 pengaduan menunggu sekarang').waitFor()
  await everybodyCanUse(room.page)
  const colleague = { label: 'Nama kasi · Jabatan kasi' }
  await own.getByLabel('Pengganti').selectOption(colleague)
  await own.getByText('Pada hari-hari itu tidak ada yang dapat:').waitFor({ state: 'detached' })
  await own.getByLabel('Pengganti').selectOption('')
  await own.getByRole('button', { name: 'Tambah' }).click()
  await own.getByRole('button', { name: /^Tunjuk pengganti:/ }).waitFor()
  await room.page.goto(`/admin/${slug}/today`)
  await room.page.getByRole('link', { name: 'Verifikasi' }).waitFor()

  const admin = await enter(office, 'admin')
  await admin.page.getByRole('link', { name: 'Tunjuk pengganti Nama kepala, atau akhiri halangannya.' }).first().click()
  const form = admin.page.locator('absence-form')
  await form.getByRole('button', { name: /^Tunjuk pengganti:/ }).click()
  await form.getByRole('combobox', { name: /^Pengganti/ }).selectOption(colleague)
  await form.getByRole('button', { name: 'Tambah' }).click()
  await admin.page.getByText('menunggu disetujui').first().waitFor()
  await agreeToAbsence(office)
  await admin.page.goto(`/admin/${slug}/today`)
  await admin.page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  expect(await admin.page.getByText('memverifikasi').count()).toBe(0)
  const { people } = (await (await head.call('GET', path('/duties'))).json()) as {
    people: { name: string; absences: object[] }[]
  }
  expect(people.find(({ name }) => name === 'Nama kepala')?.absences).toHaveLength(1)
  const deputy = await enter(office, 'kasi')
  await deputy.page.goto(`/admin/${slug}/today`)
  await deputy.page.getByText(number).first().waitFor()
})
