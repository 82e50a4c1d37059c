import { choiceCards } from '../form/choice-cards.ts'
import type { Form } from '../form/form.ts'

/** What kind of complaint it is, each kind with the unit's description. */
export const categoryStep = (form: Form) =>
  choiceCards(form, {
    name: 'category',
    question: form.messages.category.question,
    hint: form.messages.category.hint,
    choices: form.unit.categories.map(({ code, label, description }) => ({ value: code, label, meaning: description })),
    choose: (category) => form.change({ ...form.draft, category, answers: {} }),
  })
