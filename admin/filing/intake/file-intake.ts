import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { Language } from '../../wording/wording.ts'
import type { WrittenIntake } from './intake-form.ts'
import type { Confirmed } from './read-back.ts'

const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The same words go out under the same key, however often they are sent. */
export class FilingKeys {
  private filing: { readonly key: string; readonly body: string } | null = null

  for(request: IntakeRequestInput): string {
    const body = JSON.stringify(request)
    if (this.filing?.body !== body) this.filing = { key: newKey(), body }
    return this.filing.key
  }

  forget() {
    this.filing = null
  }
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
