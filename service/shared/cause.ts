/** For whose sake code runs: a request, or a run of one of the machine's own tasks. Known however deep it is called. */
export interface Cause {
  /** Does work for the sake of `id`, as `request-id.ts` or a task gives it. */
  run<T>(id: string, work: () => T): T
  /** `null`: for nobody in particular. */
  now(): string | null
}
