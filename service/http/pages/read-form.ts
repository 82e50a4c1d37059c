import { mapFields, optionalFields, requiredFields } from '../../case/shape/story-fields.ts'
import type { QuestionView } from '../../contract/questions.ts'
import type { HeldEvidenceView } from '../../contract/tenant-view.ts'
import { answerPath } from '../../offices/questions/answer-problems.ts'
import { parseAnswers } from '../../offices/questions/read-answers.ts'

/** Fields as they were sent, each with all its values; a field's name is its path in the request. */
export type FormFields = Readonly<Record<string, readonly string[] | undefined>>

/** A file that an earlier try uploaded and that waits for the complaint. */
export type HeldFile = Pick<HeldEvidenceView, 'id' | 'name' | 'size'>

const identityFields = ['name', 'address', 'phone', 'email', 'onBehalfOf'] as const

/**
 * Returns an object shaped like a ComplaintRequest, not yet validated. `uploaded` are the files that came with this
 * sending; files of earlier tries count while their box is ticked. Answers to `questions` that do not apply are left
 * out.
 */
export function readForm(
  fields: FormFields,
  uploaded: readonly HeldFile[] = [],
  questions: readonly QuestionView[] = [],
) {
  const anonymous = fieldText(fields, 'privacy') === 'anonymous'
  const channels = (fields['reporter.channels'] ?? []).filter((channel) => channel !== '')
  return {
    category: fieldText(fields, 'category') ?? '',
    privacy: fieldText(fields, 'privacy') ?? '',
    // A reporter who chose to stay without identity and wrote a name all the same stays without.
    ...(!anonymous && {
      reporter: { ...pick(fields, identityFields, 'reporter.'), ...(channels.length > 0 && { channels }) },
    }),
    ...(!anonymous && fields.identityUnsealed && { identityUnsealed: true }),
    ...mapFields(requiredFields, ({ name }) => fieldText(fields, name) ?? ''),
    ...pick(
      fields,
      optionalFields.map(({ name }) => name),
    ),
    ...(questions.length > 0 && {
      answers: parseAnswers(questions, (code) => ({ texts: fields[answerPath(code)] ?? [] })),
    }),
    evidence: [...heldFiles(fields), ...uploaded].map(({ id }) => id),
    ...(fieldText(fields, 'language') && { language: fieldText(fields, 'language') }),
    statements: {
      truthful: fields['statements.truthful'] !== undefined,
      procedureRead: fields['statements.procedureRead'] !== undefined,
      privacyNotice: Number(fieldText(fields, 'statements.privacyNotice') ?? 0),
    },
  }
}

/** Files of earlier tries whose box is still ticked. */
export const heldFiles = (fields: FormFields): readonly HeldFile[] =>
  (fields.evidence ?? []).flatMap((value) => {
    const [, id, size, name] = /^([\w-]{1,64}) (\d{1,12}) (.+)$/s.exec(value) ?? []
    return id && size && name ? [{ id, size: Number(size), name }] : []
  })

/** The value of the checkbox that keeps a held file. */
export const heldValue = ({ id, size, name }: HeldFile): string => `${id} ${size} ${name}`

export function fieldText(fields: FormFields, name: string): string | undefined {
  const value = fields[name]?.[0]?.trim()
  return value === '' ? undefined : value
}

function pick<Name extends string>(fields: FormFields, names: readonly Name[], prefix = ''): { [N in Name]?: string } {
  const picked: { [N in Name]?: string } = {}
  for (const name of names) {
    const value = fieldText(fields, `${prefix}${name}`)
    if (value !== undefined) picked[name] = value
  }
  return picked
}
