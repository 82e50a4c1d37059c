import { describe, expect, it } from 'vitest'
import {
  canBeFound,
  eventsBetween,
  factsOf,
  fits,
  ruleDues,
  ruleDuesNearClock,
} from '../../../service/case/case-rules.ts'
import { writeToOffice } from '../../../service/case/reporter-acts.ts'
import { storyFields } from '../../../service/case/shape/story-fields.ts'
import { verify } from '../../../service/desk/decisions.ts'
import { note, writeToReporter } from '../../../service/desk/messages.ts'
import { effectsAt, findLack, type Rule } from '../../../service/offices/rules.ts'
import type { StaffId } from '../../../service/storage/place.ts'
import { aComplaint, aMoment, mondayAtTen, verifier } from '../../support/a-complaint.ts'
import { aRule } from '../../support/a-rule.ts'

const sari = 'sari' as StaffId

const aTellingPlace = Object.fromEntries(
  storyFields.filter(({ limit }) => limit === 'place').map(({ name }) => [name, 'Kantor Kecamatan Contoh']),
)

const levy = aComplaint({
  category: 'illegal_levy',
  channel: 'telephone',
  class: 'oversight',
  dossier: {
    subject: 'Diminta membayar di loket',
    chronology: 'Petugas memungut uang saat saya mengurus ijazah.',
    ...aTellingPlace,
    notes: [{ at: mondayAtTen, by: verifier, text: 'Mirip kasus kebakaran.' }],
  },
})

describe('a rule holds for a case', () => {
  const rows: readonly (readonly [what: string, when: Partial<Rule['when']>, holds: boolean])[] = [
    ['that nothing is asked of', {}, true],
    ['of one of its categories', { categories: ['maladministration', 'illegal_levy'] }, true],
    ['not of another category', { categories: ['maladministration'] }, false],
    ['that came on its channel', { channels: ['telephone'] }, true],
    ['not one that came on another', { channels: ['web_widget'] }, false],
    ['of its class', { class: 'oversight' }, true],
    ['not of the other class', { class: 'non_oversight' }, false],
    ['with a word of it, in another form', { words: ['pungutan'] }, true],
    ['with one of several words', { words: ['banjir', 'ijazah'] }, true],
    ['with all words of one entry', { words: ['uang ijazah'] }, true],
    ['not with half an entry', { words: ['uang banjir'] }, false],
    ['not for a word that only staff wrote', { words: ['kebakaran'] }, false],
    ['that happened at its place', { places: ['Kecamatan Contoh'] }, true],
    ['not elsewhere', { places: ['Puskesmas'] }, false],
    ['not if one of several conditions fails', { categories: ['illegal_levy'], words: ['banjir'] }, false],
  ]
  it.each(rows)('%s', (_, when, holds) => {
    expect(fits(aRule({ when }).when, factsOf(levy))).toBe(holds)
  })

  it('and no entry without a word that can be searched for is taken', () => {
    expect(['pungutan', 'KTP', 'yang', '??', ''].map(canBeFound)).toEqual([true, true, false, false, false])
  })
})

describe('a case waits for rules', () => {
  const filed = [aRule({ does: { note: 'Periksa loket.' } })]

  it('only where one may act', () => {
    expect(ruleDues(filed, ['filed'], levy, mondayAtTen)).toEqual([{ event: 'filed', at: mondayAtTen }])
    expect(ruleDues([], ['filed'], levy, mondayAtTen)).toEqual([])
    expect(ruleDues(filed, ['reporter_wrote'], levy, mondayAtTen)).toEqual([])
    expect(ruleDues([aRule({ when: { words: ['banjir'] } })], ['filed'], levy, mondayAtTen)).toEqual([])
  })

  it('until it is verified for what is done to it from then on', () => {
    const giving = [aRule({ does: { assign: sari, workingDays: 5 } })]
    expect(ruleDues(giving, ['filed'], levy, mondayAtTen)).toEqual([])
    expect(ruleDues(giving, ['verified'], levy, mondayAtTen)).toHaveLength(1)
    const both = aRule({ does: { assign: sari, note: 'Periksa loket.' } })
    expect(effectsAt(both, 'filed')).toMatchObject({ assign: null, note: 'Periksa loket.' })
    expect(effectsAt(both, 'verified')).toMatchObject({ assign: sari, note: '' })
  })

  it('at a date that is near, which opens nothing sealed', () => {
    const near = [aRule({ when: { event: 'clock_near', words: ['banjir'] }, does: { alertHeads: true } })]
    expect(ruleDuesNearClock(near, levy, mondayAtTen)).toHaveLength(1)
    expect(
      ruleDuesNearClock(
        [aRule({ when: { event: 'clock_near', categories: ['lain'] }, does: { alertHeads: true } })],
        levy,
        mondayAtTen,
      ),
    ).toEqual([])
  })

  it('after its verification and words of the reporter, and after nothing that a rule can do', () => {
    const verified = verify(levy, undefined, 'open', verifier, aMoment())
    expect(eventsBetween(levy, verified)).toEqual(['verified'])
    expect(
      eventsBetween(verified, writeToOffice(verified, { text: 'Ada bukti baru.', completes: false }, aMoment())),
    ).toEqual(['reporter_wrote'])
    expect(eventsBetween(verified, note(verified, { text: 'Catatan.' }, { kind: 'system' }, aMoment()))).toEqual([])
    expect(eventsBetween(verified, writeToReporter(verified, { text: 'Halo.' }, verifier, aMoment()))).toEqual([])
  })
})

describe('a rule lacks', () => {
  const unit = {
    staff: new Set([sari, 'kepala' as StaffId]),
    handlers: new Set([sari]),
    categories: new Set(['illegal_levy']),
    templates: new Set(['salam']),
    messages: new Set<string>(),
    labels: new Set(['data']),
  }
  it.each([
    ['nothing', aRule({ when: { categories: ['illegal_levy'] }, does: { assign: sari, template: 'salam' } }), null],
    ['somebody who left', aRule({ does: { alert: ['pergi' as StaffId] } }), 'staff'],
    ['a handler who handles no more', aRule({ does: { assign: 'kepala' as StaffId } }), 'staff'],
    ['a category that is offered no more', aRule({ when: { categories: ['lain'] }, does: { note: 'x' } }), 'category'],
    ['a template that was removed', aRule({ does: { template: 'hilang' } }), 'template'],
    ['a label that is no longer used', aRule({ does: { label: 'lama' } }), 'label'],
  ])('%s', (_, rule, lack) => {
    expect(findLack(rule, unit)).toBe(lack)
  })
})
