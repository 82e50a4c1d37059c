import actsEn from '../texts/en/acts.json' with { type: 'json' }
import problemsEn from '../texts/en/problems.json' with { type: 'json' }
import actsId from '../texts/id/acts.json' with { type: 'json' }
import problemsId from '../texts/id/problems.json' with { type: 'json' }
import problemsJv from '../texts/jv/problems.json' with { type: 'json' }

export type ProblemCode = keyof typeof problemsId.refusals | keyof typeof actsId.refusals
export type FieldProblemCode = keyof typeof problemsId.fields

type Sentences<Code extends string> = Readonly<Record<Code, string>>

/** Javanese is spoken to reporters, who never meet most of these. */
interface InLanguages<Code extends string> {
  readonly id: Sentences<Code>
  readonly en: Sentences<Code>
  readonly jv: Partial<Sentences<Code>>
}

/** Why something is refused. `{name}` is filled from the refusal's details. */
export const refusalTexts: InLanguages<ProblemCode> = {
  id: { ...actsId.refusals, ...problemsId.refusals },
  en: { ...actsEn.refusals, ...problemsEn.refusals },
  jv: problemsJv.refusals,
}

export const fieldProblemTexts: InLanguages<FieldProblemCode> = {
  id: problemsId.fields,
  en: problemsEn.fields,
  jv: problemsJv.fields,
}

/** Stands above each refusal. */
export const problemTitles = { id: problemsId.title, en: problemsEn.title, jv: problemsJv.title }

/** Why a row of an old book was left out. The list is an official's own working paper, and so Indonesian alone. */
export const rowProblemTexts = problemsId.rows
