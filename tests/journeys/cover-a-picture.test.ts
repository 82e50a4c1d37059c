import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { CaseView } from '../../service/contract/case-view.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { unitAt } from '../support/an-office.ts'
import { aPhoto } from '../support/some-files.ts'
import { aMemberOfStaff } from './pages/staff-room.ts'
import { phone } from './support/a-person.ts'
import { everybodyCanUse } from './support/accessible.ts'
import { anOpenOffice, type OpenOffice } from './support/an-open-office.ts'

async function aCaseWithAPicture({ address }: OpenOffice) {
  const unit = unitAt(address)
  const { id } = (await (await unit.upload('loket.jpg', await aPhoto('KAMERA', 800, 600))).json()) as { id: string }
  return (await unit.file({ privacy: 'confidential', evidence: [id] })).number
}

async function decidedOn({ address }: OpenOffice, number: string): Promise<CaseView['evidence'][number]['redaction']> {
  const verifier = await unitAt(address).signIn('verifikator', demoPassword)
  return (await verifier.case(number)).evidence[0]?.redaction ?? null
}

const boardOf = (page: Page) => page.getByRole('group', { name: 'Gambar. Seret untuk membuat kotak.' })
const boxOf = (page: Page, at: number) => page.getByRole('button', { name: `Kotak ${at}`, exact: true })

/** Opens the tool by key or touch, once the picture shows. */
async function openTool(page: Page, number: string, open: (name: string) => Promise<void>) {
  await open(number)
  await page.getByRole('button', { name: 'Tutup bagian loket.jpg' }).press('Enter')
  await boardOf(page).getByRole('img', { name: 'loket.jpg' }).waitFor()
}

it('a part of a picture is covered by keys alone, under the policy of the page, and Back and Escape ask before boxes are lost', async () => {
  const office = await anOpenOffice()
  const number = await aCaseWithAPicture(office)
  const { page, openCase } = await aMemberOfStaff(office, 'verifikator', { errors: [/ERR_INTERNET_DISCONNECTED/] })
  await openTool(page, number, openCase)
  await everybodyCanUse(page)

  const add = page.getByRole('button', { name: 'Tambah kotak' })
  await add.press('Enter')
  await boxOf(page, 1).waitFor()
  await expect.poll(() => boxOf(page, 1).evaluate((box) => box.matches(':focus'))).toBe(true)
  for (const key of ['ArrowLeft', 'ArrowUp', 'Shift+ArrowRight']) await page.keyboard.press(key)
  await add.press('Enter')
  await boxOf(page, 2).waitFor()
  await page.keyboard.press('Delete')
  await boxOf(page, 2).waitFor({ state: 'detached' })

  const stay = page.getByRole('button', { name: 'Tetap di sini' })
  await page.keyboard.press('Escape')
  await stay.press('Enter')
  await page.goBack()
  await stay.press('Enter')
  expect(await boxOf(page, 1).isVisible()).toBe(true)

  await page.context().setOffline(true)
  await page.getByLabel('Alasan').fill('Saksi minta tidak terlihat.')
  await page.getByRole('button', { name: 'Simpan dan catat' }).press('Enter')
  await page.getByRole('alert').filter({ hasText: /\S/ }).first().waitFor()
  expect(await boxOf(page, 1).isVisible()).toBe(true)
  expect(await decidedOn(office, number)).toBeNull()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Simpan dan catat' }).press('Enter')
  await page.getByText('Keluar sebagai gambar baru, 1 bagian tertutup.').waitFor()
  expect(await decidedOn(office, number)).toMatchObject({
    areas: [{ page: 1, left: 340, top: 390, width: 310, height: 200 }],
  })
})

it('on a phone a box is drawn, moved and made larger by a finger', async () => {
  const office = await anOpenOffice()
  const number = await aCaseWithAPicture(office)
  const { page, openCase } = await aMemberOfStaff(office, 'verifikator', { on: phone })
  await openTool(page, number, openCase)
  await boardOf(page).scrollIntoViewIfNeeded()
  const finger = await aFinger(page)
  await finger.drag([0.2, 0.2], [0.5, 0.5])
  await boxOf(page, 1).waitFor()
  await finger.drag([0.3, 0.3], [0.4, 0.4])
  await everybodyCanUse(page)
  await page.getByLabel('Alasan').fill('Wajah orang lain.')
  // The touches above are the browser's own; a tap that follows them at once may be taken for a part of them.
  await page.getByRole('button', { name: 'Simpan dan catat' }).press('Enter')
  await page.getByText('Keluar sebagai gambar baru, 1 bagian tertutup.').waitFor()
  const [area] = (await decidedOn(office, number))?.areas ?? []
  for (const [side, value] of [
    ['left', 300],
    ['top', 300],
    ['width', 300],
    ['height', 300],
  ] as const)
    expect([side, Math.abs((area?.[side] ?? 0) - value) < 20]).toEqual([side, true])
})

type Point = readonly [x: number, y: number]

/** A finger on the picture; points are parts of its sides. The browser makes pointer events of its touches. */
async function aFinger(page: Page) {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  return {
    async drag(from: Point, to: Point) {
      const box = await boardOf(page).boundingBox()
      if (!box) throw new Error('The picture does not show')
      const at = ([x, y]: Point) => [{ x: box.x + x * box.width, y: box.y + y * box.height }]
      const between = (part: number): Point => [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
      await touch('touchStart', at(from))
      for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', at(between(part)))
      await touch('touchEnd', [])
    },
  }
}
