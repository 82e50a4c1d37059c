/** What is counted, and how it is read out. */
export interface Metrics {
  request(method: string, status: number, seconds: number): void
  notice(channel: string, outcome: string): void
  /** Guarded cases that nobody may read now. */
  unreadCases(cases: number): void
  /** Files that no scanner looked at yet, and for how long the oldest of them is there. */
  unscannedEvidence(files: number, oldestSeconds: number): void
  text(): Promise<string>
  readonly contentType: string
}
