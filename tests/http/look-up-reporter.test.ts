import { describe, expect, it } from 'vitest'
import type { LogView } from '../../service/contract/keeping.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()

const aReporter = (name: string, phone: string) => ({
  name,
  address: 'Jalan Misal 9',
  phone,
  email: `${name.split(' ')[0]!.toLowerCase()}@contoh.example`,
})

const lookUp = async (mailbox: string, by: string, written: string, unit?: string) =>
  (await service.staff(mailbox, unit)).post('/reporter-look-ups', { by, written, reason: 'at_counter' })

const numbersOf = async (mailbox: string, by: string, written: string, unit?: string): Promise<readonly string[]> => {
  const response = await lookUp(mailbox, by, written, unit)
  expect(response.status).toBe(200)
  return ((await response.json()) as { numbers: string[] }).numbers
}

describe('a reporter who comes without their number', () => {
  it('is found by all of a name, telephone or address, in any spelling, and reads who looked', async () => {
    const receipt = await service.unit().file({ reporter: aReporter('Wulan Umpama Sari', '0812-0000-4411') })
    const { number } = receipt
    const asked = [
      ['name', ' wulan  UMPAMA sari'],
      ['phone', '+62 812 0000 4411'],
      ['phone', '081200004411'],
      ['email', 'Wulan@Contoh.example'],
    ] as const
    for (const [by, written] of asked) expect(await numbersOf('verifikator', by, written), written).toEqual([number])
    for (const [by, written] of [
      ['name', 'Wulan'],
      ['phone', '0812-0000-441'],
      ['email', 'wulan@contoh'],
      ['name', '?'],
    ] as const)
      expect(await numbersOf('verifikator', by, written), written).toEqual([])
    expect(await numbersOf('verifikator', 'name', 'Wulan Umpama Sari', 'dinas-contoh')).toEqual([])

    const own = await (await service.unit().reporter(receipt).get('/own-data')).text()
    expect(own).toContain('pelapor hadir tanpa nomor pengaduan')
    const log = (await (await (await service.staff('kepala')).get('/log')).json()) as LogView
    const lines = log.items.filter(({ act }) => act === 'reporter.looked_up')
    expect(lines[0]).toMatchObject({ subject: null, detail: 'name at_counter' })
    expect(JSON.stringify(log)).not.toMatch(/Wulan|0000-?4411|contoh\.example/i)
  })

  it('is told of to nobody but custodians where they asked for confidence', async () => {
    const given = aReporter('Ratri Misalwati', '0812-0000-4422')
    const hidden = await service.unit().file({ privacy: 'confidential', reporter: given })
    expect(await numbersOf('petugas', 'phone', given.phone)).toEqual([])
    const open = await service.unit().file({ privacy: 'named', reporter: given })
    expect(await numbersOf('petugas', 'phone', given.phone)).toEqual([open.number])
    expect(await numbersOf('kustodian', 'phone', given.phone)).toEqual([open.number, hidden.number])
    const own = await (await service.unit().reporter(hidden).get('/own-data')).json()
    expect((own as { identityAccess: unknown[] }).identityAccess).toHaveLength(1)
  })

  it('is not looked up by who may open no identity, nor for no reason, and by the same officer 20 times a day', async () => {
    expect(await refusalIn(lookUp('admin', 'phone', '0812-0000-4433'))).toBe('403 staff/not-permitted')
    const head = await service.staff('kepala')
    const without = head.post('/reporter-look-ups', { by: 'phone', written: '0812-0000-4433', reason: 'ingin tahu' })
    expect(await refusalIn(without)).toBe('400 request/invalid')
    for (let n = 0; n < 20; n++) expect(await numbersOf('kepala', 'phone', `0812-0000-55${10 + n}`)).toEqual([])
    expect(await refusalIn(lookUp('kepala', 'phone', '0812-0000-4411'))).toBe('429 reporter/looked-up-enough')
  })
})
