import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  asked,
  button,
  enter,
  expectAccessible,
  heading,
  lastSent,
  misbehave,
  tell,
  unit,
} from '../support/an-office.ts'

const number = 'BO-2026-000124'
const alert = (id: string, more: object = {}) => ({
  id,
  kind: 'reporter_answered',
  number,
  at: `2026-11-25T0${id.length}:00:00.000Z`,
  times: 1,
  read: false,
  ...more,
})
const bell = (name: string | RegExp) => page.getByRole('banner').getByRole('button', { name })

describe('the bell', () => {
  it('counts what is unread, also in the title, and says so', async () => {
    await enter(`${unit}/cases`)
    await expect.element(bell(/^Pemberitahuan$/)).toBeVisible()
    await tell('alert', alert('lama', { kind: 'clock_near' }))
    await expect.element(bell('Pemberitahuan, 1 belum dibaca')).toBeVisible()
    await tell('alert', alert('a', { times: 3 }))
    await expect.element(bell('Pemberitahuan, 2 belum dibaca')).toBeVisible()
    await expect.poll(() => document.title).toMatch(/^\(2\) Buku register/)
    await expect.element(page.getByText('1 pemberitahuan baru')).toBeInTheDocument()
  })

  it('leads to the case, which is read then', async () => {
    await enter(`${unit}/cases`)
    await tell('alert', alert('lama', { kind: 'clock_near' }))
    await tell('alert', alert('a', { times: 3 }))
    await expect.element(bell('Pemberitahuan, 2 belum dibaca')).toBeVisible()
    await userEvent.click(bell(/^Pemberitahuan/))
    await expect.element(heading('Rabu, 25 November 2026')).toBeVisible()
    await expectAccessible()
    await userEvent.click(page.getByRole('link', { name: /Belum dibaca: Pelapor menanggapi BO-2026-000124 3 kali/ }))
    await expect.element(heading('Uraian')).toBeVisible()
    expect(location.pathname).toBe(`${unit}/cases/${number}`)
    await expect.element(bell(/^Pemberitahuan$/)).toBeVisible()
    expect(await lastSent('POST', '/alerts/reading')).toEqual({ ids: ['a', 'lama'] })
  })

  it('tells how many more cases a crowd of dates had, and leads to all of them', async () => {
    await enter(`${unit}/cases`)
    await tell('alert', alert('a', { kind: 'clock_over', number: null, times: 290 }))
    await userEvent.click(bell(/1 belum dibaca$/))
    const row = page.getByRole('link', { name: /Lewat batas waktu: 290 pengaduan lain/ })
    await expect.element(row).toHaveAttribute('href', `${unit}/cases?due=overdue`)
  })

  it('marks all as read until the newest that was shown', async () => {
    await enter(`${unit}/cases`)
    await tell('alert', alert('a'))
    await tell('alert', alert('bb', { kind: 'channel_dead', number: null }))
    await userEvent.click(bell(/2 belum dibaca$/))
    await userEvent.click(button('Tandai semua dibaca'))
    await expect.element(button('Tandai semua dibaca')).not.toBeInTheDocument()
    expect(await lastSent('POST', '/alerts/reading')).toEqual({ until: '2026-11-25T02:00:00.000Z' })
    await expect.element(page.getByText('Satu saluran pemberitahuan tidak berfungsi')).toBeVisible()
  })

  it('goes on by asking where the service gives it no line', async () => {
    await misbehave({ method: 'GET', path: '/alerts/events', status: 429, code: 'alerts/too-many-lines' })
    await enter(`${unit}/cases`, undefined, { fresh: false })
    await expect.element(page.getByRole('row').nth(1)).toBeVisible()
    await expect.poll(() => asked('GET', '/alerts').then(({ length }) => length)).toBeGreaterThan(0)
  })
})

describe('the page for e-mail', () => {
  it('says what is sent and when, keeps what is chosen, and tells of a mail that did not arrive', async () => {
    await enter(`${unit}/cases`)
    await userEvent.click(bell(/^Pemberitahuan/))
    await userEvent.click(page.getByRole('link', { name: 'Atur surel' }))
    await expect.element(heading('Pemberitahuan lewat surel')).toBeVisible()
    await expect.element(page.getByText(/tidak terkirim .*menolak alamat ini/)).toBeVisible()
    await expectAccessible()
    await userEvent.selectOptions(page.getByLabelText('Pengaduan baru'), 'Segera')
    expect(page.getByLabelText(/^Saluran pemberitahuan/).element().textContent).not.toContain('Tidak dikirim')
    await userEvent.click(page.getByLabelText('Jam pilihan saya'))
    await userEvent.fill(page.getByLabelText('Mulai pukul'), '20:00')
    await userEvent.click(button('Simpan'))
    await expect.element(page.getByText('Pengaturan pemberitahuan tersimpan.')).toBeVisible()
    expect(await lastSent('PUT', '/alerts/preferences')).toMatchObject({
      ways: { new_case: 'immediately', clock_over: 'immediately' },
      digestAt: '07:30',
      quiet: { from: '20:00', to: '07:00' },
    })
    await expectAccessible()
  })
})

it('the register tells of new complaints, moves nothing, and shows them when somebody wants it', async () => {
  await enter(`${unit}/cases`)
  await expect.element(page.getByRole('row').nth(1)).toBeVisible()
  await expect.poll(() => asked('GET', '/case-counts').then(({ length }) => length)).toBeGreaterThan(0)
  const places = () =>
    [page.getByRole('row').nth(1), page.getByRole('link', { name: 'Berikutnya' })].map((one) => {
      const { top } = one.element().getBoundingClientRect()
      return top + scrollY
    })
  const placesBefore = places()
  await tell('alert', alert('a', { kind: 'new_case' }))
  await expect.element(page.getByText('1 pengaduan baru', { exact: true })).toBeVisible()
  expect(places()).toEqual(placesBefore)
  await expectAccessible()
  const before = (await asked('GET', '/cases')).length
  await userEvent.click(button('Tampilkan'))
  await expect.element(page.getByText('1 pengaduan baru', { exact: true })).not.toBeInTheDocument()
  expect((await asked('GET', '/cases')).length).toBe(before + 1)
})
