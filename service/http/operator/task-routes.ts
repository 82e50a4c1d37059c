import { taskList } from '../../contract/tasks.ts'
import type { TaskBook } from '../../register/operations/operations.ts'
import type { DiskRoom } from '../../shared/free-room.ts'
import type { ProxyWatch } from '../address.ts'
import { answers, cookie, newApi, route } from '../openapi.ts'

const list = route.get('/', {
  summary: 'The machine’s own tasks: when each last ran, how long it took, how it ended, and when it is next',
  security: cookie,
  responses: answers(200, taskList, 'Of the process that answers'),
})

export interface TaskPorts {
  readonly tasks: TaskBook
  readonly isOnDuty: () => boolean
  readonly disk: Pick<DiskRoom, 'state'>
  readonly proxyWatch: Pick<ProxyWatch, 'isSeen'>
  readonly lacksSecurityContact: boolean
}

export function taskRoutes({ tasks, isOnDuty, disk, proxyWatch, lacksSecurityContact }: TaskPorts) {
  return newApi().openapi(list, async (c) => {
    const items = tasks.list().map(({ everyMilliseconds, ...task }) => ({
      ...task,
      everySeconds: everyMilliseconds / 1_000,
    }))
    const { room, free, reserve } = await disk.state()
    const untrustedProxy = proxyWatch.isSeen
    const about = { isOnDuty: isOnDuty(), untrustedProxy, lacksSecurityContact, disk: { room, free, reserve } }
    return c.json({ ...about, items }, 200)
  })
}
