import { describe, expect, it } from 'vitest'
import { filingKey } from '../../../admin/filing/intake/filed-intake.ts'
import { fieldsOfIntake, readKeptIntake, type TypedIntake } from '../../../admin/filing/intake/intake-draft.ts'
import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'

const morning = '2026-11-28T02:00:00.000Z'

const aTypedIntake: TypedIntake = {
  privacy: 'named',
  category: 'maladministration',
  texts: {
    chronology: 'Surat belum jadi.\n\nTiga kali datang.',
    'reporter.name': 'Siti Contoh',
    receivedOn: '2026-11-27',
  },
  answers: { where: { texts: ['Loket 2'] }, which: { texts: ['a', 'b'] } },
  files: [{ id: 'f1', name: 'kuitansi "asli".pdf', at: morning }],
  spoken: { id: 's1', name: 'cerita-lisan.webm', at: morning, disguised: true },
  chosen: {
    channel: 'telephone',
    channels: ['letter'],
    reportedStaff: [{ id: 'budi', name: 'Budi Contoh', position: 'Petugas loket' }],
    leftOut: ['m1'],
    answersSender: false,
  },
  underway: [],
}

const back = (typed: TypedIntake, now = morning) => readKeptIntake(fieldsOfIntake(typed), Date.parse(now))

describe('a complaint that is being entered', () => {
  it('comes back whole from what the service kept: fields, answers, files, colleagues and choices', () => {
    const { underway: _, ...typed } = aTypedIntake
    expect(back(aTypedIntake)).toEqual({ ...typed, lost: [] })
  })

  it.each([null, []])('tells nobody chosen from all that can be served: %j', (channels) => {
    const chosen = { ...aTypedIntake.chosen, channels }
    expect(back({ ...aTypedIntake, chosen }).chosen?.channels).toEqual(channels)
  })

  it('names files that were on their way, and those that the service holds no longer', () => {
    const typed = { ...aTypedIntake, underway: ['foto.jpg'] }
    expect(back(typed, '2026-11-29T00:30:00.000Z').lost).toEqual(['foto.jpg'])
    expect(back(typed, '2026-11-29T02:00:00.000Z')).toMatchObject({
      ...{ files: [], spoken: null },
      lost: ['foto.jpg', 'kuitansi "asli".pdf', 'cerita-lisan.webm'],
    })
  })

  it('goes out under one key while its words are the same, also after a reload, and under another for other words', () => {
    const request = { subject: 'Surat', chronology: 'Surat belum jadi.' } as IntakeRequestInput
    const key = filingKey('paper-0123456789abcdef', request)
    expect(key).toMatch(/^[0-9a-f]{32}$/)
    expect(filingKey('paper-0123456789abcdef', { ...request })).toBe(key)
    expect(filingKey('paper-0123456789abcdef', { ...request, chronology: 'Surat belum jadi!' })).not.toBe(key)
    expect(filingKey('paper-fedcba9876543210', request)).not.toBe(key)
  })
})
