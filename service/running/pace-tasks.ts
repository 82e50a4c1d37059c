import { performance } from 'node:perf_hooks'
import { pause, type TaskPace, type Thread } from '../shared/repeat.ts'

export const thisThread: Thread = {
  used: () => performance.eventLoopUtilization().active,
  now: () => performance.now(),
  wait: pause,
}

/** Each call of this port is a portion of a task's work. Its functions return promises, or nothing. */
export const paced = <Port extends object>(pace: TaskPace, port: Port): Port =>
  new Proxy(port, {
    get(target, name, self) {
      const call: unknown = Reflect.get(target, name, self)
      if (typeof call !== 'function') return call
      return (...given: unknown[]) => pace.portion(async () => Reflect.apply(call, target, given))
    },
  })
