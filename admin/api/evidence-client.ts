import type { CaseView } from '../../service/contract/case-view.ts'
import { casePath } from './paths.ts'
import type { FileAnswer, Transport } from './transport.ts'
import type { FileRedacting, OriginalReason } from './wire.ts'

/** A file of a case. */
export interface FileOfCase {
  readonly tenant: string
  readonly number: string
  readonly id: string
}

export type PageAnswer = Pick<FileAnswer, 'bytes' | 'pages'>

/** Evidence as staff get it: to look at, to keep, and as it came. */
export function createEvidenceClient({ file, json, address }: Transport) {
  async function pageAt(address: string, signal: AbortSignal): Promise<PageAnswer> {
    const { bytes, pages } = await file('GET', address, { signal })
    return { bytes, pages }
  }
  return {
    view: async (piece: FileOfCase, signal: AbortSignal): Promise<Blob> =>
      (await file('GET', `${pathOf(piece)}/viewing-copy`, { signal })).bytes,
    /** A page of a document, drawn as a picture. */
    viewPage: (piece: FileOfCase, page: number, signal: AbortSignal): Promise<PageAnswer> =>
      pageAt(`${pathOf(piece)}/viewing-copy?page=${page}`, signal),
    /** A picture, or a page, without what staff covered: for those who draw the areas. */
    uncovered: (piece: FileOfCase, page: number, signal: AbortSignal): Promise<PageAnswer> =>
      pageAt(`${pathOf(piece)}/viewing-copy?uncovered=true&page=${page}`, signal),
    /** Decides how a file leaves the unit. */
    redact: (piece: FileOfCase, body: FileRedacting): Promise<CaseView> =>
      json('POST', `${pathOf(piece)}/redaction`, { body }),
    /** Address from which sound or film plays, range by range. */
    playing: (piece: FileOfCase): string => address(`${pathOf(piece)}/playing`),
    /** A copy that bears who took it. */
    download: (piece: FileOfCase): Promise<FileAnswer> => file('GET', pathOf(piece)),
    takeOriginal: (piece: FileOfCase, body: OriginalReason): Promise<FileAnswer> =>
      file('POST', `${pathOf(piece)}/original`, { body }),
    /** Address from which the browser downloads an original that needs no reason, without holding it whole. */
    address: (piece: FileOfCase): string => address(pathOf(piece)),
  }
}

const pathOf = ({ tenant, number, id }: FileOfCase): string => `${casePath(tenant, number)}/evidence/${id}`
