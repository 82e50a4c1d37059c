import type { ComplaintRequestInput } from '../../../service/contract/complaint-request.ts'
import type { TenantView } from '../../../service/contract/tenant-view.ts'
import { listFields } from './asked-fields.ts'
import type { Draft } from './draft.ts'
import { chooseChannels } from './find-problems.ts'
import type { QuestionRules } from './question-rules.ts'

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
  // The name of `spoken.ts`; the constant would weigh more here than filing has room for.
  const recording = draft.spoken && draft.evidence.find(({ name }) => /^cerita-lisan/.test(name))
  return {
    category: draft.category,
    privacy: draft.privacy,
    ...(Object.keys(reporter).length > 0 && { reporter: channels.length > 0 ? { ...reporter, channels } : reporter }),
    ...(written('story') as Pick<ComplaintRequestInput, 'subject' | 'chronology'>),
    ...(questions && { answers: questions.readAnswers(draft, unit) as ComplaintRequestInput['answers'] }),
    ...(recording && { chronology: '', spoken: { file: recording.id, ...draft.spoken } }),
    evidence: draft.evidence.map(({ id }) => id),
    language: unit.language,
    statements: { truthful: true, procedureRead: true, privacyNotice: unit.privacyNotice.version },
  }
}
