import { describe, expect, it } from 'vitest'
import {
  accept,
  addEvidence,
  addIdentity,
  object,
  rate,
  reporterActsOpen,
  withdraw,
  writeToOffice,
} from '../../service/case/reporter-acts.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import type { EvidenceItem } from '../../service/case/shape/evidence.ts'
import type { Moment } from '../../service/case/shape/history.ts'
import { askForCompletion } from '../../service/desk/clocks.ts'
import { type Status, statuses } from '../../service/offices/vocabulary.ts'
import type { WrappedKey } from '../../service/storage/vault.ts'
import { aComplaint, aComplaintIn, aMoment, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { refusalOf } from '../support/refused.ts'

const open: readonly Status[] = [
  'received',
  'incomplete',
  'in_progress',
  'awaiting_approval',
  'answered',
  'objected',
  'merged',
]
const withdrawable: readonly Status[] = ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'merged']
const photo: EvidenceItem = {
  id: 'foto',
  size: 3,
  type: 'image/png',
  sha256: 'ab',
  browserAgreed: false,
  scan: null,
  addedAt: mondayAtTen,
  key: 'k' as WrappedKey,
}
const given = {
  privacy: 'named',
  identity: null,
  noticeChannels: ['email'],
  maskedReporter: null,
  sealedTo: null,
} as const

interface ReporterDoes {
  readonly act: ReturnType<typeof reporterActsOpen>[number]
  readonly from: readonly Status[]
  readonly does: (complaint: Complaint, moment: Moment) => Complaint
  readonly event: string
  readonly to?: Status
  readonly notice?: string
}

const table: readonly ReporterDoes[] = [
  {
    act: 'message',
    from: [...open, 'declined'],
    does: (complaint, moment) => writeToOffice(complaint, { text: 'Bagaimana?', completes: false }, moment),
    event: 'message_from_reporter',
  },
  {
    act: 'evidence',
    from: open,
    does: (complaint, moment) => addEvidence(complaint, [photo], { foto: 'loket.png' }, 10, moment),
    event: 'evidence_added',
  },
  { act: 'identity', from: open, does: (one, moment) => addIdentity(one, given, moment), event: 'identity_added' },
  {
    act: 'withdrawal',
    from: withdrawable,
    does: (complaint, moment) => withdraw(complaint, 'Sudah selesai.', { kind: 'reporter' }, moment),
    event: 'withdrawn',
    to: 'withdrawn',
    notice: 'withdrawn',
  },
  {
    act: 'objection',
    from: ['answered', 'declined'],
    does: (complaint, moment) => object(complaint, 'Belum saya terima.', moment),
    event: 'objected',
    to: 'objected',
    notice: 'objection_received',
  },
  {
    act: 'rating',
    from: ['answered', 'closed'],
    does: (complaint, moment) => rate(complaint, { stars: 4, solved: true }, moment),
    event: 'rated',
  },
  { act: 'acceptance', from: ['answered'], does: accept, event: 'accepted', to: 'closed', notice: 'closed' },
]

const anonymousIn = (status: Status) => aComplaintIn(status, { privacy: 'anonymous' })

describe.each(table)('the reporter’s $act', ({ act, from, does, event, to, notice }) => {
  it.each(from)('works while the complaint is %s, and leaves its line of history', (status) => {
    const before = anonymousIn(status)

    const after = does(before, aMoment(1))

    expect(after.status).toBe(to ?? status)
    expect(after.revision).toBe(before.revision + 1)
    expect(after.dossier.history.at(-1)).toMatchObject({
      at: aMoment(1).at,
      event,
      by: { kind: 'reporter' },
      public: true,
    })
    const told = after.notices.slice(before.notices.length).map((one) => one.event)
    expect(told).toEqual(notice ? [notice] : [])
  })

  it('is refused in every other status, and offered in none of them', () => {
    for (const status of statuses) {
      const complaint = anonymousIn(status)
      const may = from.includes(status)
      if (!may)
        expect(refusalOf(() => does(complaint, aMoment()))).toMatch(/^(case\/wrong-status|objection\/window-over)$/)
      expect([status, reporterActsOpen(complaint, mondayAtTen).includes(act)]).toEqual([status, may])
    }
  })
})

