import type { PlaceValues } from '../channels/notice-channel.ts'
import type { NoticeEvent } from '../notice-vocabulary.ts'
import type { Language } from '../vocabulary.ts'
import { textFor } from './text-for.ts'

/** The line is the same for every tenant, because templates were approved with it. */
export const newsLine = (event: NoticeEvent, language: Language, values: PlaceValues): string =>
  textFor({ event, channel: 'email', language, values, level: 'number_and_link', privacy: 'named', own: null }).subject
