import { describe, expect, it } from 'vitest'
import type { LogView } from '../../service/contract/keeping.ts'
import type { ApiKeyList, CreatedApiKey } from '../../service/contract/programs.ts'
import { refusalIn } from '../support/a-problem.ts'
import { aFiling, aKey } from '../support/an-office.ts'
import { filesIn } from '../support/files-in.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const call = async (method: string, path: string, body?: unknown, mailbox = 'kepala') =>
  (await service.staff(mailbox)).call(method, path, body)
const every = ['cases:read', 'cases:file', 'statistics:read']
const asked = { name: 'Dasbor kabupaten', scopes: every, days: 30 }
const make = async (details: object = {}): Promise<CreatedApiKey> =>
  (await call('POST', '/api-keys', { ...asked, ...details })).json()
const list = async (): Promise<ApiKeyList['items']> =>
  ((await (await call('GET', '/api-keys')).json()) as ApiKeyList).items

/** What a program asks with its key. */
const program = (text: string, path: string, body?: unknown) =>
  fetch(`${service.unit().api}/integration${path}`, {
    headers: { Authorization: `Bearer ${text}`, 'Content-Type': 'application/json', 'Idempotency-Key': aKey() },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })

const words = [
  'Siti Contoh',
  'Jalan Misal',
  '812-0000',
  '8120000',
  'siti@contoh.example',
  'Diminta uang',
  'lima puluh ribu',
  'Rahasia dapur',
]

describe('the key of a program', () => {
  it('is told once, kept as a hash, and listed with who made it and when it was used', async () => {
    const { key, text } = await make()
    expect(key).toMatchObject({
      name: 'Dasbor kabupaten',
      hint: `${text.slice(0, 10)}…`,
      state: 'live',
      lastUsedAt: null,
    })
    expect((await program(text, '/cases')).status).toBe(200)
    const listed = (await list()).find(({ id }) => id === key.id)
    expect(listed).toMatchObject({ createdBy: 'Dewi Peraga', lastUsedAt: expect.any(String), revokedAt: null })
    expect(JSON.stringify(await list())).not.toContain(text)
    for (const [name, bytes] of await filesIn(service.running.folder))
      expect([name, bytes.includes(text)]).toEqual([name, false])
  })

  it('reads how cases go, and not a word or name in them', async () => {
    const { text } = await make()
    const { number } = await service.unit().file({ chronology: `${aFiling().chronology} Rahasia dapur.` })
    const verifier = await service.staff('verifikator')
    expect((await verifier.act(number, 'verify')).status).toBe(200)
    expect((await verifier.act(number, 'note', { text: 'Rahasia dapur.' })).status).toBe(200)
    const told = await (await program(text, `/cases/${number}`)).json()
    expect(told).toMatchObject({
      number,
      status: 'in_progress',
      statusLabel: 'Dalam proses penyelesaian',
      category: 'illegal_levy',
      overdue: false,
      outcome: null,
      clocks: expect.arrayContaining([expect.objectContaining({ clock: 'verification' })]),
      history: expect.arrayContaining([expect.objectContaining({ event: 'received' })]),
    })
    const listed = await (await program(text, '/cases?status=in_progress&limit=5')).json()
    expect(listed.items.map((one: { number: string }) => one.number)).toContain(number)
    const all = JSON.stringify([told, listed])
    for (const word of [...words, 'Dewi Peraga', 'Peraga']) expect(all).not.toContain(word)
    expect(await refusalIn(program(text, '/cases?q=uang'))).toBe('400 request/invalid')
  })

  it('files what a call centre took, once for each idempotency key, and says so on the receipt and in the log', async () => {
    const { key, text } = await make({ name: 'Pusat panggilan' })
    const { statements: _, ...story } = aFiling()
    const body = { ...story, channel: 'telephone', statements: { readBack: true, procedureExplained: true } }
    const response = await program(text, '/cases', body)
    expect(response.status).toBe(201)
    const { number, trackingCode } = await response.json()
    expect((await service.unit().reporter({ number, trackingCode }).get()).status).toBe(200)
    expect((await (await service.staff('verifikator')).case(number)).receivedBy).toBe('Pusat panggilan (API)')
    expect(await refusalIn(program(text, '/cases', { ...body, reportedStaff: ['x'] }))).toBe('400 request/invalid')
    const { items } = (await (await call('GET', '/log')).json()) as LogView
    expect(items).toContainEqual(
      expect.objectContaining({ act: 'case.entered', by: 'API: Pusat panggilan', subject: number }),
    )
    expect(items).toContainEqual(
      expect.objectContaining({ act: 'api_key.created', by: 'Dewi Peraga', subject: key.id }),
    )
  })

  it('counts with small numbers hidden, also where it reads cases', async () => {
    const { text } = await make()
    const figures = await (await program(text, '/statistics')).json()
    expect(figures).toMatchObject({ hidesSmall: true, averageStars: null })
  })

  it('is over at once when it is revoked, and stays in the list', async () => {
    const { key, text } = await make()
    expect((await program(text, '/cases')).status).toBe(200)
    expect((await call('DELETE', `/api-keys/${key.id}`)).status).toBe(200)
    expect(await refusalIn(program(text, '/cases'))).toBe('401 key/over')
    expect((await list()).find(({ id }) => id === key.id)).toMatchObject({ state: 'revoked' })
    expect(await refusalIn(call('DELETE', '/api-keys/tidak-ada'))).toBe('404 key/unknown')
  })

  it('is for a year at most, for something, and made by heads and admins', async () => {
    for (const details of [{ days: 366 }, { days: 0 }, { scopes: [] }, { scopes: ['identity:open'] }, { name: ' ' }])
      expect(await refusalIn(call('POST', '/api-keys', { ...asked, ...details }))).toBe('400 request/invalid')
    for (const mailbox of ['petugas', 'verifikator', 'kustodian', 'inspektorat'])
      expect(await refusalIn(call('POST', '/api-keys', asked, mailbox))).toBe('403 staff/not-permitted')
    expect((await call('GET', '/api-keys', undefined, 'admin')).status).toBe(200)
  })

  it('does no more than whoever makes it may do', async () => {
    for (const scopes of [every, ['cases:read'], ['cases:file'], ['statistics:read']])
      expect(await refusalIn(call('POST', '/api-keys', { ...asked, scopes }, 'admin'))).toBe('403 key/beyond-own')
  })

  it('gives a page of another origin nothing to read', async () => {
    const { text } = await make()
    const response = await fetch(`${service.unit().api}/integration/cases`, {
      headers: { Authorization: `Bearer ${text}`, Origin: 'https://situs.example' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })
})