describe('a message that completes', () => {
  it('sends the complaint back to where it was asked, its clocks later by the days that they stood still', () => {
    const asked = aComplaintIn('incomplete')
    const [verification] = asked.clocks
    expect(verification).toMatchObject({ clock: 'verification', pausedAt: mondayAtTen, pauseReason: 'completion' })

    const completed = writeToOffice(asked, { text: 'Ini fotonya.', completes: true }, aMoment(2))

    expect(completed.status).toBe('received')
    expect(completed.dossier.completion).toBeNull()
    expect(completed.dossier.history.at(-1)).toMatchObject({ event: 'completed' })
    expect(completed.clocks[0]).toMatchObject({
      clock: 'verification',
      pausedAt: null,
      dueAt: '2026-11-30T09:00:00.000Z',
    })
    expect(completed.clocks.at(-1)).toMatchObject({ clock: 'completion', stoppedAt: aMoment(2).at })
  })

  it('changes nothing but the messages where the office waits for nothing', () => {
    const after = writeToOffice(aComplaint(), { text: 'Satu hal lagi.', completes: true }, aMoment())
    expect(after.status).toBe('received')
    expect(after.dossier.messages).toMatchObject([{ text: 'Satu hal lagi.', by: { kind: 'reporter' } }])
  })
})

describe('evidence that is added', () => {
  it('joins once, also when it was sent twice at once', () => {
    const once = addEvidence(aComplaint(), [photo], { foto: 'loket.png' }, 10, aMoment())
    expect(once.dossier.evidenceNames).toEqual({ foto: 'loket.png' })
    expect(addEvidence(once, [photo], { foto: 'loket.png' }, 10, aMoment())).toBe(once)
  })

  it('is refused beyond what the unit takes', () => {
    const full = aComplaint({ evidence: [photo] })
    expect(refusalOf(() => addEvidence(full, [{ ...photo, id: 'lain' }], {}, 1, aMoment()))).toBe('evidence/too-many')
  })
})

it('an identity is given once, and never taken back', () => {
  const named = addIdentity(aComplaint({ privacy: 'anonymous' }), given, aMoment())
  expect(named.privacy).toBe('named')
  expect(refusalOf(() => addIdentity(named, given, aMoment()))).toBe('identity/already-given')
})

it('a complaint is rated once', () => {
  const rated = rate(aComplaintIn('closed'), { stars: 1, solved: false, text: 'Lama' }, aMoment())
  expect(rated.dossier.rating).toEqual({ stars: 1, solved: false, text: 'Lama' })
  expect(refusalOf(() => rate(rated, { stars: 5, solved: true }, aMoment()))).toBe('rating/already-given')
})

describe('a message whose answer was lost on the way', () => {
  const words = { text: 'Petugasnya memakai tanda nama.', completes: true } as const
  const minute = 1 / 1_440
  const sent = writeToOffice(aComplaint(), words, aMoment())

  it('is one message, and moves nothing, where it comes again within an hour', () => {
    expect(writeToOffice(sent, words, aMoment(59 * minute))).toBe(sent)
    expect(writeToOffice(sent, words, aMoment(61 * minute)).dossier.messages).toHaveLength(2)
  })

  it('is written again where anybody wrote meanwhile, or where it says something else', () => {
    const other = writeToOffice(sent, { ...words, text: 'Namanya tidak terbaca.' }, aMoment(minute))
    expect(other.dossier.messages).toHaveLength(2)
    expect(writeToOffice(other, words, aMoment(2 * minute)).dossier.messages).toHaveLength(3)
  })

  it('completes what was asked for meanwhile', () => {
    const text = 'Mohon lengkapi.'
    const asked = askForCompletion(sent, { items: ['when_it_happened', 'evidence'], text }, 'open', verifier, aMoment())
    const question = writeToOffice(asked, { ...words, completes: false }, aMoment(minute))
    const part = writeToOffice(question, { ...words, brings: ['evidence'] }, aMoment(2 * minute))
    expect(part.dossier.completion).toMatchObject({ brought: ['evidence'] })
    expect(writeToOffice(part, { ...words, brings: ['evidence'] }, aMoment(3 * minute))).toBe(part)
    const whole = writeToOffice(part, words, aMoment(4 * minute))
    expect(whole.status).toBe('received')
    expect(writeToOffice(whole, words, aMoment(5 * minute))).toBe(whole)
  })
})
