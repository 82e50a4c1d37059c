import { afterScan, type EvidenceStore, keyOfFile, type Part, type StreamSealer } from '../../case/evidence.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Area, EvidenceItem, FileRedaction, KeptEvidence } from '../../case/shape/evidence.ts'
import type { HistoryLine } from '../../case/shape/history.ts'
import type { FileLeaving } from '../../offices/vocabulary.ts'
import { type Clock, type Instant, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import type { FileAnswer, MalwareScanner, ScanAnswer } from '../../shared/outbound.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Log } from '../../shared/tracing.ts'
import type { Collection, Kept } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Sealed, WrappedKey } from '../../storage/vault.ts'

/** A file that waits for its complaint, or belongs to one. */
export interface HeldEvidence extends Kept {
  readonly size: number
  readonly type: string
  readonly browserAgreed: boolean
  readonly uploadedAt: Instant
  readonly expiresAt: Instant
  /** Without a claim the file waits until then; the default is `HELD_FOR`. */
  readonly heldUntil?: Instant
  readonly key: WrappedKey
  readonly name: Sealed<string>
  /** The hash is the SHA-256 of the original in hex; it is sealed because it would reveal who has the original. */
  readonly hash: Sealed<string>
  /** The claim names the filing's key hash or the complaint's number. */
  readonly claimedBy: string | null
  /**
   * Hash of the sender's address that only this process can compute again; it counts in the share of files without a
   * complaint. It is absent or `null` for files from staff, from messages, or of an earlier version.
   */
  readonly from?: string | null
  /** A complaint last released the file at this moment; it is left out if none ever claimed it. */
  readonly touchedAt?: Instant
}

/** An office that keeps and opens the files of cases. */
export interface EvidenceOffice extends Office {
  readonly evidenceStore: EvidenceStore
  readonly heldEvidence: Collection<HeldEvidence>
  readonly sealer: StreamSealer
}

/** An office that also makes copies of them in which areas are black. */
export interface RedactingOffice extends EvidenceOffice {
  readonly copyPicture: CopyPicture
  readonly copyPage: CopyPage
  readonly bindPages: BindPages
}

/** Opens the original frame by frame, for a person. @param quarantine holds back a file that was not found clean */
export async function openEvidence(
  office: EvidenceOffice,
  tenant: TenantId,
  item: EvidenceItem,
  quarantine: boolean,
): Promise<AsyncIterable<Uint8Array>> {
  refuseUnlessGiven(item, quarantine)
  return unsealFile(office, tenant, item)
}

export async function openPart(
  { vault, evidenceStore, sealer }: EvidenceOffice,
  tenant: TenantId,
  item: EvidenceItem,
  quarantine: boolean,
  part: Part,
): Promise<AsyncIterable<Uint8Array>> {
  refuseUnlessGiven(item, quarantine)
  const key = await vault.rawKey(keyOfFile(tenant, item))
  return sealer.openPart(key, item.size, part, (sealed) => evidenceStore.read(item.id, sealed))
}

export const isGiven = ({ scan }: EvidenceItem, quarantine: boolean): boolean =>
  scan?.verdict === 'clean' || (scan?.verdict !== 'infected' && !quarantine)

export function refuseUnlessGiven(item: EvidenceItem, quarantine: boolean): void {
  if (isGiven(item, quarantine)) return
  throw new Refusal('conflict', item.scan?.verdict === 'infected' ? 'evidence/infected' : 'evidence/in-quarantine')
}

/** Opens the bytes for a program that inspects them, so neither scan result nor quarantine applies. */
export async function unsealFile(
  { vault, evidenceStore, sealer }: EvidenceOffice,
  tenant: TenantId,
  file: Pick<EvidenceItem, 'id' | 'key'>,
): Promise<AsyncIterable<Uint8Array>> {
  return sealer.open(await vault.rawKey(keyOfFile(tenant, file)), evidenceStore.read(file.id))
}

export interface FileGiven {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly bytes: AsyncIterable<Uint8Array> | Uint8Array
}

/** HEIC is missing, because its decoders are under patents and not part of this product. */
const pictures: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'])

export const hasViewingCopy = ({ type }: Pick<EvidenceItem, 'type'>): boolean => pictures.has(type)

/** A copy is a redrawn picture or page; sound and film are played as they came. */
export type ViewingKind = 'picture' | 'pages' | 'sound' | 'film'

export function viewingKindOf(item: Pick<EvidenceItem, 'type'>): ViewingKind | null {
  if (hasViewingCopy(item)) return 'picture'
  if (item.type === 'application/pdf') return 'pages'
  if (item.type.startsWith('audio/')) return 'sound'
  return item.type.startsWith('video/') ? 'film' : null
}

export const COPY_TYPE = 'image/jpeg'

export interface Drawing {
  /** A smaller limit, in pixels a side. */
  readonly edge?: number
  /** These are black in the copy. */
  readonly areas?: readonly Area[]
  /** The mark is only over the picture, and not beneath it, so that places on the copy are those of the original. */
  readonly keepsSize?: boolean
}

/**
 * Redraws a picture upright, at most 2,560 pixels a side, and the first frame of an animation. Only pixels are copied:
 * no place, device, comment or hidden bytes.
 * @param mark lines to write all over the copy
 * @returns `null` when the picture is unreadable, claims too many pixels, or takes too long
 */
