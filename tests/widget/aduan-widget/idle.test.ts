import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { AduanWidget } from '../../../widget/aduan-widget/aduan-widget.ts'
import { aCase, followed } from '../support/a-case.ts'
import {
  agree,
  aUnit,
  aWidget,
  button,
  filingOf,
  fillIn,
  heading,
  instruct,
  reloaded,
  send,
} from '../support/a-widget.ts'

const question = () => page.getByRole('alertdialog', { name: 'Lanjutkan?' })

/** Nobody touches the form from now on. With `answerWithin` it stands on a device for everybody. */
function isLeftAlone(widget: AduanWidget, { answerWithin }: { answerWithin?: number } = {}) {
  widget.quietFor = 1
  if (answerWithin !== undefined) widget.answerWithin = answerWithin
  widget.stay()
}

/** What happens when the time is over, without the wait. */
async function timeIsOver(widget: AduanWidget) {
  const { askWhoIsThere } = await import('../../../widget/aduan-widget/idle/index.ts')
  await askWhoIsThere(widget)
}

const isWiped = (widget: AduanWidget) =>
  new Promise<void>((done) => widget.addEventListener('aduan-wiped', () => done(), { once: true }))

describe('a form that its writer has left', () => {
  it('asks whether to go on, shows nothing else, and keeps everything for who is', async () => {
    const widget = await aWidget()
    await fillIn()
    isLeftAlone(widget)
    await expect.element(question()).toBeVisible()
    await axe(widget).to.be.accessible()
    widget.quietFor = 60_000
    await userEvent.click(button('Lanjutkan'))
    await expect.element(question()).not.toBeInTheDocument()
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()
  })

  it('takes Escape for an answer', async () => {
    const widget = await aWidget()
    await fillIn()
    isLeftAlone(widget)
    await expect.element(question()).toBeVisible()
    widget.quietFor = 60_000
    await userEvent.keyboard('{Escape}')
    await expect.element(question()).not.toBeInTheDocument()
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()
  })

  it('that waits for a network is left alone on a device of one’s own, and wiped on one for everybody', async () => {
    const tenant = aUnit()
    await instruct(tenant, { misbehave: { complaints: [{ kind: 'cut' }] } })
    const widget = await aWidget({ tenant })
    await fillIn()
    await agree()
    filingOf(widget).waits = [600_000]
    await send()
    await expect.element(button('Coba lagi')).toBeVisible()
    widget.touchedAt = Date.now() - 3_600_000
    await timeIsOver(widget)
    await expect.element(button('Coba lagi')).toBeVisible()
    const wiped = isWiped(widget)
    widget.answerWithin = 1
    widget.touchedAt = Date.now() - 3_600_000
    await timeIsOver(widget)
    await wiped
  })

  it('is wiped from screen and tab of a device for everybody when nobody answers, says so, and begins anew', async () => {
    const widget = await aWidget()
    await fillIn()
    expect(JSON.stringify({ ...sessionStorage })).toContain('Siti Contoh')
    const wiped = isWiped(widget)
    isLeftAlone(widget, { answerWithin: 1 })
    await wiped
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Siti Contoh')
    await expect.element(heading('Pilih kerahasiaan identitas')).toBeVisible()
    await expect.element(page.getByRole('radio', { name: 'Dengan identitas' })).not.toBeChecked()
    await expect.element(page.getByText('Isian sebelumnya sudah dihapus dari layar ini.')).toBeVisible()
    widget.quietFor = 60_000
    await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
    await expect.element(page.getByText('Isian sebelumnya sudah dihapus dari layar ini.')).not.toBeVisible()
  })

  it('is never wiped on a device of one’s own, however long nobody comes', async () => {
    const widget = await aWidget()
    await fillIn()
    widget.touchedAt = Date.now() - 86_400_000
    await timeIsOver(widget)
    await expect.element(question()).toBeVisible()
    await timeIsOver(widget)
    await userEvent.click(button('Lanjutkan'))
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()
  })

  it('that was left for long asks at once when its page is loaded again', async () => {
    const widget = await aWidget()
    await fillIn()
    const draft = JSON.parse(sessionStorage.getItem(widget.memoryName) ?? '{}')
    sessionStorage.setItem(widget.memoryName, JSON.stringify({ ...draft, savedAt: Date.now() - 86_400_000 }))
    await reloaded(widget)
    await expect.element(question()).toBeVisible()
    await userEvent.click(button('Lanjutkan'))
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()
  })

  it('shows its receipt again after a reload, and wipes it only after a yes that names the code', async () => {
    const widget = await aWidget()
    await fillIn()
    await agree()
    await send()
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    const again = await reloaded(widget)
    await expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
    await expect.element(page.getByText('BC-2026-000001')).toBeVisible()
    await timeIsOver(again)
    await expect.element(question()).toHaveAccessibleDescription(/kode lacak Anda masih ada/)
    const wiped = isWiped(again)
    await userEvent.click(button('Hapus semuanya'))
    await wiped
    expect(sessionStorage.length).toBe(0)
  })

  it('is wiped at once by who answers so', async () => {
    const widget = await aWidget()
    await fillIn()
    isLeftAlone(widget)
    const wiped = isWiped(widget)
    await userEvent.click(button('Hapus semuanya'))
    await wiped
    await expect.element(heading('Pilih kerahasiaan identitas')).toBeVisible()
  })

  it('is wiped without a question on a device for everybody that slept through it', async () => {
    const widget = await aWidget()
    await fillIn()
    const wiped = isWiped(widget)
    isLeftAlone(widget, { answerWithin: 1 })
    widget.touchedAt = Date.now() - 3_600_000
    await wiped
    await expect.element(question()).not.toBeInTheDocument()
  })

  it('asks also about what a reload brought back', async () => {
    const widget = await aWidget()
    await fillIn()
    const again = await reloaded(widget)
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()
    expect(again.touchedAt).toBe(0)
    await timeIsOver(again)
    await expect.element(question()).toBeVisible()
  })

  it('asks nothing of a page where nobody wrote', async () => {
    const widget = await aWidget()
    await expect.element(heading('Pilih kerahasiaan identitas')).toBeVisible()
    await timeIsOver(widget)
    expect(widget.shadowRoot!.querySelector('aduan-idle')).toBeNull()
  })

  it('is not asked about while it is being sent', async () => {
    const tenant = aUnit()
    await instruct(tenant, { misbehave: { complaints: [{ kind: 'hold' }] } })
    const widget = await aWidget({ tenant })
    await fillIn()
    await agree()
    await send()
    await expect.element(button('Berhenti mengirim')).toBeVisible()
    await timeIsOver(widget)
    expect(widget.shadowRoot!.querySelector('aduan-idle')).toBeNull()
    await userEvent.click(button('Berhenti mengirim'))
  })

  it('closes a complaint that is being followed, with number and code', async () => {
    const widget = await followed(await aCase(), { remember: true })
    expect(sessionStorage.length).toBeGreaterThan(0)
    const wiped = isWiped(widget)
    isLeftAlone(widget, { answerWithin: 1 })
    await wiped
    expect(sessionStorage.length).toBe(0)
    await expect.element(page.getByLabelText('Kode lacak')).toHaveValue('')
  })
})
