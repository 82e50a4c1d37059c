import type { HeldEvidenceView, TenantView } from '../../../service/contract/tenant-view.ts'
import type { Written } from '../../../service/offices/questions/read-answers.ts'
import type { NoticeChannel, PrivacyChoice } from '../../../service/offices/vocabulary.ts'
import type { Messages } from '../../wording/id.ts'

/** A field by its path in the request, so that the service's `errors[].path` names it as it is. */
export type FieldName = keyof Messages['fields'] | StatementName | `answers.${string}`

export type TextFieldName = Extract<
  FieldName,
  | 'subject'
  | 'chronology'
  | 'occurredAt'
  | 'occurredPlace'
  | 'reportedPerson'
  | 'requestedRemedy'
  | `reporter.${'name' | 'address' | 'phone' | 'email' | 'onBehalfOf'}`
>
export type StatementName = `statements.${'truthful' | 'procedureRead' | 'privacyNotice'}`
export type StepName = 'procedure' | 'category' | 'questions' | 'story' | 'evidence' | 'identity' | 'review'

/** A chosen file that has not arrived. The tab keeps this much of it, so that the form can ask for it again after a reload. */
export interface PendingFile {
  readonly name: string
  readonly size: number
  /** It is settled that this very file goes, and not a smaller copy of it. */
  readonly settled?: boolean
}

/** A complaint that is being written. It lives in this tab and nowhere else, and only until it is sent. */
export interface Draft {
  /** Made with the draft and not with the send: a duplicated tab brings the same key, so it files nothing twice. */
  readonly key: string
  readonly step: StepName
  readonly privacy: PrivacyChoice | ''
  readonly category: string
  readonly texts: Readonly<Partial<Record<TextFieldName, string>>>
  /** To what the category asks besides, by code of the question. */
  readonly answers?: Readonly<Record<string, Written | undefined>>
  /** In the order in which the reporter wants them tried. */
  readonly channels: readonly NoticeChannel[]
  readonly evidence: readonly HeldEvidenceView[]
  /** Files that were chosen and have not arrived. */
  readonly pending?: readonly PendingFile[]
  readonly statements: readonly StatementName[]
  /** Bodies that were sent and may have arrived although no answer came. */
  readonly attempts: readonly string[]
}

/** An empty draft for a unit. What leaves no choice is chosen already; the page may suggest a category. */
export function draftFor({ categories, privacyChoices }: TenantView, category = ''): Draft {
  const [first, ...others] = privacyChoices
  return {
    key: newKey(),
    step: 'procedure',
    privacy: first && others.length === 0 ? first.choice : '',
    category: categories.some(({ code }) => code === category) ? category : '',
    texts: {},
    channels: [],
    evidence: [],
    statements: [],
    attempts: [],
  }
}

/** 128 random bits. `crypto.randomUUID` is missing on plain http, where offices still are. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A changed privacy choice: without identity, nothing that names the person stays in the draft. */
export function withPrivacy(draft: Draft, privacy: PrivacyChoice): Draft {
  if (privacy !== 'anonymous') return { ...draft, privacy }
  const {
    'reporter.name': _name,
    'reporter.address': _address,
    'reporter.onBehalfOf': _onBehalfOf,
    ...texts
  } = draft.texts
  return { ...draft, privacy, texts, channels: draft.channels.filter((channel) => channel !== 'letter') }
}

export const toggled = <Item>(items: readonly Item[], item: Item): Item[] =>
  items.includes(item) ? items.filter((each) => each !== item) : [...items, item]
