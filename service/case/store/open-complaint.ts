import type { Collection } from '../../storage/collection.ts'
import { isBound, SealRefused } from '../../storage/vault.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { HistoryLine } from '../shape/history.ts'
import { fillInLater, laterInEvidence, laterInOutline, type OpeningVault, openCase } from './case-seals.ts'
import { dayOf } from './complaint-tallies.ts'
import {
  CaseSealedWrong,
  type KeptComplaint,
  type ReportUnreadable,
  skipUnreadable,
  type UnreadableCase,
} from './kept-complaint.ts'
import { openGuard } from './tenant-guards.ts'

/** What was opened of a document for as long as the store's memory of recent documents, or a reader, has it. */
const opened = new WeakMap<OpeningVault, WeakMap<KeptComplaint, Complaint>>()

/**
 * Opens a case that is shared by all who read the same document, and that nobody changes.
 * @throws CaseSealedWrong
 */
export async function openComplaint(vault: OpeningVault, found: KeptComplaint): Promise<Complaint> {
  const known = opened.get(vault)?.get(found)
  if (known) return known
  try {
    return rememberOpened(vault, found, await openWhole(vault, found))
  } catch (cause) {
    throw cause instanceof SealRefused ? new CaseSealedWrong(describeUnreadable(found), cause) : cause
  }
}

/** Spares the opening of a document whose case is known, because it was opened or written here. */
export function rememberOpened(vault: OpeningVault, kept: KeptComplaint, complaint: Complaint): Complaint {
  // It is asked each time whether the unit still takes a seal that is bound to no place.
  if (!isBound(kept.key) || !isBound(kept.dossier)) return complaint
  const ofVault = opened.get(vault) ?? new WeakMap()
  opened.set(vault, ofVault.set(kept, complaint))
  return complaint
}

/** What deliverers and tellers write; nothing of it is repeated under the seal. */
const besideTheSeal: ReadonlySet<string> = new Set(['version', 'notices', 'alerts', 'news'])

interface KeptCases {
  readonly kept: Pick<Collection<KeptComplaint>, 'replace'>
  readonly vault: OpeningVault
}

/** Writes what changes only notices and alerts, after which a case that was opened need not be opened again. */
export async function replaceNotices({ kept, vault }: KeptCases, before: KeptComplaint, after: KeptComplaint) {
  const saved = await kept.replace(after)
  if (saved) carryOpened(vault, before, saved)
  return saved
}

function carryOpened(vault: OpeningVault, before: KeptComplaint, after: KeptComplaint): void {
  const known = opened.get(vault)?.get(before)
  const isSame = (name: string) => besideTheSeal.has(name) || Reflect.get(before, name) === Reflect.get(after, name)
  if (!known || !Object.keys(after).every(isSame)) return
  const { version, notices } = after
  const { alerts, news } = fillInLater(laterInOutline, after)
  rememberOpened(vault, after, { ...known, version, notices, alerts, news })
}

async function openWhole(vault: OpeningVault, found: KeptComplaint): Promise<Complaint> {
  const { wordsMark: _, changedAt: __, hasProvenPhone: ___, outcome: ____, stars: _____, ...rest } = found
  const { dossier: ______, assisting: _______, timedAt: ________, linesToSeal = [], ...outline } = rest
  const tenant = found.tenant
  const guard = await openGuard(vault, found)
  const { dossier, hashes } = await openCase(vault, found)
  if (linesToSeal.length > 0) Object.assign(dossier, { history: sortByTime([...dossier.history, ...linesToSeal]) })
  const evidence = outline.evidence.map((item) => ({
    ...fillInLater(laterInEvidence, item),
    sha256: hashes[item.id] ?? '',
  }))
  return Object.assign(fillInLater(laterInOutline, outline), {
    receivedDay: dayOf(outline),
    evidence,
    tenant,
    dossier,
    guard,
  })
}

/** Reports cases that cannot be opened and leaves them out. */
export async function openComplaints(
  vault: OpeningVault,
  found: readonly (KeptComplaint | null)[],
  tell?: ReportUnreadable,
): Promise<Complaint[]> {
  const cases = await Promise.all(found.map((one) => one && skipUnreadable(openComplaint(vault, one))))
  for (const [at, one] of found.entries()) if (one && !cases[at]) tell?.(describeUnreadable(one))
  return cases.filter((one) => one !== null)
}

const describeUnreadable = ({ id, status, category, guard }: KeptComplaint): UnreadableCase => ({
  ...{ number: id, status, category },
  guard: guard && { steward: guard.steward },
})

const sortByTime = (history: readonly HistoryLine[]): HistoryLine[] =>
  history.toSorted(({ at: one }, { at: other }) => (one < other ? -1 : one > other ? 1 : 0))
