import { nothing } from 'lit/html.js'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { Draft, FieldName, TextFieldName } from '../filing/draft.ts'
import type { Problems } from '../filing/find-problems.ts'
import type { Messages } from '../messages/id.ts'

/** What asks the questions of a category; fetched where the chosen one has some. */
export type QuestionsPart = typeof import('../questions/index.ts') | undefined

/** What a step is drawn from, and the one way in which it changes the draft. */
export interface Form {
  readonly messages: Messages
  readonly unit: TenantView
  readonly draft: Draft
  readonly problems: Problems
  readonly today: string
  readonly questions?: QuestionsPart
  readonly change: (draft: Draft) => void
  /** Comes where the unit has identities sealed. */
  readonly sealing?: SealingPart | undefined
}

export type SealingPart = typeof import('../sealing/index.ts')

/** The id of a field's control inside the form. */
export const idOf = (name: string): string => name.replace(/\./g, '-')

export const withText = (draft: Draft, name: TextFieldName, text: string): Draft => ({
  ...draft,
  texts: { ...draft.texts, [name]: text },
})

/** The ids that describe a control: its hint and its problem, where there are any. */
export const describedBy = (name: FieldName, hint: string, problem: string | undefined) =>
  [hint && `${idOf(name)}-hint`, problem && `${idOf(name)}-problem`].filter(Boolean).join(' ') || nothing
