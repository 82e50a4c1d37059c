import { merge } from '../../service/case/merged-case.ts'
import { accept, object } from '../../service/case/reporter-acts.ts'
import type { Complaint, Dossier } from '../../service/case/shape/complaint.ts'
import type { Actor, Moment } from '../../service/case/shape/history.ts'
import { askForCompletion } from '../../service/desk/clocks.ts'
import { answer, decline, proposeAnswer, verify } from '../../service/desk/decisions.ts'
import { newComplaint } from '../../service/filing/new-complaint.ts'
import { standardCalendar } from '../../service/offices/calendar/office-calendar.ts'
import { firstRulePack } from '../../service/offices/calendar/rule-pack.ts'
import type { Category } from '../../service/offices/tenants/tenant.ts'
import type { Status } from '../../service/offices/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import type { StaffId } from '../../service/storage/place.ts'
import type { WrappedKey } from '../../service/storage/vault.ts'
import { organisasi } from './two-units.ts'

/** A Monday at ten in Mojokerto, in a week without holidays. */
export const mondayAtTen = '2026-11-23T03:00:00.000Z' as Instant

let ids = 0

/** A moment some days after that Monday. */
export const aMoment = (daysLater = 0): Moment => ({
  at: plusMilliseconds(mondayAtTen, daysLater * DAY),
  newId: () => `id-${ids++}`,
  rulePacks: [firstRulePack],
  calendar: standardCalendar,
})

export const officer = (id: string, position: string): Actor => ({
  kind: 'staff',
  id: id as StaffId,
  name: `Nama ${id}`,
  position,
})

export const verifier = officer('verifikator', 'Petugas verifikasi')

export const head = officer('kepala', 'Kepala bagian')

const category: Category = {
  code: 'maladministration',
  label: { id: 'Maladministrasi', en: 'Maladministration' },
  description: { id: '…', en: '…' },
  class: 'non_oversight',
  active: true,
}

type Details = Partial<Omit<Complaint, 'dossier'>> & { readonly dossier?: Partial<Dossier> }

/** A complaint that was just received; a test names only what it is about. */
export function aComplaint({ dossier, ...details }: Details = {}): Complaint {
  const received = newComplaint(
    {
      subject: 'Berkas tidak diproses',
      chronology: 'Berkas saya tidak diproses sejak sebulan yang lalu.',
      ...{ channel: 'web_widget', receivedBy: { kind: 'system' }, place: null, language: 'id' },
      tenant: organisasi,
      category,
      privacy: details.privacy ?? 'named',
      filing: { keyHash: `kunci-${ids++}`, bodyHash: 'isi', codeSalt: 'garam' },
      codeHash: 'hash',
      key: 'key' as WrappedKey,
      identity: null,
      maskedReporter: null,
      noticeChannels: ['email'],
      evidence: [],
    },
    aMoment(),
  )
  return {
    ...received,
    id: 'BO-2026-000001',
    version: 1,
    sequence: 1,
    ...details,
    dossier: { ...received.dossier, ...dossier },
  }
}

const declining = { reason: 'not_our_authority', text: 'Urusan dinas lain.', elsewhere: 'Dinas Contoh' } as const

const anAnswer = { outcome: 'substantiated', text: 'Berkas sudah kami proses.' } as const

/** A complaint that came to this status by the office's own decisions, as far as there are any. */
export function aComplaintIn(status: Status, details: Details = {}): Complaint {
  const received = aComplaint(details)
  const inProgress = () => verify(received, undefined, 'open', verifier, aMoment())
  switch (status) {
    case 'received':
      return received
    case 'incomplete':
      return askForCompletion(
        received,
        { items: ['evidence'], text: 'Mohon foto berkas.' },
        'grounded',
        verifier,
        aMoment(),
      )
    case 'in_progress':
      return inProgress()
    case 'awaiting_approval':
      return proposeAnswer(inProgress(), anAnswer, verifier, aMoment())
    case 'answered':
      return answer(inProgress(), anAnswer, head, aMoment())
    case 'objected':
      return object(aComplaintIn('answered', details), 'Berkas belum saya terima.', aMoment())
    case 'closed':
      return accept(aComplaintIn('answered', details), aMoment())
    case 'merged':
      return merge(
        received,
        { id: 'gabung', into: 'BO-2026-009999', by: verifier },
        null,
        { handler: null, guarding: { concerns: [], candidates: [], guard: null, keptFrom: [], isUnread: false } },
        aMoment(),
      )
    case 'declined':
      return decline(received, declining, verifier, aMoment())
    case 'forwarded':
    case 'withdrawn':
      return { ...received, status }
  }
}
