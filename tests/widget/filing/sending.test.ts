import { expect as axe } from '@open-wc/testing'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { beginDraft } from '../../../widget/filing/draft/draft.ts'
import { openTabStore } from '../../../widget/filing/draft/draft-store.ts'
import type { Misbehaviour } from '../../support/stand-in-service.ts'
import { standInUnit } from '../../support/stand-in-unit.ts'
import {
  agree,
  aUnit,
  aWidget,
  button,
  filingOf,
  fillIn,
  focusedText,
  heading,
  instruct,
  recorded,
  reloaded,
  send,
  service,
} from '../support/a-widget.ts'

/** A filled-in complaint on a page whose service answers the next filings as given. */
async function readyToSend(complaints: Misbehaviour[], waits: number[] = []) {
  const tenant = aUnit()
  await instruct(tenant, { misbehave: { complaints } })
  const widget = await aWidget({ tenant })
  await fillIn()
  filingOf(widget).waits = waits
  await agree()
  const failures: string[] = []
  widget.addEventListener('aduan-failed', ({ detail }) => failures.push(detail.code))
  return { tenant, widget, failures }
}

const received = () => expect.element(heading('Pengaduan Anda sudah diterima')).toBeVisible()
const number = (text: string) => expect.element(page.getByText(text)).toBeVisible()

