import { describe, expect, it } from 'vitest'
import {
  complaintNumber,
  maskedReporter,
  receiptMoment,
  refuseUnlessHeard,
  settleStory,
} from '../../service/filing/new-complaint.ts'
import { identityProblems } from '../../service/filing/reporter-identity.ts'
import { parseDay } from '../../service/shared/instant.ts'
import { Refusal } from '../../service/shared/refusal.ts'
import { usualOffice, wib, wit } from '../case/deadlines/offices.ts'
import { aComplaint, mondayAtTen } from '../support/a-complaint.ts'

const siti = {
  name: 'Siti Contoh',
  address: 'Jalan Misal 1',
  phone: '0812-0000-0001',
  email: 'siti@contoh.example',
  onBehalfOf: null,
}
const fields = { name: 'required', address: 'required', phone: 'optional', email: 'hidden' } as const

describe('a complaint number', () => {
  it.each([
    [1, 'BO-2026-000001'],
    [123, 'BO-2026-000123'],
    [999_999, 'BO-2026-999999'],
    [1_000_000, 'BO-2026-1000000'],
  ])('of the %d. complaint is %s', (sequence, number) => {
    expect(complaintNumber('BO', '2026', sequence)).toBe(number)
  })
})

describe('a complaint that was just received', () => {
  const complaint = aComplaint()

  it('has its line of history, its first notice, and both clocks running', () => {
    expect(complaint.status).toBe('received')
    expect(complaint.dossier.history).toEqual([
      { at: mondayAtTen, event: 'received', by: { kind: 'reporter' }, text: null, public: true },
    ])
    expect(complaint.notices).toMatchObject([{ event: 'received', state: 'pending', nextTryAt: mondayAtTen }])
    expect(complaint.clocks.map(({ clock, dueAt, stoppedAt }) => [clock, dueAt, stoppedAt])).toEqual([
      ['verification', '2026-11-26T09:00:00.000Z', null],
      ['first_response', '2026-11-30T09:00:00.000Z', null],
    ])
  })

  it('keeps the clocks of its receipt apart, so that the paper stays the same', () => {
    expect(complaint.dossier.receiptClocks).toEqual(complaint.clocks)
  })
})

describe('what staff see of a reporter', () => {
  it('is enough to recognise who gave their name, and not to know them', () => {
    expect(maskedReporter('named', siti)).toEqual({ name: 'S… C…', phone: '…01', email: 's…@contoh.example' })
  })

  it('is nothing of who asked for confidence or gave no name', () => {
    expect(maskedReporter('confidential', siti)).toBeNull()
    expect(maskedReporter('anonymous', { ...siti, name: null })).toBeNull()
    expect(maskedReporter('named', null)).toBeNull()
  })
})

describe('the identity that a unit asks for', () => {
  it('is told field by field where it is missing', () => {
    expect(identityProblems(fields, 'named', { name: 'Siti Contoh' }, 'web_widget')).toEqual([
      { path: 'reporter.address', code: 'required' },
    ])
    expect(identityProblems(fields, 'confidential', undefined, 'web_widget')).toHaveLength(2)
  })

  it('is only the name where somebody calls or writes a letter', () => {
    expect(identityProblems(fields, 'named', { name: 'Siti Contoh' }, 'telephone')).toEqual([])
    expect(identityProblems(fields, 'named', {}, 'letter')).toEqual([{ path: 'reporter.name', code: 'required' }])
  })

  it('is not taken with a complaint without identity, a way to answer is', () => {
    expect(identityProblems(fields, 'anonymous', { address: 'Jalan Misal 1' }, 'web_widget')).toEqual([
      { path: 'reporter.address', code: 'not-with-anonymous' },
    ])
    expect(identityProblems(fields, 'anonymous', { email: 'x@contoh.example' }, 'web_widget')).toEqual([])
  })
})

const at = wib('2026-11-30 09:30') // a Monday
const found = (receivedOn: string, channel: 'letter' | 'telephone' | 'walk_in_oral' = 'letter') => {
  try {
    return receiptMoment({ channel, receivedOn: parseDay(receivedOn) }, { at, calendar: usualOffice })
  } catch (cause) {
    if (cause instanceof Refusal) return `${cause.fields[0]?.path} ${cause.fields[0]?.code}`
    throw cause
  }
}

