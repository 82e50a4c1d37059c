import type { TenantView } from '../../../service/contract/tenant-view.ts'
import type { NoticeChannel } from '../../../service/offices/vocabulary.ts'
import type { Messages } from '../../wording/id.ts'
import { type AskedField, askedFields } from './asked-fields.ts'
import type { Draft, FieldName, StepName, TextFieldName } from './draft.ts'
import type { Problems } from './problems.ts'
import type { QuestionRules } from './question-rules.ts'
import { chosenCategory } from './steps.ts'

export interface FormRules {
  readonly unit: TenantView
  readonly messages: Messages
  /** Today in the unit's time zone, `2026-11-25`. */
  readonly today: string
  readonly questions?: QuestionRules | undefined
}

const contactOf: Readonly<Record<NoticeChannel, TextFieldName>> = {
  email: 'reporter.email',
  whatsapp: 'reporter.phone',
  sms: 'reporter.phone',
  letter: 'reporter.address',
}

/** Finds what keeps a step from being complete. The same rules hold in the service, which has the last word. */
export function findProblems(step: StepName, draft: Draft, rules: FormRules): Problems {
  const { messages, unit, questions } = rules
  const say = messages.problems
  switch (step) {
    case 'procedure':
      return draft.privacy ? {} : { privacy: say.pick(messages.fields.privacy.label) }
    case 'category': {
      const chosen = chosenCategory(unit, draft)
      const category = chosen
        ? draft.privacy === 'anonymous' && chosen.needsIdentity
        : say.pick(messages.fields.category.label)
      return category ? { category } : {}
    }
    case 'questions':
      return questions?.findAnswerProblems(draft, unit) ?? {}
    case 'evidence':
      return draft.pending?.length ? { evidence: messages.evidence.pending } : {}
    case 'review':
      return Object.fromEntries(
        (['statements.truthful', 'statements.procedureRead', 'statements.privacyNotice'] as const)
          .filter((name) => !draft.statements.includes(name))
          .map((name) => [name, say.statement]),
      )
    case 'story':
    case 'identity': {
      const problems: Partial<Record<FieldName, string>> = {}
      for (const field of askedFields(step, draft, unit)) {
        const problem = problemWith(field, draft.texts[field.name]?.trim() ?? '', rules)
        if (problem) problems[field.name] = problem
      }
      return step === 'identity' ? { ...missingContacts(draft, messages), ...problems } : problems
    }
  }
}

function problemWith({ name, required, limit }: AskedField, text: string, rules: FormRules): string | undefined {
  const say = rules.messages.problems
  const { label } = rules.messages.fields[name]
  if (!text) return required ? say.required(label) : undefined
  if (limit && text.length > limit) return say.tooLong(label, limit.toLocaleString(rules.unit.language))
  if (name === 'reporter.email' && !/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)) return say.email
  if (name === 'reporter.phone' && !/^\+?[\d\s().-]{6,}$/.test(text)) return say.phone
  if (name === 'occurredAt' && text > rules.today) return say.future
  return undefined
}

function missingContacts({ channels, texts }: Draft, messages: Messages): Partial<Record<FieldName, string>> {
  const missing = channels.filter((channel) => !texts[contactOf[channel]]?.trim())
  return Object.fromEntries(
    missing.map((channel) => {
      const contact = contactOf[channel]
      return [contact, messages.problems.contact(messages.channels[channel], messages.fields[contact].label)]
    }),
  )
}

/**
 * The channels to send: as ticked, else those that the given contacts can serve, in the unit's order. Where identities are
 * sealed nothing is open that was not ticked.
 */
export const channelsOf = (draft: Draft, unit: TenantView): NoticeChannel[] =>
  draft.channels.length > 0 || unit.sealing
    ? [...draft.channels]
    : unit.form.channels.filter((channel) => draft.texts[contactOf[channel]]?.trim())
