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
export function createLettersClient({ json, file }: Transport) {
  return {
    list: (tenant: string, state: LetterState, cursor: string | null, signal?: AbortSignal): Promise<LetterList> =>
      json(
        'GET',
        `${unitPath(tenant)}/letters?state=${state}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
        { signal },
      ),
    ofCase: (tenant: string, number: string, signal?: AbortSignal): Promise<CaseLetters> =>
      json('GET', `${casePath(tenant, number)}/letters`, { signal }),
    read: (tenant: string, id: string, signal?: AbortSignal): Promise<LetterView> =>
      json('GET', `${unitPath(tenant)}/letters/${id}`, { signal }),
    edit: (tenant: string, id: string, body: EditLetter): Promise<LetterView> =>
      json('PUT', `${unitPath(tenant)}/letters/${id}`, { body }),
    act: (tenant: string, { id, revision }: LetterAt, verb: string, body?: object): Promise<LetterView> =>
      json('POST', `${unitPath(tenant)}/letters/${id}/${verb}`, { body: { revision, ...body } }),
    /** The papers as one file, in this order. */
    print: (tenant: string, letters: readonly LetterAt[]): Promise<FileAnswer> =>
      file('POST', `${unitPath(tenant)}/letter-prints`, {
        body: { letters: letters.map(({ id, revision }) => ({ id, revision })) },
      }),
    /** They are all posted, or none is. */
    post: (tenant: string, letters: readonly PostedAt[], on: string): Promise<unknown> =>
      json('POST', `${unitPath(tenant)}/letter-posts`, {
        body: { on, letters: letters.map(({ id, revision, courierNumber }) => ({ id, revision, courierNumber })) },
      }),
    /** Draws a letter with settings that are not saved yet. */
    preview: (tenant: string, body: LetterSettings): Promise<LetterPreview> =>
      json('POST', `${unitPath(tenant)}/settings/letters/preview`, { body }),
    previewPdf: (tenant: string, body: LetterSettings): Promise<FileAnswer> =>
      file('POST', `${unitPath(tenant)}/settings/letters/preview.pdf`, { body }),
    /** `null` takes it away. */
    setLogo: (tenant: string, body: { revision: number; image: string | null }): Promise<TenantSettingsView> =>
      json('PUT', `${unitPath(tenant)}/settings/letters/logo`, { body }),
    sendInstead: (tenant: string, number: string, notice: string): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/notices/letter`, { body: { notice } }),
  }
}
