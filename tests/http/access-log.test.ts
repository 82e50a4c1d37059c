import { describe, expect, it } from 'vitest'
import type { ChainView, LogView } from '../../service/contract/keeping.ts'
import { officeDay } from '../support/office-days.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

async function logOf(mailbox: string): Promise<LogView['items']> {
  const response = await (await service.staff(mailbox)).get('/log')
  expect(response.status).toBe(200)
  return ((await response.json()) as LogView).items
}

describe('the access log of a unit', () => {
  it('tells who signed in, read a case and acted on it, in that order', async () => {
    const { number } = await service.unit().file()
    const verifier = await service.staff('verifikator')
    await verifier.case(number)
    await verifier.act(number, 'verify')
    const lines = (await logOf('kepala')).filter(({ by }) => by === 'Bayu Peraga')
    expect(lines.map(({ act, subject, detail, times }) => ({ act, subject, detail, times })).slice(0, 3)).toEqual([
      { act: 'case.acted', subject: number, detail: 'verify', times: 1 },
      { act: 'case.read', subject: number, detail: null, times: 2 },
      { act: 'session.started', subject: null, detail: null, times: 1 },
    ])
  })

  it('holds nothing that a reporter gave', async () => {
    const { number } = await service.unit().file()
    await (await service.staff('verifikator')).post(`/cases/${number}/identity/reveal`, {
      reason: 'Memanggil pelapor untuk klarifikasi',
    })
    const lines = await logOf('kepala')
    expect(lines.map(({ act }) => act)).toContain('identity.opened')
    expect(JSON.stringify(lines)).not.toMatch(/Siti|812-?0000|contoh\.example|Memanggil/)
  })

  it('is not for who handles cases, and each unit reads its own', async () => {
    expect((await (await service.staff('petugas')).get('/log')).status).toBe(403)
    const other = await (await service.staff('kepala', 'dinas-contoh')).get('/log')
    const { items } = (await other.json()) as LogView
    expect(items.every(({ by }) => by === 'Dewi Peraga')).toBe(true)
    expect(items.some(({ subject }) => subject?.startsWith('BO-'))).toBe(false)
  })

  it('is narrowed by who, what, which case and when, and finds nothing for a word that is none of them', async () => {
    const { number } = await service.unit().file()
    const verifier = await service.staff('verifikator')
    for (let times = 0; times < 3; times++) await verifier.case(number)
    await verifier.act(number, 'verify')
    const head = await service.staff('kepala')
    const read = async (asked: Record<string, string>) =>
      (await (await head.get(`/log?${new URLSearchParams(asked)}`)).json()) as LogView
    const { items, people } = await read({ number: String(Number(number.split('-').at(-1))) })
    expect(items.map(({ act, times }) => [act, times])).toEqual([
      ['case.acted', 1],
      ['case.read', expect.toSatisfy((times: number) => times >= 3)],
    ])
    const by = people.find(({ name }) => name === 'Bayu Peraga')?.id ?? ''
    const acted = (await read({ by, act: 'case.acted,case.entered' })).items
    expect(acted.length).toBeGreaterThan(0)
    expect(acted.every((line) => line.by === 'Bayu Peraga' && line.act === 'case.acted')).toBe(true)
    expect((await read({ number, by: 'system' })).items).toEqual([])
    expect((await read({ number: 'pungutan' })).items).toEqual([])
    expect((await read({ to: '2020-01-01' })).items).toEqual([])
    expect((await read({ from: '2020-01-01', by })).items.length).toBeGreaterThan(1)
    expect((await head.get('/log?act=rahasia')).status).toBe(400)
  })

  it('leaves as a file line by line, which it notes before, and its chain is whole from the first day', async () => {
    const head = await service.staff('kepala')
    const file = await head.get('/log/log.csv?act=log.exported')
    const rows = (await file.text()).trim().split('\r\n')
    expect(file.headers.get('content-disposition')).toMatch(/catatan-akses-bagian-organisasi-.*\.csv/)
    expect(rows[0]).toContain('"Tindakan","Pengaduan","Rincian","Kapan (UTC)","Kode tindakan","Kode rincian"')
    expect(rows[1]).toMatch(/^"20.*","Dewi Peraga","Mengekspor catatan akses",,"CSV","20.*Z","log\.exported","csv"$/)
    const roles = await (await head.get('/log/log.csv?act=staff.invited,staff.changed,session.started')).text()
    for (const line of roles.trim().split('\r\n').slice(1)) expect(line).not.toMatch(/^"[^"]*","[^"]*","[a-z_-]+\./)
    const sheet = await head.get('/log/log.xlsx')
    expect(new TextDecoder().decode((await sheet.arrayBuffer()).slice(0, 2))).toBe('PK')
    let step: ChainView | null = null
    do {
      const asked = await head.post('/log/verification', { cursor: step?.cursor ?? null })
      step = (await asked.json()) as ChainView
    } while (step.cursor)
    const day = officeDay()
    expect(step).toEqual({ cursor: null, from: expect.stringMatching(/^20\d\d-/), until: day, fault: null })
    expect((await (await service.staff('petugas')).post('/log/verification', { cursor: null })).status).toBe(403)
    expect((await (await service.staff('petugas')).get('/log/log.csv')).status).toBe(403)
  })
})
