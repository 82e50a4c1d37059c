import en from '../texts/en/failure-causes.json' with { type: 'json' }
import id from '../texts/id/failure-causes.json' with { type: 'json' }
import type { FailureCause, Language } from './vocabulary.ts'

/** What went wrong, as forms, pages and reports name it. */
export const failureCauseNames: Readonly<Record<Language, Readonly<Record<FailureCause, string>>>> = { id, en }
