import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { Language } from '../../wording/wording.ts'
import type { WrittenIntake } from './intake-draft.ts'
import type { Confirmed } from './read-back.ts'

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
const digest = (text: string, from: number): string => {
  let hash = from
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * The same words of the same draft go out under the same key, however often they are sent, also after the browser died
 * over them: 32 hexadecimal digits. @param draft ends with 16 of them by chance
 */
export function filingKey(draft: string, request: IntakeRequestInput): string {
  const body = JSON.stringify(request)
  return draft.slice(-16) + digest(body, 0x811c9dc5) + digest([...body].reverse().join(''), 0x01000193)
}

/** Builds the request for the service, once the complaint was read back. */
export const requestOf = (
  { draft, evidence }: WrittenIntake,
  { leakReason, areFilesRenamed, statements }: Confirmed,
  language: Language,
): IntakeRequestInput => ({
  ...draft,
  ...(leakReason ? { leakReason } : {}),
  ...(areFilesRenamed ? { fileNames: numberedNames(evidence) } : {}),
  language,
  statements: Object.fromEntries(statements.map((statement) => [statement, true as const])),
})

/** Replaces file names that name the reporter by a number and the kind of the file. */
const numberedNames = (files: WrittenIntake['evidence']): Record<string, string> =>
  Object.fromEntries(
    files.map(({ id, name }, at) => [id, `berkas-${at + 1}${/\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''}`]),
  )
