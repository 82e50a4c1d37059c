import { storyFields } from '../../../service/case/shape/story-fields.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { findInField, replaceWords } from '../../../service/offices/names/find-personal-words.ts'
import type { OwnWords, PersonalWords } from '../../../service/offices/names/personal-words.ts'
import type { Wording } from '../../wording/id.ts'
import type { Draft } from '../draft/draft.ts'
import { findCategory } from '../draft/steps.ts'

type FieldKind = Parameters<typeof findInField>[0]

/** A text of the draft in which somebody may be named, and how another text takes its place. */
interface WrittenField {
  readonly label: string
  readonly kind: FieldKind
  readonly text: string
  readonly replace: (draft: Draft, text: string) => Draft
}

/** Words that may give somebody away, in their field. */
export interface FoundInField extends WrittenField {
  readonly words: PersonalWords
}

const ownOf = ({ texts }: Draft): OwnWords => ({
  name: texts['reporter.name'],
  onBehalfOf: texts['reporter.onBehalfOf'],
  address: texts['reporter.address'],
  phone: texts['reporter.phone'],
  email: texts['reporter.email'],
})

function listWritten(draft: Draft, unit: TenantView, wording: Wording): WrittenField[] {
  const given = storyFields.flatMap(({ name, kind, limit }): WrittenField[] => {
    if (kind === 'day') return []
    return [
      {
        label: wording.fields[name].label,
        kind: limit === 'place' ? 'place' : kind,
        text: draft.texts[name] ?? '',
        replace: (before, text) => ({ ...before, texts: { ...before.texts, [name]: text } }),
      },
    ]
  })
  const answered = (findCategory(unit, draft)?.questions ?? []).flatMap(({ code, kind, label }): WrittenField[] => {
    if (kind !== 'text' && kind !== 'place' && kind !== 'person') return []
    const answer = draft.answers?.[code]
    return [
      {
        label,
        kind,
        text: answer?.texts[0] ?? '',
        replace: (before, text) => ({
          ...before,
          answers: { ...before.answers, [code]: { ...before.answers?.[code], texts: [text] } },
        }),
      },
    ]
  })
  return [...given, ...answered]
}

/** Finds what in the story and the answers tells who somebody is. Nothing leaves the browser for it. */
export function findInDraft(draft: Draft, unit: TenantView, wording: Wording): FoundInField[] {
  const own = ownOf(draft)
  return listWritten(draft, unit, wording).flatMap((field) =>
    findInField(field.kind, field.text, own).map((words) => ({ ...field, words })),
  )
}

/** Replaces all that was found, each by what it is. */
export function replaceInDraft(
  draft: Draft,
  found: readonly FoundInField[],
  other: Readonly<Record<PersonalWords['kind'], string>>,
): Draft {
  const fields = new Map(found.map((field) => [field.label, field]))
  return [...fields.values()].reduce((changed, { label, text, replace }) => {
    const words = found.filter((one) => one.label === label).map((one) => one.words)
    return replace(
      changed,
      replaceWords(text, words, (kind) => other[kind]),
    )
  }, draft)
}
