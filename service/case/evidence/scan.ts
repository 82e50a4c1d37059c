import type { ScanState } from '../../offices/vocabulary.ts'
import { DAY, type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import type { FileAnswer } from '../../shared/malware-scan.ts'
import type { EvidenceItem, Scan } from '../shape/evidence.ts'

type ScannedItem = Pick<EvidenceItem, 'scan' | 'addedAt'>

/** The delay is a minute after the first try, then four times as long each time, and at most a day. */
const nextTry = (tries: number, at: Instant): Instant => plusMilliseconds(at, Math.min(MINUTE * 4 ** (tries - 1), DAY))

/** A verdict is final, even if another process asked at the same time. */
export function afterScan(before: Scan | null, answer: FileAnswer, at: Instant): Scan {
  if (before && before.verdict !== 'none') return before
  if (answer.kind === 'clean') return { verdict: 'clean', at }
  if (answer.kind === 'infected') return { verdict: 'infected', at, signature: answer.signature }
  const tries = (before?.tries ?? 0) + 1
  return { verdict: 'none', at, why: answer.kind, tries, nextTryAt: nextTry(tries, at) }
}

/** Returns when a file is next scanned, or `null` once there is a verdict. Files of an earlier version lack `scan`. */
export const scanDueAt = ({ scan, addedAt }: Partial<ScannedItem> & Pick<ScannedItem, 'addedAt'>): Instant | null => {
  if (!scan) return addedAt
  return scan.verdict === 'none' ? scan.nextTryAt : null
}

const TRIES_UNTIL_FAILED = 3

/** Without a scanner, a file counts as not scanned instead of waiting. */
export function scanStateOf({ scan }: Pick<EvidenceItem, 'scan'>, hasScanner: boolean): ScanState {
  if (scan && scan.verdict !== 'none') return scan.verdict
  if (!hasScanner) return 'unscanned'
  return scan && (scan.why === 'too_large' || scan.tries >= TRIES_UNTIL_FAILED) ? 'failed' : 'waiting'
}
