import { pino } from 'pino'
import type { Log, LogLevel } from '../../shared/tracing.ts'

/**
 * JSON lines on stdout. Of an error only its kind, its codes and its stack are kept, because a message may quote what
 * somebody wrote.
 */
export function createLog(level: LogLevel): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return {
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, cause, fields = {}) => logger.error({ ...fields, ...faultOf(cause) }, message),
  }
}

function faultOf(cause: unknown) {
  if (!(cause instanceof Error)) return { fault: typeof cause }
  const frames = cause.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return { fault: cause.name, ...codesOf(cause.cause), ...codesOf(cause), stack: frames.slice(0, 12).join('\n') }
}

/** Codes are numbers or single words, such as `11600` and `InterruptedAtShutdown` of a server, or `ECONNREFUSED`. */
function codesOf(cause: unknown): Readonly<Record<string, string | number>> {
  if (!(cause instanceof Error)) return {}
  const codes = Object.entries(cause).filter(
    ([name, value]) =>
      ['code', 'codeName'].includes(name) && (typeof value === 'number' || /^[A-Za-z_]{1,50}$/.test(String(value))),
  )
  return Object.fromEntries(codes)
}
