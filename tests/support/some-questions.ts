import type { Question } from '../../service/offices/questions/questions.ts'

const worded = (id: string, en = id) => ({ id, en })

/** A question with unremarkable values. */
export const aQuestion = (details: Partial<Question> & Pick<Question, 'code'>): Question => ({
  kind: 'text',
  label: worded(`Pertanyaan ${details.code}`, `Question ${details.code}`),
  hint: null,
  required: false,
  choices: [],
  shownWhen: null,
  ...details,
})

export const aChoice = (code: string, elsewhere: Question['choices'][number]['elsewhere'] = null) => ({
  code,
  label: worded(`Jawaban ${code}`, `Answer ${code}`),
  elsewhere,
})

/** A category's questions as an office would ask them: an emergency goes elsewhere, money is asked about only where some was paid. */
export const someQuestions: readonly Question[] = [
  aQuestion({
    code: 'danger',
    kind: 'choice',
    required: true,
    label: worded('Apakah ada orang dalam bahaya sekarang?', 'Is anybody in danger now?'),
    choices: [
      aChoice('yes', {
        text: worded('Hubungi layanan darurat dahulu.', 'Call the emergency service first.'),
        phone: '112',
        link: null,
        mayFile: false,
      }),
      aChoice('no'),
    ],
  }),
  aQuestion({
    code: 'paid',
    kind: 'choices',
    label: worded('Apa yang diminta?', 'What was asked for?'),
    choices: [aChoice('money'), aChoice('goods')],
  }),
  aQuestion({
    code: 'amount',
    kind: 'amount',
    required: true,
    label: worded('Berapa jumlahnya?', 'How much?'),
    shownWhen: { question: 'paid', answers: ['money'] },
  }),
  aQuestion({ code: 'promised', kind: 'date', label: worded('Kapan dijanjikan selesai?', 'Promised for when?') }),
  aQuestion({ code: 'where', kind: 'place', label: worded('Di mana?', 'Where?') }),
  aQuestion({ code: 'witness', kind: 'person', label: worded('Siapa yang melihat?', 'Who saw it?') }),
]

/** The same as a visitor reads them. */
export const someQuestionsRead = someQuestions.map(({ choices, shownWhen, ...question }) => ({
  ...question,
  label: question.label.id,
  hint: question.hint?.id ?? null,
  choices: choices.map(({ code, label, elsewhere }) => ({
    code,
    label: label.id,
    elsewhere: elsewhere && { ...elsewhere, text: elsewhere.text.id },
  })),
  shownWhen: shownWhen && { ...shownWhen, answers: [...shownWhen.answers] },
}))
