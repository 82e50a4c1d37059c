import { describe, expect, it } from 'vitest'
import { heldInCase } from '../../service/case/older-pages.ts'
import type { OlderCaseView } from '../../service/contract/case-view.ts'
import type {
  ComplaintView,
  OlderComplaintView,
  OwnDataView,
  ReceiptView,
} from '../../service/contract/complaint-view.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()

const COUNT = 65
const textOf = (at: number) => `Kabar ke-${String(at).padStart(3, '0')} tentang berkas saya.`
const all = Array.from({ length: COUNT }, (_, at) => textOf(at))

/** A case to which its reporter wrote so often, and staff a note among it. */
async function aLongCase(): Promise<ReceiptView> {
  const office = service.unit()
  const receipt = await office.file()
  const reporter = office.reporter(receipt)
  for (const [at, text] of all.entries()) {
    if (at === 3)
      await (await service.staff('verifikator')).act(receipt.number, 'note', { text: 'Catatan paling awal.' })
    expect((await reporter.post('/messages', { text })).status).toBe(201)
  }
  return receipt
}
const long = (() => {
  let made: Promise<ReceiptView> | undefined
  return () => {
    made ??= aLongCase()
    return made
  }
})()

describe('a case with many messages', () => {
  it('answers a message with the newest, however many there are', async () => {
    const reporter = service.unit().reporter(await long())
    const view = await reporter.follow()
    expect(view.messages.length).toBeLessThanOrEqual(heldInCase.messages.most + 1)
    expect(view.messages.at(-1)?.text).toBe(textOf(COUNT - 1))
    expect(view.older).not.toBeNull()
  })

  it('shows its reporter all that came before, page by page', async () => {
    const reporter = service.unit().reporter(await long())
    let { messages, history, older }: Pick<ComplaintView, 'messages' | 'history' | 'older'> = await reporter.follow()
    while (older) {
      const page: OlderComplaintView = await (await reporter.get(`/older/${older}`)).json()
      messages = [...page.messages, ...messages]
      history = [...page.history, ...history]
      older = page.older
    }
    expect(messages.map(({ text }) => text)).toEqual(all)
    expect(history[0]?.event).toBe('received')
    expect(history.filter(({ event }) => event === 'message_from_reporter')).toHaveLength(COUNT)
    expect(history.some(({ event }) => event === 'note')).toBe(false)
  })

  it('shows staff all that came before, notes too', async () => {
    const { number } = await long()
    const staff = await service.staff('verifikator')
    let { messages, notes, older }: Pick<OlderCaseView, 'messages' | 'notes' | 'older'> = await staff.case(number)
    while (older) {
      const page: OlderCaseView = await (await staff.get(`/cases/${number}/older/${older}`)).json()
      messages = [...page.messages, ...messages]
      notes = [...page.notes, ...notes]
      older = page.older
    }
    expect(messages.map(({ text }) => text)).toEqual(all)
    expect(notes.map(({ text }) => text)).toEqual(['Catatan paling awal.'])
  })

  it('is whole on paper and in the copy of one’s own data', async () => {
    const receipt = await long()
    const reporter = service.unit().reporter(receipt)
    const own: OwnDataView = await (await reporter.get('/own-data')).json()
    expect(own.messages.map(({ text }) => text)).toEqual(all)
    const staff = await service.staff('verifikator')
    const print = await staff.get(`/cases/${receipt.number}/print.pdf`)
    const { text } = readPdf(new Uint8Array(await print.arrayBuffer()))
    for (const at of [0, COUNT - 1]) expect(text.replace(/\s+/g, ' ')).toContain(textOf(at))
    expect(text).toContain('Catatan paling awal.')
  })

  it('is read page by page without JavaScript too', async () => {
    const { number, trackingCode } = await long()
    const send = (fields: Record<string, string>) =>
      fetch(`${service.url}/t/bagian-organisasi/follow`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ number, code: trackingCode, ...fields }),
      }).then((answer) => answer.text())
    let html = await send({ act: 'open' })
    expect(html).toContain(textOf(COUNT - 1))
    expect(html).not.toContain(textOf(0))
    for (let page = pageIn(html); page; page = pageIn(html)) html = await send({ act: 'older', page })
    expect(html).toContain(textOf(0))
    expect(html).toContain('Kembali ke yang terbaru')
    expect(await send({ act: 'older', page: '0-999.1' })).toContain(textOf(COUNT - 1))
  })

  it('gives its pages to nobody who may not read it', async () => {
    const receipt = await long()
    const office = service.unit()
    const { older } = await office.reporter(receipt).follow()
    const other = office.reporter(await office.file())
    expect(await refusalIn(other.get(`/older/${older}`))).toBe('404 case/page-unknown')
    const stranger = office.reporter({ ...receipt, trackingCode: 'AAAA-AAAA-AAAA-AAAA-AAAA' })
    expect(await refusalIn(stranger.get(`/older/${older}`))).toBe('404 complaint/not-found')
    const [, name] = (older ?? '').split('-')
    const admin = await service.staff('admin')
    expect(await refusalIn(admin.get(`/cases/${receipt.number}/older/${name}`))).toMatch(/^40[34] /)
    const elsewhere = await service.staff('verifikator', 'dinas-contoh')
    expect(await refusalIn(elsewhere.get(`/cases/${receipt.number}/older/${name}`))).toBe('404 complaint/not-found')
  })
})

const pageIn = (html: string) => /name="page" value="([^"]+)"/.exec(html)?.[1]
