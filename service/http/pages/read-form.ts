import { mapFields, optionalFields, requiredFields } from '../../case/shape/story-fields.ts'
import type { QuestionView } from '../../contract/questions.ts'
import type { HeldEvidenceView } from '../../contract/tenant-view.ts'
import { answerPath } from '../../offices/questions/questions.ts'
import { parseAnswers } from '../../offices/questions/read-answers.ts'

/** Fields as they were sent, each with all its values; a field's name is its path in the request. */
export type FormFields = Readonly<Record<string, readonly string[] | undefined>>

/** A file that an earlier try uploaded and that waits for the complaint. */
export type HeldFile = Pick<HeldEvidenceView, 'id' | 'name' | 'size'>

/** A file as the form sends it: to tell the story by voice, or as evidence. */
export interface FormFile extends HeldFile {
  readonly isSpoken?: boolean
}

const identityFields = ['name', 'address', 'phone', 'email', 'onBehalfOf'] as const

/**
 * Returns an object shaped like a ComplaintRequest, not yet validated. `uploaded` are the files that came with this
 * sending; files of earlier tries count while their box is ticked. Answers to `questions` that do not apply are left
 * out.
 */
export function readForm(
  fields: FormFields,
  uploaded: readonly FormFile[] = [],
  questions: readonly QuestionView[] = [],
) {
  const anonymous = fieldText(fields, 'privacy') === 'anonymous'
  const recording = recordingIn(fields, uploaded)
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
    ...(fields.notReadBy && { notReadBy: fields.notReadBy.filter((post) => post !== '') }),
    evidence: [...heldFiles(fields), ...uploaded.filter(({ isSpoken }) => !isSpoken)].map(({ id }) => id),
    ...(recording && { spoken: { file: recording.id } }),
    ...(fieldText(fields, 'language') && { language: fieldText(fields, 'language') }),
    statements: {
      truthful: fields['statements.truthful'] !== undefined,
      procedureRead: fields['statements.procedureRead'] !== undefined,
      privacyNotice: Number(fieldText(fields, 'statements.privacyNotice') ?? 0),
    },
  }
}

/** The recording that tells the story: of this sending, or of an earlier try. */
export const recordingIn = (fields: FormFields, uploaded: readonly FormFile[]): HeldFile | undefined =>
  uploaded.find(({ isSpoken }) => isSpoken) ?? readHeld(fields.spokenHeld)[0]

/** Files of earlier tries whose box is still ticked. */
export const heldFiles = (fields: FormFields): readonly HeldFile[] => readHeld(fields.evidence)

const readHeld = (values: readonly string[] = []): readonly HeldFile[] =>
  values.flatMap((value) => {
    const [, id, size, name] = /^([\w-]{1,64}) (\d{1,12}) (.+)$/s.exec(value) ?? []
    return id && size && name ? [{ id, size: Number(size), name }] : []
  })

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
