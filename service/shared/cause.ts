/** Code learns here, at any depth, for which request or background task it runs. */
export interface Cause {
  /** @param id of a request (`request-id.ts`) or a task */
  run<T>(id: string, work: () => T): T
  /** Returns `null` outside of any request or task. */
  now(): string | null
}
