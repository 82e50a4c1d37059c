import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, enter, expectAccessible, field, goTo, lastSent, misbehave, unit } from '../support/an-office.ts'

const bar = () => page.getByRole('navigation', { name: 'Tampilan tersimpan' })
const rows = () => page.getByRole('row').elements().length - 1

async function save(name: string, address: string) {
  await enter(address)
  await userEvent.click(button('Simpan tampilan ini'))
  await userEvent.fill(page.getByLabelText('Nama tampilan'), name)
  await userEvent.click(button('Simpan'))
}

describe('a saved view of the register', () => {
  it('is kept with filter, order and words, shown with its count, and opened by one press', async () => {
    await save('Keberatan Joko', `${unit}/cases?status=objected&assignee=joko`)
    const link = bar().getByRole('link', { name: /^Keberatan Joko/ })
    await expect.element(link).toHaveAttribute('aria-current', 'page')
    expect(button('Simpan tampilan ini').query()).toBeNull()
    expect(await lastSent('PUT', '/views/own')).toMatchObject({
      revision: 0,
      views: [{ name: 'Keberatan Joko', filter: { status: ['objected'], assignee: 'joko', sort: 'received_desc' } }],
    })
    await expectAccessible()

    await userEvent.click(page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name: /^Semua/ }))
    await expect.poll(rows).toBe(10)
    await userEvent.click(link)
    await expect.poll(() => location.search).toBe('?status=objected&assignee=joko')
  })

  it('is renamed, moved and taken out, and a name is there once', async () => {
    await save('Satu', `${unit}/cases?category=maladministration`)
    await userEvent.selectOptions(page.getByLabelText('Batas waktu'), 'overdue')
    await userEvent.click(button('Simpan tampilan ini'))
    await userEvent.fill(page.getByLabelText('Nama tampilan'), 'satu')
    await userEvent.click(button('Simpan'))
    await expect.element(page.getByText('Sudah ada tampilan dengan nama itu.')).toBeVisible()
    await expectAccessible()
    await userEvent.fill(page.getByLabelText('Nama tampilan'), 'Dua')
    await userEvent.click(button('Simpan'))
    await expect.element(bar().getByRole('link', { name: /^Dua/ })).toBeVisible()

    await userEvent.click(button('Atur tampilan'))
    await userEvent.click(button('Naikkan Dua'))
    await userEvent.fill(page.getByLabelText('Nama tampilan Satu'), 'Kesatu')
    await expectAccessible()
    await userEvent.click(button('Simpan'))
    await expect
      .poll(() =>
        bar()
          .getByRole('link')
          .elements()
          .map((link) => link.textContent?.trim().split(/\s+/)[0]),
      )
      .toEqual(['Dua', 'Kesatu'])

    await userEvent.click(button('Atur tampilan'))
    await userEvent.click(button('Hapus Dua'))
    await userEvent.click(button('Simpan'))
    await expect.poll(() => bar().getByRole('link').elements().length).toBe(1)
  })

  it('says it when the list changed elsewhere, and keeps what was written', async () => {
    await enter(`${unit}/cases?due=overdue`)
    await userEvent.click(button('Simpan tampilan ini'))
    await userEvent.fill(page.getByLabelText('Nama tampilan'), 'Terlambat')
    await misbehave({ method: 'PUT', path: '/views/own', status: 409, code: 'view/changed-meanwhile' })
    await userEvent.click(button('Simpan'))
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(page.getByLabelText('Nama tampilan')).toHaveValue('Terlambat')
  })

  it('is missing where views cannot be loaded, and the register works all the same', async () => {
    await enter(`${unit}/late`)
    await misbehave({ method: 'GET', path: '/views', status: 503, body: {} })
    await goTo('Buku register')
    await expect.poll(rows).toBe(25)
    expect(bar().query()).toBeNull()
  })
})

describe('a search', () => {
  it('tells apart what has only some of the words', async () => {
    await enter(`${unit}/cases?status=all`)
    // The answer below is for the search. A list that is loaded anew is faint, and no one reads it yet.
    await expect.poll(rows).toBeGreaterThan(2)
    const line = { number: 'BO-2026-000001', status: 'received', category: 'x', categoryLabel: 'Kategori' }
    const more = {
      class: 'non_oversight',
      privacy: 'named',
      channel: 'web_widget',
      receivedAt: '2026-11-20T03:00:00.000Z',
    }
    const rest = {
      subject: 'Semua kata',
      handler: null,
      destroyed: false,
      dueAt: null,
      overdue: false,
      offeredTo: null,
      labels: [],
    }
    const items = [
      { ...line, ...more, ...rest },
      { ...line, ...more, ...rest, number: 'BO-2026-000002', subject: 'Satu kata' },
    ]
    const found = { items, nextCursor: null, partial: 1, total: null, counts: { received: 2 } }
    const body = { ...found, sealedWrong: [], leftOut: [], labels: [] }
    await misbehave({ method: 'GET', path: '/cases', status: 200, body })
    await userEvent.fill(field('Cari nomor atau isi pengaduan'), 'pungli ktp')
    await expect.element(page.getByText('Memuat sebagian kata saja')).toBeVisible()
    await expectAccessible()
  })
})
