import type { FieldProblem } from '../../shared/refusal.ts'
import type { Category } from './tenant.ts'

/** Cases keep what was ticked by its Indonesian text, so no category has one twice. */
export const stepProblems = (categories: readonly Pick<Category, 'steps'>[]): FieldProblem[] =>
  categories.flatMap(({ steps = [] }, at) => {
    const texts = steps.map(({ id }) => id)
    return texts.flatMap((text, step) =>
      texts.indexOf(text) === step ? [] : [{ path: `categories.${at}.steps.${step}.id`, code: 'taken' }],
    )
  })
