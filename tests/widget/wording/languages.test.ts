import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { aUnit, aWidget, button, heading, instruct, next } from '../support/a-widget.ts'

/** A unit that offers its form in Javanese too. */
async function aJavaneseUnit() {
  const tenant = aUnit()
  await instruct(tenant, { unit: { languages: ['id', 'en', 'jv'] } })
  return tenant
}

describe('the languages of the form', () => {
  it('are all that the unit offers, each under its own name, and change what is open already', async () => {
    const widget = await aWidget({ tenant: await aJavaneseUnit() })
    await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
    await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
    await userEvent.fill(page.getByLabelText('Pokok pengaduan'), 'Diminta uang')
    await userEvent.fill(page.getByLabelText('Uraian kejadian'), 'Petugas meminta uang.')
    await next()
    await userEvent.click(button('Tambahkan bukti'))
    await userEvent.click(button('Rekam suara'))
    await userEvent.click(button('Simpan atau buka draf'))
    await expect.element(page.getByLabelText('Ulangi PIN')).toBeVisible()

    await expect.element(button('Bahasa Indonesia')).not.toBeInTheDocument()
    await expect.element(button('English')).toBeVisible()
    await userEvent.click(button('Basa Jawa'))
    await expect.element(heading(/Bukti panyengkuyung/)).toBeVisible()
    await expect.element(button('Pilih berkas')).toBeVisible()
    await expect.element(button('Wiwiti ngrekam')).toBeVisible()
    await expect.element(button('Bahasa Indonesia')).toBeVisible()
    await userEvent.click(button('Simpen utawi bikak draf'))
    await expect.element(page.getByLabelText('Ambali PIN')).toBeVisible()
    await axe(widget).to.be.accessible()

    await userEvent.click(button('English'))
    await expect.element(button('Start recording')).toBeVisible()
  })

  it('hold for the check that the form is official, which stands before the first question', async () => {
    await aWidget({ tenant: await aJavaneseUnit() })
    await userEvent.click(button('Basa Jawa'))
    await userEvent.click(button('Pesthekaken menika formulir resmi'))
    await expect.element(page.getByRole('dialog', { name: 'Pesthekaken menika formulir resmi' })).toBeVisible()
    await userEvent.click(button('Tutup'))
  })

  it('are not asked about where the unit has one', async () => {
    const tenant = aUnit()
    await instruct(tenant, { unit: { languages: ['id'] } })
    await aWidget({ tenant })
    await expect.element(heading(/Pilih kerahasiaan identitas/)).toBeVisible()
    await expect.element(button('English')).not.toBeInTheDocument()
  })
})
