import { AsyncLocalStorage } from 'node:async_hooks'
import type { Cause } from '../../shared/tracing.ts'

export function followCause(): Cause {
  const causes = new AsyncLocalStorage<string>()
  return { run: (id, work) => causes.run(id, work), now: () => causes.getStore() ?? null }
}
