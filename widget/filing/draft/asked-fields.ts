import { type FieldKind, storyFields } from '../../../service/case/shape/story-fields.ts'
import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { NoticeChannel } from '../../../service/offices/notice-vocabulary.ts'
import type { Answers } from '../../../service/offices/questions/questions.ts'
import type { Wording } from '../../texts/languages.ts'
import { type Draft, type FieldName, findCategory, SPOKEN, type StepName, type TextFieldName } from './draft.ts'
import type { Problems } from './problems.ts'

/** A text field as this unit asks it of this reporter. */
export interface AskedField {
  readonly name: TextFieldName
  readonly required: boolean
  readonly kind?: FieldKind
  /** The most characters; `undefined` where length makes no sense. */
  readonly limit: number | undefined
}

/**
 * Lists the text fields of a step. Those of the story are the same everywhere; those of the identity follow the unit
 * and the privacy choice.
 */
export function listFields(step: 'story' | 'identity', draft: Draft, { form }: TenantView): AskedField[] {
  const asked = (name: TextFieldName, required: boolean): AskedField => {
    const last = name.replace('reporter.', '')
    return { name, required, limit: form.limits[last === 'onBehalfOf' ? 'name' : last] }
  }
  if (step === 'story') {
    return storyFields
      .filter(({ name }) => name !== 'chronology' || !draft.spoken)
      .map((field) => ({ ...field, limit: form.limits[field.limit ?? ''] }))
  }
  if (draft.privacy === 'anonymous') return [asked('reporter.phone', false), asked('reporter.email', false)]
  const own = (['name', 'address', 'phone', 'email'] as const).filter((name) => form.identity[name] !== 'hidden')
  return [
    ...own.map((name) => asked(`reporter.${name}`, form.identity[name] === 'required')),
    asked('reporter.onBehalfOf', false),
  ]
}

export interface FormRules {
  readonly unit: TenantView
  readonly wording: Wording
  readonly questions?: QuestionRules | undefined
}

const contactOf: Readonly<Record<NoticeChannel, TextFieldName>> = {
  email: 'reporter.email',
  whatsapp: 'reporter.phone',
  sms: 'reporter.phone',
  letter: 'reporter.address',
}

/** Finds what keeps a step from being complete. The service has the same rules and the last word. */
export function findProblems(step: StepName, draft: Draft, rules: FormRules): Problems {
  const { wording, unit, questions } = rules
  const sentences = wording.problems
  switch (step) {
    case 'procedure':
      return draft.privacy ? {} : { privacy: sentences.pickPrivacy }
    case 'category': {
      const chosen = findCategory(unit, draft)
      const category = chosen
        ? draft.privacy === 'anonymous' && chosen.needsIdentity
        : sentences.pick({ label: wording.fields.category.label.toLowerCase() })
      return category ? { category } : {}
    }
    case 'questions':
      return questions?.findAnswerProblems(draft, unit) ?? {}
    case 'evidence':
      return draft.pending?.some(({ isStuck }) => isStuck) ? { evidence: wording.evidence.pending } : {}
    case 'review':
      return draft.statements.length > 0 ? {} : { 'statements.truthful': sentences.statement }
    case 'story':
    case 'identity': {
      const problems: Partial<Record<FieldName, string>> = {}
      for (const field of listFields(step, draft, unit)) {
        const problem = findProblem(field, draft.texts[field.name]?.trim() ?? '', rules)
        if (problem) problems[field.name] = problem
      }
      return step === 'identity' ? { ...findMissingContacts(draft, wording), ...problems } : problems
    }
  }
}

function findProblem({ name, required, limit }: AskedField, text: string, rules: FormRules): string | undefined {
  const sentences = rules.wording.problems
  const { label } = rules.wording.fields[name]
  if (!text) return required ? sentences.required({ label }) : undefined
  if (limit && text.length > limit)
    return sentences.tooLong({ label, limit: limit.toLocaleString(rules.unit.language) })
  if (name === 'reporter.email' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)) return sentences.email
  if (name === 'reporter.phone' && !/^\+?[\d\s().-]{6,}$/.test(text)) return sentences.phone
  return undefined
}

function findMissingContacts({ channels, texts }: Draft, wording: Wording): Partial<Record<FieldName, string>> {
  const missing = channels.filter((channel) => !texts[contactOf[channel]]?.trim())
  return Object.fromEntries(
    missing.map((channel) => {
      const contact = contactOf[channel]
      return [
        contact,
        wording.problems.contact({ channel: wording.channels[channel], label: wording.fields[contact].label }),
      ]
    }),
  )
}

/**
 * Chooses the channels to send: the ticked ones, or else those that the given contacts can serve, in the unit's order.
 * Where identities are sealed, only a ticked channel leaves its contact open.
 */
export const chooseChannels = (draft: Draft, unit: TenantView): NoticeChannel[] =>
  draft.channels.length > 0 || unit.sealing
    ? [...draft.channels]
    : unit.form.channels.filter((channel) => draft.texts[contactOf[channel]]?.trim())

/** Makes the request of a complete draft. The same draft makes the same text, so a retry is the same request. */
export function makeRequest(draft: Draft, unit: TenantView, questions?: QuestionRules): ComplaintRequestInput {
  if (!draft.privacy) throw new TypeError('A complaint is sent only with a privacy choice')
  const written = (step: 'story' | 'identity') =>
    Object.fromEntries(
      listFields(step, draft, unit)
        .map(({ name }) => [name.replace('reporter.', ''), draft.texts[name]?.trim()] as const)
        .filter(([, text]) => text),
    )
  const reporter = written('identity')
  const channels = chooseChannels(draft, unit)
  const recording = draft.spoken && draft.evidence.find(({ name }) => name.startsWith(SPOKEN))
  return {
    category: draft.category,
    privacy: draft.privacy,
    ...(Object.keys(reporter).length > 0 && { reporter: channels.length > 0 ? { ...reporter, channels } : reporter }),
    ...(written('story') as Pick<ComplaintRequestInput, 'subject' | 'chronology'>),
    ...(questions && { answers: questions.readAnswers(draft, unit) as ComplaintRequestInput['answers'] }),
    ...(recording && { chronology: '', spoken: { file: recording.id, ...draft.spoken } }),
    ...(draft.notReadBy && { notReadBy: draft.notReadBy.map(({ id }) => id) }),
    evidence: draft.evidence.map(({ id }) => id),
    language: unit.language,
    statements: { truthful: true, procedureRead: true, privacyNotice: unit.privacyNotice.version },
  }
}

/** Judges and reads back the answers to a category's questions. It is fetched with the part that asks them. */
export interface QuestionRules {
  readAnswers(draft: Draft, unit: TenantView): Answers
  findAnswerProblems(draft: Draft, unit: TenantView): Problems
  /** Each question that is asked with its answer as text; an empty text means that it was not answered. */
  listAnswers(draft: Draft, unit: TenantView): readonly (readonly [question: string, answer: string])[]
}
