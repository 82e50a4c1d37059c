import type { StaffAct } from '../../service/contract/acts.ts'
import en from '../texts/en/act-words.json'
import id from '../texts/id/act-words.json'
import { inBoth, type Wording } from './wording.ts'

/** What the button and the panel of each act say. Its own fields stand with it. They come with the first page that names acts. */
const byAct = inBoth({ id, en })

export const actWords = <Act extends StaffAct>(wording: Pick<Wording, 'language'>, act: Act): (typeof id)[Act] =>
  byAct(wording)[act]

/** The name of what may be an act. */
export const actName = (wording: Pick<Wording, 'language'>, act: string): string | undefined => {
  const known: Readonly<Partial<Record<string, { readonly name: string }>>> = byAct(wording)
  return known[act]?.name
}
