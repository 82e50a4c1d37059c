import { taskList } from '../../contract/tasks.ts'
import { json, op } from '../operation.ts'

export const taskOperations = [
  op('GET /operator/tasks', {
    summary: 'The machine’s own tasks: when each last ran, how long it took, how it ended, and when it is next',
    may: 'session',
    answer: json(taskList, 'Of the process that answers'),
    does: async ({ office }) => {
      const items = office.tasks.list().map(({ everyMilliseconds, ...task }) => ({
        ...task,
        everySeconds: everyMilliseconds / 1_000,
      }))
      const { room, free, reserve } = await office.disk.state()
      const untrustedProxy = office.proxyWatch.isSeen
      const about = {
        isOnDuty: office.isOnDuty(),
        untrustedProxy,
        lacksSecurityContact: office.lacksSecurityContact,
        disk: { room, free, reserve },
      }
      return { ...about, items }
    },
  }),
]
