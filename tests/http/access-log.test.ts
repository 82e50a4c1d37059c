import { describe, expect, it } from 'vitest'
import type { LogView } from '../../service/contract/log-view.ts'
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
    expect(lines.map(({ act, subject, detail }) => ({ act, subject, detail })).slice(0, 4)).toEqual([
      { act: 'case.acted', subject: number, detail: 'verify' },
      { act: 'case.read', subject: number, detail: null },
      { act: 'case.read', subject: number, detail: null },
      { act: 'session.started', subject: null, detail: null },
    ])
  })

  it('holds nothing that a reporter gave', async () => {
    const { number } = await service.unit().file()
    await (await service.staff('verifikator')).post(`/cases/${number}/identity/reveal`, {
      reason: 'Memanggil pelapor untuk klarifikasi',
    })
    const lines = await logOf('kepala')
    expect(lines.map(({ act }) => act)).toContain('identity.opened')
    expect(JSON.stringify(lines)).not.toMatch(/Siti|0812|contoh\.example|Memanggil/)
  })

  it('is not for who handles cases, and each unit reads its own', async () => {
    expect((await (await service.staff('petugas')).get('/log')).status).toBe(403)
    const other = await (await service.staff('kepala', 'dinas-contoh')).get('/log')
    const { items } = (await other.json()) as LogView
    expect(items.every(({ by }) => by === 'Dewi Peraga')).toBe(true)
    expect(items.some(({ subject }) => subject?.startsWith('BO-'))).toBe(false)
  })
})
