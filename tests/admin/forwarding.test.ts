import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, enter, expectAccessible, field, lastSent, unit, written } from './support/an-office.ts'

const act = (name: string) => page.getByRole('group', { name: 'Tindakan' }).getByRole('button', { name, exact: true })

describe('forwarding to a body outside', () => {
  it('brings its name along, tells what follows, and takes its number later', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await userEvent.click(act('Teruskan'))
    await expect.element(page.getByText('Status menjadi “Diteruskan”.')).toBeVisible()
    await userEvent.selectOptions(field('Kepada'), 'Ombudsman')
    await expect.poll(written('Nama instansi tujuan')).toBe('Ombudsman Republik Indonesia')
    await userEvent.fill(field('Tanggal dikirim'), '2026-11-24')
    await userEvent.fill(field('Mengapa diteruskan?'), 'Menyangkut layanan instansi lain.')
    await expectAccessible()
    await userEvent.click(button('Teruskan dan beri tahu pelapor'))
    await expect.element(page.getByText('Pengaduan diteruskan.')).toBeVisible()
    expect(await lastSent('POST', '/forward')).toEqual({
      ...{ revision: 3, to: 'outside', name: 'Ombudsman Republik Indonesia', sentOn: '2026-11-24' },
      reason: 'Menyangkut layanan instansi lain.',
    })
    await expect.element(page.getByText(/nomor di sana belum ada/)).toBeVisible()

    await userEvent.click(act('Nomor di tempat tujuan'))
    await userEvent.fill(field('Nomor pengaduan ini di Ombudsman Republik Indonesia'), '0123/LM/2026')
    await userEvent.click(button('Simpan dan beri tahu pelapor'))
    await expect.element(page.getByText(/nomor di sana 0123\/LM\/2026/)).toBeVisible()
    expect(await lastSent('POST', '/add-reference')).toEqual({ revision: 4, reference: '0123/LM/2026' })
  })

  it('offers the Inspektorat first where officials are concerned, and keeps a name that somebody wrote', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await userEvent.click(act('Teruskan'))
    await expect.poll(written('Nama instansi tujuan')).toBe('Inspektorat Daerah')
    await userEvent.fill(field('Nama instansi tujuan'), 'Inspektorat Kabupaten Umpama')
    await userEvent.selectOptions(field('Kepada'), 'Instansi lain')
    await expect.poll(written('Nama instansi tujuan')).toBe('Inspektorat Kabupaten Umpama')
  })
})