describe('sending a complaint', () => {
  it('keeps everything when the send fails, says so where the focus goes, and sends it again under the same key', async () => {
    const { tenant, failures } = await readyToSend([{ kind: 'cut' }])
    await send()
    await expect.poll(focusedText).toMatch(/belum terkirim.*masih utuh.*tidak dapat dihubungi/i)
    expect(failures).toEqual(['network/unreachable'])
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()

    await send()
    await received()
    const keys = (await recorded(tenant)).requests.map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('tries again by itself when the network breaks', async () => {
    const { failures } = await readyToSend([{ kind: 'cut' }, { kind: 'cut' }], [1, 1])
    await send()
    await received()
    expect(failures).toEqual([])
  })

  it('goes on waiting for a dead network, says that there is no receipt yet, and tries at once when told to', async () => {
    const cuts: Misbehaviour[] = Array.from({ length: 5 }, () => ({ kind: 'cut' }))
    const { tenant, widget, failures } = await readyToSend(cuts, [1, 1, 1, 600_000])
    await send()
    await expect.element(page.getByText(/Belum ada tanda terima. Jaringan terputus/)).toBeVisible()
    await axe(widget).to.be.accessible()
    await userEvent.click(button('Coba lagi'))
    await expect.poll(async () => (await recorded(tenant)).requests.length).toBe(5)
    window.dispatchEvent(new Event('online'))
    await received()
    const keys = (await recorded(tenant)).requests.map(({ key }) => key)
    expect(new Set(keys).size).toBe(1)
    expect(failures).toEqual([])
  })

  it('waits until it is stopped, and keeps what was written', async () => {
    const { tenant } = await readyToSend([{ kind: 'cut' }], [600_000])
    await send()
    await expect.element(button('Coba lagi')).toBeVisible()
    await userEvent.click(button('Berhenti mengirim'))
    await expect.poll(focusedText).toMatch(/Pengiriman dihentikan/)
    expect((await recorded(tenant)).numbers).toEqual([])
  })

  it('files one case when the answer was lost after the service had recorded it', async () => {
    const { tenant } = await readyToSend([{ kind: 'lose-answer' }])
    await send()
    await expect.poll(focusedText).toMatch(/belum terkirim/i)
    await send()
    await received()
    expect((await recorded(tenant)).numbers).toEqual(['BC-2026-000001'])
  })

  it('shows the receipt of what arrived when the text was changed after a lost answer, and says what is recorded', async () => {
    const { tenant } = await readyToSend([{ kind: 'lose-answer' }])
    await send()
    await expect.poll(focusedText).toMatch(/belum terkirim/i)
    await userEvent.click(button('Ubah: Apa yang terjadi'))
    await userEvent.fill(page.getByLabelText('Pokok pengaduan'), 'Pokok yang diubah')
    await userEvent.click(button('Lanjut'))
    await send()

    await received()
    await expect.element(page.getByText(/Pengiriman pertama sudah sampai/)).toBeVisible()
    expect((await recorded(tenant)).numbers).toEqual(['BC-2026-000001'])
  })

  it('solves the proof of work that a busy unit asks for', async () => {
    const { failures } = await readyToSend([{ kind: 'ask-for-proof' }])
    await send()
    await received()
    expect(failures).toEqual([])
  })

  it('shows a limit as a limit, with the time to wait, and no receipt', async () => {
    const { failures } = await readyToSend([
      { kind: 'refuse', status: 429, problem: { code: 'limit/too-many' }, retryAfter: 90 },
    ])
    await send()
    await expect.poll(focusedText).toMatch(/Tunggu 90 detik.*belum tercatat/)
    expect(failures).toEqual(['limit/too-many'])
  })

  it('says that it is sending, and can be stopped', async () => {
    const { tenant, failures } = await readyToSend([{ kind: 'hold' }])
    await send()
    await expect.element(page.getByText('Mengirim… jangan tutup halaman ini.')).toBeVisible()
    await userEvent.click(button('Berhenti mengirim'))
    await expect.poll(focusedText).toMatch(/Pengiriman dihentikan/)
    expect(failures).toEqual([])
    await instruct(tenant, { release: true })
  })

  it('sends once, however often the button is pressed', async () => {
    const { tenant } = await readyToSend([{ kind: 'hold' }])
    await send()
    await expect.element(page.getByText(/Mengirim…/)).toBeVisible()
    await userEvent.click(button('Kirim pengaduan'), { force: true })
    await userEvent.click(button('Kirim pengaduan'), { force: true })
    await instruct(tenant, { release: true })
    await received()
    expect((await recorded(tenant)).requests).toHaveLength(1)
  })

  it('sends as soon as the network is back', async () => {
    await readyToSend([{ kind: 'cut' }], [600_000])
    await send()
    await expect.element(page.getByText(/Belum ada tanda terima/)).toBeVisible()
    window.dispatchEvent(new Event('online'))
    await received()
  })
})

describe('the draft', () => {
  it('is still there after a reload, identity and key included, and is gone once sent', async () => {
    const { tenant, widget } = await readyToSend([{ kind: 'lose-answer' }])
    await send()
    await expect.poll(focusedText).toMatch(/belum terkirim/i)

    await reloaded(widget)
    await expect.element(page.getByText(/Isian Anda masih ada/)).toBeVisible()
    await expect.element(page.getByText('Siti Contoh')).toBeVisible()
    await expect.element(page.getByRole('checkbox', { name: /^Isi pengaduan ini benar/ })).toBeChecked()
    await send()
    await received()
    await number('BC-2026-000001')
    expect((await recorded(tenant)).numbers).toHaveLength(1)
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Siti')
  })

  it('is never written where other tabs or later visitors can read it', async () => {
    await readyToSend([])
    expect(localStorage).toHaveLength(0)
    expect(document.cookie).toBe('')
    expect(JSON.stringify({ ...sessionStorage })).toContain('Siti Contoh')
  })

  it('goes with quick exit, which empties the screen and leaves for a page that tells nothing', async () => {
    const { widget } = await readyToSend([])
    const left: string[] = []
    widget.leave = (to) => left.push(to)
    await userEvent.click(button('Keluar cepat'))

    await expect.poll(() => left).toEqual(['about:blank'])
    expect(sessionStorage).toHaveLength(0)
    await expect.element(page.getByText('Siti Contoh')).not.toBeInTheDocument()
  })

  it('forgets the name when the person decides to stay without identity', async () => {
    const { widget } = await readyToSend([])
    await userEvent.click(button('Ubah: Siapa yang boleh tahu identitas Anda?'))
    await userEvent.click(page.getByRole('radio', { name: 'Tanpa identitas' }))
    await expect.poll(focusedText).toMatch(/Periksa dan kirim/)
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Siti')
    await reloaded(widget)
    await expect.element(page.getByText('Tanpa identitas')).toBeVisible()
  })

  it('can be thrown away', async () => {
    const { widget } = await readyToSend([])
    await reloaded(widget)
    await userEvent.click(button('Hapus isian dan mulai dari awal'))
    await expect.poll(focusedText).toMatch(/Langkah 1 dari 6/)
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Siti')
  })

  it('is there however long nobody touched it, and says since when', () => {
    const store = openTabStore('aduan:test', () => 1_000)
    expect(store.savedAt).toBeUndefined()
    const draft = beginDraft(standInUnit('unit', 'id', service))
    store.save(draft)
    expect(store.load()).toEqual(draft)
    expect(store.savedAt).toBe(1_000)
    store.clear()
    expect(sessionStorage).toHaveLength(0)
  })

  it('goes a step back on “back” of a phone, also inside a page whose history is not ours', async () => {
    const watchers: EventTarget[] = []
    class Watcher extends EventTarget {
      constructor() {
        super()
        watchers.push(this)
      }
      destroy() {}
    }
    const before = Reflect.get(window, 'CloseWatcher')
    const { matchMedia } = window
    Object.assign(window, { CloseWatcher: Watcher, matchMedia: () => ({ matches: true }) })
    try {
      const entries = history.length
      await readyToSend([])
      watchers.at(-1)?.dispatchEvent(new Event('close'))
      await expect.poll(focusedText).toMatch(/Identitas dan kontak/)
      watchers.at(-1)?.dispatchEvent(new Event('close'))
      await expect.poll(focusedText).toMatch(/Bukti pendukung/)
      expect(history.length).toBe(entries)
    } finally {
      Object.assign(window, { CloseWatcher: before, matchMedia })
    }
  })
})
