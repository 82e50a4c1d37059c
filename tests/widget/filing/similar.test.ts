import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { SimilarView } from '../../../service/contract/register.ts'
import { standInUnit } from '../../support/stand-in-unit.ts'
import { aUnit, aWidget, button, instruct, next, recorded, service } from '../support/a-widget.ts'

const someWent: SimilarView = {
  received: 20,
  answered: 15,
  usualDays: 4,
  latest: [
    { month: '2026-11', days: 3 },
    { month: '2026-10', days: 9 },
  ],
}

/** Where a kind of complaint is chosen, in a unit that tells of similar ones in each. */
async function atCategories(similar: SimilarView, lang = 'id') {
  const tenant = aUnit()
  const { categories } = standInUnit(tenant, 'id', service)
  await instruct(tenant, { unit: { categories: categories.map((one) => ({ ...one, similar: true })) }, similar })
  const widget = await aWidget({ tenant, lang })
  await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
  return { widget, tenant }
}

const choose = (name: RegExp) => userEvent.click(page.getByRole('radio', { name }))
const asked = async (tenant: string) => (await recorded(tenant)).requests.filter(({ kind }) => kind === 'similar')

describe('complaints like this one', () => {
  it('are told of once a category is chosen, by its code alone, with the way to one that was told already', async () => {
    const { widget, tenant } = await atCategories(someWent)
    expect(await asked(tenant)).toEqual([])
    await choose(/Pungutan/)
    await expect.element(page.getByRole('heading', { name: 'Pengaduan serupa' })).toBeVisible()
    await expect.element(page.getByText(/sedikitnya 20 pengaduan/)).toBeVisible()
    await expect.element(page.getByText('masuk Oktober 2026, dijawab dalam 9 hari')).toBeVisible()
    const follow = page.getByRole('link', { name: 'Ikuti dan lengkapi dengan nomor Anda' })
    await expect.element(follow).toHaveAttribute('href', `${service}/t/${tenant}/follow?lang=id`)
    await axe(widget).to.be.accessible()
    await next()
    await expect.element(page.getByRole('heading', { name: 'Pengaduan serupa' })).not.toBeInTheDocument()
    await userEvent.fill(page.getByLabelText('Pokok pengaduan'), 'Budi Misal meminta uang')
    await userEvent.click(button('Kembali'))
    await expect.element(page.getByRole('heading', { name: 'Pengaduan serupa' })).toBeVisible()
    for (const { body } of await asked(tenant)) expect(body).toEqual(['categories', 'illegal_levy', 'similar'])
  })

  it('are not told of where there is only a handful', async () => {
    const { tenant } = await atCategories({ received: null, answered: null, usualDays: null, latest: [] })
    await choose(/Pungutan/)
    await expect.poll(async () => (await asked(tenant)).length).toBe(1)
    await expect.element(page.getByRole('heading', { name: 'Pengaduan serupa' })).not.toBeInTheDocument()
  })
})
