import { describe, expect, it } from 'vitest'
import { keepAnswers } from '../../../service/offices/questions/kept-answers.ts'
import { questionProblems } from '../../../service/offices/questions/question-problems.ts'
import {
  type Answers,
  answerProblems,
  relaxForOfficer,
  selectQuestions,
} from '../../../service/offices/questions/questions.ts'
import { parseAnswers } from '../../../service/offices/questions/read-answers.ts'
import { sayAnswer } from '../../../service/offices/questions/say-answer.ts'
import { aChoice, aQuestion, someQuestions } from '../../support/some-questions.ts'

const asked = (answers: Answers) => selectQuestions(someQuestions, answers).asked.map(({ code }) => code)
const problems = (answers: Answers, questions = someQuestions) =>
  answerProblems(questions, answers).map(({ path, code }) => `${path} ${code}`)

describe('what is asked', () => {
  it('follows from the answers so far', () => {
    expect(asked({})).toEqual(['danger', 'paid', 'promised', 'where', 'witness'])
    expect(asked({ danger: 'no', paid: ['goods', 'money'] })).toContain('amount')
    expect(asked({ danger: 'no', paid: ['goods'] })).not.toContain('amount')
  })

  it('ends at an answer with which one goes elsewhere', () => {
    const { stoppedBy } = selectQuestions(someQuestions, { danger: 'yes' })
    expect(stoppedBy?.choice.elsewhere?.phone).toBe('112')
    expect(asked({ danger: 'yes', paid: ['money'] })).toEqual(['danger'])
  })

  it('does not hang on an answer to something that is not asked after all', () => {
    const chain = [
      aQuestion({ code: 'one', kind: 'choice', choices: [aChoice('a'), aChoice('b')] }),
      aQuestion({
        code: 'two',
        kind: 'choice',
        choices: [aChoice('c')],
        shownWhen: { question: 'one', answers: ['a'] },
      }),
      aQuestion({ code: 'three', shownWhen: { question: 'two', answers: ['c'] } }),
    ]
    expect(selectQuestions(chain, { one: 'a', two: 'c' }).asked).toHaveLength(3)
    expect(selectQuestions(chain, { one: 'b', two: 'c' }).asked).toHaveLength(1)
  })
})

describe('answers', () => {
  it('are right or wrong at their own question', () => {
    expect(problems({})).toEqual(['answers.danger required'])
    expect(problems({ danger: 'yes' })).toEqual(['answers.danger elsewhere'])
    expect(problems({ danger: 'maybe' })).toEqual(['answers.danger invalid'])
    expect(problems({ danger: 'no', paid: ['money'] })).toEqual(['answers.amount required'])
    expect(problems({ danger: 'no', paid: ['money', 'money'], amount: 5 })).toEqual(['answers.paid invalid'])
    expect(problems({ danger: 'no', amount: 5 })).toEqual(['answers.amount not-asked'])
    expect(problems({ danger: 'no', color: 'red' })).toEqual(['answers.color not-asked'])
    expect(problems({ danger: 'no', paid: ['money'], amount: 1.5 })).toEqual(['answers.amount invalid'])
    expect(problems({ danger: 'no', promised: '2026-02-30' })).toEqual(['answers.promised invalid'])
    expect(problems({ danger: 'no', where: 'Loket' })).toEqual(['answers.where invalid'])
    expect(problems({ danger: 'no', witness: 'x'.repeat(201) })).toEqual(['answers.witness too-long'])
    expect(problems({ danger: 'no', promised: '2026-11-30', where: { text: 'Loket dua' } })).toEqual([])
  })

  it('that an officer writes down may be few, and stop nobody', () => {
    expect(problems({}, relaxForOfficer(someQuestions))).toEqual([])
    expect(problems({ danger: 'yes', paid: ['money'] }, relaxForOfficer(someQuestions))).toEqual([])
    expect(problems({ danger: 'maybe' }, relaxForOfficer(someQuestions))).toEqual(['answers.danger invalid'])
  })

  it('are read from what people write, and only to what is asked', () => {
    const written: Record<string, readonly string[]> = {
      danger: ['no'],
      paid: ['money'],
      amount: [' Rp 1.500.000,00 '],
      where: ['Loket dua'],
      witness: ['  '],
    }
    const read = (changes: Record<string, readonly string[]> = {}) =>
      parseAnswers(someQuestions, (code) => ({ texts: { ...written, ...changes }[code] ?? [] }))
    expect(read()).toEqual({ danger: 'no', paid: ['money'], amount: 1_500_000, where: { text: 'Loket dua' } })
    expect(read({ paid: [] })).not.toHaveProperty('amount')
    expect(read({ amount: ['seratus ribu'] })).toMatchObject({ amount: 'seratus ribu' })
  })

  it('are kept with the words that were asked, and said in the language of who reads', () => {
    const at = { latitude: -7.981234, longitude: 112.630421, accuracy: 24.6 }
    const kept = keepAnswers(someQuestions, {
      danger: 'no',
      paid: ['goods', 'money'],
      amount: 1_500_000,
      promised: '2026-11-30',
      where: { text: 'Depan loket', at },
      witness: 'Siti Contoh',
    })
    expect(kept.map((one) => [one.question.id, sayAnswer(one, 'id')])).toEqual([
      ['Apakah ada orang dalam bahaya sekarang?', 'Jawaban no'],
      ['Apa yang diminta?', 'Jawaban money; Jawaban goods'],
      ['Berapa jumlahnya?', 'Rp 1.500.000'],
      ['Kapan dijanjikan selesai?', '30 November 2026'],
      ['Di mana?', 'Depan loket\n-7.98123, 112.63042 (ketelitian ± 25 m)'],
      ['Siapa yang melihat?', 'Siti Contoh'],
    ])
    expect(sayAnswer(kept[1]!, 'en')).toBe('Answer money; Answer goods')
  })
})

