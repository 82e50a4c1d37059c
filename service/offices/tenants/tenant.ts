import type { Instant } from '../../shared/instant.ts'
import type { FieldProblem } from '../../shared/refusal.ts'
import type { Kept } from '../../storage/collection.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { OfficeCalendar } from '../calendar/office-calendar.ts'
import type { RulePacks } from '../calendar/rule-pack.ts'
import type { DisclosureLevel, NoticeChannel } from '../notice-vocabulary.ts'
import type { Question } from '../questions/questions.ts'
import type { Quotas } from '../quotas.ts'
import { readIn, type Translated } from '../translated.ts'
import type { ComplaintClass, LabelColour, Language, PrivacyChoice } from '../vocabulary.ts'
import type { LetterSettings } from './letter-settings.ts'
import type { NoticeSettings } from './notice-settings.ts'
import type { RetentionSchedule } from './retention-schedule.ts'
import type { SealingKeys } from './sealing-keys.ts'

export type FieldNeed = 'required' | 'optional' | 'hidden'

export interface Category {
  readonly code: string
  readonly label: Translated
  readonly description: Translated
  readonly class: ComplaintClass
  /** An inactive category is no longer offered; old cases keep its label. */
  readonly active: boolean
  /** What it was called until then, oldest first; cases keep the label of the day on which they came. */
  readonly formerLabels?: readonly { readonly until: Instant; readonly label: Translated }[] | undefined
  /** This applies to complaints without identity here; `null` or absent means the tenant's policy. */
  readonly identityPolicy?: IdentityPolicy | null | undefined
  /** If set, an identity that is given here is kept confidential, whatever the reporter chose. */
  readonly confidential?: boolean | undefined
  /** If set, everybody may see how cases of named reporters go here: category, status and days. */
  readonly published?: boolean | undefined
  /** If set and published, visitors who choose the category see how complaints here went lately. */
  readonly similarTold?: boolean | undefined
  readonly questions?: readonly Question[] | undefined
  /** What staff tick off on a case here, in order. Nobody outside reads it. */
  readonly steps?: readonly Translated[] | undefined
  /** If set, a handler gives the first answer to a case of theirs here; later ones, and all others, are the head's. */
  readonly handlerAnswers?: boolean | undefined
  /** What happens after filing here, in the unit's words: reporters read it before and after they file. */
  readonly nextSteps?: Translated | null | undefined
  /** What it was until then, oldest first; reporters go on reading what stood there when they filed. */
  readonly formerNextSteps?: readonly { readonly until: Instant; readonly text: Translated | null }[] | undefined
}

/**
 * Says what happens next with a complaint in the category, as it stood there when the complaint came; `null` where the
 * unit says nothing.
 */
export function nextStepsOf(
  { categories }: Pick<TenantSettings, 'categories'>,
  category: string,
  at: Instant,
): Translated | null {
  const found = categories.find(({ code }) => code === category)
  const former = found?.formerNextSteps?.find(({ until }) => at < until)
  return former ? former.text : (found?.nextSteps ?? null)
}

/**
 * The label of a category; a code that the tenant no longer has stands for itself.
 * @param at when a case came, for what the category was called then
 */
export function labelOfCategory(
  { categories }: Pick<TenantSettings, 'categories'>,
  category: string,
  language: Language,
  at?: Instant,
): string {
  const text = labelTextOf({ categories }, category, at)
  return text ? readIn(text, language) : category
}

/** The label of a category in every language; `null` for a code that the tenant no longer has. */
export function labelTextOf(
  { categories }: Pick<TenantSettings, 'categories'>,
  category: string,
  at?: Instant,
): Translated | null {
  const found = categories.find(({ code }) => code === category)
  const former = at && found?.formerLabels?.find(({ until }) => at < until)
  return (former || found)?.label ?? null
}

/**
 * Complaints without identity are refused (`required`), need a verifier who finds them well founded and says why
 * (`grounded`), or are taken like any other (`open`).
 */
