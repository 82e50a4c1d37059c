import type { FieldName } from './draft.ts'

/** What is wrong, by field, as sentences beside the fields. Empty: the step is complete. */
export type Problems = Readonly<Partial<Record<FieldName, string>>>
