import { Hono } from 'hono'
import type { TransferList } from '../../../service/contract/transfers.ts'
import { everythingTold, nothingTold } from '../a-told-story.ts'
import { fromNow } from './cases.ts'

const waiting = (): TransferList['items'] => [
  {
    id: 'kiriman-1',
    from: 'Dinas Umpama',
    fromNumber: 'DU-2026-000017',
    sentAt: fromNow(-3),
    sentBy: 'Petugas verifikasi',
    reason: 'Loket itu milik unit Anda.',
    receivedAt: fromNow(-50),
    privacy: 'confidential',
    withIdentity: false,
    subject: 'Diminta uang di loket dua',
    chronology: 'Petugas meminta lima puluh ribu rupiah.',
    ...everythingTold,
    reportedPerson: null,
    answers: [],
    files: [{ name: 'kuitansi.jpg', size: 120_000, type: 'image/jpeg' }],
    withheld: ['rekaman.mp3'],
  },
  {
    ...{ id: 'kiriman-2', from: 'Kelurahan Misal', fromNumber: 'KM-2026-000003', sentAt: fromNow(-1) },
    ...{ sentBy: 'Kepala seksi', reason: 'Wewenang Anda.', receivedAt: fromNow(-20), privacy: 'anonymous' },
    ...{ withIdentity: false, subject: 'Antrean panjang', chronology: 'Antrean sejak subuh.' },
    ...{ ...nothingTold, answers: [], files: [], withheld: [] },
  },
]

/** Cases between the stand-in's unit and two others. */
export function staffTransfers() {
  let items = waiting()
  const routes = new Hono()
  const settle = (id: string) => {
    items = items.filter((one) => one.id !== id)
  }
  routes.get('/', (c) => c.json({ items }))
  routes.post('/:id/acceptance', (c) => {
    settle(c.req.param('id'))
    return c.json({ number: 'BO-2026-000123' }, 201)
  })
  routes.post('/:id/return', (c) => {
    settle(c.req.param('id'))
    return c.json({ id: c.req.param('id') })
  })
  return {
    routes,
    reset: () => {
      items = waiting()
    },
  }
}

export const otherUnits = [
  { tenant: 'dinas-umpama', name: 'Dinas Umpama' },
  { tenant: 'kelurahan-misal', name: 'Kelurahan Misal' },
]
