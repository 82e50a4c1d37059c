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
export interface EvidenceClient {
  view(file: FileOfCase, signal: AbortSignal): Promise<Blob>
  /** A page of a document, drawn as a picture. */
  viewPage(file: FileOfCase, page: number, signal: AbortSignal): Promise<PageAnswer>
  /** A picture, or a page, without what staff covered: for those who draw the areas. */
  uncovered(file: FileOfCase, page: number, signal: AbortSignal): Promise<PageAnswer>
  /** Decides how a file leaves the unit. */
  redact(file: FileOfCase, request: FileRedacting): Promise<CaseView>
  /** Address from which sound or film plays, range by range. */
  playing(file: FileOfCase): string
  /** A copy that bears who took it. */
  download(file: FileOfCase): Promise<FileAnswer>
  takeOriginal(file: FileOfCase, reason: OriginalReason): Promise<FileAnswer>
  /** Address from which the browser downloads an original that needs no reason, without holding it whole. */
  address(file: FileOfCase): string
}

export function createEvidenceClient({ file, json, address }: Transport): EvidenceClient {
  async function pageAt(address: string, signal: AbortSignal): Promise<PageAnswer> {
    const { bytes, pages } = await file('GET', address, { signal })
    return { bytes, pages }
  }
  return {
    view: async (piece, signal) => (await file('GET', `${pathOf(piece)}/viewing-copy`, { signal })).bytes,
    viewPage: (piece, page, signal) => pageAt(`${pathOf(piece)}/viewing-copy?page=${page}`, signal),
    uncovered: (piece, page, signal) => pageAt(`${pathOf(piece)}/viewing-copy?uncovered=true&page=${page}`, signal),
    redact: (piece, body) => json('POST', `${pathOf(piece)}/redaction`, { body }),
    playing: (piece) => address(`${pathOf(piece)}/playing`),
    download: (piece) => file('GET', pathOf(piece)),
    takeOriginal: (piece, body) => file('POST', `${pathOf(piece)}/original`, { body }),
    address: (piece) => address(pathOf(piece)),
  }
}

const pathOf = ({ tenant, number, id }: FileOfCase): string => `${casePath(tenant, number)}/evidence/${id}`
