import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { asked, button, enter, expectAccessible, field, heading, misbehave, unit } from '../support/an-office.ts'

const list = () => page.getByRole('list', { name: 'Menunggu Anda' })
const entries = () => page.getByRole('navigation', { name: 'Halaman', exact: true }).getByRole('link')
const empty = { cases: [], pages: [], items: [], reminders: [], laterReminders: 0, sealedWrong: [] }

describe('the first page of everybody', () => {
  it('lists what waits, of one kind where somebody wants, with the act on the row', async () => {
    await enter(`${unit}/today`)
    await expect.element(heading('Hari ini')).toBeVisible()
    await userEvent.click(page.getByRole('link', { name: /^Jawaban untuk ditandatangani/ }))
    await expect.poll(() => new URLSearchParams(location.search).get('kind')).toBe('approval')
    await expect.element(list().getByRole('link', { name: /^Verifikasi/ })).not.toBeInTheDocument()
    await userEvent.click(
      list().getByRole('listitem').filter({ hasText: 'BO-2026-000122' }).getByRole('link', { name: 'Tanda tangani' }),
    )
    await userEvent.click(button('Kirim jawaban'))
    await expect.element(page.getByText('Jawaban tampil di halaman pantau pelapor.')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Hari ini' }).last()).toBeVisible()
  })

  it('says where words of the reader wait that they have not sent, and is whole where that does not come', async () => {
    await enter(`${unit}/cases`)
    await misbehave({ method: 'GET', path: '/unsent', status: 200, body: { numbers: ['BO-2026-000122'] } })
    await userEvent.click(entries().first())
    const marked = list().getByRole('listitem').filter({ hasText: 'Ada tulisan Anda' })
    await expect.element(marked).toHaveTextContent(/BO-2026-000122/)
    expect(marked.elements()).toHaveLength(1)
    await expectAccessible()
    await misbehave({ method: 'GET', path: '/unsent', status: 503, body: {} })
    await userEvent.click(page.getByRole('link', { name: /^Jawaban untuk ditandatangani/ }))
    await expect.element(marked).not.toBeInTheDocument()
    await expect.element(list()).toBeVisible()
  })

  it('leads to what is done elsewhere, and says when everything is done', async () => {
    await enter(`${unit}/today`)
    await expect
      .element(page.getByRole('link', { name: /surat siap dicetak/ }))
      .toHaveAttribute('href', `${unit}/letters?state=approved`)
    await misbehave({ method: 'GET', path: '/today', status: 200, body: empty })
    await userEvent.click(page.getByRole('link', { name: /^Keberatan/ }))
    await expect.element(heading('Semua selesai')).toBeVisible()
    await expectAccessible()
  })

  it('says it when it does not come, and tries again', async () => {
    await enter(`${unit}/cases`)
    await misbehave({ method: 'GET', path: '/today', status: 503, body: {} })
    await userEvent.click(entries().first())
    await userEvent.click(button('Coba lagi'))
    await expect.element(list()).toBeVisible()
  })

  it('opens from the address of one’s own work, which somebody may have kept', async () => {
    await enter(`${unit}/work`)
    await expect.element(list()).toBeVisible()
  })
})

describe('the navigation', () => {
  it('has six entries for somebody with every role, with what waits under them', async () => {
    await enter(`${unit}/cases`)
    await expect.poll(() => entries().elements().length).toBe(6)
    await expect.element(entries().first()).toHaveAccessibleName(/^Hari ini ?, \d+ menunggu$/)
    await userEvent.click(
      page.getByRole('navigation', { name: 'Halaman sebagian' }).getByRole('link', { name: 'Surat' }),
    )
    await expect.element(page.getByRole('heading', { name: 'Surat', exact: true })).toBeVisible()
    await expectAccessible()
  })

  it('leads through Unit to all that is set, found by a few letters', async () => {
    await enter(`${unit}/cases`)
    await userEvent.click(entries().last())
    await expect.element(heading('Unit')).toBeVisible()
    await userEvent.fill(field('Cari halaman atau pengaturan'), 'wakt')
    await expect.element(page.getByRole('link', { name: 'Petugas' })).not.toBeInTheDocument()
    await userEvent.click(page.getByRole('link', { name: 'Pengaturan: Waktu' }))
    await expect.poll(() => location.search).toBe('?page=time')
    await expect.poll(async () => (await asked('GET', '/settings')).length).toBe(1)
    await userEvent.click(page.getByRole('link', { name: 'Unit', exact: true }).last())
    await expect.element(field('Cari halaman atau pengaturan')).toBeVisible()
  })
})
