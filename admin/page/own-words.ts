import { html, type TemplateResult } from 'lit'
import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import type { Option } from '../ui/field.ts'

export type OwnTexts = Pick<WholeTenantView, 'inIndonesian'>

/** A text of the unit as the page's language shows it: one that stays Indonesian says so to programs that read aloud. */
export const ownWords = (view: OwnTexts, text: string): string | TemplateResult =>
  langOf(view, text) ? ownName(text) : text

/** A name that the unit gave to something of its own, in Indonesian, whatever language the page has. */
export const ownName = (name: string): TemplateResult => html`<span lang="id">${name}</span>`

export const ownChoice = ({ id, name }: { readonly id: string; readonly name: string }): Option => ({
  ...{ value: id, label: name, lang: 'id' },
})

/** The language of a text of the unit where that is another one than the page's. */
export const langOf = ({ inIndonesian = [] }: OwnTexts, text: string): 'id' | undefined =>
  inIndonesian.includes(text) ? 'id' : undefined

export const categoryChoice =
  (view: OwnTexts) =>
  ({ code, label }: { readonly code: string; readonly label: string }): Option => ({
    ...{ value: code, label, lang: langOf(view, label) },
  })

/** First Strong Isolate and Pop Directional Isolate: they set a part of a sentence off, and nobody types them. */
const [BEGINS, ENDS] = ['\u2068', '\u2069']
const setOff = new RegExp(`${BEGINS}([^${ENDS}]*)${ENDS}`)

/** Sets a name of the unit off in a sentence that `sayOwn` shows. */
export const markOwnName = (name: string): string => `${BEGINS}${name}${ENDS}`

/** The same for a text of the unit that may be there in the page's language. */
export const markOwnText = (view: OwnTexts, text: string): string => (langOf(view, text) ? markOwnName(text) : text)

/** A sentence of the desk in which names of the unit are set off. */
export const sayOwn = (sentence: string): readonly (string | TemplateResult)[] =>
  sentence.split(setOff).map((part, at) => (at % 2 === 1 ? ownName(part) : part))

/**
 * What a button shows, in words or as a picture, and the sentence with a name of the unit that it is called by. An
 * `aria-label` bears no language, so the sentence stands in the page unseen.
 */
export const shownFor = (shown: string | TemplateResult, sentence: string): TemplateResult =>
  html`<span aria-hidden="true">${shown}</span><span class="unseen">${sayOwn(sentence)}</span>`

/** Such a sentence of which only the name is seen. */
export const onlyNameShown = (sentence: string): readonly TemplateResult[] =>
  sayOwn(sentence).map((part) => (typeof part === 'string' ? html`<span class="unseen">${part}</span>` : part))

/** A sentence of the service in which these names of the unit stand. */
export const sayNames = (sentence: string, names: readonly string[] = []): readonly (string | TemplateResult)[] =>
  sayOwn(names.reduce((marked, name) => marked.replaceAll(name, markOwnName(name)), sentence))
