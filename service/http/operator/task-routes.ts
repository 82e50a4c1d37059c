import { createRoute } from '@hono/zod-openapi'
import { taskList } from '../../contract/tasks.ts'
import type { TaskBook } from '../../operations/task-book.ts'
import type { ProxyWatch } from '../address.ts'
import { answers, cookie, newApi } from '../openapi.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'The machine’s own tasks: when each last ran, how long it took, how it ended, and when it is next',
  security: cookie,
  responses: answers(200, taskList, 'Of the process that answers'),
})

export interface TaskPorts {
  readonly tasks: TaskBook
  readonly isOnDuty: () => boolean
  readonly proxyWatch: Pick<ProxyWatch, 'isSeen'>
}

/** Mounted behind `identifyOperator`. */
export function taskRoutes({ tasks, isOnDuty, proxyWatch }: TaskPorts) {
  return newApi().openapi(list, (c) => {
    const items = tasks.list().map(({ everyMilliseconds, ...task }) => ({
      ...task,
      everySeconds: everyMilliseconds / 1_000,
    }))
    return c.json({ isOnDuty: isOnDuty(), untrustedProxy: proxyWatch.isSeen, items }, 200)
  })
}
