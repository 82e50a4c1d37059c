import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { soughtIn } from '../../../admin/case/mentions.ts'
import { asked, button, enter, expectAccessible, field, lastSent, misbehave, unit } from '../support/an-office.ts'

const number = 'BO-2026-000124'
const person = { roles: ['case_handler'], limits: {}, reportsTo: null, state: 'active' } as const
const colleagues = {
  items: [
    { ...person, id: 'rina', name: 'Rina Contoh', position: 'Analis', email: 'rina@contoh.example' },
    { ...person, id: 'dodi', name: 'Dodi Misal', position: 'Petugas', email: 'dodi@contoh.example' },
  ],
}
const note = () => field('Catatan untuk petugas')

async function openNote() {
  await enter(`${unit}/cases/${number}`)
  await misbehave({ method: 'GET', path: '/handlers', status: 200, body: colleagues })
  await expect.element(note()).toBeVisible()
}

describe('a note', () => {
  it('names a colleague after an @, by keyboard alone, and tells the service whom', async () => {
    await openNote()
    await userEvent.type(note(), 'Sudah dicek @')
    await expect.element(page.getByRole('option', { name: /Rina Contoh/ })).toBeVisible()
    expect(page.getByRole('option').elements()).toHaveLength(2)
    await expectAccessible()
    await userEvent.type(note(), 'mis')
    await expect.poll(() => page.getByRole('option').elements().length).toBe(1)
    await userEvent.type(note(), '{Enter}')
    await expect.element(note()).toHaveValue('Sudah dicek @Dodi Misal ')
    expect(page.getByRole('option').query()).toBeNull()
    await userEvent.type(note(), 'tolong.')
    await userEvent.click(button('Simpan catatan'))
    await expect.poll(async () => (await asked('POST', `/cases/${number}/timed/note`)).length).toBe(1)
    expect(await lastSent('POST', `/cases/${number}/timed/note`)).toMatchObject({
      ...{ text: 'Sudah dicek @Dodi Misal tolong.', mentions: ['dodi'] },
    })
  })

  it('tells nobody whose name was taken out again, and Escape leaves the words as they are', async () => {
    await openNote()
    await userEvent.type(note(), '@')
    await expect.element(page.getByRole('option', { name: /Rina Contoh/ })).toBeVisible()
    await userEvent.type(note(), '{Escape}')
    expect(page.getByRole('option').query()).toBeNull()
    await userEvent.type(note(), 'r')
    await userEvent.click(page.getByRole('option', { name: /Rina Contoh/ }))
    await userEvent.fill(note(), 'Tidak jadi.')
    await userEvent.click(button('Simpan catatan'))
    await expect.poll(async () => (await asked('POST', `/cases/${number}/timed/note`)).length).toBe(1)
    expect(await lastSent('POST', `/cases/${number}/timed/note`)).not.toHaveProperty('mentions')
  })

  it('can be written where colleagues cannot be had', async () => {
    await enter(`${unit}/cases/${number}`)
    await misbehave({ method: 'GET', path: '/handlers', status: 500 })
    await userEvent.type(note(), 'Kepada @siapa saja.')
    await userEvent.click(button('Simpan catatan'))
    await expect.poll(async () => (await asked('POST', `/cases/${number}/timed/note`)).length).toBe(1)
  })
})

describe('an @ asks for a colleague', () => {
  it.each([
    ['@', ''],
    ['Halo @Rin', 'Rin'],
    ['@Rina Con', 'Rina Con'],
    ['surel a@b', null],
    ['@rina, sudah', null],
    ['', null],
  ])('in %j: %j', (text, sought) => {
    expect(soughtIn(text, text.length)).toBe(sought)
  })
})
