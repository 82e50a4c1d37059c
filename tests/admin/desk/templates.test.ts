import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { OfferedTemplates, TemplateList } from '../../../service/contract/templates.ts'
import {
  asked,
  begin,
  button,
  enter,
  expectAccessible,
  field,
  goTo,
  heading,
  lastSent,
  misbehave,
  unit,
} from '../support/an-office.ts'

const number = 'BO-2026-000124'
const plain = { language: 'id', outcome: null, reason: null, elsewhere: '', ...{ items: [] } } as const
const offered: OfferedTemplates = {
  items: [
    { ...plain, id: 't1', name: 'Sedang diperiksa', kind: 'message', text: 'Pengaduan Anda sedang kami periksa.' },
    {
      ...plain,
      id: 't2',
      name: 'Kapan terjadi',
      kind: 'completion',
      items: ['when_it_happened'],
      text: 'Kapan terjadinya?',
    },
    { ...plain, id: 't3', name: 'Belum diangkat', kind: 'note', text: 'Pelapor belum mengangkat telepon.' },
  ],
}
const kept: TemplateList = {
  items: [
    {
      ...{
        ...plain,
        id: 't1',
        name: 'Sedang diperiksa',
        kind: 'message',
        text: 'Pengaduan {nomor} sedang kami periksa.',
      },
      ...{ version: 3, categories: [], statuses: ['in_progress'] },
      ...{ changedAt: '2026-11-20T03:00:00.000Z', changedBy: 'Dewi Peraga' },
    },
  ],
  places: { id: [{ name: 'nomor', sample: 'BO-2026-000123' }], en: [{ name: 'number', sample: 'BO-2026-000123' }] },
  most: 200,
}

const offer = (items = offered.items) =>
  misbehave({ method: 'GET', path: `/cases/${number}/templates`, status: 200, body: { items } })
const seek = () => page.getByRole('combobox', { name: 'Cari templat' })
const messages = () => page.getByRole('region', { name: 'Percakapan dengan pelapor', exact: true })

describe('a template', () => {
  it('is found by a few letters and the keyboard, stands in the message to be read, and sends nothing itself', async () => {
    await enter(`${unit}/cases/${number}`)
    await offer()
    await userEvent.click(messages().getByRole('button', { name: 'Templat' }))
    await expect.element(page.getByRole('option', { name: /Sedang diperiksa/ })).toBeVisible()
    expect(page.getByRole('option').elements()).toHaveLength(1)
    await expectAccessible()
    await userEvent.type(seek(), 'xyz')
    await expect.element(page.getByText('Tidak ada yang cocok.')).toBeVisible()
    await userEvent.clear(seek())
    await userEvent.type(seek(), 'perik{Enter}')
    await expect.element(field('Pesan kepada pelapor')).toHaveValue('Pengaduan Anda sedang kami periksa.')
    expect(field('Pesan kepada pelapor').element().matches(':focus')).toBe(true)
    expect(await asked('POST', `/cases/${number}/timed/message`)).toHaveLength(0)
    await userEvent.type(field('Pesan kepada pelapor'), ' Terima kasih.')
    await userEvent.click(button('Kirim kepada pelapor'))
    await expect.poll(async () => (await asked('POST', `/cases/${number}/timed/message`)).length).toBe(1)
    expect(await lastSent('POST', `/cases/${number}/timed/message`)).toMatchObject({
      text: 'Pengaduan Anda sedang kami periksa. Terima kasih.',
    })
  })

  it('of an act opens its panel with all fields written, and waits there', async () => {
    await enter(`${unit}/cases/${number}`)
    await offer()
    await begin('Templat')
    await expect.element(page.getByRole('option', { name: /Kapan terjadi/ })).toBeVisible()
    expect(page.getByRole('option').elements()).toHaveLength(3)
    await expectAccessible()
    await userEvent.type(seek(), 'kapan{Enter}')
    await expect.element(page.getByRole('checkbox', { name: 'Kapan terjadi' })).toBeChecked()
    await expect.element(field('Jelaskan kepada pelapor apa yang diperlukan')).toHaveValue('Kapan terjadinya?')
    expect(await asked('POST', `/cases/${number}/timed/ask-for-completion`)).toHaveLength(0)
  })

  it('of a note goes to the notes, away from the reporter', async () => {
    await enter(`${unit}/cases/${number}`)
    await offer()
    await begin('Templat')
    await userEvent.click(page.getByRole('option', { name: /Belum diangkat/ }))
    await expect.element(field('Catatan untuk petugas')).toHaveValue('Pelapor belum mengangkat telepon.')
    await expect.element(field('Pesan kepada pelapor')).toHaveValue('')
  })

  it('that does not come is said so; Escape goes back to where one was', async () => {
    await enter(`${unit}/cases/${number}`)
    await misbehave({ method: 'GET', path: `/cases/${number}/templates`, status: 500 })
    await userEvent.click(messages().getByRole('button', { name: 'Templat' }))
    await expect.element(page.getByRole('alert')).toBeVisible()
    await offer([])
    await userEvent.click(button('Coba lagi'))
    await expect.element(page.getByText('Belum ada templat yang cocok untuk pengaduan ini.')).toBeVisible()
    await userEvent.type(seek(), '{Escape}')
    await expect.poll(() => messages().getByRole('button', { name: 'Templat' }).element().matches(':focus')).toBe(true)
  })
})