export type IdentityPolicy = 'required' | 'grounded' | 'open'

export interface TenantSettings {
  readonly name: string
  readonly shortName: string
  readonly parent: string
  readonly addressee: string
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
  readonly identityFields: {
    readonly name: FieldNeed
    readonly address: FieldNeed
    readonly phone: FieldNeed
    readonly email: FieldNeed
  }
  readonly evidence: {
    readonly maxFiles: number
    readonly maxMegabytes: number
    /**
     * If set, staff get a file only after the malware scanner found it clean. Tenants of an earlier version lack it.
     */
    readonly quarantine?: boolean
  }
  readonly origins: readonly string[]
  /** If set, staff without a second factor may do nothing here until they have one. */
  readonly requireSecondFactor: boolean
  /** Tenants of an earlier version lack it, which means `usualLockMinutes`. */
  readonly lockAfterMinutes?: number | undefined
  /**
   * If set, who gave the answer decides on an objection to it where nobody else can, with a reason that the reporter
   * reads. Tenants of an earlier version lack it, which means no.
   */
  readonly allowsOwnDecision?: boolean | undefined
  /**
   * If set, verified cases go by themselves to the handler with the fewest open ones, and nobody gets more than so many
   * unless somebody gives them by hand. `null` or absent means that cases are given by hand alone.
   */
  readonly mostOpenCases?: number | null | undefined
  /** Sub-statuses of the unit's own; tenants of an earlier version have none. */
  readonly labels?: readonly Label[] | undefined
  readonly theme: { readonly accent: string | null }
  /** If set, everybody sees counts of the complaints. Tenants of an earlier version lack it, which means no. */
  readonly publicStatistics?: boolean
  /** If set, the form is offered in Javanese too; the tenant's own texts stay as they are. */
  readonly javanese?: boolean | undefined
  readonly calendar: OfficeCalendar
  /** Every version of the tenant's rules is kept, oldest first. */
  readonly rulePacks: RulePacks
  readonly retention: RetentionSchedule
  readonly notices: NoticeSettings
  readonly letters: LetterSettings
}

/** A default of ours, for screens that visitors of an office can see: no law that we read names a time. */
export const usualLockMinutes = 15

export const lockMinutesOf = ({ lockAfterMinutes }: Pick<TenantSettings, 'lockAfterMinutes'>): number =>
  lockAfterMinutes ?? usualLockMinutes

export const quarantines = ({ evidence }: TenantSettings): boolean => evidence.quarantine ?? false

export const policyFor = (
  { categories, identityPolicy }: Pick<TenantSettings, 'categories' | 'identityPolicy'>,
  category: string,
): IdentityPolicy => categories.find(({ code }) => code === category)?.identityPolicy ?? identityPolicy

/** Returns how an identity is kept in the category: never less than the reporter chose. */
export const privacyIn = <Choice extends PrivacyChoice>(
  { confidential }: Pick<Category, 'confidential'>,
  chosen: Choice,
): Choice | 'confidential' => (confidential && chosen === 'named' ? 'confidential' : chosen)

/** Where an identity is required, nobody can stay without one. */
export const offersPrivacy = (settings: TenantSettings, choice: PrivacyChoice, category: string): boolean =>
  settings.privacyChoices.includes(choice) && !(choice === 'anonymous' && policyFor(settings, category) === 'required')

/** What reporters declare to have read. */
export type ShownTexts = Pick<TenantSettings, 'procedure' | 'privacyNotice'>

/** They stood in the form until somebody changed them. */
export interface FormerTexts extends ShownTexts {
  readonly until: Instant
}

