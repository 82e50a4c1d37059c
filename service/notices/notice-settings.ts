import type { Language, NoticeEvent } from '../complaints/vocabulary.ts'
import type { FieldProblem } from '../shared/refusal.ts'
import type { NoticeInParts } from './channels/notice-channel.ts'
import type { PlaceValues } from './wording/places.ts'
import { textFor } from './wording/text-for.ts'

/** What an approved template may be filled with: nothing that says what a complaint is about. */
export type TemplateVariable = 'office' | 'number' | 'link' | 'sentence'

/** A template that the unit had approved by WhatsApp, and what its places `{{1}}`, `{{2}}` … are filled with. */
export interface WhatsAppTemplate {
  /** `null`: for every notice that has no template of its own. */
  readonly event: NoticeEvent | null
  readonly language: Language
  readonly name: string
  /** The language under which WhatsApp keeps it, e.g. `id` or `en_US`. */
  readonly templateLanguage: string
  readonly variables: readonly TemplateVariable[]
}

/** How a unit's notices go out. */
export interface NoticeSettings {
  /** A notice that no provider reports as delivered in so many hours, by day and night, goes to the next channel. */
  readonly deliveredWithinHours: number
  readonly whatsappTemplates: readonly WhatsAppTemplate[]
  /** So many working days before a date staff are told that it is near; left out: one. */
  readonly nearWorkingDays?: number | undefined
  /** How many working days after a date who stands above the head hears of it. */
  readonly escalateWorkingDays?: number | undefined
}

export const standardNoticeSettings: NoticeSettings = { deliveredWithinHours: 24, whatsappTemplates: [] }

export function templateFor(
  templates: readonly WhatsAppTemplate[],
  { event, language }: Pick<NoticeInParts, 'event' | 'language'>,
): WhatsAppTemplate | null {
  const spoken = templates.filter((template) => template.language === language)
  return spoken.find((one) => one.event === event) ?? spoken.find((one) => one.event === null) ?? null
}

/** What happened, in one line that is the same for every unit: a template was approved with it. */
export const newsLine = (event: NoticeEvent, language: Language, values: PlaceValues): string =>
  textFor({ event, channel: 'email', language, values, level: 'number_and_link', privacy: 'named', own: null }).subject

/** Two templates for the same notice in the same language: none of them would be meant. */
export function templateProblems(templates: readonly WhatsAppTemplate[]): FieldProblem[] {
  const names = templates.map(({ event, language }) => `${event} ${language}`)
  return names.flatMap((name, at) =>
    names.indexOf(name) === at ? [] : [{ path: `notices.whatsappTemplates.${at}.event`, code: 'taken' }],
  )
}
