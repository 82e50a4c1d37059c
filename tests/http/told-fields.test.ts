import { beforeAll, expect, it, vi } from 'vitest'
import { optionalFields, storyFields } from '../../service/case/shape/story-fields.ts'
import type { ReceiptView } from '../../service/contract/complaint-view.ts'
import { everythingTold, textsTold } from '../support/a-told-story.ts'
import { oneService } from '../support/one-service.ts'
import { readPdf } from '../support/read-pdf.ts'

const service = oneService()
const story = { subject: 'Surat tertahan', chronology: 'Saya menunggu sejak pagi.', ...everythingTold }
const flow = (text: string) => text.replace(/\s+/g, ' ')
const printed = async (answer: Response) => flow((await readPdf(new Uint8Array(await answer.arrayBuffer()))).text)
const longestWord = (text: string) => text.split(/\W+/).sort((one, other) => other.length - one.length)[0]

let receipt: ReceiptView
beforeAll(async () => {
  receipt = await service.unit().file(story)
})

it('staff read each field of a complaint', async () => {
  const seen = await (await service.staff('verifikator')).get(`/cases/${receipt.number}`)
  expect(await seen.json()).toMatchObject(story)
})

it('the reporter has each field in the copy of their data', async () => {
  const reporter = service.unit().reporter(receipt)
  expect(await (await reporter.get('/own-data')).json()).toMatchObject(story)
  const page = await (await reporter.get('/own-data.html')).text()
  for (const said of Object.values(story)) expect(page).toContain(said)
})

it('each field is printed for staff, and for a reporter who goes on to the Ombudsman', async () => {
  const print = await printed(await (await service.staff('verifikator')).get(`/cases/${receipt.number}/print.pdf`))
  const declined = await service.unit().file(story)
  const reason = { reason: 'not_our_authority', text: 'Ini urusan dinas lain.', elsewhere: 'Dinas Contoh' }
  expect((await (await service.staff('verifikator')).act(declined.number, 'decline', reason)).status).toBe(200)
  const record = await printed(await service.unit().reporter(declined).get('/record.pdf'))
  for (const paper of [print, record]) {
    for (const said of ['20 November 2026', ...textsTold]) expect(paper).toContain(said)
  }
})

it('each field goes along to the national channel and to another office', async () => {
  const { subject: title, ...told } = story
  const verifier = await service.staff('verifikator')
  const entry = await verifier.post(`/cases/${receipt.number}/lapor-entry`, {})
  expect(await entry.json()).toMatchObject({ title, ...told })

  const { number } = await service.unit().file(story)
  const forward = { to: 'unit', unit: 'dinas-contoh', reason: 'Layanan itu dijalankan dinas.', evidence: [] }
  expect((await verifier.act(number, 'forward', forward)).status).toBe(200)
  const theirs = await service.staff('verifikator', 'dinas-contoh')
  const offered = async () => {
    const { items } = (await (await theirs.get('/transfers')).json()) as { items: { id: string }[] }
    return items[0]
  }
  const transfer = await vi.waitUntil(offered, { timeout: 60_000, interval: 50 })
  expect(transfer).toMatchObject(story)
  const taken = await theirs.post(`/transfers/${transfer.id}/acceptance`, { category: 'slow_service' })
  const { number: there } = (await taken.json()) as { number: string }
  expect(await (await theirs.get(`/cases/${there}`)).json()).toMatchObject(story)
})

it('a case is found by the words of each field', async () => {
  const verifier = await service.staff('verifikator')
  for (const text of textsTold) {
    const found = (await (await verifier.get(`/cases?q=${longestWord(text)}`)).json()) as {
      items: { number: string }[]
    }
    expect(found.items.map(({ number }) => number)).toContain(receipt.number)
  }
})

it('the form without JavaScript asks for each field, and says that it needs the first two, in whose place a recording may stand', async () => {
  const page = await (await fetch(`${service.url}/t/bagian-organisasi/form`)).text()
  for (const { name, required } of storyFields) {
    const [control] = page.match(new RegExp(`<(?:input|textarea) [^>]*name="${name}"[^>]*>`)) ?? []
    expect(control, name).toBeDefined()
    expect(control, name).not.toMatch(/\brequired\b/)
    const [, need] = page.match(new RegExp(`<label for="${name}">[^<]*<span class="need">([^<]*)</span>`)) ?? []
    expect(need, name).toBe(required ? 'wajib' : 'tidak wajib')
  }
})

it('a complaint that leaves out what may be left out says so in each field', async () => {
  const { number } = await service.unit().file({ subject: story.subject, chronology: story.chronology })
  const seen = (await (await (await service.staff('verifikator')).get(`/cases/${number}`)).json()) as object
  for (const { name } of optionalFields) expect(seen).toHaveProperty(name, null)
})
