import type { FieldName } from './draft.ts'

/** What is wrong, by field, in sentences for the person. An empty record means that the step is complete. */
export type Problems = Readonly<Partial<Record<FieldName, string>>>

export const hasAny = (problems: Problems): boolean => Object.keys(problems).length > 0
