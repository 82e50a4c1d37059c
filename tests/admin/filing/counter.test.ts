import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { beginStroke, extendStroke, isSignature, pathOf, type Strokes } from '../../../admin/filing/intake/strokes.ts'
import { firstSentence } from '../../../admin/ui/form.ts'
import { createFormats } from '../../../admin/ui/formats.ts'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  heading,
  lastSent,
  misbehave,
  unit,
} from '../support/an-office.ts'

const cases = '/tenants/bagian-contoh/cases'

async function sayWho(privacy = /^Dengan identitas/) {
  await userEvent.click(page.getByRole('radio', { name: privacy }))
  if (field('Nama').query()) await userEvent.fill(field('Nama'), 'Siti Contoh')
  await userEvent.click(button('Lanjut'))
}

async function sayWhat(story = 'Surat saya tidak selesai. Saya sudah tiga kali datang.') {
  await userEvent.selectOptions(field('Kategori'), 'Maladministrasi')
  await userEvent.fill(field('Uraian kejadian'), story)
  await userEvent.click(button('Kemarin'))
  await userEvent.click(button('Bacakan kembali'))
}

async function sayYes(to = 'Benar, lanjut ke tanda tangan') {
  await userEvent.click(page.getByRole('checkbox', { name: /Sudah dibacakan/ }))
  await userEvent.click(page.getByRole('checkbox', { name: /Tata cara/ }))
  await userEvent.click(button(to))
}

/** Draws a line across the sheet, as a finger does. */
function draw() {
  const sheet = page.getByRole('img', { name: 'Kotak tanda tangan' }).element()
  const box = sheet.getBoundingClientRect()
  const at = (step: number) => ({
    ...{ clientX: box.left + 40 + step * 20, clientY: box.top + 60 + (step % 3) * 15, pointerId: 1 },
    ...{ bubbles: true, button: 0, pointerType: 'touch' },
  })
  // A synthetic pointer cannot be captured; the sheet holds it all the same.
  sheet.setPointerCapture = () => {}
  sheet.hasPointerCapture = () => true
  sheet.dispatchEvent(new PointerEvent('pointerdown', at(0)))
  for (let step = 1; step < 12; step++) sheet.dispatchEvent(new PointerEvent('pointermove', at(step)))
}

