import { html, type TemplateResult } from 'lit'
import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import type { Option } from '../ui/field.ts'

type OwnTexts = Pick<WholeTenantView, 'inIndonesian'>

/** A text of the unit as the page's language shows it: one that stays Indonesian says so to programs that read aloud. */
export const ownWords = ({ inIndonesian = [] }: OwnTexts, text: string): string | TemplateResult =>
  inIndonesian.includes(text) ? ownName(text) : text

/** A name that the unit gave to something of its own, in Indonesian, whatever language the page has. */
export const ownName = (name: string): TemplateResult => html`<span lang="id">${name}</span>`

/** Such a name among choices. */
export const ownChoice = ({ id, name }: { readonly id: string; readonly name: string }): Option => ({
  ...{ value: id, label: name, lang: 'id' },
})

/** A category among choices. */
export const categoryChoice =
  ({ inIndonesian = [] }: OwnTexts) =>
  ({ code, label }: { readonly code: string; readonly label: string }): Option => ({
    ...{ value: code, label, lang: inIndonesian.includes(label) ? 'id' : undefined },
  })

/** First Strong Isolate and Pop Directional Isolate: they set a part of a sentence off, and nobody types them. */
const [BEGINS, ENDS] = ['\u2068', '\u2069']
const setOff = new RegExp(`${BEGINS}([^${ENDS}]*)${ENDS}`)

/** Sets a name of the unit off in a sentence that `sayOwn` shows. */
export const setOwnOff = (name: string): string => `${BEGINS}${name}${ENDS}`

/** The same for a text of the unit that may be there in the page's language. */
export const setWordsOff = ({ inIndonesian = [] }: OwnTexts, text: string): string =>
  inIndonesian.includes(text) ? setOwnOff(text) : text

/** A sentence of the desk in which names of the unit are set off. */
export const sayOwn = (sentence: string): readonly (string | TemplateResult)[] =>
  sentence.split(setOff).map((part, at) => (at % 2 === 1 ? ownName(part) : part))
