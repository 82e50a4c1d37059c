import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../storage/place.ts'
import { type NoticeChannel, type NoticeEvent, noticeEvents } from '../notice-vocabulary.ts'
import { type Language, languages } from '../vocabulary.ts'
import type { MessageText } from './message-text.ts'
import { channelsFor } from './places.ts'

export interface WordingSlot {
  readonly event: NoticeEvent
  readonly channel: NoticeChannel
  readonly language: Language
}

/** `text` is `null` where somebody returned to the default. */
export interface WordingVersion {
  readonly number: number
  readonly at: Instant
  readonly by: StaffId
  readonly text: MessageText | null
}

/** In the order in which a case proceeds. */
export const wordingSlots: readonly WordingSlot[] = noticeEvents.flatMap((event) =>
  channelsFor(event).flatMap((channel) => languages.map((language) => ({ event, channel, language }))),
)

/** `received.email.id` */
export const wordingId = ({ event, channel, language }: WordingSlot): string => `${event}.${channel}.${language}`

const slots = new Map(wordingSlots.map((slot) => [wordingId(slot), slot]))

export const slotNamed = (id: string): WordingSlot | null => slots.get(id) ?? null

/** Nobody looks further back, and the document stays small. */
export const mostVersions = 100

export const newestOf = (versions: readonly WordingVersion[]): WordingVersion | null => versions.at(-1) ?? null

/** A version equal to the newest is not added. */
export function withVersion(
  versions: readonly WordingVersion[],
  text: MessageText | null,
  by: StaffId,
  at: Instant,
): readonly WordingVersion[] {
  const newest = newestOf(versions)
  if (isSame(newest?.text ?? null, text)) return versions
  return [...versions, { number: (newest?.number ?? 0) + 1, at, by, text }].slice(-mostVersions)
}

const isSame = (one: MessageText | null, other: MessageText | null): boolean =>
  one === null || other === null ? one === other : one.subject === other.subject && one.text === other.text