describe('the counter', () => {
  it('leads from the choice of privacy over the read-back and the signature to paper, and then knows nothing any more', async () => {
    const printed: string[] = []
    const print = vi.spyOn(window, 'print').mockImplementation(() => void printed.push('printed'))
    onTestFinished(() => print.mockRestore())
    await enter(`${unit}/intake?at=counter`)
    await expect.element(heading('Bagaimana pelapor ingin dikenal?')).toBeVisible()
    expect(page.getByRole('navigation').query()).toBeNull()
    await expectAccessible()
    await userEvent.click(button('Lanjut'))
    await expect.element(page.getByRole('alert')).toBeVisible()
    await sayWho()
    await expectAccessible()
    await sayWhat()
    await expect.element(page.getByText('Pokok pengaduannya: Surat saya tidak selesai')).toBeVisible()
    await expect.element(page.getByText('Benar begitu?')).toBeVisible()
    await expectAccessible()
    await sayYes()

    await userEvent.click(button('Catat dan cetak tanda terima'))
    await expect.element(page.getByText(/Belum ada tanda tangan/)).toBeVisible()
    draw()
    await expectAccessible()
    await userEvent.click(button('Catat dan cetak tanda terima'))
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    expect(await lastSent('POST', cases)).toMatchObject({
      channel: 'walk_in_oral',
      privacy: 'named',
      subject: 'Surat saya tidak selesai',
      occurredAt: createFormats('id-ID', 'Asia/Jakarta').today(-1),
      signing: { kind: 'signed', strokes: expect.stringMatching(/^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/) },
      statements: { readBack: true, procedureExplained: true },
    })
    expect(printed).toEqual(['printed'])
    await expectAccessible()

    // The code is on the paper; on the screen only where the printer does not work.
    const code = page.getByText('K7QM-4XWP-9RTD-2HVC')
    await expect.element(code).not.toBeVisible()
    await userEvent.click(button('Printer tidak jalan: tampilkan kode'))
    await expect.element(code).toBeVisible()

    await userEvent.click(button('Orang berikutnya'))
    await expect.element(heading('Bagaimana pelapor ingin dikenal?')).toBeVisible()
    expect(
      page
        .getByRole('radio')
        .elements()
        .some((radio) => (radio as HTMLInputElement).checked),
    ).toBe(false)
    expect(document.querySelector('aduan-admin')?.shadowRoot?.textContent).not.toContain('Siti Contoh')
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toMatch(/Siti|Surat|K7QM/)
    await sayWho(/^Tanpa identitas/)
    await expect.element(field('Uraian kejadian')).toHaveValue('')
    await expect.element(field('Pokok pengaduan')).toHaveValue('')
  })

  it('asks nobody who stays unnamed for a signature', async () => {
    await enter(`${unit}/intake?at=counter`)
    await sayWho(/^Tanpa identitas/)
    await sayWhat()
    await sayYes('Catat dan cetak tanda terima')
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    const sent = await lastSent('POST', cases)
    expect([sent.privacy, sent.signing, sent.reporter]).toEqual(['anonymous', undefined, undefined])
  })

  it('takes a witness for who cannot sign', async () => {
    await enter(`${unit}/intake?at=counter`)
    await sayWho()
    await sayWhat()
    await sayYes()
    await userEvent.click(button('Pelapor tidak menandatangani'))
    await userEvent.click(button('Catat dan cetak tanda terima'))
    await expect.element(page.getByText('Isian ini perlu diisi.').first()).toBeVisible()
    await userEvent.click(page.getByRole('radio', { name: 'Tidak dapat menulis' }))
    await userEvent.fill(field('Saksi'), 'Budi Misal')
    await expectAccessible()
    await userEvent.click(button('Catat dan cetak tanda terima'))
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    expect(await lastSent('POST', cases)).toMatchObject({
      signing: { kind: 'witnessed', because: 'cannot_write', witness: 'Budi Misal' },
    })
  })

  it('keeps what was said when the service does not answer, and makes one case of two tries', async () => {
    await enter(`${unit}/intake?at=counter`)
    await sayWho(/^Tanpa identitas/)
    await sayWhat()
    await misbehave({ method: 'POST', path: '/cases', status: 503, body: {} })
    await sayYes('Catat dan cetak tanda terima')
    await expect.element(page.getByText('Menekan tombol itu lagi tidak membuat pengaduan kedua.')).toBeVisible()
    await userEvent.click(button('Catat dan cetak tanda terima'))
    await expect.element(page.getByText('BO-2026-000200')).toBeVisible()
    const keys = (await asked('POST', cases)).map(({ key }) => key)
    expect(new Set(keys).size).toBe(1)
  })

  it('wipes the screen when nobody is there any more', async () => {
    await enter(`${unit}/intake?at=counter`)
    await sayWho()
    await userEvent.fill(field('Uraian kejadian'), 'Yang diceritakan orang ini.')
    const counter = document.querySelector('aduan-admin')?.shadowRoot?.querySelector('intake-page')
    counter?.setAttribute('patience', '0')
    await expect.element(heading('Masih di sini?')).toBeVisible()
    await expect.element(field('Uraian kejadian')).not.toBeVisible()
    await userEvent.click(button('Kosongkan sekarang'))
    await expect.element(heading('Bagaimana pelapor ingin dikenal?')).toBeVisible()
    // Without patience the question would come back over the next person's first answer.
    counter?.setAttribute('patience', '120')
    await sayWho(/^Tanpa identitas/)
    await expect.element(field('Uraian kejadian')).toHaveValue('')
  })
})

describe('what is spoken', () => {
  it.each([
    ['Surat saya hilang. Saya kecewa.', 'Surat saya hilang'],
    ['  Kapan selesai? Tidak tahu', 'Kapan selesai'],
    ['satu dua tiga empat lima', 'satu dua'],
    ['kepanjangansekalikatanya', 'kepanjanga'],
    ['', ''],
  ])('%j has the subject %j', (story, subject) => {
    expect(firstSentence(story, subject.length > 12 ? 80 : 10)).toBe(subject)
  })

  it('was yesterday by the office’s calendar', () => {
    const lateEvening = Date.parse('2026-11-25T18:30:00Z')
    const { today } = createFormats('id-ID', 'Asia/Jakarta', () => lateEvening)
    expect([today(), today(-1)]).toEqual(['2026-11-26', '2026-11-25'])
  })

  it('is signed by lines, never by a touch, and never by more than the service takes', () => {
    expect(isSignature(beginStroke([], { x: 4, y: 4 }))).toBe(false)
    expect(pathOf(beginStroke([], { x: 4, y: 4 }))).toBe('M4 4L4 4')
    let strokes: Strokes = beginStroke([], { x: 0, y: 0 })
    for (let step = 0; step < 5000; step++)
      strokes = extendStroke(strokes, { x: (step * 7) % 600, y: (step * 3) % 200 })
    expect(isSignature(strokes)).toBe(true)
    expect(pathOf(strokes).length).toBeLessThan(20_000)
  })
})
