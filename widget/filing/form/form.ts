import { html, nothing, type TemplateResult } from 'lit/html.js'
import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { ServiceClient } from '../../service/client.ts'
import type { Wording } from '../../texts/languages.ts'
import type { QuestionRules } from '../draft/asked-fields.ts'
import type { Draft, FieldName, TextFieldName } from '../draft/draft.ts'
import type { Problems } from '../draft/problems.ts'

/** Asks the questions of a category. It is fetched where the chosen category has some. */
export interface QuestionsPart extends QuestionRules {
  renderQuestions(form: Form): TemplateResult
}

/** Seals identities. It is fetched where the unit has them sealed. */
export interface SealingPart {
  renderSeal(form: Form): TemplateResult
  sealFiling(request: ComplaintRequestInput, form: Form): Promise<ComplaintRequestInput>
}

/** What a step is drawn from, and how it changes the draft. */
export interface Form {
  readonly wording: Wording
  readonly unit: TenantView
  readonly draft: Draft
  readonly client: ServiceClient
  readonly problems: Problems
  readonly today: string
  readonly questions?: QuestionsPart | undefined
  readonly change: (draft: Draft) => void
  /** Fetches the part that takes files. */
  readonly loadEvidence?: () => Promise<void>
  /** Leads to the next step after a card was touched. */
  readonly leadOn?: () => void
  readonly sealing?: SealingPart | undefined
}

export const idOf = (name: string): string => name.replace(/\./g, '-')

export const writeText = (draft: Draft, name: TextFieldName, text: string): Draft => ({
  ...draft,
  texts: { ...draft.texts, [name]: text },
})

/** Lists the ids that describe a control: its hint and its problem, where there are any. */
export const listDescriptions = (name: FieldName, hint: string, problem: string | undefined) =>
  [hint && `${idOf(name)}-hint`, problem && `${idOf(name)}-problem`].filter(Boolean).join(' ') || nothing

export const renderProblem = (name: FieldName, problem: string | undefined) =>
  problem ? html`<p class="problem" id="${idOf(name)}-problem">${problem}</p>` : nothing

/** What happens, as the form shows it. */
export interface SendState {
  readonly name: 'sending' | 'proving' | 'retrying'
  /** What to read instead of the words for the name. */
  readonly text?: string
  /** Tries at once; there while the form waits. */
  readonly tryNow?: () => void
}
