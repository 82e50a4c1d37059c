import type { Waiting } from '../operations/count-waiting.ts'

/** What is counted, and how it is read out. */
export interface Metrics {
  request(method: string, status: number, seconds: number): void
  notice(channel: string, outcome: string): void
  /** Guarded cases that nobody may read now. */
  unreadCases(cases: number): void
  /** Files that no scanner looked at yet, and for how long the oldest of them is there. */
  unscannedEvidence(files: number, oldestSeconds: number): void
  /** Something did not open where it lies: it was damaged, changed, or moved there. */
  sealRefused(collection: string, field: string): void
  /** Failures to sign in at addresses that nobody has. */
  unknownSignIns(failures: number): void
  waiting(waiting: Waiting): void
  /** Bytes of the disk of the data folder. */
  disk(free: number, reserve: number): void
  /** A task of the machine has run. @param seconds that it took. Not `job`: Prometheus calls its targets so */
  task(name: string, outcome: 'done' | 'failed', seconds: number): void
  text(): Promise<string>
  readonly contentType: string
}
