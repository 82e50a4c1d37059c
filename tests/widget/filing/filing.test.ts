import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { standInUnit } from '../../support/stand-in-unit.ts'
import {
  agree,
  aUnit,
  aWidget,
  button,
  filingOf,
  fillIn,
  focused,
  focusedText,
  heading,
  instruct,
  next,
  recorded,
  send,
  service,
} from '../support/a-widget.ts'

describe('filing a complaint', () => {
  it('leads from the procedure to a number and a code; each step takes the focus and passes the accessibility check', async () => {
    const widget = await aWidget()
    const arriveAt = async (title: RegExp) => {
      await expect.poll(focusedText).toMatch(title)
      await axe(widget).to.be.accessible()
    }

    await expect.element(heading(/Langkah 1 dari 6.*Pilih kerahasiaan identitas/)).toBeVisible()
    await axe(widget).to.be.accessible()
    await userEvent.click(page.getByRole('radio', { name: 'Dengan identitas' }))
    await arriveAt(/Langkah 2 dari 6: Jenis pengaduan/)
    await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
    await arriveAt(/Langkah 3 dari 6: Apa yang terjadi/)
    await userEvent.fill(page.getByLabelText('Pokok pengaduan'), 'Diminta uang di loket')
    await userEvent.fill(page.getByLabelText('Uraian kejadian'), 'Petugas meminta uang.')
    await next()
    await arriveAt(/Langkah 4 dari 6: Bukti pendukung/)
    await next()
    await arriveAt(/Langkah 5 dari 6: Identitas dan kontak/)
    await userEvent.fill(page.getByLabelText('Nama lengkap'), 'Siti Contoh')
    await userEvent.fill(page.getByLabelText('Alamat'), 'Jalan Misal 5')
    await userEvent.fill(page.getByLabelText('Nomor HP'), '0812-0000-0001')
    await next()
    await arriveAt(/Langkah 6 dari 6: Periksa dan kirim/)
    await agree()
    await send()

    await arriveAt(/Pengaduan Anda sudah diterima/)
    await expect.element(page.getByText('BC-2026-000001')).toBeVisible()
  })

  it('sends what was written, in the names of the contract', async () => {
    const tenant = aUnit()
    await aWidget({ tenant })
    await fillIn()
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()

    const [filed] = (await recorded(tenant)).requests
    expect(filed!.key).toMatch(/^[0-9a-f]{32}$/)
    expect(filed!.body).toEqual({
      category: 'illegal_levy',
      privacy: 'named',
      reporter: {
        name: 'Siti Contoh',
        address: 'Jalan Misal 5',
        phone: '0812-0000-0001',
        channels: ['whatsapp', 'sms', 'letter'],
      },
      subject: 'Diminta uang di loket',
      chronology: 'Petugas meminta uang untuk sebuah surat.',
      evidence: [],
      language: 'id',
      statements: { truthful: true, procedureRead: true, privacyNotice: 1 },
    })
  })

  it('tells the code in its groups, whole, on the narrowest phone', async () => {
    await page.viewport(320, 640)
    const widget = await aWidget()
    await fillIn()
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    const receipt = filingOf(widget).shadowRoot!.querySelector('aduan-receipt')!
    receipt.receipt = { ...receipt.receipt, trackingCode: '3EUK-8HTW-4XT5-48XZ-5Q5D' }
    const code = () => receipt.shadowRoot!.querySelector('.code')!
    await expect.poll(() => code().textContent).toBe('3EUK-8HTW-4XT5-48XZ-5Q5D')
    const range = document.createRange()
    const linesOf = (node: Node) => {
      range.selectNodeContents(node)
      return new Set([...range.getClientRects()].map(({ top }) => top)).size
    }
    expect([...code().childNodes].filter((node) => node.textContent?.length === 4).map(linesOf)).toEqual([
      1, 1, 1, 1, 1,
    ])
    expect(linesOf(code())).toBe(2)
  })

  it('asks nothing that names a person when the complaint is to be without identity', async () => {
    const tenant = aUnit()
    await aWidget({ tenant })
    await fillIn({ privacy: 'Tanpa identitas' })
    await expect.element(page.getByText('Nama lengkap')).not.toBeInTheDocument()
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()

    expect((await recorded(tenant)).requests[0]!.body).not.toHaveProperty('reporter')
  })

  it('can be done with the keyboard alone', async () => {
    await aWidget()
    await expect.element(heading(/Pilih kerahasiaan identitas/)).toBeVisible()
    const tabTo = async (what: RegExp) => {
      for (let presses = 0; presses < 30; presses++) {
        await userEvent.keyboard('{Tab}')
        const element = focused()
        const label = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.id : ''
        if (what.test(label || focusedText())) return
      }
      throw new Error(`No tab stop for ${what}`)
    }

    await tabTo(/^privacy$/)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await tabTo(/^Lanjut$/)
    await userEvent.keyboard('{Enter}')
    await expect.poll(focusedText).toMatch(/Jenis pengaduan/)
    await tabTo(/^category$/)
    await userEvent.keyboard(' ')
    await tabTo(/^Lanjut$/)
    await userEvent.keyboard('{Enter}')
    await expect.poll(focusedText).toMatch(/Apa yang terjadi/)
    await tabTo(/^subject$/)
    await userEvent.keyboard('Surat')
    await tabTo(/^chronology$/)
    await userEvent.keyboard('Diminta uang')
    await tabTo(/^Lanjut$/)
    await userEvent.keyboard('{Enter}')
    await expect.poll(focusedText).toMatch(/Bukti/)
    await tabTo(/^Lanjut$/)
    await userEvent.keyboard('{Enter}')
    await expect.poll(focusedText).toMatch(/Kontak/)
    await tabTo(/^Lanjut$/)
    await userEvent.keyboard('{Enter}')
    await expect.poll(focusedText).toMatch(/Periksa/)
    await tabTo(/^statements-truthful$/)
    await userEvent.keyboard(' ')
    await tabTo(/^Kirim pengaduan$/)
    await userEvent.keyboard('{Enter}')
    await expect.poll(focusedText).toMatch(/sudah diterima/)
  })

  it('says beside the field and in a summary what is missing, and each line of the summary leads to its field', async () => {
    const widget = await aWidget()
    await next()
    await expect.poll(focusedText).toMatch(/Ada yang perlu dilengkapi Pilih siapa yang boleh tahu identitas Anda/)
    await userEvent.click(page.getByRole('radio', { name: 'Dengan identitas' }))
    await expect.element(page.getByText('Ada yang perlu dilengkapi')).not.toBeInTheDocument()
    await next()
    await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
    await next()
    await expect.poll(focusedText).toMatch(/Pokok pengaduan belum diisi\. Uraian kejadian belum diisi\./)
    await axe(widget).to.be.accessible()

    await userEvent.click(page.getByRole('link', { name: 'Uraian kejadian belum diisi.' }))
    expect(focused()?.id).toBe('chronology')
    await expect
      .element(page.getByLabelText('Uraian kejadian'))
      .toHaveAccessibleDescription(/Uraian kejadian belum diisi/)
  })

  it('puts what the service refuses beside the field that it names', async () => {
    const tenant = aUnit()
    const errors = [{ path: 'reporter.phone', code: 'invalid_format', message: 'Nomor ini tidak dikenal operator.' }]
    await instruct(tenant, {
      misbehave: { complaints: [{ kind: 'refuse', status: 400, problem: { code: 'request/invalid', errors } }] },
    })
    await aWidget({ tenant })
    await fillIn()
    await agree()
    await send()

    await expect.poll(focusedText).toMatch(/Nomor ini tidak dikenal operator/)
    await expect.element(heading(/Identitas dan kontak/)).toBeVisible()
    await expect.element(page.getByLabelText('Nomor HP')).toHaveAccessibleDescription(/tidak dikenal operator/)
    await userEvent.fill(page.getByLabelText('Nomor HP'), '0812-0000-0002')
    await next()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
  })

  it('follows the form rules of the unit', async () => {
    const tenant = aUnit()
    const { form } = standInUnit(tenant, 'id', service)
    const identity = { name: 'optional', address: 'hidden', phone: 'required', email: 'optional' } as const
    await instruct(tenant, { unit: { form: { ...form, identity, evidence: { ...form.evidence, maxFiles: 0 } } } })
    await aWidget({ tenant })
    await expect.element(heading(/Langkah 1 dari 5/)).toBeVisible()
    await userEvent.click(page.getByRole('radio', { name: 'Dengan identitas' }))
    await userEvent.click(page.getByRole('radio', { name: /Pungutan/ }))
    await userEvent.fill(page.getByLabelText('Pokok pengaduan'), 'Surat')
    await userEvent.fill(page.getByLabelText('Uraian kejadian'), 'Diminta uang.')
    await next()
    await expect.element(page.getByLabelText('Alamat')).not.toBeInTheDocument()
    await next()
    await expect.poll(focusedText).toBe('Ada yang perlu dilengkapi Nomor HP belum diisi.')
    await userEvent.click(button('Kembali'))
    await expect.poll(focusedText).toMatch(/Apa yang terjadi/)
  })
})
