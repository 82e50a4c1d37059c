import type { LogView } from '../../../service/contract/keeping.ts'
import { fromNow } from './cases.ts'

type Line = LogView['items'][number]
type Deed = Pick<Line, 'by' | 'act' | 'subject' | 'detail'>

const deeds: readonly Deed[] = [
  { by: 'Sri Contoh', act: 'log.read', subject: null, detail: null },
  { by: 'Rina Contoh', act: 'identity.opened', subject: 'BO-2026-000124', detail: 'contact_reporter' },
  { by: 'Kartika Misal', act: 'identity.decided', subject: 'BO-2026-000124', detail: 'granted' },
  { by: 'Rina Contoh', act: 'identity.asked', subject: 'BO-2026-000124', detail: 'legal_duty' },
  { by: 'Rina Contoh', act: 'leak.warned', subject: 'BO-2026-000124', detail: 'name phone' },
  { by: 'Rina Contoh', act: 'case.acted', subject: 'BO-2026-000124', detail: 'propose-answer' },
  { by: 'k3v9q7m2xw4t8z1c', act: 'case.read', subject: 'BO-2026-000123', detail: null },
  { by: 'Rina Contoh', act: 'register.read', subject: null, detail: 'search' },
  { by: 'Budi Misal', act: 'staff.invited', subject: 'k3v9q7m2xw4t8z1c', detail: 'verifier intake_officer' },
  { by: 'Budi Misal', act: 'settings.changed', subject: null, detail: '4' },
  { by: 'Rina Contoh', act: 'evidence.read', subject: 'BO-2026-000124', detail: 'foto' },
  { by: 'system', act: 'session.started', subject: null, detail: null },
]

const LINES = 60
const PAGE = 50

const lines: readonly Line[] = Array.from({ length: LINES }, (_, position) => ({
  at: fromNow(-position / 2),
  since: fromNow(-position / 2),
  times: 1,
  purpose: null,
  ...(deeds[position % deeds.length] as Deed),
}))

/** A page of the access log; the cursor is where it begins. */
export function logPage(cursor: string | undefined): LogView {
  const start = Number(cursor ?? 0)
  const end = start + PAGE
  const head = { day: '2026-11-27', digest: 'Gx3pT0qk2mZc9yN1vB7wLrE5uHsA8dKfJ6iOoQ4PzXt' }
  return {
    items: lines.slice(start, end),
    nextCursor: end < lines.length ? String(end) : null,
    people: [{ id: 'rina', name: 'Rina Contoh' }],
    head,
  }
}
