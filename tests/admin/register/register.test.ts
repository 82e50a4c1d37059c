import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  button,
  enter,
  expectAccessible,
  field,
  goTo,
  heading,
  misbehave,
  resizeWindow,
  unit,
} from '../support/an-office.ts'

const rows = () => page.getByRole('row').elements().length - 1
const tab = (name: RegExp) => page.getByRole('navigation', { name: 'Status' }).getByRole('link', { name })

describe('the register', () => {
  it('begins with what waits for the office, the nearest date first, overdue told in words', async () => {
    await enter(`${unit}/cases`)
    await expect.element(tab(/^Perlu dikerjakan 34$/)).toHaveAttribute('aria-current', 'page')
    await expect.element(page.getByRole('row').nth(1)).toHaveTextContent(/Lewat 2 hari/)
  })

  it('shows what the address says: status, search and order', async () => {
    await enter(`${unit}/cases?status=all&q=antrean&sort=received_asc`)
    await expect.element(field('Cari nomor atau isi pengaduan')).toHaveValue('antrean')
    await expect.element(page.getByLabelText('Urutan')).toHaveValue('received_asc')
    await expect.poll(rows).toBe(10)
  })

  it('writes every choice into the address, so that it can be sent to a colleague and gone back from', async () => {
    await enter(`${unit}/cases`)
    await userEvent.click(tab(/^Keberatan/))
    await expect.poll(() => location.search).toBe('?status=objected')
    await expect.poll(rows).toBe(7)
    await userEvent.selectOptions(page.getByLabelText('Penangan'), 'Joko Misal')
    await expect.poll(() => location.search).toBe('?status=objected&assignee=joko')
    await expect.poll(rows).toBeLessThan(7)
    history.back()
    await expect.poll(rows).toBe(7)
    await expect.element(page.getByLabelText('Penangan')).toHaveValue('')
  })

  it('searches while one types', async () => {
    await enter(`${unit}/cases?status=all`)
    await userEvent.fill(field('Cari nomor atau isi pengaduan'), '000124')
    await expect.poll(rows).toBe(1)
    expect(location.search).toBe('?status=all&q=000124')
  })

  it('does not search for a tracking code, which would stand in the address, and says what to search by', async () => {
    await enter(`${unit}/cases?status=all`)
    const search = field('Cari nomor atau isi pengaduan')
    await userEvent.fill(search, '7KQM-2XRD-HH4P-9WTB-CE3V')
    const refusal = () => (search.element() as HTMLInputElement).validationMessage
    await expect.poll(refusal).toBe('Kode lacak hanya untuk pelapornya. Cari dengan nomor pengaduan.')
    expect(location.search).toBe('?status=all')
    await userEvent.fill(search, '000124')
    await expect.poll(() => location.search).toBe('?status=all&q=000124')
    expect(refusal()).toBe('')
  })

  it('turns pages forth and back', async () => {
    await enter(`${unit}/cases`)
    await expect.poll(rows).toBe(25)
    await userEvent.click(page.getByRole('link', { name: 'Berikutnya' }))
    await expect.poll(rows).toBe(9)
    await expectAccessible()
    await userEvent.click(button('Sebelumnya'))
    await expect.poll(rows).toBe(25)
    expect(location.search).toBe('')
  })

  it('opens a case from its line, by keyboard too, and leads back to the same list', async () => {
    await enter(`${unit}/cases?status=received`)
    await expect.poll(rows).toBe(9)
    const [first] = page.getByRole('row').getByRole('link').elements()
    ;(first as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(heading('Uraian')).toBeVisible()
    await userEvent.click(page.getByRole('link', { name: 'Buku register' }))
    await expect.element(tab(/^Diterima/)).toHaveAttribute('aria-current', 'page')
    expect(location.search).toBe('?status=received')
  })

  it('says when nothing matches, and offers to search everywhere', async () => {
    await enter(`${unit}/cases?status=objected&q=000124`)
    await expect.element(heading('Tidak ada yang cocok')).toBeVisible()
    await expectAccessible()
    await userEvent.click(page.getByRole('link', { name: 'Cari di semua status' }))
    await expect.poll(rows).toBe(1)
  })

  it('says when it could not be loaded, and loads when asked again', async () => {
    await enter('/admin/operator')
    await misbehave({ method: 'GET', path: '/cases', status: 500 })
    await goTo('Buku register')
    await expect.element(page.getByRole('alert')).toHaveTextContent(/gangguan.*req-7/)
    await expectAccessible()
    await userEvent.click(button('Coba lagi'))
    await expect.poll(rows).toBe(25)
  })

  it('offers no second try where the answer would be the same', async () => {
    await enter('/admin/operator')
    await misbehave({ method: 'GET', path: '/cases', status: 404, code: 'tenant/not-found' })
    await goTo('Buku register')
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(button('Coba lagi').query()).toBeNull()
    await expectAccessible()
  })

  it('is a list of cards on a phone, without sideways scrolling', async () => {
    await resizeWindow(320, 640)
    await enter(`${unit}/cases`)
    await expect.element(page.getByRole('link', { name: 'BO-2026-000124' })).toBeVisible()
    await expect.element(page.getByRole('table')).not.toBeInTheDocument()
    expect(document.documentElement.scrollWidth).toBe(320)
    await expectAccessible()
  })

  it('speaks English to who asks for it, and remembers', async () => {
    await enter(`${unit}/cases`)
    await userEvent.click(button('English'))
    await expect.element(heading('Register')).toBeVisible()
    expect(document.documentElement.lang).toBe('en')
    expect(localStorage.getItem('aduan-language')).toBe('en')
  })

  it('of a unit that is not one’s own is not found', async () => {
    await enter('/admin/bagian-lain/cases')
    await expect.element(page.getByText('Halaman tidak ditemukan').last()).toBeVisible()
    await expectAccessible()
  })

  it('is refused to a role that does not read cases', async () => {
    await enter(`${unit}/cases`, 'admin@bagian-contoh.demo')
    await expect.element(page.getByText('Peran Anda tidak mencakup halaman ini').last()).toBeVisible()
  })
})
