/** What is counted, and how it is read out. */
export interface Metrics {
  request(method: string, status: number, seconds: number): void
  notice(channel: string, outcome: string): void
  text(): Promise<string>
  readonly contentType: string
}
