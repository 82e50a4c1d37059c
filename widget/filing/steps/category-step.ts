import { renderChoiceCards } from '../form/choice-cards.ts'
import type { Form } from '../form/form.ts'

export const renderCategoryStep = (form: Form) =>
  renderChoiceCards(form, {
    name: 'category',
    question: form.wording.category.question,
    hint: form.wording.category.hint,
    choices: form.unit.categories.map(({ code, label, description }) => ({ value: code, label, meaning: description })),
    choose: (category) => form.change({ ...form.draft, category, answers: {} }),
  })