export interface Tenant extends Kept {
  readonly id: TenantId
  readonly revision: number
  readonly openedAt: Instant
  /** The calendar changed at this moment, and dates of open cases wait to be recounted. */
  readonly recountSince?: Instant | null
  readonly settings: TenantSettings
  /**
   * Says how much notices may disclose. It is apart from the settings, because raising it takes more than editing them.
   */
  readonly noticeLevels?: Readonly<Record<NoticeChannel, DisclosureLevel>>
  /**
   * Browsers seal identities for these keys; the service holds their public halves and wrapped secret halves that it
   * cannot open.
   */
  readonly sealingKeys?: SealingKeys
  /** The oldest comes first. */
  readonly formerTexts?: readonly FormerTexts[]
  /** The newest change of the settings; earlier ones lie in their history. */
  readonly lastChange?: SettingsChange | null
  readonly closing?: Closing | null
  /** Another installation confirmed that it has the tenant: everybody is led to this address, and nobody works here. */
  readonly movedTo?: string | null
  /** It was opened and never took a complaint: the form stays closed until somebody can read and answer one. */
  readonly awaitsStaff?: true
  readonly quotas?: Quotas
  /** `null` or absent means that the operator does not vouch for the tenant. */
  readonly vouching?: Vouching | null
  /** The tenant was on these installations before, the first one first; their papers name them as issuer. */
  readonly movedFrom?: readonly { readonly publicUrl: string; readonly until: Instant }[]
}

/** Returns the public address of the installation where the tenant was at that moment; `null` means here. */
export const addressAt = ({ movedFrom = [] }: Pick<Tenant, 'movedFrom'>, at: Instant): string | null =>
  movedFrom.find(({ until }) => at < until)?.publicUrl ?? null
/** Visitors read that the operator confirms the tenant to be the office that it claims to be. */
export interface Vouching {
  readonly at: Instant
  /** This names the body or position that checked, not a person. */
  readonly by: string
  /** This says what was checked, for example a letter of the office's head and a call to the number on its own site. */
  readonly basis: string
  /** The tenant had this name then; a name that it gave itself later is not confirmed. */
  readonly name: string
  readonly parent: string
}

/**
 * A closing tenant accepts nothing new and finishes its cases; until the end of the grace period the closing can be
 * revoked.
 */
export interface Closing {
  readonly since: Instant
  /** After this moment the closing is final, and reporters must write elsewhere too. */
  readonly until: Instant
  /** Visitors and reporters read where to go instead. */
  readonly elsewhere: Translated
}

/** One value of the settings: its place as keys, joined by dots, and `null` where there was or is none. */
export interface ChangedValue {
  readonly path: string
  readonly from: string | null
  readonly to: string | null
}

/** It says who changed what, and since when it holds. */
export interface SettingsChange {
  readonly revision: number
  readonly at: Instant
  readonly by: StaffId
  readonly changes: readonly ChangedValue[]
}

/** A sub-status of the unit's own. Cases keep its id, so that it can be renamed. */
export interface Label {
  readonly id: string
  readonly name: string
  readonly colour: LabelColour
  /** Cases that have it keep it, and no other gets it. */
  readonly archived?: boolean | undefined
}

/** So many labels a case has. */
export const MOST_ON_A_CASE = 8

type WithLabels = { readonly labels?: readonly Label[] | undefined }

export const labelsOf = ({ labels = [] }: WithLabels): readonly Label[] => labels

/** The labels of a case in the unit's order. */
export const labelsOn = (settings: WithLabels, ids: readonly string[]): Label[] =>
  labelsOf(settings).filter(({ id }) => ids.includes(id))

/** Labels that a case can still get. */
export const labelsInUse = (settings: WithLabels): Label[] => labelsOf(settings).filter(({ archived }) => !archived)

/** Nobody could say which of two labels with one name is meant. */
export function labelProblems(labels: readonly Label[]): FieldProblem[] {
  const ids = labels.map(({ id }) => id)
  const names = labels.map(({ name }) => name.toLowerCase())
  return labels.flatMap((_, at) =>
    ids.indexOf(ids[at] ?? '') !== at || names.indexOf(names[at] ?? '') !== at
      ? [{ path: `labels.${at}.name`, code: 'taken' }]
      : [],
  )
}
