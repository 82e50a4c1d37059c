import { expect, it } from 'vitest'
import { aRunningService, demoPassword } from '../support/a-running-service.ts'
import { myAccount, withADevice } from './pages/my-account.ts'
import { signIn } from './pages/sign-in.ts'
import { aMemberOfStaff, staffRoom } from './pages/staff-room.ts'
import { aPerson } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

const email = 'kepala@bagian-organisasi.demo'
const refused = /status of 40[0-9]/

it('a head sets up an authenticator app, and from then on gets in by password and code, or by a recovery code', async () => {
  const office = await anOpenOffice()
  const { page, press, told } = await aMemberOfStaff(office, 'kepala', { errors: [refused] })
  const account = myAccount(page)
  await account.open()
  await everybodyCanUse(page)
  const code = await account.offerApp()
  await everybodyCanUse(page)
  await account.confirmApp('12')
  await page.getByRole('alert').filter({ hasText: 'Kode ini tidak cocok' }).waitFor()
  await account.confirmApp(code(0))
  await account.codes.waitFor()
  await everybodyCanUse(page)
  const [recovery = ''] = await account.keepCodes()
  await page.getByText('Dipakai sejak').waitFor()
  await page.getByText('Tersisa 10 kode.').waitFor()
  await everybodyCanUse(page)

  await press('Keluar')
  await page.getByLabel('Surel').fill(email)
  await page.getByLabel('Kata sandi').fill(demoPassword)
  await press('Masuk')
  await page.getByLabel('Kode enam angka').fill(code(0))
  await everybodyCanUse(page)
  await press('Masuk')
  await page.getByText('sudah pernah dipakai').waitFor()
  await everybodyCanUse(page)
  await page.getByLabel('Kode enam angka').fill(code(1))
  await press('Masuk')
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()

  await press('Keluar')
  await page.getByLabel('Surel').fill(email)
  await page.getByLabel('Kata sandi').fill(demoPassword)
  await press('Masuk')
  await page.getByLabel('Kode enam angka').fill(recovery.toLowerCase())
  await press('Masuk')
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await account.open()
  await page.getByText('Tersisa 9 kode.').waitFor()
  await press('Lepaskan aplikasi autentikator')
  await page.getByText('kata sandi saja cukup untuk masuk').waitFor()
  await everybodyCanUse(page)
  await press('Lepaskan aplikasi autentikator')
  await told('Aplikasi autentikator dilepaskan.')
  await page.getByText('Belum dipasang.').waitFor()
})

it('a head adds a passkey, signs in without a password, and removes it', async () => {
  const office = await anOpenOffice()
  const { page, press, told } = await aMemberOfStaff(office, 'kepala', { errors: [refused] })
  await withADevice(page)
  const account = myAccount(page)
  await account.open()
  await account.addPasskey('Ponsel dinas')
  await account.keepCodes()
  await page.getByRole('list', { name: 'Passkey' }).getByText('Ponsel dinas').waitFor()
  await everybodyCanUse(page)

  await press('Keluar')
  await press('Pakai passkey')
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()

  await account.open()
  await press('Hapus passkey Ponsel dinas')
  await page.getByText('tidak dapat dipakai masuk lagi').waitFor()
  await everybodyCanUse(page)
  await press('Hapus')
  await told('Passkey Ponsel dinas dihapus.')
  await press('Keluar')
  await press('Pakai passkey')
  await page.getByRole('alert').filter({ hasText: 'Passkey ini tidak dikenal' }).waitFor()
})

it('a unit comes to ask for a second factor, and its staff are led to set one up', async () => {
  const office = await anOpenOffice()
  const admin = await aMemberOfStaff(office, 'admin', { errors: [refused] })
  await admin.goTo('Pengaturan')
  await admin.page.getByRole('link', { name: 'Keamanan dan retensi', exact: true }).click()
  await admin.page.getByRole('checkbox', { name: 'Wajibkan faktor kedua' }).check()
  await everybodyCanUse(admin.page)
  await admin.press('Simpan perubahan')
  await admin.told('Pengaturan tersimpan')

  const head = await aPerson(office, { errors: [refused] })
  await withADevice(head)
  await head.goto('/admin/')
  await signIn(head, email, demoPassword)
  const account = myAccount(head)
  await head.getByText('mewajibkan faktor kedua. Pasang').waitFor()
  await everybodyCanUse(head)
  await account.addPasskey('Laptop kantor')
  await account.keepCodes()
  await head.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await staffRoom(head).goTo('Buku register')
  await head.getByRole('heading', { name: 'Buku register' }).waitFor()

  // By the password alone the unit stays closed, until the passkey is shown.
  await staffRoom(head).press('Keluar')
  await signIn(head, email, demoPassword)
  await head.getByRole('button', { name: 'Tunjukkan passkey' }).click()
  await head.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await staffRoom(head).goTo('Buku register')
  await head.getByRole('heading', { name: 'Buku register' }).waitFor()
})

it('a head sees where they are signed in, ends that elsewhere, and changes the password', async () => {
  const office = await anOpenOffice()
  const elsewhere = await aMemberOfStaff(office, 'kepala', { errors: [refused] })
  const { page, press, told } = await aMemberOfStaff(office, 'kepala', { errors: [refused] })
  await myAccount(page).open()
  const sessions = page.getByRole('list', { name: 'Sesi yang sedang berjalan' }).getByRole('listitem')
  await sessions.nth(1).waitFor()
  expect(await sessions.filter({ hasText: 'perangkat ini' }).count()).toBe(1)
  await everybodyCanUse(page)
  await sessions.filter({ hasNotText: 'perangkat ini' }).getByRole('button').click()
  await told('Sesi diakhiri.')
  await elsewhere.page.getByRole('link', { name: 'Terima' }).click()
  await elsewhere.page.getByRole('heading', { name: 'Sesi berakhir, masuk lagi' }).waitFor()

  await page.getByLabel('Kata sandi sekarang').fill('tebakan')
  await page.getByLabel('Kata sandi baru', { exact: true }).fill('kuda-laut-biru-77')
  await page.getByLabel('Ulangi kata sandi baru').fill('kuda-laut-biru-77')
  await press('Ganti kata sandi')
  await page.getByRole('alert').filter({ hasText: 'Kata sandi tidak cocok' }).waitFor()
  await everybodyCanUse(page)
  await page.getByLabel('Kata sandi sekarang').fill(demoPassword)
  await press('Ganti kata sandi')
  await told('Kata sandi diganti.')
  await press('Keluar')
  await signIn(page, email, 'kuda-laut-biru-77')
})

it('a head whose password is guessed at from everywhere still gets in: the device does a little work', async () => {
  const { url } = await aRunningService({ TRUST_PROXY: 'on' })
  const office = { address: url.replace('127.0.0.1', 'localhost') }
  for (let guess = 0; guess < 24; guess++) {
    const headers = { 'Content-Type': 'application/json', 'X-Forwarded-For': `192.0.2.${guess}` }
    const body = JSON.stringify({ email, password: 'tebakan' })
    await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body })
  }
  const head = await aPerson(office, { errors: [/status of 4(01|28)/] })
  const asked = head.waitForResponse((response) => response.status() === 428)
  await head.goto('/admin/')
  await signIn(head, email, demoPassword)
  await asked
})
