import type { PlaceValues } from '../channels/notice-channel.ts'
import {
  type DisclosureLevel,
  type NoticeChannel,
  type NoticeEvent,
  type NoticePlace,
  noticePlaces,
} from '../notice-vocabulary.ts'
import type { Language, PrivacyChoice } from '../vocabulary.ts'
import { defaultText } from './default-text.ts'
import { fillText } from './fill-text.ts'
import type { MessageText } from './message-text.ts'
import { levelOf, placeNames, placesFor, reaches, requiredPlaces } from './places.ts'
import { hasSubject, tooLong } from './text-limits.ts'

export interface WrittenText extends MessageText {
  readonly isOwn: boolean
}

export interface TextRequest {
  readonly event: NoticeEvent
  readonly channel: NoticeChannel
  readonly language: Language
  readonly values: PlaceValues
  /** How much the channel may reveal in this tenant. */
  readonly level: DisclosureLevel
  readonly privacy: PrivacyChoice
  /** `null` means the default. */
  readonly own: MessageText | null
}

/** The default levels: a letter is closed, the others are not. */
export const standardLevels: Readonly<Record<NoticeChannel, DisclosureLevel>> = {
  email: 'number_and_link',
  whatsapp: 'number_and_link',
  sms: 'number_and_link',
  letter: 'with_content',
}

/** Nothing that was written in a complaint whose reporter is not named goes where others can read along. */
export const levelFor = (
  level: DisclosureLevel,
  { channel, privacy }: Pick<TextRequest, 'channel' | 'privacy'>,
): DisclosureLevel => (privacy !== 'named' && channel !== 'letter' && level === 'with_content' ? 'with_status' : level)

/**
 * A place above the level counts as empty. If the tenant's own text thereby loses number or link, or is too long for
 * the channel, the default goes out. Only e-mail and letters have a subject.
 */
export function textFor(request: TextRequest): WrittenText {
  const own = request.own && fillOwnText(request.own, request)
  if (own && tooLong(request.channel, own).length === 0) return { ...own, isOwn: true }
  return { ...fillDefault(request), isOwn: false }
}

/** Returns the tenant's own text, however long; `null` if a required place is lost. */
export function fillOwnText({ subject, text }: MessageText, request: TextRequest): MessageText | null {
  const { event, channel, language } = request
  const wordsFor = valuesIn(request)
  const line = fillText(subject, wordsFor)
  const body = fillText(text, wordsFor)
  const isWhole = requiredPlaces(event, channel).every((place) => body.filled.has(placeNames[language][place]))
  if (!isWhole || (hasSubject(channel) && line.text.trim() === '')) return null
  return { subject: inOneLine(line.text), text: body.text }
}

function fillDefault(request: TextRequest): MessageText {
  const level = levelFor(request.level, request)
  const text = fillOwnText(defaultText(request.event, request.channel, request.language, level), request)
  if (!text) throw new Error(`The default text of ${request.event} for ${request.channel} has no number or no link`)
  return text
}

function valuesIn({ event, channel, language, values, level, privacy }: TextRequest): (name: string) => string | null {
  const allowed = levelFor(level, { channel, privacy })
  const offered = new Set<NoticePlace>(placesFor(event, channel).filter((place) => reaches(allowed, levelOf[place])))
  const names = placeNames[language]
  const found = new Map(
    noticePlaces.map((place) => [names[place], offered.has(place) ? readable(values[place]) : null]),
  )
  return (name) => found.get(name) ?? null
}

/** Removes what would break a message. */
function readable(value: string | null | undefined): string | null {
  const text = (value ?? '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t]/gu, '')
    .trim()
  return text === '' ? null : text
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
