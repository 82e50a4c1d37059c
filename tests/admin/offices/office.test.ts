import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { asked, button, enter, expectAccessible, field, lastSent, misbehave, unit } from '../support/an-office.ts'

const people = () => page.getByRole('list', { name: 'Petugas unit ini' })

describe('the staff of a unit', () => {
  it('are listed with their roles', async () => {
    await enter(`${unit}/staff`)
    await expect.element(people()).toHaveTextContent(/Rina Contoh.*Petugas penangan.*Petugas penerima/)
    await expect.element(people()).toHaveTextContent(/Tono Misal.*Belum menerima undangan/)
  })

  it('read who may do what, role by role', async () => {
    await enter(`${unit}/staff`)
    const matrix = page.getByRole('region', { name: 'Siapa boleh apa' })
    const row = matrix.getByRole('row', { name: /^Menangani/ })
    await expect.element(row).toHaveTextContent(/^Menangani\s*tidaktidakbolehtidak$/)
  })

  it('get other roles', async () => {
    await enter(`${unit}/staff`)
    await userEvent.click(button('Ubah peran Rina Contoh'))
    await userEvent.click(page.getByRole('checkbox', { name: /^Petugas verifikasi/ }))
    await userEvent.click(button('Simpan'))
    await expect.element(page.getByText('Peran tersimpan.')).toBeVisible()
    const sent = (await lastSent('PATCH', '/staff/rina')) as { roles: string[] }
    expect(new Set(sent.roles)).toEqual(new Set(['case_handler', 'intake_officer', 'verifier']))
  })

  it('hold a role in some categories only, and stand under somebody', async () => {
    await enter(`${unit}/staff`)
    await userEvent.click(button('Ubah peran Rina Contoh'))
    await userEvent.click(page.getByRole('checkbox', { name: 'Batasi ke kategori tertentu (Petugas penangan)' }))
    await userEvent.click(button('Simpan'))
    await expect.element(page.getByText('Pilih paling sedikit satu kategori.')).toBeVisible()
    await expectAccessible()
    await userEvent.click(page.getByRole('checkbox', { name: 'Pungutan lain-lain oleh petugas' }))
    await userEvent.selectOptions(field('Atasan langsung'), 'Budi Misal · Pranata Komputer')
    await userEvent.click(button('Simpan'))
    await expect.element(people()).toHaveTextContent(/Petugas penangan · hanya Pungutan lain-lain oleh petugas/)
    await expect.element(people()).toHaveTextContent(/Atasan: Budi Misal/)
    expect(await lastSent('PATCH', '/staff/rina')).toMatchObject({
      limits: { case_handler: ['illegal_levy'] },
      reportsTo: 'admin',
    })
  })

  it('who only sees to the unit has nothing to limit', async () => {
    await enter(`${unit}/staff`)
    await userEvent.click(button('Ubah peran Budi Misal'))
    await expect.element(page.getByRole('checkbox', { name: /^Admin unit/ })).toBeChecked()
    await expect.element(page.getByText('Batasi ke kategori tertentu')).not.toBeInTheDocument()
  })

  it('are removed with one successor for all that they hold, and what cannot go is told before', async () => {
    const none = { moves: 0, stays: 0 }
    const foreseen = {
      ...{
        case: { moves: 12, stays: 3 },
        assistance: { moves: 2, stays: 0 },
        identity_request: { moves: 1, stays: 0 },
      },
      ...{ approval: none, paper: { moves: 1, stays: 0 }, deputy: { moves: 0, stays: 1 } },
    }
    await enter(`${unit}/staff`)
    await misbehave({ method: 'GET', path: '/successions/admin', status: 200, body: foreseen })
    await userEvent.click(button('Hapus Budi Misal'))
    await userEvent.selectOptions(field('Pengaduannya diteruskan kepada'), 'rina')
    const told = page.getByRole('status').filter({ hasText: 'Pindah:' })
    await expect
      .element(told)
      .toHaveTextContent(
        'Pindah: 12 pengaduan, 2 tugas membantu, 1 permintaan identitas, 1 konsep berita acara atau laporan.',
      )
    await expect
      .element(told)
      .toHaveTextContent('Tidak dapat pindah kepadanya: 3 pengaduan, 1 penunjukan sebagai pengganti.')
    await expectAccessible()
    await userEvent.click(button('Hapus dari unit'))
    await expect.element(page.getByText('Budi Misal dihapus dari unit.')).toBeVisible()
    const [removal] = await asked('DELETE', '/staff/admin')
    expect(removal?.query).toBe('?successor=rina')
  })

  it('are removed after the consequences were read; a refusal is told there', async () => {
    await enter(`${unit}/staff`)
    await userEvent.click(button('Hapus Budi Misal'))
    await expect.element(page.getByText(/tidak dapat masuk lagi ke unit ini/)).toBeVisible()
    await misbehave({ method: 'DELETE', path: '/staff/admin', status: 409, code: 'staff/last-admin' })
    await userEvent.click(button('Hapus dari unit'))
    await expect.element(page.getByRole('alert')).toHaveTextContent('(staff/last-admin)')
    await userEvent.click(button('Hapus dari unit'))
    await expect.element(page.getByText('Budi Misal dihapus dari unit.')).toBeVisible()
    await expect.element(people()).not.toHaveTextContent(/Budi Misal/)
  })
})

describe('the built-in mailbox', () => {
  it('shows letters and opens one beside the list, its links ready to follow', async () => {
    await enter(`${unit}/mailbox`)
    await userEvent.click(page.getByRole('button', { name: /Pengaduan BO-2026-000124 diterima/ }))
    const letter = page.getByRole('article')
    await expect.element(letter).toHaveTextContent(/Surat ini dikirim otomatis/)
    await expect.element(letter.getByRole('link')).toHaveAttribute('href', 'http://127.0.0.1/t/bagian-contoh/follow')
    await expectAccessible()
  })
})