describe('the templates of a unit', () => {
  async function openTemplates(list = kept) {
    await enter(`${unit}/cases`)
    await misbehave({ method: 'GET', path: '/templates', status: 200, body: list })
    await goTo('Templat balasan')
    await expect.element(heading('Templat balasan')).toBeVisible()
  }

  it('say who changed them last, and are changed with how they will read beside', async () => {
    await openTemplates()
    await expect.element(page.getByText('Diubah Dewi Peraga, 20 Nov 2026')).toBeVisible()
    await userEvent.click(button('Ubah templat Sedang diperiksa'))
    await expect.element(page.getByText('Pengaduan BO-2026-000123 sedang kami periksa.')).toBeVisible()
    await userEvent.clear(field('Isi'))
    await userEvent.click(button('{nomor}'))
    await expect.element(field('Isi')).toHaveValue('{nomor}')
    await expectAccessible()
    const errors = [{ path: 'text', code: 'unknown-place', message: 'Isian ini tidak dikenal.' }]
    await misbehave({ method: 'PUT', path: '/templates/t1', status: 400, code: 'request/invalid', errors })
    await userEvent.click(button('Simpan'))
    await expect.element(page.getByText('Isian ini tidak dikenal.')).toBeVisible()
    await misbehave({ method: 'PUT', path: '/templates/t1', status: 200, body: kept.items[0]! })
    await misbehave({ method: 'GET', path: '/templates', status: 200, body: kept })
    await userEvent.click(button('Simpan'))
    await expect.element(page.getByText('Templat disimpan.')).toBeVisible()
    expect(await lastSent('PUT', '/templates/t1')).toMatchObject({
      ...{ version: 3, text: '{nomor}', kind: 'message', statuses: ['in_progress'] },
    })
  })

  it('can be none, and are removed after a question', async () => {
    await openTemplates()
    await userEvent.click(button('Hapus templat Sedang diperiksa'))
    await expect.element(page.getByText(/tidak lagi ditawarkan/)).toBeVisible()
    await misbehave({ method: 'DELETE', path: '/templates/t1', status: 200, body: {} })
    await misbehave({ method: 'GET', path: '/templates', status: 200, body: { ...kept, items: [] } })
    await userEvent.click(button('Hapus templat'))
    await expect.element(page.getByText('Belum ada templat')).toBeVisible()
    await expectAccessible()
  })
})