export type CopyPicture = (
  original: AsyncIterable<Uint8Array>,
  mark: readonly string[] | null,
  drawing?: Drawing,
) => Promise<Uint8Array | null>

export interface PageCopy {
  readonly picture: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** How many pages the document has. */
  readonly pages: number
}

/**
 * Redraws one page of a document as such a picture, without its scripts, links and forms.
 * @param page counted from one
 * @returns `null` when the page does not exist, the document is unreadable, or it takes too long
 */
export type CopyPage = (
  original: AsyncIterable<Uint8Array>,
  mark: readonly string[] | null,
  page: number,
  drawing?: Omit<Drawing, 'edge'>,
) => Promise<PageCopy | null>

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
  office: RedactingOffice,
  { tenant, dossier }: Pick<Complaint, 'tenant'> & Decided,
  item: EvidenceItem,
  mark: readonly string[] | null,
): Promise<RedrawnFile | null> {
  const areas = areasOf({ dossier }, item.id)
  if (hasViewingCopy(item)) {
    const bytes = await office.copyPicture(await unsealFile(office, tenant, item), mark, { areas })
    return bytes && { type: COPY_TYPE, ending: 'jpg', bytes }
  }
  const drawn: PageCopy[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const copy = await office.copyPage(await unsealFile(office, tenant, item), mark, page, { areas })
    if (!copy || copy.pages > MOST_REDRAWN_PAGES) return null
    drawn.push(copy)
    pages = copy.pages
  }
  return { type: PDF_TYPE, ending: 'pdf', bytes: await office.bindPages(drawn) }
}

/** `foto.png` becomes `foto-salinan.jpg`. */
export const nameOfCopy = (name: string, ending: string): string =>
  `${name.replace(/\.\w{1,5}$/, '')}-salinan.${ending}`

/** Applies the scanner's answer to a file. The reporter is notified of malware, and the file stays sealed. */
export function recordScan(complaint: Complaint, id: string, answer: FileAnswer, at: Instant): Complaint {
  const before = complaint.evidence.find((item) => item.id === id)
  if (!before) return complaint
  const scan = afterScan(before.scan, answer, at)
  if (scan === before.scan) return complaint
  const evidence = complaint.evidence.map((item) => (item === before ? { ...item, scan } : item))
  if (scan.verdict !== 'infected') return { ...complaint, evidence }
  const line: HistoryLine = { at, event: 'evidence_infected', by: { kind: 'system' }, text: null, public: true }
  const history = [...complaint.dossier.history, line]
  return { ...complaint, evidence, dossier: { ...complaint.dossier, history } }
}

const AHEAD = 20
const RESTS_AT_MOST = MINUTE

/**
 * Scans waiting files one after another. The state lies in the cases: a process that is killed leaves the file waiting,
 * and two processes at worst scan it twice.
 */
export function createEvidenceScanner(office: EvidenceOffice, scanner: MalwareScanner, log: Log) {
  const { complaints, record, now } = office
  let failures = 0
  let restsUntil: Instant | null = null

  function rest(): void {
    if (failures++ === 0) log.warn('malware scanner cannot be reached')
    restsUntil = plusMilliseconds(now(), Math.min(SECOND * 2 ** failures, RESTS_AT_MOST))
  }

  function goOn(): void {
    if (failures > 0) log.info('malware scanner can be reached again')
    failures = 0
    restsUntil = null
  }

  async function keep(tenant: TenantId, number: string, id: string, answer: FileAnswer): Promise<void> {
    await complaints.change(tenant, number, (complaint) => recordScan(complaint, id, answer, now()))
    if (answer.kind === 'infected')
      await record(tenant, { by: 'system', act: 'evidence.infected', subject: number, detail: id })
  }

  async function answerOf(tenant: TenantId, item: KeptEvidence, signal: AbortSignal): Promise<ScanAnswer> {
    try {
      return await scanner.scan(await unsealFile(office, tenant, item), signal)
    } catch (cause) {
      // An unreadable file must not block the others.
      if (!signal.aborted) log.error('evidence scan', cause)
      return { kind: 'unclear' }
    }
  }

  /** Scans until nothing is due, the scanner is unreachable, or `signal` is aborted. */
  return async function scanDue(signal: AbortSignal): Promise<void> {
    if (restsUntil !== null && now() < restsUntil) return
    for (;;) {
      const due = await complaints.dueForScan(now(), AHEAD)
      for (const { tenant, number, items } of due) {
        for (const item of items) {
          const answer = await answerOf(tenant, item, signal)
          if (signal.aborted) return
          if (answer.kind === 'unreachable') return rest()
          goOn()
          await keep(tenant, number, item.id, answer)
        }
      }
      if (due.length === 0) return
    }
  }
}

/** A film is requested in many parts; these count as one access, which is logged once. */
export interface RecentAccesses {
  isNew(look: string): boolean
}

const ONE_LOOK_LASTS = 10 * MINUTE
const MOST_REMEMBERED = 10_000

export function createRecentAccesses(now: Clock): RecentAccesses {
  const written = new Map<string, number>()
  return {
    isNew(look) {
      const at = Date.parse(now())
      const last = written.get(look)
      if (last !== undefined && at - last < ONE_LOOK_LASTS) return false
      written.delete(look)
      written.set(look, at)
      if (written.size > MOST_REMEMBERED) for (const oldest of written.keys()) return written.delete(oldest)
      return true
    },
  }
}
