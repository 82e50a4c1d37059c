import { describe, expect, it } from 'vitest'
import { refuseUnlessHeard, settleStory } from '../../service/filing/new-complaint.ts'
import { Refusal } from '../../service/shared/refusal.ts'

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
