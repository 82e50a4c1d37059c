import { type DisclosureLevel, disclosureLevels, noticePlaces } from '../notice-vocabulary.ts'
import { placesIn } from './fill-text.ts'
import type { MessageText } from './message-text.ts'
import { levelOf, placeNames, placesFor, reaches, requiredPlaces } from './places.ts'
import { fillOwnText, type TextRequest } from './text-for.ts'
import { hasSubject, tooLong } from './text-limits.ts'

/** `words` quotes the part of the text that is at fault, if it can be shown. */
export interface TextProblem {
  readonly path: keyof MessageText
  readonly code:
    | 'required'
    | 'too-long'
    | 'one-line'
    | 'forbidden-characters'
    | 'unbalanced-braces'
    | 'unknown-place'
    | 'place-not-here'
    | 'needs-number'
    | 'needs-link'
    | 'needs-code'
  readonly words: string | null
}

/** Only the first problems are reported. */
const MOST_NAMED = 10
const LONGEST_QUOTE = 40

type Slot = Pick<TextRequest, 'event' | 'channel' | 'language'>

/** Normalises line breaks and trims. A channel without subjects has none. */
export const tidyText = ({ subject, text }: MessageText, { channel }: Pick<Slot, 'channel'>): MessageText => ({
  subject: hasSubject(channel) ? subject.trim() : '',
  text: text
    .split(/\r\n?|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim(),
})

/** @param sample values as a real case has them, by which the length is judged */
export function textProblems(own: MessageText, slot: Slot, sample: TextRequest['values']): TextProblem[] {
  const problems = [
    ...(hasSubject(slot.channel) ? fieldProblems('subject', own.subject, slot) : []),
    ...fieldProblems('text', own.text, slot),
    ...missingPlaces(own.text, slot),
  ]
  if (problems.length > 0) return problems.slice(0, MOST_NAMED)
  const filled = fillOwnText(own, { ...slot, values: sample, level: 'with_content', privacy: 'named', own })
  return filled ? tooLong(slot.channel, filled).map((path) => ({ path, code: 'too-long', words: null })) : []
}

function fieldProblems(path: keyof MessageText, written: string, { event, channel, language }: Slot): TextProblem[] {
  const problem = (code: TextProblem['code'], words: string | null = null): TextProblem => ({ path, code, words })
  if (written.trim() === '') return [problem('required')]
  if (path === 'subject' && /[\n\r\u2028\u2029]/.test(written)) return [problem('one-line')]
  // A joiner holds together what is one picture; other invisible characters hide or reorder text.
  const hidden = /[^\P{C}\n\u200D]|[\u2028\u2029]/u.exec(written)
  const names = placeNames[language]
  const known = new Set(noticePlaces.map((place) => names[place]))
  const here = new Set(placesFor(event, channel).map((place) => names[place]))
  return [
    ...(hidden ? [problem('forbidden-characters', codePoint(hidden[0]))] : []),
    ...(/[{}]/.test(written.replace(/\{[^{}\n]*\}/g, '')) ? [problem('unbalanced-braces')] : []),
    ...placesIn(written).flatMap((name) =>
      here.has(name)
        ? []
        : [problem(known.has(name) ? 'place-not-here' : 'unknown-place', `{${name.slice(0, LONGEST_QUOTE)}}`)],
    ),
  ]
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

function missingPlaces(text: string, { event, channel, language }: Slot): TextProblem[] {
  const written = new Set(placesIn(text))
  const codes = { number: 'needs-number', link: 'needs-link', code: 'needs-code' } as const
  return requiredPlaces(event, channel)
    .filter((place) => !written.has(placeNames[language][place]))
    .map((place) => ({ path: 'text', code: codes[place], words: `{${placeNames[language][place]}}` }))
}

export function levelNeeded({ subject, text }: MessageText, { language }: Pick<Slot, 'language'>): DisclosureLevel {
  const written = new Set(placesIn(`${subject}\n${text}`))
  const needed = noticePlaces.filter((place) => written.has(placeNames[language][place])).map((place) => levelOf[place])
  return disclosureLevels.findLast((level) => needed.includes(level)) ?? 'number_and_link'
}

export const placesBeyond = (
  { subject, text }: MessageText,
  { language }: Pick<Slot, 'language'>,
  level: DisclosureLevel,
) => {
  const written = new Set(placesIn(`${subject}\n${text}`))
  return noticePlaces.filter((place) => written.has(placeNames[language][place]) && !reaches(level, levelOf[place]))
}
