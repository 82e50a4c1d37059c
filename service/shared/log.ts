/** Fields of a log line: codes, counts and ids of ours. Never a name, phone, address, story or code of a reporter. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Structured lines for an operator. */
export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  /** A fault of ours, with its stack. */
  error(message: string, cause: unknown, fields?: LogFields): void
}
