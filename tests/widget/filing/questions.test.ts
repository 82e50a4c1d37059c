import { expect as axe } from '@open-wc/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { someQuestionsRead } from '../../support/some-questions.ts'
import { standInUnit } from '../../support/stand-in-unit.ts'
import {
  agree,
  aUnit,
  aWidget,
  button,
  focusedText,
  heading,
  instruct,
  next,
  recorded,
  reloaded,
  send,
  service,
} from '../support/a-widget.ts'

const danger = (answer: string) => page.getByRole('radio', { name: `Jawaban ${answer}` })
const amount = () => page.getByLabelText('Berapa jumlahnya?')
const where = { latitude: -7.98123, longitude: 112.63042, accuracy: 24.6 }

/** The questions of a category of a unit, for a reporter without identity. */
async function atQuestions() {
  const tenant = aUnit()
  const { categories } = standInUnit(tenant, 'id', service)
  const asking = categories.map((one) => (one.code === 'illegal_levy' ? { ...one, questions: someQuestionsRead } : one))
  await instruct(tenant, { unit: { categories: asking } })
  const widget = await aWidget({ tenant })
  await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
  await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
  await expect.poll(focusedText).toMatch(/Langkah 3 dari 7: Beberapa pertanyaan/)
  return { tenant, widget }
}

function findOrRefuse(found: typeof where | null) {
  Object.defineProperty(navigator, 'geolocation', {
    configurable: true,
    value: {
      getCurrentPosition: (done: (at: object) => void, failed: (why: object) => void) =>
        found ? done({ coords: found }) : failed({ code: 1, PERMISSION_DENIED: 1 }),
    },
  })
}

describe('what a category asks besides the story', () => {
  afterEach(() => Reflect.deleteProperty(navigator, 'geolocation'))

  it('follows the answers, is read back in words, and is sent as answers', async () => {
    findOrRefuse(where)
    const { tenant, widget } = await atQuestions()
    await axe(widget).to.be.accessible()
    await expect.element(amount()).not.toBeInTheDocument()
    await next()
    await expect.poll(focusedText).toMatch(/Jawab: Apakah ada orang dalam bahaya sekarang\?/)
    await userEvent.click(danger('no'))
    await userEvent.click(page.getByRole('checkbox', { name: 'Jawaban money' }))
    await userEvent.fill(amount(), 'seratus ribu')
    await next()
    await expect.element(page.getByRole('link', { name: /Tulis jumlah dengan angka saja/ })).toBeVisible()
    await axe(widget).to.be.accessible()
    await userEvent.fill(amount(), '150.000')
    await expect.element(page.getByText('Rp 150.000')).toBeVisible()
    await userEvent.click(button('Tambahkan lokasi saya sekarang'))
    await expect.element(page.getByText('Ikut dikirim: -7.98123, 112.63042 (ketelitian ± 25 m)')).toBeVisible()
    await userEvent.fill(page.getByLabelText('Siapa yang melihat?'), 'Budi Misal')

    const after = await reloaded(widget)
    await expect.element(page.getByText('Isian Anda masih ada.')).toBeVisible()
    await expect.element(amount()).toHaveValue('150.000')
    await next()
    await userEvent.fill(page.getByLabelText('Pokok pengaduan'), 'Diminta uang')
    await userEvent.fill(page.getByLabelText('Uraian kejadian'), 'Petugas meminta uang.')
    for (const title of [/Bukti/, /Kontak/, /Periksa/]) {
      await next()
      await expect.poll(focusedText).toMatch(title)
    }
    await expect.element(page.getByText('-7.98123, 112.63042')).toBeVisible()
    await axe(after).to.be.accessible()
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    expect((await recorded(tenant)).requests[0]!.body).toMatchObject({
      answers: { danger: 'no', paid: ['money'], amount: 150_000, where: { at: where }, witness: 'Budi Misal' },
    })
  })

  it('ends where an answer points elsewhere, with the number to call', async () => {
    const { widget } = await atQuestions()
    await userEvent.click(danger('yes'))
    await expect.element(page.getByRole('link', { name: '112' })).toHaveAttribute('href', 'tel:112')
    await expect.element(page.getByText('Siapa yang melihat?')).not.toBeInTheDocument()
    await axe(widget).to.be.accessible()
    await next()
    await expect.poll(focusedText).toMatch(/pengaduan tidak dikirim ke kantor ini/)
    await userEvent.click(danger('no'))
    await next()
    await expect.poll(focusedText).toMatch(/Apa yang terjadi/)
  })

  it('is asked anew where the office changed it meanwhile; what was written stays, and the visitor is told', async () => {
    const { tenant } = await atQuestions()
    await userEvent.click(danger('no'))
    for (let step = 0; step < 4; step++) {
      await next()
      if (step > 0) continue
      await userEvent.fill(page.getByLabelText('Pokok pengaduan'), 'Surat lama')
      await userEvent.fill(page.getByLabelText('Uraian kejadian'), 'Belum dijawab.')
    }
    const { categories } = standInUnit(tenant, 'id', service)
    const [first] = someQuestionsRead
    const asked = { ...first!, code: 'counter', label: 'Di loket mana?' }
    const asking = categories.map((one) => ({ ...one, questions: [first!, asked] }))
    const problem = { code: 'request/invalid', errors: [{ path: 'answers.counter', message: 'Wajib diisi.' }] }
    const refusal = { kind: 'refuse', status: 400, problem } as const
    await instruct(tenant, { unit: { categories: asking }, misbehave: { complaints: [refusal, refusal] } })
    await agree()
    await send()

    await expect.element(page.getByText(/Kantor mengubah formulir ini/)).toBeVisible()
    await expect.poll(focusedText).toMatch(/Jawab: Di loket mana\?/)
    await expect.element(page.getByRole('group', { name: /Di loket mana/ })).toBeVisible()
    await expect.element(danger('no').first()).toBeChecked()

    // Then the category itself goes.
    await instruct(tenant, { unit: { categories: categories.filter(({ code }) => code !== 'illegal_levy') } })
    await userEvent.click(page.getByRole('group', { name: /Di loket mana/ }).getByRole('radio', { name: 'Jawaban no' }))
    for (let step = 0; step < 4; step++) await next()
    await send()
    await expect.poll(focusedText).toMatch(/Pilih jenis pengaduan/)
    await userEvent.click(page.getByRole('radio', { name: /Maladministrasi/ }))
    await expect.element(page.getByLabelText('Pokok pengaduan')).toHaveValue('Surat lama')
  })

  it('takes a location back, and does without one where the browser gives none', async () => {
    findOrRefuse(null)
    const { widget } = await atQuestions()
    await userEvent.click(button('Tambahkan lokasi saya sekarang'))
    await expect.element(page.getByText('Lokasi tidak diizinkan. Tulis saja tempatnya.')).toBeVisible()
    findOrRefuse(where)
    await userEvent.click(button('Tambahkan lokasi saya sekarang'))
    await userEvent.click(button('Hapus lokasi'))
    await expect.element(page.getByText('Lokasi dihapus.')).toBeVisible()
    await expect.element(page.getByText('-7.98123')).not.toBeInTheDocument()
    await axe(widget).to.be.accessible()
  })
})