describe('a complaint that came on paper', () => {
  it.each([
    ['on Friday, and lay over the weekend', '2026-11-27', wib('2026-11-27 08:00')],
    ['on Saturday, in the box at the gate', '2026-11-28', wib('2026-11-28 12:00')],
    ['today', '2026-11-30', at],
    ['a year ago to the day', '2025-11-29', wib('2025-11-29 12:00')],
    ['tomorrow', '2026-12-01', 'receivedOn in-future'],
    ['in another year, by a slip of the pen', '2025-11-28', 'receivedOn too-long-ago'],
    ['in another century', '0026-11-27', 'receivedOn too-long-ago'],
  ])('%s was received at %s: %s', (_, day, moment) => {
    expect(found(day)).toBe(moment)
  })

  it('may be a call that was noted, but nobody who is there came yesterday', () => {
    expect(found('2026-11-27', 'telephone')).toBe(wib('2026-11-27 08:00'))
    expect(found('2026-11-27', 'walk_in_oral')).toBe('receivedOn not-when-there')
  })

  it('is of the day that the office’s own calendar shows', () => {
    const early = wit('2026-11-30 00:30')
    const received = { channel: 'fax', receivedOn: parseDay('2026-11-30') } as const
    expect(receiptMoment(received, { at: early, calendar: { ...usualOffice, timeZone: 'Asia/Jayapura' } })).toBe(early)
    expect(() => receiptMoment(received, { at: early, calendar: usualOffice })).toThrow(Refusal)
  })
})

const category = { label: { id: 'Pungutan liar', en: 'Illegal fees' } }
type Given = Parameters<typeof settleStory>[0]
const given = (changes: Partial<Given>): Given => ({ subject: '', chronology: '', evidence: [], ...changes })
const spoken = { file: 'rekaman', disguised: true }

function refusalOf(act: () => unknown) {
  try {
    act()
  } catch (thrown) {
    if (thrown instanceof Refusal) return { code: thrown.code, fields: thrown.fields }
  }
  throw new Error('It was not refused')
}

describe('how a complaint is told', () => {
  it('a voice alone is enough, with a subject that stands ready and the recording among the evidence', () => {
    expect(settleStory(given({ spoken }), category, 'id')).toEqual({
      subject: 'Pengaduan lisan: Pungutan liar',
      evidence: ['rekaman'],
      spoken: { ...spoken, transcript: null, earlier: [] },
    })
    expect(settleStory(given({ spoken, evidence: ['foto', 'rekaman'] }), category, 'en')).toMatchObject({
      subject: 'Spoken complaint: Illegal fees',
      evidence: ['foto', 'rekaman'],
    })
    expect(settleStory(given({ spoken, subject: ' Uang loket ' }), category, 'id').subject).toBe('Uang loket')
  })

  it('a recording beside a written story is evidence, so that nothing written is replaced', () => {
    const told = settleStory(given({ spoken, subject: 'Loket', chronology: 'Saya diminta uang.' }), category, 'id')
    expect(told).toEqual({ subject: 'Loket', evidence: ['rekaman'], spoken: null })
  })

  it('neither is refused by a code of its own, and blank words are no story', () => {
    const missing = refusalOf(() => settleStory(given({ chronology: ' \n ' }), category, 'id'))
    expect(missing.code).toBe('story/missing')
    expect(missing.fields.map(({ path }) => path)).toEqual(['subject', 'chronology'])
    const untitled = refusalOf(() => settleStory(given({ spoken, chronology: 'Saya diminta uang.' }), category, 'id'))
    expect(untitled).toEqual({ code: 'request/invalid', fields: [{ path: 'subject', code: 'required' }] })
  })

  it('a file without sound tells nothing', () => {
    const told = settleStory(given({ spoken }), category, 'id').spoken
    const hears = (type: string) => () => refuseUnlessHeard(told, [{ id: 'rekaman', type }])
    for (const type of ['audio/webm', 'audio/wav', 'video/mp4']) expect(hears(type)).not.toThrow()
    expect(refusalOf(hears('image/jpeg')).code).toBe('story/no-voice')
    expect(() => refuseUnlessHeard(null, [{ id: 'rekaman', type: 'image/jpeg' }])).not.toThrow()
  })
})
