import type { StoryFieldName } from '../../../service/case/shape/story-fields.ts'
import type { HeldEvidenceView, TenantView } from '../../../service/contract/tenant-view.ts'
import type { NoticeChannel } from '../../../service/offices/notice-vocabulary.ts'
import type { WrittenAnswer } from '../../../service/offices/questions/read-answers.ts'
import type { PrivacyChoice } from '../../../service/offices/vocabulary.ts'
import type { Wording } from '../../texts/languages.ts'

/** Names a field by its path in the request, as the `errors[].path` of the service does. */
export type FieldName = keyof Wording['fields'] | StatementName | 'notReadBy' | `answers.${string}`

export type TextFieldName = Extract<
  FieldName,
  StoryFieldName | `reporter.${'name' | 'address' | 'phone' | 'email' | 'onBehalfOf'}`
>
export type StatementName = 'statements.truthful'
export type StepName = 'procedure' | 'category' | 'questions' | 'story' | 'evidence' | 'identity' | 'review'

/**
 * A chosen file that has not arrived. The tab keeps this much, so that the form can ask for the file again after a
 * reload.
 */
export interface PendingFile {
  readonly name: string
  readonly size: number
  /** The person decided to send this file and not a smaller copy. */
  readonly settled?: boolean
  /** It failed, or stopped with a reload, so it does not arrive by itself. */
  readonly isStuck?: boolean
}

/** A position that the reporter ticked, by the name that the service gave it. */
export interface ChosenPost {
  readonly id: string
  readonly position: string
}

/** A complaint that is being written. It lives in this tab alone, until it is sent. */
export interface Draft {
  /**
   * The key is made with the draft, not with the request: a duplicated tab has the same key and files nothing twice.
   */
  readonly key: string
  readonly step: StepName
  readonly privacy: PrivacyChoice | ''
  readonly category: string
  readonly texts: Readonly<Partial<Record<TextFieldName, string>>>
  /** Answers to the category's questions, by code of the question. */
  readonly answers?: Readonly<Record<string, WrittenAnswer | undefined>>
  /** In the order in which the reporter wants them tried. */
  readonly channels: readonly NoticeChannel[]
  readonly evidence: readonly HeldEvidenceView[]
  /** Files that were chosen and have not arrived. */
  readonly pending?: readonly PendingFile[]
  /** A recording among the files tells the story, in place of a written one. */
  readonly spoken?: { readonly disguised: boolean } | undefined
  /** Posts whose people must not read it. */
  readonly notReadBy?: readonly ChosenPost[]
  readonly statements: readonly StatementName[]
  /** Bodies that were sent and may have arrived although no answer came. */
  readonly attempts: readonly string[]
}

/** Begins an empty draft. A privacy choice without alternative is made already, and the page may suggest a category. */
export function beginDraft({ categories, privacyChoices }: TenantView, category = ''): Draft {
  const [first, ...others] = privacyChoices
  return {
    key: makeKey(),
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

/** 128 random bits in hex. `crypto.randomUUID` is missing on plain http, which offices still use. */
export const makeKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Changes the privacy choice. Without identity nothing that names the person stays in the draft. */
export function choosePrivacy(draft: Draft, privacy: PrivacyChoice): Draft {
  if (privacy !== 'anonymous') return { ...draft, privacy }
  const {
    'reporter.name': _name,
    'reporter.address': _address,
    'reporter.onBehalfOf': _onBehalfOf,
    ...texts
  } = draft.texts
  return { ...draft, privacy, texts, channels: draft.channels.filter((channel) => channel !== 'letter') }
}

export const toggle = <Item>(items: readonly Item[], item: Item): Item[] =>
  items.includes(item) ? items.filter((each) => each !== item) : [...items, item]

export const findCategory = ({ categories }: TenantView, { category }: Draft) =>
  categories.find(({ code }) => code === category)

/** Lists the steps in order. A unit that takes no files has no evidence step. */
export const listSteps = (unit: TenantView, draft: Draft): StepName[] =>
  (['procedure', 'category', 'questions', 'story', 'evidence', 'identity', 'review'] as const).filter(
    (step) =>
      (step !== 'evidence' || unit.form.evidence.maxFiles > 0) &&
      (step !== 'questions' || findCategory(unit, draft)?.questions),
  )

const stepOfField: Readonly<Record<string, StepName | undefined>> = {
  privacy: 'procedure',
  category: 'category',
  evidence: 'evidence',
}

/** Finds the step that asks a field. The service names paths too, so any text is taken. */
export function findStep(path: string): StepName {
  if (path.startsWith('reporter')) return 'identity'
  if (path.startsWith('statements')) return 'review'
  if (path.startsWith('answers')) return 'questions'
  return stepOfField[path] ?? 'story'
}

export const titleStep = (step: StepName, draft: Draft, { steps }: Wording): string =>
  step === 'identity' && draft.privacy === 'anonymous' ? steps.contact : steps[step]

/** So begins the name of the recording that tells the story. */
export const SPOKEN = 'cerita-lisan'
