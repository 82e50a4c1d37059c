import type { ClockDaysView, ComplaintView } from '../../service/contract/complaint-view.ts'
import type { HeldEvidenceView, TenantView } from '../../service/contract/tenant-view.ts'
import type { CheckableChannel, CompletionItem, DataRequestKind } from '../../service/offices/vocabulary.ts'
import type { Draft } from '../filing/draft/draft.ts'
import type { ReporterAct, ServiceClient } from '../service/client.ts'
import type { FollowMessages } from '../wording/follow/id.ts'
import type { Messages } from '../wording/id.ts'

/** What a reporter can write on a case; each text is kept until its act succeeded. */
export type TextName = 'message' | 'completion' | 'objection' | 'reopening' | 'withdrawal' | 'rating' | 'dataRequest'

/** The forms on a case's page. */
export type FormName =
  | TextName
  | 'evidence'
  | 'identity'
  | 'acceptance'
  | 'correction'
  | 'identityWithdrawal'
  | `contact-${CheckableChannel}`
  | `code-${CheckableChannel}`

/** What a reporter can correct about themselves. */
export type CorrectedField = 'name' | 'address' | 'phone' | 'email'

/** One request of a form: completing a complaint can take evidence, identity and a message, in this order. */
export interface Request {
  readonly act: ReporterAct
  /** A promise where it is still being sealed. */
  readonly body: unknown
}

/** What a person has entered on the case's page and not sent yet. */
export interface Entries {
  readonly texts: Readonly<Partial<Record<TextName, string>>>
  /** Of the things that were asked for, those that do not come yet. */
  readonly later: readonly CompletionItem[]
  readonly stars: number
  readonly solved: boolean | undefined
  readonly evidence: readonly HeldEvidenceView[]
  readonly pendingUploads: number
  /** Identity that is to be added, in the shape in which the form knows it. */
  readonly identity: Draft
  readonly corrected: Readonly<Partial<Record<CorrectedField, string>>>
  readonly removed: readonly CorrectedField[]
  readonly requestKind: DataRequestKind
  /** The code that came to a contact, as it is typed. */
  readonly digits: string
}

/** What the sections of a case's page are drawn from, and the ways in which they act. */
/** The lists that have older pages. */
export type OlderList = 'messages' | 'history' | 'identityAccess'

export interface CaseForm {
  readonly view: ComplaintView
  readonly unit: TenantView
  readonly client: ServiceClient
  /** What only the reporter knows of the case. */
  readonly secret: string
  readonly messages: Messages
  readonly say: FollowMessages
  readonly entries: Entries
  /** How each date was counted, once somebody asked; `null` where it could not be had. */
  readonly days: ClockDaysView | null | undefined
  readonly askForDays: () => void
  /** Shows what came before the messages or the history that stand there. */
  readonly askForOlder: (list: OlderList) => void
  /** Counts the successful acts: what was picked for one is not shown for the next. */
  readonly round: number
  readonly today: string
  /** The form whose act is under way. */
  readonly busy: FormName | undefined
  /** Forms whose second thoughts are asked for. */
  readonly confirming: FormName | undefined
  readonly problem: { readonly form: FormName; readonly sentence: string } | undefined
  readonly enter: (entries: Partial<Entries>) => void
  readonly confirm: (form: FormName | undefined) => void
  /** Sends the requests in order, or says what is missing. */
  readonly perform: (form: FormName, requests: readonly Request[] | string) => void
  readonly download: (path: string, name: string) => void
}

export const mayDo = ({ view }: CaseForm, act: ComplaintView['acts'][number]): boolean => view.acts.includes(act)
