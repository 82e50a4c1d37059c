import type { StoryFieldName } from '../../case/shape/story-fields.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { readTexts } from '../../shared/texts/texts.ts'
import fieldsEn from '../../texts/en/fields.json' with { type: 'json' }
import historyEn from '../../texts/en/history.json' with { type: 'json' }
import printEn from '../../texts/en/print.json' with { type: 'json' }
import recordEn from '../../texts/en/record.json' with { type: 'json' }
import seriesEn from '../../texts/en/series.json' with { type: 'json' }
import standingsEn from '../../texts/en/standings.json' with { type: 'json' }
import fieldsId from '../../texts/id/fields.json' with { type: 'json' }
import historyId from '../../texts/id/history.json' with { type: 'json' }
import printId from '../../texts/id/print.json' with { type: 'json' }
import recordId from '../../texts/id/record.json' with { type: 'json' }
import seriesId from '../../texts/id/series.json' with { type: 'json' }
import standingsId from '../../texts/id/standings.json' with { type: 'json' }

interface FieldName {
  readonly label: string
  readonly hint?: string
  readonly onPaper?: string
}

const fieldTexts: Readonly<Record<Language, Readonly<Record<StoryFieldName, FieldName>>>> = readTexts({
  id: fieldsId,
  en: fieldsEn,
})

/** What a field of a story is called in forms and on papers, where it may have another name. */
export function nameField(field: StoryFieldName, language: Language): FieldName & { readonly onPaper: string } {
  const { label, hint, onPaper = label } = fieldTexts[language][field]
  return { label, onPaper, ...(hint !== undefined && { hint }) }
}

/** How corrections, rules and series read in the history of a case. */
export const historyTexts = readTexts({ id: historyId, en: historyEn })
export const seriesTexts = readTexts({ id: seriesId, en: seriesEn })

/**
 * What staff and reporters read of each standing of a notice. No word claims more than is known: only what somebody
 * outside took is “taken”, and what lies in the trial outbox was not sent. `unconfirmed` is read instead where the contact
 * is unconfirmed, so that nothing shows about others who gave the same contact.
 */
export const standingTexts = readTexts({ id: standingsId, en: standingsEn })

/** The case as staff print it, and the record as its reporter takes it elsewhere. */
export const printTexts = readTexts({ id: printId, en: printEn })
export const recordTexts = readTexts({ id: recordId, en: recordEn })
