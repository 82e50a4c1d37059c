import type { Instant } from '../../shared/instant.ts'
import { readIn } from '../translated.ts'
import type { Language } from '../vocabulary.ts'
import type { FormerTexts, ShownTexts, Tenant } from './tenant.ts'

const wordsOf = ({ procedure: { title, rules }, privacyNotice: { text } }: ShownTexts) =>
  JSON.stringify([title.id, title.en, rules.map((rule) => [rule.id, rule.en]), text.id, text.en])

/**
 * Reporters declare that they read one version of both texts, so each change raises it, also where an admin did not.
 */
export function raiseVersion(before: ShownTexts, wanted: ShownTexts): ShownTexts['privacyNotice'] {
  if (wordsOf(before) === wordsOf(wanted)) return { ...wanted.privacyNotice, version: before.privacyNotice.version }
  const version = Math.max(before.privacyNotice.version + 1, wanted.privacyNotice.version)
  return { ...wanted.privacyNotice, version }
}

/** Keeps the texts that a change replaces, so that every version that somebody accepted can be read. */
export const keepTexts = (
  { settings, formerTexts = [] }: Pick<Tenant, 'settings' | 'formerTexts'>,
  now: ShownTexts,
  until: Instant,
): readonly FormerTexts[] => {
  const { procedure, privacyNotice } = settings
  return privacyNotice.version === now.privacyNotice.version
    ? formerTexts
    : [...formerTexts, { procedure, privacyNotice, until }]
}

/** `null` where that version was never shown, or before versions were kept. */
export const findTexts = ({ settings, formerTexts = [] }: Tenant, version: number): ShownTexts | null =>
  [settings, ...formerTexts].find(({ privacyNotice }) => privacyNotice.version === version) ?? null

/** The text that is hashed: procedure, then privacy notice, in one language. */
export const composeShownText = ({ procedure, privacyNotice }: ShownTexts, language: Language): string =>
  [procedure.title, ...procedure.rules, privacyNotice.text].map((text) => readIn(text, language)).join('\n\n')