describe('questions of a category', () => {
  const wrong = (...questions: Parameters<typeof questionProblems>[0]) =>
    questionProblems(questions).map(({ path, code }) => `${path} ${code}`)
  const one = aQuestion({ code: 'one', kind: 'choice', choices: [aChoice('a')] })

  it('hang on earlier questions with choices only, so that nothing goes in circles', () => {
    expect(questionProblems(someQuestions)).toEqual([])
    const hanging = aQuestion({ code: 'two', shownWhen: { question: 'one', answers: ['a'] } })
    expect(wrong(one, hanging)).toEqual([])
    expect(wrong(hanging, one)).toEqual(['0.shownWhen.question not-earlier'])
    expect(wrong({ ...one, shownWhen: { question: 'one', answers: ['a'] } })).toEqual([
      '0.shownWhen.question not-earlier',
    ])
    expect(wrong(one, { ...hanging, shownWhen: { question: 'one', answers: ['z'] } })).toEqual([
      '1.shownWhen.answers unknown',
    ])
    expect(wrong(one, { ...hanging, shownWhen: { question: 'one', answers: [] } })).toEqual([
      '1.shownWhen.answers required',
    ])
    expect(wrong(aQuestion({ code: 'one' }), hanging)).toEqual(['1.shownWhen.question not-earlier'])
  })

  it('have codes and choices of their own', () => {
    expect(wrong(one, one)).toEqual(['1.code taken'])
    expect(wrong({ ...one, choices: [] })).toEqual(['0.choices required'])
    expect(wrong({ ...one, choices: [aChoice('a'), aChoice('a')] })).toEqual(['0.choices.1.code taken'])
    expect(wrong(aQuestion({ code: 'one', choices: [aChoice('a')] }))).toEqual(['0.choices invalid'])
    expect(wrong(...Array.from({ length: 13 }, (_, at) => aQuestion({ code: `q${at}` })))).toEqual(['12 too-many'])
  })

  it('leave somebody who can file', () => {
    const away = aChoice('a', { text: { id: 'Ke sana', en: 'There' }, phone: null, link: null, mayFile: false })
    expect(wrong({ ...one, required: true, choices: [away] })).toEqual(['0.choices stops-everybody'])
    expect(wrong({ ...one, required: false, choices: [away] })).toEqual([])
  })
})
