import { describe, expect, it } from 'vitest'
import { staffNamedIn, staffToThinkOf, whoIsMeant } from '../../service/case/candidates.ts'
import { coverComplaint, isWrittenIn, redactComplaint } from '../../service/case/covering.ts'
import { reporterActsOpen } from '../../service/case/reporter-acts.ts'
import { searchWordsOf } from '../../service/case/search/case-words.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { storyInWords, writeOut } from '../../service/case/testimony.ts'
import { acts } from '../../service/desk/case-acts.ts'
import { redact, transcribe } from '../../service/desk/redactions.ts'
import { findMissingItems } from '../../service/following/completions.ts'
import { answerTranscript } from '../../service/following/follow-complaint.ts'
import type { StaffId } from '../../service/storage/place.ts'
import { aComplaint, aComplaintIn, aMoment, head, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { refusalOf } from '../support/refused.ts'

const words = 'Saya diminta uang oleh Bu Citra Contoh di loket dua.'
const correction = 'Bukan loket dua, tetapi loket tiga, oleh Karno.'

function spokenIn(before: Complaint): Complaint {
  const spoken = { file: 'rekaman', disguised: true, transcript: null, earlier: [] }
  return { ...before, untranscribedSince: before.receivedAt, dossier: { ...before.dossier, chronology: '', spoken } }
}
const spoken = () => spokenIn(aComplaint())
const transcribed = (before = spoken()) => transcribe(before, { text: words }, verifier, aMoment(1))
const replied = (before = transcribed(), text?: string, at = aMoment(1).at) =>
  answerTranscript(before, { transcript: at, ...(text && { text }) }, aMoment(2))

describe('a statement that was told by voice', () => {
  it('waits for its transcript, which becomes the story: who and when stand in the history, and the reporter hears of it', () => {
    const before = spoken()
    expect(reporterActsOpen(before, aMoment(1).at)).not.toContain('transcript')
    const after = transcribed(before)
    expect(after).toMatchObject({ untranscribedSince: null, status: 'received', clocks: before.clocks })
    expect(after.dossier).toMatchObject({
      chronology: words,
      spoken: { file: 'rekaman', transcript: { by: verifier, at: aMoment(1).at, reply: null }, earlier: [] },
    })
    expect(after.dossier.history.at(-1)).toMatchObject({ event: 'transcribed', by: verifier, text: null, public: true })
    expect(after.notices.at(-1)).toMatchObject({ event: 'message' })
    expect(searchWordsOf(after).length).toBeGreaterThan(searchWordsOf(before).length)
  })

  it('is not transcribed where the reporter wrote the story', () => {
    expect(() => transcribed(aComplaint())).toThrow('case/not-spoken')
    expect(acts.transcribe.when?.(aComplaint(), null as never, null as never)).toBe(false)
  })

  it('may be verified and answered meanwhile, but words neither leave nor become a second case before they are written', () => {
    for (const act of ['forward', 'split'] as const) {
      const closed = (one: Complaint) => acts[act].whyNot?.(null as never, one, null as never)?.code
      expect(closed(spoken())).toBe('case/not-transcribed')
      expect(closed(transcribed())).toBeUndefined()
      expect(closed(aComplaint())).toBeUndefined()
    }
    expect(acts.verify.whyNot).toBeUndefined()
  })

  it('asks nobody for an account that is spoken', () => {
    expect(findMissingItems(spoken(), 'open')).not.toContain('what_happened')
    expect(findMissingItems(transcribe(spoken(), { text: 'Loket.' }, verifier, aMoment()), 'open')).toContain(
      'what_happened',
    )
  })
})

describe('the reporter, who reads the transcript', () => {
  it('says that it is right, once, while every clock runs on', () => {
    const after = replied()
    expect(after.dossier.spoken?.transcript?.reply).toEqual({ at: aMoment(2).at, text: null })
    expect(after.dossier.history.at(-1)).toMatchObject({ event: 'transcript_confirmed', by: { kind: 'reporter' } })
    expect(after.clocks).toEqual(spoken().clocks)
    expect(after.unansweredSince).toBeNull()
    expect(reporterActsOpen(after, aMoment(2).at)).not.toContain('transcript')
    expect(() => replied(after)).toThrow('transcript/changed')
  })

  it('corrects it: both stand side by side, and staff are told until they wrote or noted something', () => {
    const after = replied(transcribed(), correction)
    expect(after.dossier.chronology).toBe(words)
    expect(after.dossier.spoken?.transcript?.reply?.text).toBe(correction)
    expect(after.unansweredSince).toBe(aMoment(2).at)
    expect(after.alerts.at(-1)).toMatchObject({ kind: 'reporter_answered', duty: 'handling' })
    const again = transcribe(after, { text: correction }, head, aMoment(3))
    expect(again).toMatchObject({ unansweredSince: null, dossier: { chronology: correction } })
    expect(again.dossier.spoken).toMatchObject({
      transcript: { by: head, reply: null },
      earlier: [{ text: words, by: verifier, reply: { text: correction } }],
    })
  })

  it('answers the transcript that they read, not a later one that they never saw', () => {
    const later = transcribe(transcribed(), { text: 'Lain sama sekali.' }, verifier, aMoment(2))
    expect(() => replied(later)).toThrow('transcript/changed')
    expect(() => replied(spoken())).toThrow('transcript/changed')
    expect(replied(later, correction, aMoment(2).at).dossier.spoken?.transcript?.reply?.text).toBe(correction)
  })

  it('answers no case that has ended', () => {
    const closed = transcribed(spokenIn(aComplaintIn('closed')))
    expect(reporterActsOpen(closed, aMoment(1).at)).not.toContain('transcript')
    expect(() => replied(closed)).toThrow('case/wrong-status')
  })

  it('is still owed an answer to a message when staff write the statement down', () => {
    const asked = { ...spoken(), unansweredSince: aMoment(0).at }
    expect(transcribed(asked).unansweredSince).toBe(aMoment(0).at)
  })
})

describe('the words of a transcript', () => {
  const after = replied(transcribed(), correction)

  it('stand on paper with who wrote them and what was corrected, or that there are none yet', () => {
    expect(storyInWords(spoken().dossier, 'id')).toBe('(Disampaikan lisan; belum ditranskrip.)')
    expect(storyInWords(after.dossier, 'id')).toBe(
      `(Disampaikan lisan, ditranskrip oleh unit.)\n\n${words}\n\nPerbaikan oleh pelapor:\n${correction}`,
    )
    expect(storyInWords(replied().dossier, 'en')).toContain('The reporter says that this transcript is right.')
    expect(storyInWords(aComplaint().dossier, 'id')).toBe(aComplaint().dossier.chronology)
    expect(writeOut(after, 'id').dossier).toMatchObject({ spoken: null, chronology: storyInWords(after.dossier, 'id') })
  })

  it('are masked and taken out like a story, in corrections and earlier transcripts too', () => {
    const again = transcribe(after, { text: `${words} Nama saya Siti Percobaan.` }, verifier, aMoment(3))
    const own = { name: 'Karno', phone: null, address: null, email: null } as never
    const confidential = { ...again, privacy: 'confidential' as const }
    const covered = JSON.stringify(coverComplaint(confidential, { own, staff: [], language: 'id' }).dossier)
    expect(covered).not.toContain('Karno')
    expect(covered).not.toContain('Siti Percobaan')
    expect(isWrittenIn(again, 'loket tiga')).toBe(true)
    const because = [{ words: 'loket tiga', by: verifier, at: aMoment(3).at, because: 'Saksi.' }]
    const redacted = redactComplaint({ ...again, dossier: { ...again.dossier, redactions: because } })
    expect(JSON.stringify(redacted.dossier.spoken)).not.toContain('loket tiga')
  })

  it('make whoever may guard the case think of staff whom they name, also while it is handled', () => {
    const members = [
      { id: 'citra' as StaffId, name: 'Citra Contoh', position: 'Petugas loket' },
      { id: 'karno' as StaffId, name: 'Karno Peraga', position: 'Kepala seksi' },
    ] as never[]
    const handled = transcribed(spokenIn(aComplaintIn('in_progress')))
    const found = (one: Complaint) => staffToThinkOf(one, members).map(({ name }: { name: string }) => name)
    expect(found(handled)).toEqual(['Citra Contoh'])
    expect(found(spokenIn(aComplaintIn('in_progress')))).toEqual([])
    expect(found(replied(handled, 'Itu Karno Peraga.'))).toEqual(['Citra Contoh', 'Karno Peraga'])
  })
})

const reporter = { kind: 'reporter' } as const
const told = aComplaint({
  dossier: {
    subject: 'Karno melihat uang diminta',
    chronology: 'Pak  Karno dan karno muda melihatnya. Karnowati tidak. Nomor kuitansi (A.12).',
    messages: [
      { id: 'm', at: mondayAtTen, by: reporter, text: 'Tanya saja Pak Karno.' },
      { id: 'n', at: mondayAtTen, by: verifier, text: 'Pak Karno kami undang.' },
    ],
    evidenceNames: { a: 'surat_Karno.pdf', b: 'kuitansi.jpg' },
  },
})
const because = 'Saksi minta tidak disebut.'

describe('words that staff take out', () => {
  it('leave nowhere with what the reporter wrote, whole words only, the longest first', () => {
    const { dossier } = redactComplaint(
      redact(told, { words: ['Karno', 'Pak Karno', '(A.12)'], because }, verifier, aMoment()),
    )
    expect(dossier.subject).toBe('[disamarkan petugas] melihat uang diminta')
    expect(dossier.chronology).toBe(
      '[disamarkan petugas] dan [disamarkan petugas] muda melihatnya. Karnowati tidak. Nomor kuitansi [disamarkan petugas].',
    )
    expect(dossier.messages[0]?.text).toBe('Tanya saja [disamarkan petugas].')
    expect(dossier.hiddenNames).toEqual(['a'])
  })

  it('stay in the case, with who took them out and why, which the reporter does not read', () => {
    const after = redact(told, { words: ['Karno'], because }, verifier, aMoment(1))
    expect(after.dossier).toMatchObject({ chronology: told.dossier.chronology, subject: told.dossier.subject })
    expect(after.dossier.redactions).toEqual([{ words: 'Karno', by: verifier, at: aMoment(1).at, because }])
    expect(after.dossier.history.at(-1)).toMatchObject({
      event: 'redacted',
      by: verifier,
      text: because,
      public: false,
    })
  })

  it('come back, and are not taken out twice', () => {
    const once = redact(told, { words: ['Karno', 'uang'], because }, verifier, aMoment(1))
    const again = redact(once, { words: ['uang'], restored: ['Karno'], because: 'Cukup.' }, verifier, aMoment(2))
    expect(again.dossier.redactions).toMatchObject([{ words: 'uang', at: aMoment(1).at, because }])
    expect(redactComplaint(again).dossier.chronology).toBe(told.dossier.chronology)
  })

  it('are refused where the reporter wrote no such words', () => {
    const asked = { words: ['Karno', 'Pak Karno kami undang'], because }
    expect(refusalOf(() => redact(told, asked, verifier, aMoment()))).toBe('redaction/not-written')
  })

  it('leave a case in which nothing is taken out as it is', () => {
    expect(redactComplaint(told)).toBe(told)
  })
})

const members = [
  { id: 'budi', name: 'Drs. Budi Misal, M.Si.', position: 'Kepala Bagian Organisasi' },
  { id: 'siti', name: 'Siti Contoh', position: 'Petugas loket' },
  { id: 'joko', name: 'Djoko Soetjipto Umpama', position: 'Petugas loket' },
  { id: 'rina', name: 'Rina', position: 'Petugas' },
]
const candidatesIn = (text: string, staff = members) => {
  const { answered, maybe } = whoIsMeant({ who: [text], story: [] }, staff)
  return staff.filter((one) => answered.includes(one) || maybe.includes(one))
}
const named = (text: string) => staffNamedIn(text, members).map(({ id }) => id)

describe('a complaint names a member of staff', () => {
  it.each([
    ['Budi Misal', ['budi']],
    ['pak BUDI misal yang di lantai dua', ['budi']],
    ['Bapak Budhi Missal', ['budi']],
    ['Joko Sucipto', ['joko']],
    ['Ibu Rina', ['rina']],
    ['Kepala Bagian Organisasi', ['budi']],
    ['kepala bagian organisasi dan Siti Contoh', ['budi', 'siti']],
  ])('%s', (text, who) => {
    expect(named(text)).toEqual(who)
  })

  it.each([
    ['a position that two people have', 'petugas loket'],
    ['a position of one word', 'petugas'],
    ['half of a name that has more', 'Budi'],
    ['somebody else', 'Agus Lain'],
    ['titles alone', 'Drs. M.Si. Bapak'],
    ['nothing', ''],
  ])('not by %s', (_, text) => {
    expect(named(text)).toEqual([])
  })
})

describe('whom a reporter may mean', () => {
  const meant = (text: string) => candidatesIn(text, members).map(({ id }) => id)

  it.each([
    ['Bu Siti', ['siti']],
    ['Siti C.', ['siti']],
    ['bu siti loket 2', ['siti']],
    ['pak joko atau bu rina', ['joko', 'rina']],
    ['Pak Tjipto', ['joko']],
    ['inisial SC', ['siti']],
    ['S.C.', ['siti']],
    ['petugas bernama Budi di lantai dua', ['budi']],
    ['Kepala Bagian Organisasi', ['budi']],
  ])('%s', (text, who) => {
    expect(meant(text)).toEqual(who)
  })

  it.each(['petugas loket', 'satpam di pintu', 'tidak tahu namanya', ''])('nobody by %j', (text) => {
    expect(meant(text)).toEqual([])
  })

  it.each([
    ['Siti Contoh', ['siti']],
    ['Pak Contoh', ['siti', 'sari']],
    ['Siti Contoh dan Bu Sari', ['siti', 'sari']],
  ])('%s where two have one family name', (text, who) => {
    const family = [...members, { id: 'sari', name: 'Sari Contoh', position: 'Petugas loket' }]
    expect(candidatesIn(text, family).map(({ id }) => id)).toEqual(who)
  })
})
