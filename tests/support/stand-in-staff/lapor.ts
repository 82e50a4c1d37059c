import { Hono } from 'hono'
import type { LaporMissing, PreparedEntryView, ReconciledView } from '../../../service/contract/transfers.ts'
import { nothingTold } from '../a-told-story.ts'
import { fromNow } from './cases.ts'

const aCaseHere: LaporMissing['items'][number] = {
  number: 'BO-2026-000124',
  subject: 'Diminta uang di loket',
  receivedAt: fromNow(-200),
  status: 'in_progress',
  categoryLabel: 'Pungutan di luar ketentuan',
}

const entry: PreparedEntryView = {
  title: 'Diminta uang di loket',
  chronology: 'Petugas meminta lima puluh ribu rupiah.',
  ...nothingTold,
  reportedPerson: 'Petugas loket dua',
  occurredAt: '2026-11-20',
  office: 'Bagian Contoh',
  category: 'Pungutan di luar ketentuan',
  attachments: ['kuitansi.jpg'],
  withheld: [],
  unnamed: true,
  identity: null,
}

const compared: ReconciledView = {
  bad: [{ line: 3, code: 'no-id' }],
  matched: [{ line: 1, id: '1111111', day: '2026-11-20', note: 'Selesai', case: aCaseHere }],
  missingHere: [{ line: 2, id: '2222222', day: null, note: 'Baru' }],
  missingThere: [{ ...aCaseHere, number: 'BO-2026-000122', id: '3333333' }],
}

/** The national channel as the stand-in's unit knows it. */
export function staffLapor(): Hono {
  const routes = new Hono()
  routes.get('/', (c) => c.json({ items: c.req.query('days') === '30' ? [] : [aCaseHere], nextCursor: null }))
  routes.post('/reconciliation', (c) => c.json(compared))
  return routes
}

export const preparedEntryOf = (identity: boolean): PreparedEntryView =>
  identity
    ? {
        ...entry,
        unnamed: false,
        identity: {
          ...{ name: 'Siti Contoh', address: null, phone: '0812-0000-0001', email: null, onBehalfOf: null },
          ...{ signature: null, sealed: null, until: fromNow(1 / 6) },
        },
      }
    : entry
