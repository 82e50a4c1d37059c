import type { ReactiveControllerHost } from 'lit'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { ServiceClient } from '../api/client.ts'
import type { Unit } from '../api/context.ts'
import type { Perform } from '../desk/acts/perform.ts'
import type { UnsentWords } from '../page/unsent-words.ts'
import type { Wording } from '../wording/wording.ts'
import type { GuardWanted } from './guard/who-is-meant.ts'

export interface CaseOnPage {
  readonly view: CaseView | null
  readonly perform: Perform
  readonly take: (event: CustomEvent<CaseView>) => void
  readonly reload: () => Promise<void>
}

export interface PageOfCase extends ReactiveControllerHost, EventTarget {
  readonly number: string
  readonly shown: CaseOnPage
  readonly unsent: UnsentWords | null
  readonly means: { readonly client: ServiceClient; readonly unit: Unit; readonly wording: Wording }
  /** Says so where a part of the program cannot be fetched now. */
  isFetched(load: () => Promise<unknown>): Promise<boolean>
  explain(error: unknown): string
  readonly onGuardWanted: (event: CustomEvent<GuardWanted | null>) => Promise<void>
  /** `detail` says whether the case stays visible. */
  readonly onGuardChanged: (event: CustomEvent<boolean>) => Promise<void>
  readonly onWordsBack: (event: CustomEvent<string>) => Promise<void>
}
