import type { Waiting } from '../telling/count-waiting.ts'

export interface Metrics {
  request(method: string, status: number, seconds: number): void
  notice(channel: string, outcome: string): void
  /** Guarded cases that nobody may read now. */
  unreadCases(cases: number): void
  /** Unscanned files, and the age of the oldest. */
  unscannedEvidence(files: number, oldestSeconds: number): void
  /** A sealed field could not be opened, because it was damaged, changed or moved. */
  sealRefused(collection: string, field: string): void
  /** Failed sign-ins with addresses that belong to nobody. */
  unknownSignIns(failures: number): void
  waiting(waiting: Waiting): void
  /** Bytes on the disk of the data folder. */
  disk(free: number, reserve: number): void
  /** It is not called `job`, because Prometheus calls its targets so. @param seconds its duration */
  task(name: string, outcome: 'done' | 'failed', seconds: number): void
  /** A command that was sent to a MongoDB server. */
  storeCommand(command: string, collection: string): void
  text(): Promise<string>
  readonly contentType: string
}
