import type { BreachTexts } from '../../case/shape/breach-notice.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Incident } from './incident.ts'
import { draftingEn } from './wording/en.ts'
import { draftingId } from './wording/id.ts'

export interface NoticeDrafts {
  readonly reporters: BreachTexts
  readonly isDraft: boolean
  /** This text is for the data-protection authority. */
  readonly authority: string
}

/** Drafts the notices of an incident with what UU 27/2022 article 46 paragraph 2 asks for. */
export function noticesOf({ content }: Incident, { settings }: Tenant): NoticeDrafts {
  const office = settings.name
  return {
    reporters: content.texts ?? {
      id: draftingId.reporters(content, office, settings.calendar),
      en: draftingEn.reporters(content, office, settings.calendar),
    },
    isDraft: content.texts === null,
    authority: content.authorityTold?.text ?? draftingId.authority(content, office, settings.calendar),
  }
}
