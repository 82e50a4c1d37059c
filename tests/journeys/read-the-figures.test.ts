import { expect, it } from 'vitest'
import { readQuery, requestOf } from '../../admin/register/register-query.ts'
import type { InvitedStaffView } from '../../service/contract/account.ts'
import type { CaseRegister } from '../../service/contract/case-view.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { aMemberOfStaff, staffRoom } from './pages/staff-room.ts'
import { readOut } from './pages/visitor.ts'
import { aPerson } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

/** An observer who has just accepted the invitation. */
async function anObserver(office: OpenOffice) {
  const admin = await unitAt(office.address).signIn('admin', demoPassword)
  const somebody = { name: 'Gita Misal', position: 'Pengamat', roles: ['observer'], email: 'gita@pengamat.example' }
  const { setUpUrl } = (await (await admin.post('/staff', somebody)).json()) as InvitedStaffView
  const page = await aPerson(office, { errors: [/status of 401/] })
  await page.goto(setUpUrl ?? '')
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('kuda-laut-biru-77')
  await page.getByLabel('Ulangi kata sandi baru').fill('kuda-laut-biru-77')
  await page.getByRole('button', { name: 'Simpan dan masuk' }).click()
  return staffRoom(page)
}

it('an observer begins with the figures, small ones blurred, and reaches no case; the head reads them whole', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const filed = await Promise.all(Array.from({ length: 8 }, () => unit.file({ subject: 'Diminta uang' })))
  await unit.file({ category: 'maladministration' })
  const officer = await unit.signIn('kepala', demoPassword)
  for (const { number } of filed.slice(0, 2)) expect((await officer.act(number, 'verify')).status).toBe(200)

  const { page } = await anObserver(office)
  await page.getByRole('heading', { name: 'Angka unit' }).waitFor()
  const statuses = page.getByRole('region', { name: 'Menurut status' })
  await statuses.getByText('samar').first().waitFor()
  await everybodyCanUse(page)
  expect(await readOut(page.getByRole('main'))).toMatch(/definition: "9"/)
  expect(await statuses.getByText('2', { exact: true }).count()).toBe(0)
  expect(await page.getByRole('navigation', { name: 'Halaman', exact: true }).getByRole('link').count()).toBe(1)
  await page.goto(`/admin/bagian-organisasi/cases/${filed[0]?.number}`)
  await page.getByText('Peran Anda tidak mencakup halaman ini').first().waitFor()

  const head = await aMemberOfStaff(office, 'kepala')
  await head.goTo('Angka unit')
  await head.page.getByRole('region', { name: 'Menurut status' }).getByRole('link', { name: /: 2$/ }).waitFor()
  expect(await readOut(head.page.getByRole('main'))).not.toContain('samar')
})

it('each number of the figures leads to just as many cases in the register', async () => {
  const office = await anOpenOffice()
  const unit = unitAt(office.address)
  const filed = await Promise.all([
    ...Array.from({ length: 3 }, () => unit.file({ category: 'illegal_levy' })),
    ...Array.from({ length: 2 }, () => unit.file({ category: 'maladministration' })),
  ])
  const officer = await unit.signIn('kepala', demoPassword)
  const [first, second] = filed
  if (!first || !second) throw new Error('Nothing was filed.')
  for (const { number } of [first, second]) {
    expect((await officer.act(number, 'verify')).status).toBe(200)
    const answered = await officer.act(number, 'answer', { outcome: 'clarified', text: 'Sudah kami jelaskan.' })
    expect(answered.status).toBe(200)
  }
  const rated = await unit.reporter(first).post('/rating', { stars: 4, solved: true })
  expect(rated.status).toBe(201)

  const { page, goTo } = await aMemberOfStaff(office, 'kepala')
  await goTo('Angka unit')
  const lists = [
    ...['Menurut kategori', 'Menurut saluran', 'Menurut tempat', 'Hasil jawaban', 'Kepuasan pelapor'],
    ...['Menurut status', 'Umur pengaduan yang masih berjalan', 'Lama waktu', 'Diterima per hari'],
  ]
  const region = (name: string) => page.getByRole('region', { name })
  const links = async () => {
    await region('Menurut kategori').getByRole('link').first().waitFor()
    const areas = [...lists, 'Ukuran', 'Waktu menurut kategori'].map(region)
    const inLists = await Promise.all(areas.map((area) => area.getByRole('link').all()))
    const ofDays = await region('Masih terbuka pada akhir hari').getByRole('link').all()
    return [await page.getByRole('definition').getByRole('link').all(), ...inLists, ofDays.slice(-1)]
  }
  const numberIn = (said: string) =>
    Number((/(\d+) sudah/.exec(said) ?? /:\s+(\d+)/.exec(said) ?? /(\d+)/.exec(said))?.[1])
  const all = await links()
  expect(all.flat().length).toBeGreaterThanOrEqual(30)
  // What the register would ask for at each address; the page itself is looked at for one of a kind.
  for (const link of all.flat()) {
    const said = (await link.textContent()) ?? ''
    const { search } = new URL((await link.getAttribute('href')) ?? '', office.address)
    const { items }: CaseRegister = await (await officer.get(`/cases?${requestOf(readQuery(search))}`)).json()
    expect([said, items.length]).toEqual([said, numberIn(said)])
  }
  for (const [at, { length }] of all.entries()) {
    const link = (await links())[at]?.[0]
    if (!link) expect(length).toBe(0)
    else {
      const many = numberIn((await link.textContent()) ?? '')
      await link.click()
      await page.getByRole('heading', { name: 'Buku register' }).waitFor()
      await expect.poll(() => page.getByRole('link', { name: /^BO-\d{4}-\d+$/ }).count()).toBe(many)
      await page.goBack()
    }
  }

  await page.getByLabel('Diterima dalam').selectOption({ label: 'Bulan lalu' })
  await region('Diterima per hari').getByText('Lihat sebagai tabel').click()
  await region('Diterima per hari').getByRole('table').waitFor()
  await page.getByRole('definition').filter({ hasText: '5 pada masa sebelumnya' }).waitFor({ state: 'detached' })

  // Any other days: the first of the year until today.
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jakarta' }).format()
  await page.getByLabel('Diterima dalam').selectOption({ label: 'Tanggal sendiri' })
  await page.getByLabel('Dari tanggal').fill(`${today.slice(0, 4)}-01-01`)
  await page.getByLabel('Sampai tanggal').fill(today)
  await page.getByRole('button', { name: 'Tampilkan' }).click()
  await region('Menurut kategori').getByRole('link', { name: 'Maladministrasi: 2' }).waitFor()
  await page.getByLabel('Kategori', { exact: true }).selectOption({ label: 'Maladministrasi' })
  await expect.poll(() => page.getByRole('definition').first().textContent()).toMatch(/2/)
  await everybodyCanUse(page)
  await region('Menurut kategori').getByRole('link', { name: 'Maladministrasi: 2' }).click()
  await page
    .getByRole('link', { name: /^Hapus saringan: Diterima/ })
    .first()
    .waitFor()
  await everybodyCanUse(page)
})
