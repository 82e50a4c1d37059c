import { describe, expect, it } from 'vitest'
import type { TodayCounts, TodayView } from '../../service/contract/register.ts'
import { refusalIn } from '../support/a-problem.ts'
import { oneService } from '../support/one-service.ts'

const service = oneService()
const unit = () => service.unit('dinas-contoh')
const today = async (who: string, query = ''): Promise<TodayView> =>
  (await (await service.staff(who, 'dinas-contoh')).get(`/today${query}`)).json()

describe('one’s day', () => {
  it('goes from role to role as a case does, and is empty when all is done', async () => {
    const verifier = await service.staff('verifikator', 'dinas-contoh')
    const handler = await service.staff('petugas', 'dinas-contoh')
    const head = await service.staff('kepala', 'dinas-contoh')
    const { number } = await unit().file()
    const kindFor = async (who: string) => (await today(who)).items.find((one) => one.number === number)

    expect(await kindFor('verifikator')).toMatchObject({ kind: 'verification', act: 'verify', status: 'received' })
    await verifier.act(number, 'verify')
    expect(await kindFor('verifikator')).toMatchObject({ kind: 'dispatch', act: 'dispatch' })
    await verifier.act(number, 'dispatch', { handler: handler.session.staff.id, instruction: 'Tangani.' })
    expect(await kindFor('verifikator')).toBeUndefined()
    expect(await kindFor('petugas')).toMatchObject({ kind: 'handling', act: 'propose-answer' })
    await handler.act(number, 'propose-answer', { outcome: 'clarified', text: 'Sudah kami jelaskan.' })
    expect(await kindFor('petugas')).toBeUndefined()
    expect(await kindFor('kepala')).toMatchObject({ kind: 'approval', act: 'answer' })
    await head.act(number, 'answer', {})
    expect(await kindFor('kepala')).toBeUndefined()
  })

  it('is the same in figures, for who reads no case too', async () => {
    const { number } = await unit().file()
    const counts = async (who: string): Promise<TodayCounts> =>
      (await (await service.staff(who, 'dinas-contoh')).get('/today/counts')).json()
    const list = await today('verifikator')
    expect(list.items.map((one) => one.number)).toContain(number)
    expect(await counts('verifikator')).toEqual({ cases: list.cases, pages: list.pages, reminders: 0 })
    expect(await today('verifikator', '?kind=dispatch')).toMatchObject({ cases: list.cases, items: [] })
    expect(await counts('admin')).toEqual({ cases: [], pages: [], reminders: 0 })
    expect(await refusalIn(await (await service.staff('admin', 'dinas-contoh')).get('/today?kind=semua'))).toBe(
      '400 request/invalid',
    )
  })

  it('has the reply of a reporter until it is answered', async () => {
    const verifier = await service.staff('verifikator', 'dinas-contoh')
    const filed = await unit().file()
    await unit().reporter(filed).post('/messages', { text: 'Kapan diproses?' })
    const kindOf = async () =>
      (await today('verifikator', '?kind=reply')).items.map((one) => one.number).includes(filed.number)
    expect(await kindOf()).toBe(true)
    expect((await verifier.act(filed.number, 'message', { text: 'Besok kami kabari.' })).status).toBe(200)
    expect(await kindOf()).toBe(false)
  })
})
