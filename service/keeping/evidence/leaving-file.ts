import type { Complaint } from '../../case/shape/complaint.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { Area, FileRedaction } from '../../case/shape/redaction.ts'
import type { FileLeaving } from '../../offices/vocabulary.ts'
import { type OpenEvidencePorts, unsealFile } from './open-evidence.ts'
import {
  COPY_TYPE,
  type CopyPage,
  type CopyPicture,
  hasViewingCopy,
  type PageCopy,
  viewingKindOf,
} from './viewing-copy.ts'

type Decided = { readonly dossier: Pick<Complaint['dossier'], 'fileRedactions'> }

export const redactionOf = ({ dossier }: Decided, file: string): FileRedaction | null =>
  dossier.fileRedactions.find((one) => one.file === file) ?? null

export const areasOf = (complaint: Decided, file: string): readonly Area[] => redactionOf(complaint, file)?.areas ?? []

/** Pictures and pages can be drawn anew; nothing can be covered in sound, film, and files of offices. */
export const isRedrawable = (item: Pick<EvidenceItem, 'type'>): boolean =>
  hasViewingCopy(item) || viewingKindOf(item) === 'pages'

/**
 * Decides how a file leaves the unit. What staff decided counts. Otherwise, where the reporter stays unnamed, only
 * pixels leave: sound and film have a voice and a face, and other files have an author.
 */
export function leavingOf(
  complaint: Decided,
  item: Pick<EvidenceItem, 'id' | 'type' | 'scan'>,
  identityStays: boolean,
): FileLeaving {
  if (item.scan?.verdict === 'infected') return 'withheld'
  const decided = redactionOf(complaint, item.id)
  if (decided) return decided.leaves
  if (!identityStays) return 'whole'
  return isRedrawable(item) ? 'redrawn' : 'withheld'
}

export const PDF_TYPE = 'application/pdf'

/** A document with more pages stays: each page is drawn by a program of its own, which takes about half a second. */
export const MOST_REDRAWN_PAGES = 40

/** Binds pictures of pages to a PDF that has nothing but them. */
export type BindPages = (pages: readonly PageCopy[]) => Promise<Uint8Array>

export interface RedrawPorts extends OpenEvidencePorts {
  readonly copyPicture: CopyPicture
  readonly copyPage: CopyPage
  readonly bindPages: BindPages
}

export interface RedrawnFile {
  readonly type: string
  /** Ends the name of the copy. */
  readonly ending: string
  readonly bytes: Uint8Array
}

/**
 * Draws a file anew, its areas black: the original stays sealed, and nothing of it is in the copy but pixels.
 * @param mark lines to write all over it
 * @returns `null` if it cannot be drawn, or is a document of too many pages
 */
export async function redrawFile(
  ports: RedrawPorts,
  { tenant, dossier }: Pick<Complaint, 'tenant'> & Decided,
  item: EvidenceItem,
  mark: readonly string[] | null,
): Promise<RedrawnFile | null> {
  const areas = areasOf({ dossier }, item.id)
  if (hasViewingCopy(item)) {
    const bytes = await ports.copyPicture(await unsealFile(ports, tenant, item), mark, { areas })
    return bytes && { type: COPY_TYPE, ending: 'jpg', bytes }
  }
  const drawn: PageCopy[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const copy = await ports.copyPage(await unsealFile(ports, tenant, item), mark, page, { areas })
    if (!copy || copy.pages > MOST_REDRAWN_PAGES) return null
    drawn.push(copy)
    pages = copy.pages
  }
  return { type: PDF_TYPE, ending: 'pdf', bytes: await ports.bindPages(drawn) }
}

/** `foto.png` becomes `foto-salinan.jpg`. */
export const nameOfCopy = (name: string, ending: string): string =>
  `${name.replace(/\.\w{1,5}$/, '')}-salinan.${ending}`
