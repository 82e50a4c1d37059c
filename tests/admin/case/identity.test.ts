import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  asked,
  button,
  enter,
  expectAccessible,
  field,
  focused,
  goTo,
  heading,
  holdAnswers,
  lastSent,
  misbehave,
  nextFrames,
  resizeWindow,
  unit,
} from '../support/an-office.ts'

const officer = 'kepala@bagian-contoh.demo'
const custodian = 'kustodian@bagian-contoh.demo'
const identity = page.getByRole('region', { name: 'Identitas pelapor' })
const requests = page.getByRole('list', { name: 'Permintaan membuka identitas' })

/** The same office, looked at by somebody else. */
async function comesNext(address: string, email: string) {
  for (const app of document.querySelectorAll('aduan-admin')) app.remove()
  await enter(address, email, { fresh: false })
}

async function ask(reason: string) {
  await userEvent.click(button('Minta dibuka'))
  await userEvent.selectOptions(field('Dasar'), 'Menghubungi pelapor')
  await userEvent.fill(field('Mengapa identitas perlu dibuka?'), reason)
  await userEvent.click(button('Kirim permintaan'))
  await expect.element(page.getByText('Permintaan terkirim kepada pemegang kunci identitas.')).toBeVisible()
  await expect.poll(focused).toBe('heading')
}

async function decide(choice: RegExp, because: string) {
  await userEvent.click(page.getByRole('radio', { name: choice }))
  await userEvent.fill(field('Alasan keputusan'), because)
  await userEvent.click(button('Simpan keputusan'))
}

describe('a confidential identity', () => {
  const address = `${unit}/cases/BO-2026-000121`

  it('is asked for with a ground and words, and the asker sees that it waits', async () => {
    await enter(address, officer)
    await expect.element(identity).toHaveTextContent(/perlu persetujuan pemegang kunci/)
    await expect.element(button('Buka identitas')).not.toBeInTheDocument()
    await userEvent.click(button('Minta dibuka'))
    await expectAccessible()
    await userEvent.click(button('Kirim permintaan'))
    await expect.element(field('Dasar')).toHaveAccessibleDescription(/perlu diisi/)
    await userEvent.keyboard('{Escape}')
    await ask('Memastikan tanggal kejadian.')
    expect(await lastSent('POST', '/identity/requests')).toEqual({
      ground: 'contact_reporter',
      reason: 'Memastikan tanggal kejadian.',
    })
    await expect.element(requests).toHaveTextContent(/Menghubungi pelapor.*Menunggu keputusan.*Memastikan tanggal/s)
    await expect.element(requests).toHaveTextContent(/Ini permintaan Anda/)
    await expect.element(button('Minta dibuka')).not.toBeInTheDocument()
    await expect.element(button('Simpan keputusan')).not.toBeInTheDocument()
    await expectAccessible()
  })

  it('shows a refusal of the service in the dialog, and the words stay', async () => {
    await enter(address, officer)
    await userEvent.click(button('Minta dibuka'))
    await userEvent.selectOptions(field('Dasar'), 'Kewajiban menurut hukum')
    await userEvent.fill(field('Mengapa identitas perlu dibuka?'), 'Diminta pengadilan.')
    await misbehave({ method: 'POST', path: '/identity/requests', status: 409, code: 'identity/already-asked' })
    await userEvent.click(button('Kirim permintaan'))
    await expect.element(page.getByRole('alert')).toHaveTextContent('(identity/already-asked)')
    await expect.element(field('Mengapa identitas perlu dibuka?')).toHaveValue('Diminta pengadilan.')
  })

  it('is asked for with the words that were typed before it was known what is kept', async () => {
    await enter(address, officer)
    const lists = () => asked('GET', '/BO-2026-000121/unsent')
    await expect.poll(lists).toHaveLength(1)
    const fields = [{ name: 'reason', value: 'Kemarin.' }]
    const items = [{ kind: 'identity-ask', version: 1, savedAt: new Date().toISOString(), fields }]
    await misbehave({ method: 'GET', path: '/BO-2026-000121/unsent', status: 200, body: { items } })
    const letAnswersCome = holdAnswers('GET', '/BO-2026-000121/unsent')
    await userEvent.click(button('Minta dibuka'))
    await userEvent.fill(field('Mengapa identitas perlu dibuka?'), 'Hari ini.')
    await expect.poll(lists).toHaveLength(2)
    letAnswersCome()
    await nextFrames()
    await expect.element(field('Mengapa identitas perlu dibuka?')).toHaveValue('Hari ini.')
    await expect.element(page.getByText('Tulisan Anda yang belum disimpan ada di sini.')).not.toBeInTheDocument()
  })

  it('asks anew what is kept where its page was left in the middle of a word', async () => {
    await enter(address, officer)
    const lists = () => asked('GET', '/BO-2026-000121/unsent')
    await userEvent.click(button('Minta dibuka'))
    await expect.poll(lists).toHaveLength(2)
    const words = field('Mengapa identitas perlu dibuka?').element()
    words.textContent = 'Tanggal'
    words.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
    await comesNext(address, officer)
    await userEvent.click(button('Minta dibuka'))
    await expect.poll(lists).toHaveLength(4)
  })

  it('that another custodian decided meanwhile is shown as it is now', async () => {
    await enter(`${unit}/cases/BO-2026-000120`, custodian)
    await misbehave({ method: 'POST', path: '/decision', status: 404, code: 'identity/request-unknown' })
    await decide(/^Setujui/, 'Permintaan resmi.')
    await expect.element(page.getByText(/sudah diputus orang lain/)).toBeVisible()
    await expect.poll(() => asked('GET', '/cases/BO-2026-000120')).toHaveLength(2)
  })

  it('reads well on a phone', async () => {
    await resizeWindow(360, 740)
    await enter(`${unit}/cases/BO-2026-000120`, custodian)
    await expect.element(button('Simpan keputusan')).toBeInTheDocument()
    expect(document.documentElement.scrollWidth).toBe(360)
    await expectAccessible()
  })
})

