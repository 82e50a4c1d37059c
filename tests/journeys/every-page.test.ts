import { expect, it } from 'vitest'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { complaintForm, isOnTheScreen } from './pages/visitor.ts'
import { aPerson, aVisitor } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice } from './support/an-open-office.ts'

it('everybody can use the pages around the form, in both languages', async () => {
  const visitor = await aVisitor(await anOpenOffice(), { errors: [/status of 404/] })
  const addresses = [
    '/',
    '/widget/',
    '/api/',
    '/security?lang=en',
    '/t/bagian-organisasi/accessibility',
    '/t/bagian-organisasi?lang=en',
    '/t/bagian-organisasi/form?lang=en',
    '/t/dinas-contoh/form',
    '/embed/bagian-organisasi',
    '/embed/bagian-organisasi?view=follow',
    '/t/bagian-organisasi/kiosk',
    '/verify/unknown-receipt',
    '/t/no-such-office',
  ]
  for (const address of addresses) {
    await visitor.goto(address)
    if (await visitor.locator('aduan-widget').count())
      await visitor.getByRole('heading', { level: 2 }).first().waitFor()
    await everybodyCanUse(visitor)
  }
})

it('whoever puts the form on a site copies the lines with one press, and tries a form that sends nothing', async () => {
  const visitor = await aVisitor(await anOpenOffice())
  await visitor.context().grantPermissions(['clipboard-write'])
  await visitor.goto('/widget/')
  await visitor.getByRole('button', { name: 'Salin', exact: true }).first().click()
  await visitor.getByRole('button', { name: 'Sudah disalin' }).waitFor()
  await visitor.locator('iframe').scrollIntoViewIfNeeded()
  await complaintForm(visitor.frameLocator('iframe')).choosePrivacy('Tanpa identitas')
})

it('the keyboard skips what stands before the page: on an office’s site, and in the room of the staff', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office)
  await visitor.goto('/demo/')
  await visitor.keyboard.press('Tab')
  const skip = visitor.getByRole('link', { name: 'Langsung ke isi' })
  expect(await isOnTheScreen(skip)).toBe(true)
  await visitor.keyboard.press('Enter')
  await visitor.keyboard.press('Tab')
  expect(await visitor.evaluate('document.activeElement.closest("main") !== null')).toBe(true)

  const { page } = await aMemberOfStaff(office, 'verifikator')
  await page.reload()
  await page.getByRole('heading', { name: 'Hari ini' }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('main').evaluate((main) => main.matches(':focus'))).toBe(true)
})

it('everybody can use the door of the staff, and is told when it stays shut', async () => {
  const page = await aPerson(await anOpenOffice(), { errors: [/status of 401/] })
  await page.goto('/admin/')
  await page.getByRole('heading', { name: 'Masuk ke ruang petugas' }).waitFor()
  await everybodyCanUse(page)
  await page.getByLabel('Surel').fill('kepala@bagian-organisasi.demo')
  await page.getByLabel('Kata sandi').fill('bukan sandi itu')
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.getByRole('alert').waitFor()
  await everybodyCanUse(page)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Masuk ke ruang petugas' }).waitFor({ state: 'hidden' })
  await everybodyCanUse(page)
})

it('the accessibility statement is one link away from the form, the follow-up, the plain page and the desk', async () => {
  const office = await anOpenOffice()
  const visitor = await aVisitor(office)
  const statement = '/t/bagian-organisasi/accessibility'
  const named = { name: 'Pernyataan aksesibilitas' } as const

  await visitor.goto('/demo/')
  const widget = visitor.locator('aduan-widget')
  await widget.locator('summary').first().click()
  expect(await widget.getByRole('link', named).getAttribute('href')).toContain(statement)

  await visitor.goto('/embed/bagian-organisasi?view=follow')
  expect(await visitor.getByRole('link', named).getAttribute('href')).toContain(statement)

  // The service's own page leads there in its foot, and so once.
  await visitor.goto('/t/bagian-organisasi/follow')
  await visitor.getByRole('region', { name: 'Pengaduan', exact: true }).getByLabel('Nomor pengaduan').waitFor()
  expect(await visitor.getByRole('link', named).count()).toBe(1)

  await visitor.goto('/t/bagian-organisasi/form')
  await visitor.getByRole('link', named).click()
  await visitor.getByRole('heading', { ...named, level: 1 }).waitFor()

  const { page } = await aMemberOfStaff(office, 'petugas', { at: '/admin/account' })
  expect(await page.getByRole('link', named).getAttribute('href')).toContain(statement)
})
