import { describe, expect, it } from 'vitest'
import type { OfferedTemplates, TemplateList, TemplateView } from '../../service/contract/templates.ts'
import { problemOf, refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const call = async (method: string, path: string, body?: unknown, mailbox = 'kepala', unit = 'bagian-organisasi') =>
  (await service.staff(mailbox, unit)).call(method, path, body)
const list = async (unit?: string): Promise<TemplateList> =>
  (await call('GET', '/templates', undefined, 'kepala', unit)).json()
const aTemplate = (details: object = {}) => ({
  name: 'Sedang diperiksa',
  kind: 'message',
  language: 'id',
  text: 'Pengaduan {nomor} diperiksa {kantor}.\n\nJawaban paling lambat {batas waktu}.',
  ...details,
})
const add = async (details: object = {}): Promise<TemplateView> =>
  (await call('POST', '/templates', aTemplate(details))).json()
const offered = async (number: string, mailbox: string): Promise<OfferedTemplates['items']> =>
  ((await (await call('GET', `/cases/${number}/templates`, undefined, mailbox)).json()) as OfferedTemplates).items
const named = async (number: string, mailbox: string, name: string) =>
  (await offered(number, mailbox)).find((one) => one.name === name)

async function aDispatchedCase(details: object = {}) {
  const receipt = await service.unit().file(details)
  const verifier = await service.staff('verifikator')
  await verifier.act(receipt.number, 'verify')
  const { items } = (await (await verifier.get('/handlers')).json()) as { items: { id: string; name: string }[] }
  await verifier.act(receipt.number, 'dispatch', { handler: items.find(({ name }) => name.startsWith('Citra'))?.id })
  return receipt.number
}

describe('templates', () => {
  it('come with a unit, and are added, changed and removed, each saying by whom', async () => {
    const { items } = await list()
    expect(items.length).toBeGreaterThan(5)
    expect(items.every(({ changedBy }) => changedBy === null)).toBe(true)

    const { id, version } = await add({ name: 'Baru' })
    const changed = await call('PUT', `/templates/${id}`, { ...aTemplate({ name: 'Lain' }), version })
    expect(await changed.json()).toMatchObject({ name: 'Lain', changedBy: 'Dewi Peraga', version: version + 1 })
    expect(await refusalIn(call('PUT', `/templates/${id}`, { ...aTemplate(), version }))).toBe(
      '409 template/changed-meanwhile',
    )
    expect((await call('DELETE', `/templates/${id}`)).status).toBe(204)
    expect(await refusalIn(call('DELETE', `/templates/${id}`))).toBe('404 template/unknown')
    expect(await refusalIn(call('PUT', `/templates/${id}`, { ...aTemplate(), version }))).toBe('404 template/unknown')
  })

  it('are offered with their places filled, by category and status, to whoever can do what they say', async () => {
    await add()
    const levy = { categories: ['illegal_levy'] }
    await add({ name: 'Untuk pungutan', ...levy })
    await add({ name: 'Setelah dijawab', statuses: ['answered'] })
    await add({
      name: 'Tolak',
      kind: 'decline',
      reason: 'before_court',
      elsewhere: 'Tanya {petugas}.',
      outcome: 'referred',
    })
    await add({ name: 'In English', language: 'en', text: 'Complaint {number}, {office}, {officer}.' })
    const number = await aDispatchedCase({ category: 'maladministration' })

    const message = await named(number, 'petugas', 'Sedang diperiksa')
    expect(message?.text).toMatch(
      new RegExp(
        `^Pengaduan ${number} diperiksa Bagian Organisasi.*\\n\\nJawaban paling lambat \\w+, \\d+ \\w+ 20\\d\\d\\.$`,
      ),
    )
    expect(await named(number, 'petugas', 'Untuk pungutan')).toBeUndefined()
    expect(await named(await aDispatchedCase({ category: 'illegal_levy' }), 'petugas', 'Untuk pungutan')).toBeDefined()
    expect(await named(number, 'petugas', 'Setelah dijawab')).toBeUndefined()

    // A handler cannot decline; an officer who can gets reason and way on with it, and nothing of another act.
    expect(await named(number, 'petugas', 'Tolak')).toBeUndefined()
    expect(await named(number, 'kepala', 'Tolak')).toMatchObject({
      ...{ reason: 'before_court', outcome: null },
      elsewhere: expect.stringMatching(/^Tanya Dewi Peraga, /),
    })
    const all = await offered(number, 'petugas')
    expect(all.at(-1)?.name).toBe('In English')
    expect(all.at(-1)?.text).toContain('Citra Peraga')
  })

  it('leave out a sentence whose date no clock gives', async () => {
    await add({ name: 'Tanpa tanggal', kind: 'note' })
    const { number, trackingCode } = await service.unit().file()
    await service.unit().reporter({ number, trackingCode }).post('/withdrawal', {})
    const note = await named(number, 'kepala', 'Tanpa tanggal')
    expect(note?.text).toMatch(new RegExp(`^Pengaduan ${number} diperiksa [^\\n]*\\.$`))
  })

  it.each([
    ['an unknown place', { text: 'Kepada {nama_pelapor}' }, 'text', 'unknown-place'],
    ['a place of another language', { language: 'en' }, 'text', 'unknown-place'],
    ['a brace that nothing closes', { text: 'Pengaduan {nomor' }, 'text', 'unknown-place'],
    ['a category of nowhere', { categories: ['tidak_ada'] }, 'categories', 'unknown'],
    ['no words', { text: '  ' }, 'text', undefined],
    ['more words than a message', { text: 'x'.repeat(4_001) }, 'text', undefined],
    ['another kind', { kind: 'close' }, 'kind', undefined],
    ['fields of nobody', { execute: true }, '', undefined],
  ])('are refused with %s', async (_, details, path, code) => {
    const problem = await problemOf(await call('POST', '/templates', aTemplate(details)))
    expect(problem.code).toBe('request/invalid')
    if (path) expect(problem.errors?.[0]).toMatchObject({ path, ...(code && { code }) })
  })

  it('are looked after by heads and admins, and are another office’s no more than its cases', async () => {
    expect((await call('GET', '/templates', undefined, 'admin')).status).toBe(200)
    for (const mailbox of ['petugas', 'verifikator', 'kustodian', 'inspektorat'])
      expect(await refusalIn(call('POST', '/templates', aTemplate(), mailbox))).toBe('403 staff/not-permitted')
    const { id } = await add({ name: 'Milik sini' })
    const there = (await list('dinas-contoh')).items
    expect(there.some((one) => one.id === id)).toBe(false)
    expect(await refusalIn(call('DELETE', `/templates/${id}`, undefined, 'kepala', 'dinas-contoh'))).toBe(
      '404 template/unknown',
    )
  })

  it('are not more than somebody finds again', async () => {
    const { items, most } = await list('dinas-contoh')
    const post = () => call('POST', '/templates', aTemplate({ text: 'x' }), 'kepala', 'dinas-contoh')
    for (let count = items.length; count < most; count++) expect((await post()).status).toBe(201)
    expect(await refusalIn(post())).toBe('409 template/too-many')
  })
})
