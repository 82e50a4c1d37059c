import type { ReactiveControllerHost } from 'lit'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { ServiceClient } from '../api/client.ts'
import type { Unit } from '../api/context.ts'
import type { Perform } from '../desk/acts/perform.ts'
import type { UnsentWords } from '../page/unsent-words.ts'
import type { Wording } from '../wording/wording.ts'
import type { GuardWanted } from './guard/who-is-meant.ts'

/** The case that a page shows, and what changes it. */
export interface CaseOnPage {
  /** `null` until it is read. */
  readonly view: CaseView | null
  readonly perform: Perform
  /** Shows the case as an answer brought it. */
  readonly take: (event: CustomEvent<CaseView>) => void
  readonly reload: () => Promise<void>
}

/** The page of a case, as its panels know it. */
export interface PageOfCase extends ReactiveControllerHost, EventTarget {
  readonly number: string
  readonly shown: CaseOnPage
  readonly unsent: UnsentWords | null
  readonly means: { readonly client: ServiceClient; readonly unit: Unit; readonly wording: Wording }
  /** Says so where a part of the program cannot be fetched now. */
  isFetched(load: () => Promise<unknown>): Promise<boolean>
  explain(error: unknown): string
  readonly onGuardWanted: (event: CustomEvent<GuardWanted | null>) => Promise<void>
  readonly onWordsBack: (event: CustomEvent<string>) => Promise<void>
}
