import en from '../texts/en/logged-acts.json' with { type: 'json' }
import id from '../texts/id/logged-acts.json' with { type: 'json' }
import type { LoggedAct, PlatformAct } from './act-vocabulary.ts'
import type { Language } from './vocabulary.ts'

/** What the access log of a unit notes, as its page and its files name it. */
export const loggedActNames: Readonly<Record<Language, Readonly<Record<Exclude<LoggedAct, PlatformAct>, string>>>> = {
  id,
  en,
}
