import { describe, expect, it } from 'vitest'
import { chooseChannels, findProblems, makeRequest } from '../../../../widget/filing/draft/asked-fields.ts'
import { beginDraft, choosePrivacy, type Draft, findStep } from '../../../../widget/filing/draft/draft.ts'
import { keepStanding, readProblems } from '../../../../widget/filing/draft/problems.ts'
import id from '../../../../widget/texts/id/form.json'
import { standInUnit } from '../../../support/stand-in-unit.ts'

const unit = standInUnit('unit', 'id', 'http://127.0.0.1:1')
const rules = { unit, wording: id }
const aDraft = (details: Partial<Draft> = {}): Draft => ({ ...beginDraft(unit), privacy: 'named', ...details })
const identity = { 'reporter.name': 'Siti', 'reporter.address': 'Jalan 1', 'reporter.phone': '0812-0000-0001' }

describe('what keeps a step from being complete', () => {
  it('is a choice that was not made', () => {
    expect(findProblems('procedure', aDraft({ privacy: '' }), rules)).toHaveProperty('privacy')
    expect(findProblems('category', aDraft({ category: 'gone' }), rules)).toHaveProperty('category')
  })

  it('is a category that needs the identity which the reporter chose not to give', () => {
    const [first, second] = unit.categories
    const strict = {
      ...rules,
      unit: { ...unit, categories: [{ ...first!, needsIdentity: 'Perlu identitas.' }, second!] },
    }
    const chosen = { category: first!.code }
    expect(findProblems('category', aDraft({ ...chosen, privacy: 'anonymous' }), strict)).toEqual({
      category: 'Perlu identitas.',
    })
    expect(findProblems('category', aDraft(chosen), strict)).toEqual({})
    expect(findProblems('category', aDraft({ category: second!.code, privacy: 'anonymous' }), strict)).toEqual({})
  })

  it('is a text over its limit, counted like the service counts', () => {
    const texts = { subject: 'x'.repeat(161), chronology: 'b', reportedPerson: 'x'.repeat(200) }
    expect(Object.keys(findProblems('story', aDraft({ texts }), rules))).toEqual(['subject'])
  })

  it('is a malformed address or number', () => {
    const texts = { ...identity, 'reporter.email': 'siti@', 'reporter.phone': 'abc' }
    expect(Object.keys(findProblems('identity', aDraft({ texts }), rules))).toEqual([
      'reporter.phone',
      'reporter.email',
    ])
  })

  it('is a channel without its contact', () => {
    expect(findProblems('identity', aDraft({ texts: identity, channels: ['email'] }), rules)).toEqual({
      'reporter.email': 'Untuk diberi tahu lewat Surel, isi Surel (e-mail).',
    })
  })

  it('is nothing where identity is not given', () => {
    expect(findProblems('identity', aDraft({ privacy: 'anonymous' }), rules)).toEqual({})
  })
})

describe('a complaint from a draft', () => {
  it('is the same text for the same draft, so that a retry is the same request', () => {
    const draft = aDraft({ texts: { ...identity, subject: ' a ', chronology: 'b' } })
    expect(JSON.stringify(makeRequest(draft, unit))).toBe(JSON.stringify(makeRequest({ ...draft }, unit)))
    expect(makeRequest(draft, unit).subject).toBe('a')
  })

  it('uses the contacts that were given where no channel was ticked', () => {
    expect(chooseChannels(aDraft({ texts: { 'reporter.email': 'a@b.example' } }), unit)).toEqual(['email'])
  })

  it('leaves no contact of a sealed identity open that was not ticked', () => {
    const sealing = { ...unit, sealing: { keyId: '', publicKey: '', fingerprint: '' } }
    const named = aDraft({ privacy: 'named', texts: { 'reporter.email': 'a@b.example' } })
    expect(chooseChannels(named, sealing)).toEqual([])
    expect(chooseChannels({ ...named, privacy: 'anonymous' }, sealing)).toEqual([])
  })

  it('carries no identity once that was decided, whatever was typed before', () => {
    const named = aDraft({ texts: { ...identity, subject: 'a', chronology: 'b' }, channels: ['letter'] })
    const complaint = makeRequest(choosePrivacy(named, 'anonymous'), unit)
    expect(complaint.reporter).toEqual({ phone: '0812-0000-0001', channels: ['whatsapp', 'sms'] })
  })
})

describe('what the service refuses', () => {
  const problem = (path: string) => ({
    ...{ type: '', title: '', status: 400, code: 'request/invalid', detail: '', requestId: '' },
    errors: [{ path, code: 'x', message: 'Tidak benar.' }],
  })

  it('is found at its field and step, list items included', () => {
    expect(readProblems(problem('evidence.0'), id)).toEqual({ evidence: 'Tidak benar.' })
    expect(readProblems(problem('reporter'), id)).toEqual({ 'reporter.name': 'Tidak benar.' })
    expect(readProblems(problem('unheard_of'), id)).toEqual({})
    expect(['reporter.email', 'statements.truthful', 'chronology'].map(findStep)).toEqual([
      'identity',
      'review',
      'story',
    ])
  })

  it('stands until that field changes', () => {
    const before = aDraft({ texts: identity })
    const problems = { 'reporter.phone': 'Tidak benar.' }
    const change = (texts: Draft['texts']) =>
      keepStanding(problems, {
        ...{ before, after: aDraft({ texts }), found: {}, refused: new Set(['reporter.phone']) },
      })
    expect(change({ ...identity, 'reporter.name': 'Budi' })).toEqual(problems)
    expect(change({ ...identity, 'reporter.phone': '0812-0000-0002' })).toEqual({})
  })
})
