import type {
  ComplaintClass,
  DisclosureLevel,
  Language,
  NoticeChannel,
  PrivacyChoice,
} from '../complaints/vocabulary.ts'
import type { OfficeCalendar } from '../deadlines/office-calendar.ts'
import type { RulePacks } from '../deadlines/rule-pack.ts'
import type { SealingKeys } from '../identity/sealing-keys.ts'
import type { LetterSettings } from '../letters/letter-settings.ts'
import type { NoticeSettings } from '../notices/notice-settings.ts'
import type { Question } from '../questions/question.ts'
import type { Quotas } from '../quotas/quota.ts'
import type { RetentionSchedule } from '../retention/schedule.ts'
import type { Instant } from '../shared/instant.ts'
import type { Kept } from '../storage/collection.ts'

/** A sentence in every language that the product speaks. */
export type Translated = Readonly<Record<Language, string>>

export type Need = 'required' | 'optional' | 'hidden'

export interface Category {
  readonly code: string
  readonly label: Translated
  readonly description: Translated
  readonly class: ComplaintClass
  /** Inactive: no longer offered; old cases keep their label. */
  readonly active: boolean
  /** What happens here to complaints without identity; `null` or absent: what the unit says. */
  readonly identityPolicy?: IdentityPolicy | null | undefined
  /** Everybody may see how cases of named reporters go here: category, status and days. Absent: nobody. */
  readonly published?: boolean | undefined
  /** Where it is published, visitors who choose it are told how complaints here went lately. Absent: they are not. */
  readonly similarTold?: boolean | undefined
  /** What is asked here besides the story, in order. */
  readonly questions?: readonly Question[] | undefined
}

/**
 * What happens to complaints without identity: `required`, they are not taken; `grounded`, a verifier must find them
 * well founded and say why; `open`, they are taken like any other.
 */
export type IdentityPolicy = 'required' | 'grounded' | 'open'

/** All that a unit sets for itself. */
export interface TenantSettings {
  readonly name: string
  readonly shortName: string
  readonly parent: string
  readonly addressee: string
  /** Complaint numbers begin with it. */
  readonly numberPrefix: string
  readonly contact: {
    readonly address: string | null
    readonly telephone: string | null
    readonly fax: string | null
    readonly email: string | null
    readonly officeHours: Translated
  }
  readonly procedure: { readonly title: Translated; readonly rules: readonly Translated[] }
  readonly privacyNotice: { readonly version: number; readonly text: Translated }
  readonly categories: readonly Category[]
  readonly privacyChoices: readonly PrivacyChoice[]
  readonly identityPolicy: IdentityPolicy
  readonly identityFields: { readonly name: Need; readonly address: Need; readonly phone: Need; readonly email: Need }
  readonly evidence: {
    readonly maxFiles: number
    readonly maxMegabytes: number
    /** Staff are given no file before the malware scanner found it clean. Units of an earlier version say nothing. */
    readonly quarantine?: boolean
  }
  /** Origins whose pages may carry the widget. */
  readonly origins: readonly string[]
  /** Staff without a second factor may do nothing in this unit until they have one. */
  readonly requireSecondFactor: boolean
  readonly theme: { readonly accent: string | null }
  /** Everybody sees counts of what was complained of. Units of an earlier version say nothing: no. */
  readonly publicStatistics?: boolean
  /** The form is offered in Javanese too; the unit's own texts stay as they are. Left out: no. */
  readonly javanese?: boolean | undefined
  readonly calendar: OfficeCalendar
  /** How long each step may take: every version that the unit had, oldest first. */
  readonly rulePacks: RulePacks
  readonly retention: RetentionSchedule
  readonly notices: NoticeSettings
  readonly letters: LetterSettings
}

export const quarantines = ({ evidence }: TenantSettings): boolean => evidence.quarantine ?? false

/** What happens to complaints without identity in a category. */
export const policyFor = (
  { categories, identityPolicy }: Pick<TenantSettings, 'categories' | 'identityPolicy'>,
  category: string,
): IdentityPolicy => categories.find(({ code }) => code === category)?.identityPolicy ?? identityPolicy

/** Whether a reporter may choose this in a category: where identity is required, nobody stays without one. */
export const offersPrivacy = (settings: TenantSettings, choice: PrivacyChoice, category: string): boolean =>
  settings.privacyChoices.includes(choice) && !(choice === 'anonymous' && policyFor(settings, category) === 'required')

/** A unit. Kept under the operator's own name, with its slug as id. */
export interface Tenant extends Kept {
  readonly revision: number
  readonly openedAt: Instant
  /** Since when dates of open cases wait to be counted anew, because the calendar changed. */
  readonly recountSince?: Instant | null
  readonly settings: TenantSettings
  /** How much notices may carry, where the unit has chosen: apart from the settings, for raising it takes more. */
  readonly noticeLevels?: Readonly<Record<NoticeChannel, DisclosureLevel>>
  /** Keys to which browsers seal identities; the service has their public halves, and wrapped ones that it cannot open. */
  readonly sealingKeys?: SealingKeys
  /** Set while it closes, and from then on. */
  readonly closing?: Closing | null
  /** What it may use of the service, where the operator chose otherwise than the standard. */
  readonly quotas?: Quotas
  /** The operator's word for it; `null` or absent: none. */
  readonly vouching?: Vouching | null
  /** Other installations where it was before, the first one first: papers from there name them as who made them. */
  readonly movedFrom?: readonly { readonly publicUrl: string; readonly until: Instant }[]
}

/** The public address of the installation where the unit was then; `null`: here. */
export const addressAt = ({ movedFrom = [] }: Pick<Tenant, 'movedFrom'>, at: Instant): string | null =>
  movedFrom.find(({ until }) => at < until)?.publicUrl ?? null
/** The operator's word that a unit is the office that it says it is, as visitors read it. */
export interface Vouching {
  readonly at: Instant
  /** Who checked: a body or a position, no person. */
  readonly by: string
  /** What was checked, e.g. a letter of the office's head and a call to the number on its own site. */
  readonly basis: string
  /** What the unit was called then: a name that it gave itself later is not vouched for. */
  readonly name: string
  readonly parent: string
}

/** A unit that closes takes nothing new in; what it has is finished, and until then the closing can be taken back. */
export interface Closing {
  readonly since: Instant
  /** The end of the grace: from here on the closing stands, and reporters write elsewhere too. */
  readonly until: Instant
  /** Where to go instead, as visitors and reporters read it. */
  readonly elsewhere: Translated
}
