import type { ClockDaysView, ComplaintView } from '../../service/contract/complaint-view.ts'
import type { HeldEvidenceView, TenantView } from '../../service/contract/tenant-view.ts'
import type { CheckableChannel } from '../../service/offices/notice-vocabulary.ts'
import type { CompletionItem, DataRequestKind } from '../../service/offices/vocabulary.ts'
import { beginDraft, type Draft } from '../filing/draft/draft.ts'
import type { ReporterAct, ServiceClient } from '../service/client.ts'
import type { FollowWording } from '../wording/follow/id.ts'
import type { Wording } from '../wording/id.ts'

/** The texts that a reporter can write on a case. Each is kept until its act succeeds. */
export type TextName =
  | 'message'
  | 'transcript'
  | 'completion'
  | 'objection'
  | 'reopening'
  | 'withdrawal'
  | 'rating'
  | 'dataRequest'

export type FormName =
  | TextName
  | 'ownCode'
  | 'confirmation'
  | 'evidence'
  | 'identity'
  | 'acceptance'
  | 'correction'
  | 'identityWithdrawal'
  | `contact-${CheckableChannel}`
  | `code-${CheckableChannel}`

export type CorrectedField = 'name' | 'address' | 'phone' | 'email'

/** One request of a form. Completing a complaint can send evidence, identity and a message, in this order. */
export interface Request {
  readonly act: ReporterAct
  /** A promise while it is being sealed. */
  readonly body: unknown
}

/** What a person has entered on the page and not sent yet. */
export interface Entries {
  readonly texts: Readonly<Partial<Record<TextName, string>>>
  /** Requested items that the reporter ticked. */
  readonly brings: readonly CompletionItem[]
  readonly stars: number
  readonly solved: boolean | undefined
  readonly evidence: readonly HeldEvidenceView[]
  readonly pendingUploads: number
  /** An identity that is to be added, as the form knows it. */
  readonly identity: Draft
  readonly corrected: Readonly<Partial<Record<CorrectedField, string>>>
  readonly removed: readonly CorrectedField[]
  readonly requestKind: DataRequestKind
  /** The code that came to a contact, as it is typed. */
  readonly digits: string
}

/** What the sections of a case are drawn from, and how they act. */
/** The lists that have older pages. */
export type OlderList = 'messages' | 'history' | 'identityAccess'

export interface CaseForm {
  readonly view: ComplaintView
  readonly unit: TenantView
  readonly client: ServiceClient
  /** The tracking code. */
  readonly secret: string
  /** The wording of the filing form. */
  readonly formWording: Wording
  readonly wording: FollowWording
  readonly entries: Entries
  /** How each date was counted, once somebody asked; `null` where that failed. */
  readonly days: ClockDaysView | null | undefined
  readonly askForDays: () => void
  /** Shows older lines of a list. */
  readonly askForOlder: (list: OlderList) => void
  /** Counts successful acts: files picked for one are not shown for the next. */
  readonly round: number
  readonly today: string
  /** The form whose act is running. */
  readonly busy: FormName | undefined
  /** The form that asks for confirmation. */
  readonly confirming: FormName | undefined
  readonly problem: { readonly form: FormName; readonly sentence: string } | undefined
  readonly enter: (entries: Partial<Entries>) => void
  readonly confirm: (form: FormName | undefined) => void
  /** Sends the requests in order, or shows what is missing. */
  readonly perform: (form: FormName, requests: readonly Request[] | string) => void
  readonly download: (path: string, name: string) => void
  /** Brings a part of the page into view. */
  readonly goTo: (selector: string) => void
}

export const mayDo = ({ view }: CaseForm, act: ComplaintView['acts'][number]): boolean => view.acts.includes(act)

export function noEntries(unit: TenantView): Entries {
  const identity = { ...beginDraft(unit), privacy: 'named' } as const
  return {
    ...{ texts: {}, brings: [], stars: 0, solved: undefined, evidence: [], pendingUploads: 0, identity },
    ...{ corrected: {}, removed: [], requestKind: 'access', digits: '' },
  }
}
