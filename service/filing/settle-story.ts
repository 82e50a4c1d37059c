import type { Spoken } from '../case/shape/intake.ts'
import type { Category } from '../offices/tenants/tenant.ts'
import { readIn } from '../offices/translated.ts'
import type { Language } from '../offices/vocabulary.ts'
import { type FieldProblem, Refusal, refuseField } from '../shared/refusal.ts'

const readyMade: Readonly<Record<Language, (category: string) => string>> = {
  id: (category) => `Pengaduan lisan: ${category}`,
  en: (category) => `Spoken complaint: ${category}`,
}

/** A subject has so many characters at most. */
const LONGEST_SUBJECT = 160

/** What a complaint brings to tell it with. */
interface GivenTelling {
  readonly subject: string
  readonly chronology: string
  readonly spoken?: { readonly file: string; readonly disguised: boolean } | undefined
  readonly evidence: readonly string[]
}

interface SettledStory {
  readonly subject: string
  readonly spoken: Spoken | null
  /** The recording is among them. */
  readonly evidence: readonly string[]
}

/** What is missing of a story: both its fields, unless a recorded voice tells it. */
export function storyProblems({
  subject,
  chronology,
  spoken,
}: Pick<GivenTelling, 'subject' | 'chronology'> & { readonly spoken?: object | undefined }): FieldProblem[] {
  const isWritten = chronology.trim() !== ''
  const missing = [
    ...(subject.trim() === '' && (isWritten || !spoken) ? ['subject'] : []),
    ...(isWritten || spoken ? [] : ['chronology']),
  ]
  return missing.map((path) => ({ path, code: 'required' }))
}

/**
 * Decides what tells a complaint: writing or, where no story is written, a recorded voice, which then needs no
 * subject of its own. A recording beside a written story is evidence.
 * @throws Refusal `story/missing` where there is neither, `request/invalid` where a written one has no subject
 */
export function settleStory(
  { subject, chronology, spoken, evidence }: GivenTelling,
  category: Pick<Category, 'label'>,
  language: Language,
): SettledStory {
  const isWritten = chronology.trim() !== ''
  const problems = storyProblems({ subject, chronology, spoken })
  if (problems.length > 0) throw new Refusal('invalid', isWritten ? 'request/invalid' : 'story/missing', {}, problems)
  return {
    subject: subject.trim() || readyMade[language](readIn(category.label, language)).slice(0, LONGEST_SUBJECT),
    evidence: spoken && !evidence.includes(spoken.file) ? [...evidence, spoken.file] : evidence,
    spoken: spoken && !isWritten ? { ...spoken, transcript: null, earlier: [] } : null,
  }
}

/** @throws Refusal `story/no-voice` if the file of a spoken statement is neither sound nor film */
export function refuseUnlessHeard(
  spoken: Spoken | null,
  files: readonly { readonly id: string; readonly type: string }[],
): void {
  const file = files.find(({ id }) => id === spoken?.file)
  if (!spoken || (file && /^(audio|video)\//.test(file.type))) return
  throw refuseField('story/no-voice', 'spoken', 'no-voice')
}
