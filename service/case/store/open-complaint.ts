import { isBound } from '../../storage/key-version.ts'
import { SealRefused } from '../../storage/vault.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { HistoryLine } from '../shape/history.ts'
import { type OpeningVault, openCase } from './case-seals.ts'
import { dayOf } from './complaint-tallies.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { openGuard } from './kept-guard.ts'
import { fillInLater, laterInEvidence, laterInOutline } from './later-fields.ts'
import { CaseSealedWrong, type ReportUnreadable, skipUnreadable, type UnreadableCase } from './unreadable-case.ts'

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
    const complaint = await openWhole(vault, found)
    // It is asked each time whether the unit still takes a seal that is bound to no place.
    if (isBound(found.key) && isBound(found.dossier)) remember(vault, found, complaint)
    return complaint
  } catch (cause) {
    throw cause instanceof SealRefused ? new CaseSealedWrong(describeUnreadable(found), cause) : cause
  }
}

function remember(vault: OpeningVault, found: KeptComplaint, complaint: Complaint): void {
  const ofVault = opened.get(vault) ?? new WeakMap()
  opened.set(vault, ofVault.set(found, complaint))
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
