import type { FieldProblem } from '../../shared/refusal.ts'
import type { NoticeEvent } from '../notice-vocabulary.ts'
import type { Language } from '../vocabulary.ts'

/** No variable reveals what a complaint is about. */
export type TemplateVariable = 'office' | 'number' | 'link' | 'sentence'

/** The variables fill the places `{{1}}`, `{{2}}` … in order. */
export interface WhatsAppTemplate {
  /** `null` covers every notice that has no template of its own. */
  readonly event: NoticeEvent | null
  readonly language: Language
  readonly name: string
  /** The language under which WhatsApp keeps it, e.g. `id` or `en_US`. */
  readonly templateLanguage: string
  readonly variables: readonly TemplateVariable[]
}

export interface NoticeSettings {
  /** A notice without a report of delivery after this many hours, day and night, goes to the next channel. */
  readonly deliveredWithinHours: number
  readonly whatsappTemplates: readonly WhatsAppTemplate[]
  /** How many working days before a date staff are alerted; the default is one. */
  readonly nearWorkingDays?: number | undefined
  /** How many working days after a date those above the head are alerted. */
  readonly escalateWorkingDays?: number | undefined
}

export const standardNoticeSettings: NoticeSettings = { deliveredWithinHours: 24, whatsappTemplates: [] }

export function templateFor(
  templates: readonly WhatsAppTemplate[],
  { event, language }: { readonly event: NoticeEvent; readonly language: Language },
): WhatsAppTemplate | null {
  const spoken = templates.filter((template) => template.language === language)
  return spoken.find((one) => one.event === event) ?? spoken.find((one) => one.event === null) ?? null
}

/** Two templates for the same notice in the same language are ambiguous. */
export function templateProblems(templates: readonly WhatsAppTemplate[]): FieldProblem[] {
  const names = templates.map(({ event, language }) => `${event} ${language}`)
  return names.flatMap((name, at) =>
    names.indexOf(name) === at ? [] : [{ path: `notices.whatsappTemplates.${at}.event`, code: 'taken' }],
  )
}
