import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  begin,
  button,
  enter,
  expectAccessible,
  field,
  heading,
  lastSent,
  misbehave,
  service,
  tell,
  unit,
  written,
} from '../support/an-office.ts'

describe('forwarding to a body outside', () => {
  it('offers the Inspektorat first where officials are concerned, and keeps a name that somebody wrote', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await begin('Teruskan')
    await expect.poll(written('Nama instansi tujuan')).toBe('Inspektorat Daerah')
    await userEvent.fill(field('Nama instansi tujuan'), 'Inspektorat Kabupaten Umpama')
    await userEvent.selectOptions(field('Kepada'), 'Instansi lain')
    await expect.poll(written('Nama instansi tujuan')).toBe('Inspektorat Kabupaten Umpama')
  })
})

describe('forwarding to another unit', () => {
  it('shows what goes along, lets it be shortened, and keeps the case here until it is taken', async () => {
    await enter(`${unit}/cases/BO-2026-000123`)
    await begin('Teruskan')
    await expect.element(page.getByText(/Pengaduan tetap di unit Anda sampai unit itu menerimanya/)).toBeVisible()
    await expect.element(page.getByText(/Catatan internal, riwayat, dan nama petugas tidak ikut/)).toBeVisible()
    await userEvent.selectOptions(field('Unit tujuan'), 'Dinas Umpama')
    await userEvent.fill(field('Mengapa diteruskan?'), 'Wewenang dinas.')
    await userEvent.fill(field('Uraian yang dibaca unit itu'), 'Diringkas.')
    await expectAccessible()
    await userEvent.click(page.getByRole('button', { name: 'Teruskan', exact: true }).last())
    await expect.element(heading('Menunggu diterima dinas-umpama')).toBeVisible()
    expect(await lastSent('POST', '/forward')).toMatchObject({
      ...{ revision: 3, to: 'unit', unit: 'dinas-umpama', reason: 'Wewenang dinas.', chronology: 'Diringkas.' },
    })
    await begin('Tarik kembali')
    await userEvent.click(page.getByRole('button', { name: 'Tarik kembali', exact: true }).last())
    await expect.element(page.getByText('Pengaduan ditarik kembali dari unit lain.')).toBeVisible()
  })

  it('sends the identity along only with a ground that the reporter reads', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await begin('Teruskan')
    await userEvent.click(page.getByRole('radio', { name: /Unit lain di layanan ini/ }))
    await userEvent.selectOptions(field('Unit tujuan'), 'Dinas Umpama')
    await userEvent.fill(field('Mengapa diteruskan?'), 'Wewenang dinas.')
    await userEvent.click(page.getByRole('radio', { name: 'Ikut, pelapor setuju' }))
    await userEvent.click(page.getByRole('button', { name: 'Teruskan', exact: true }).last())
    await expect.element(field('Kapan dan bagaimana pelapor setuju?')).toHaveAttribute('aria-invalid', 'true')
    await userEvent.fill(field('Kapan dan bagaimana pelapor setuju?'), 'Lewat telepon, 24 November.')
    await userEvent.click(page.getByRole('button', { name: 'Teruskan', exact: true }).last())
    await expect.element(heading('Menunggu diterima dinas-umpama')).toBeVisible()
    expect(await lastSent('POST', '/forward')).toMatchObject({
      identity: { ground: 'reporter_agrees', because: 'Lewat telepon, 24 November.' },
    })
  })
})

describe('cases of other units', () => {
  it('are given back with a reason, until none is left', async () => {
    await enter(`${unit}/transfers`)
    for (const reason of ['Bukan loket kami.', 'Bukan wewenang kami.']) {
      await userEvent.click(button('Kembalikan').first())
      await userEvent.fill(field('Mengapa dikembalikan?'), reason)
      await userEvent.click(button('Kembalikan ke pengirim'))
      await expect.poll(() => lastSent('POST', '/return')).toEqual({ reason })
    }
    await expect.element(page.getByText('Tidak ada kiriman yang menunggu')).toBeVisible()
  })

  it('that were decided on meanwhile say so, and a list that failed is loaded when asked again', async () => {
    await tell('reset')
    await misbehave({ method: 'GET', path: '/transfers', status: 500 })
    await enter(`${unit}/transfers`, undefined, { fresh: false })
    await userEvent.click(button('Coba lagi'))
    await misbehave({ method: 'POST', path: '/return', status: 404, code: 'transfer/unknown' })
    await userEvent.click(button('Kembalikan').first())
    await userEvent.fill(field('Mengapa dikembalikan?'), 'Bukan kami.')
    await userEvent.click(button('Kembalikan ke pengirim'))
    await expect.element(page.getByRole('alert')).toBeVisible()
  })
})

describe('splitting a second matter', () => {
  it('asks for each file whether it stays, is copied or leaves, and tells what follows', async () => {
    await enter(`${unit}/cases/BO-2026-000124`)
    await begin('Pisahkan hal kedua')
    const panel = page.getByRole('region', { name: 'Pisahkan hal kedua menjadi pengaduan sendiri' })
    await expect.element(page.getByText('Kode pelapor membuka keduanya.')).toBeVisible()
    expect(written('Uraian hal kedua')()).not.toBe('')
    await userEvent.selectOptions(panel.getByLabelText('Kategori'), 'illegal_levy')
    await userEvent.fill(field('Pokok pengaduan kedua'), 'Berkas tidak diproses')
    await userEvent.fill(field('Uraian hal kedua'), 'Berkas saya tidak diproses.')
    const files = panel.getByRole('combobox', { name: / · / })
    await userEvent.selectOptions(files.nth(0), 'Pindahkan: hanya milik pengaduan kedua')
    await userEvent.selectOptions(files.nth(1), 'Salin ke pengaduan kedua')
    await expect.element(page.getByText('Berkas yang dipindahkan tidak terlihat lagi di pengaduan ini.')).toBeVisible()
    await userEvent.fill(field('Mengapa dipisah?'), 'Ada dua hal yang berbeda.')
    await expectAccessible()
    await userEvent.click(button('Pisahkan dan beri tahu pelapor'))
    await expect.element(page.getByText('Hal kedua menjadi pengaduan sendiri.')).toBeVisible()
    const { evidence } = await shownCase('BO-2026-000124')
    expect(await lastSent('POST', '/split')).toMatchObject({
      ...{ revision: 3, subject: 'Berkas tidak diproses', chronology: 'Berkas saya tidak diproses.' },
      ...{ moved: [evidence[0]?.id], evidence: [evidence[1]?.id], because: 'Ada dua hal yang berbeda.' },
    })
  })
})

const shownCase = async (number: string): Promise<{ evidence: readonly { id: string }[] }> =>
  (await fetch(`${service}/api/v1/tenants/bagian-contoh/cases/${number}`, { credentials: 'include' })).json()