describe('the list of identity requests', () => {
  const waiting = page.getByRole('list', { name: 'Permintaan yang menunggu keputusan' })

  it('shows a custodian who waits, the oldest first, with the way to the case', async () => {
    await enter(`${unit}/cases/BO-2026-000121`, officer)
    await ask('Memastikan tanggal kejadian.')
    await comesNext(`${unit}/identity-requests`, custodian)
    await expect.element(waiting.getByRole('listitem').first()).toHaveTextContent(/Inspektorat.*Rina Contoh.*000120/s)
    await expect.element(waiting.getByRole('listitem').nth(1)).toHaveTextContent(/Memastikan tanggal.*000121/s)
    await resizeWindow(360, 740)
    await expectAccessible()
    expect(document.documentElement.scrollWidth).toBe(360)
    await userEvent.click(waiting.getByRole('link', { name: /BO-2026-000120/ }))
    await decide(/^Setujui/, 'Permintaan resmi.')
    await expect.element(page.getByText('Permintaan disetujui.')).toBeVisible()
  })

  it('that could not be loaded is loaded when asked again', async () => {
    await enter(`${unit}/cases`, custodian)
    await misbehave({ method: 'GET', path: '/identity-requests', status: 500 })
    const letAnswersCome = holdAnswers('GET', '/identity-requests')
    await goTo('Permintaan identitas')
    await expect.element(page.getByText('Memuat permintaan…')).toBeVisible()
    letAnswersCome()
    await userEvent.click(button('Coba lagi'))
    await expect.element(waiting).toBeVisible()
  })

  it('is not offered to whoever is no custodian', async () => {
    await enter(`${unit}/identity-requests`, officer)
    await expect.element(heading('Peran Anda tidak mencakup halaman ini').first()).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Permintaan identitas' })).not.toBeInTheDocument()
  })
})
