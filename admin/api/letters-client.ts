import type { CaseView } from '../../service/contract/case-view.ts'
import type { CaseLetters, LetterLine, LetterList, LetterPreview, LetterView } from '../../service/contract/letters.ts'
import type { TenantSettingsView } from '../../service/contract/tenant-settings.ts'
import { casePath, unitPath } from './paths.ts'
import type { FileAnswer, Transport } from './transport.ts'
import type { EditLetter, LetterSettings, LetterState } from './wire.ts'

/** Which letter, as it was looked at. */
export type LetterAt = Pick<LetterLine, 'id' | 'revision'>

/** A letter that goes to the post, with its consignment number if it has one. */
export type PostedAt = LetterAt & { readonly courierNumber?: string }

/** Letters to reporters, from their drafts to their return. */
export interface LettersClient {
  list(tenant: string, state: LetterState, cursor: string | null, signal?: AbortSignal): Promise<LetterList>
  ofCase(tenant: string, number: string, signal?: AbortSignal): Promise<CaseLetters>
  read(tenant: string, id: string, signal?: AbortSignal): Promise<LetterView>
  edit(tenant: string, id: string, request: EditLetter): Promise<LetterView>
  act(tenant: string, letter: LetterAt, verb: string, body?: object): Promise<LetterView>
  /** The papers as one file, in this order. */
  print(tenant: string, letters: readonly LetterAt[]): Promise<FileAnswer>
  /** They are all posted, or none is. */
  post(tenant: string, letters: readonly PostedAt[], on: string): Promise<unknown>
  /** Draws a letter with settings that are not saved yet. */
  preview(tenant: string, settings: LetterSettings): Promise<LetterPreview>
  previewPdf(tenant: string, settings: LetterSettings): Promise<FileAnswer>
  /** `null` takes it away. */
  setLogo(tenant: string, logo: { revision: number; image: string | null }): Promise<TenantSettingsView>
  sendInstead(tenant: string, number: string, notice: string): Promise<CaseView>
}

export function createLettersClient({ json, file }: Transport): LettersClient {
  return {
    list: (tenant, state, cursor, signal) =>
      json(
        'GET',
        `${unitPath(tenant)}/letters?state=${state}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        { signal },
      ),
    ofCase: (tenant, number, signal) => json('GET', `${casePath(tenant, number)}/letters`, { signal }),
    read: (tenant, id, signal) => json('GET', `${unitPath(tenant)}/letters/${id}`, { signal }),
    edit: (tenant, id, body) => json('PUT', `${unitPath(tenant)}/letters/${id}`, { body }),
    act: (tenant, { id, revision }, verb, body) =>
      json('POST', `${unitPath(tenant)}/letters/${id}/${verb}`, { body: { revision, ...body } }),
    print: (tenant, letters) =>
      file('POST', `${unitPath(tenant)}/letter-prints`, {
        body: { letters: letters.map(({ id, revision }) => ({ id, revision })) },
      }),
    post: (tenant, letters, on) =>
      json('POST', `${unitPath(tenant)}/letter-posts`, {
        body: { on, letters: letters.map(({ id, revision, courierNumber }) => ({ id, revision, courierNumber })) },
      }),
    preview: (tenant, body) => json('POST', `${unitPath(tenant)}/settings/letters/preview`, { body }),
    previewPdf: (tenant, body) => file('POST', `${unitPath(tenant)}/settings/letters/preview.pdf`, { body }),
    setLogo: (tenant, body) => json('PUT', `${unitPath(tenant)}/settings/letters/logo`, { body }),
    sendInstead: (tenant, number, notice) =>
      json('POST', `${casePath(tenant, number)}/notices/letter`, { body: { notice } }),
  }
}
