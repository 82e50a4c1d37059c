import { expect as axe } from '@open-wc/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { button, focused, focusedText, recorded } from '../support/a-widget.ts'
import { atEvidence } from '../support/at-evidence.ts'

const asked: MediaStreamConstraints[] = []
const { mediaDevices } = navigator
const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices)
const streams: MediaStream[] = []

/** Notes when the microphone is asked for, and whether it is let go again. */
function microphone(answer = getUserMedia) {
  mediaDevices.getUserMedia = async (wanted) => {
    asked.push(wanted!)
    const stream = await answer(wanted)
    streams.push(stream)
    return stream
  }
}
const isListening = () => streams.some((stream) => stream.getTracks().some(({ readyState }) => readyState === 'live'))

afterEach(() => {
  mediaDevices.getUserMedia = getUserMedia
  asked.length = 0
  streams.length = 0
})

describe('a voice statement', () => {
  it('is recorded and listened to before it is sent as evidence, by keyboard, and the microphone is let go', async () => {
    microphone()
    const { widget, tenant } = await atEvidence()
    button('Rekam suara').element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.poll(focusedText).toBe('Mulai merekam')
    expect(asked).toEqual([])
    await axe(widget).to.be.accessible()

    await userEvent.keyboard('{Enter}')
    await expect.poll(focusedText).toBe('Berhenti')
    expect(asked).toEqual([{ audio: true }])
    await expect.element(page.getByText('Sedang merekam.')).toBeVisible()
    await expect.element(page.getByText('0:01 dari 10:00')).toBeVisible()
    await expect.element(page.getByRole('meter', { name: 'Kerasnya suara' })).toBeVisible()
    await axe(widget).to.be.accessible()

    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/Rekaman 0:0\d siap didengarkan/)).toBeVisible()
    await expect.poll(isListening).toBe(false)
    await expect.poll(focusedText).toBe('Dengarkan')
    expect((await recorded(tenant)).files).toEqual([])
    await userEvent.keyboard('{Enter}')
    await expect.element(button('Hentikan')).toBeVisible()
    await userEvent.click(button('Pakai rekaman'))
    await expect.element(page.getByRole('listitem')).toHaveTextContent(/rekaman-suara\.webm.*Tersimpan/)
    expect((await recorded(tenant)).files).toMatchObject([{ name: 'rekaman-suara.webm', browserAgreed: true }])
    await expect.poll(focusedText).toBe('Rekam suara')
  })

  it('that nobody wants leaves nothing', async () => {
    microphone()
    const { tenant } = await atEvidence()
    await userEvent.click(button('Rekam suara'))
    await userEvent.click(button('Mulai merekam'))
    await userEvent.click(button('Berhenti'))
    await userEvent.click(button('Rekam ulang'))
    await userEvent.click(button('Berhenti'))
    await userEvent.click(button('Batal'))
    await expect.element(button('Rekam suara')).toBeVisible()
    expect(isListening()).toBe(false)
    expect((await recorded(tenant)).files).toEqual([])
  })

  it('is not made where the microphone is refused, and says what else can be done', async () => {
    microphone(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    await atEvidence()
    await userEvent.click(button('Rekam suara'))
    await userEvent.click(button('Mulai merekam'))
    await expect.element(page.getByText(/Mikrofon tidak diizinkan.*atau pilih berkas rekaman/)).toBeVisible()
    expect(focused()?.textContent?.trim()).toBe('Mulai merekam')
  })

  it('ends with quick exit', async () => {
    microphone()
    const { widget } = await atEvidence()
    widget.leave = () => {}
    await userEvent.click(button('Rekam suara'))
    await userEvent.click(button('Mulai merekam'))
    await expect.poll(isListening).toBe(true)
    await userEvent.click(button('Keluar cepat'))
    await expect.poll(isListening).toBe(false)
  })
})
