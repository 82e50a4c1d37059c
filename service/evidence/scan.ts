import type { ScanState } from '../complaints/vocabulary.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts'
import type { EvidenceItem, Scan } from './evidence.ts'
import type { FileAnswer } from './malware-scan.ts'

type ScannedItem = Pick<EvidenceItem, 'scan' | 'addedAt'>

/** A minute after the first try, four times as long after each further one, at most a day. */
const nextTry = (tries: number, at: Instant): Instant => plusMilliseconds(at, Math.min(MINUTE * 4 ** (tries - 1), DAY))

/** A file's scan after an answer. A verdict stays, whoever else asked at the same time. */
export function afterScan(before: Scan | null, answer: FileAnswer, at: Instant): Scan {
  if (before && before.verdict !== 'none') return before
  if (answer.kind === 'clean') return { verdict: 'clean', at }
  if (answer.kind === 'infected') return { verdict: 'infected', at, signature: answer.signature }
  const tries = (before?.tries ?? 0) + 1
  return { verdict: 'none', at, why: answer.kind, tries, nextTryAt: nextTry(tries, at) }
}

/** When a file is next shown to the scanner; `null` once there is a verdict. A file of an earlier version says nothing of it. */
export const scanDueAt = ({ scan, addedAt }: Partial<ScannedItem> & Pick<ScannedItem, 'addedAt'>): Instant | null => {
  if (!scan) return addedAt
  return scan.verdict === 'none' ? scan.nextTryAt : null
}

/** So many tries without an answer, and people are told that the file could not be scanned. It is still tried at times. */
const TRIES_UNTIL_FAILED = 3

/** How people are told of it. Where nothing scans, a file does not wait: it is not scanned. */
export function scanStateOf({ scan }: Pick<EvidenceItem, 'scan'>, hasScanner: boolean): ScanState {
  if (scan && scan.verdict !== 'none') return scan.verdict
  if (!hasScanner) return 'unscanned'
  return scan && (scan.why === 'too_large' || scan.tries >= TRIES_UNTIL_FAILED) ? 'failed' : 'waiting'
}
