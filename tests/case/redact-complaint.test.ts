import { describe, expect, it } from 'vitest'
import { redactComplaint } from '../../service/case/covering.ts'
import { redact } from '../../service/desk/redactions.ts'
import { aComplaint, aMoment, mondayAtTen, verifier } from '../support/a-complaint.ts'
import { refusalOf } from '../support/refused.ts'

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
