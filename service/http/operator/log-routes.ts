import { operatorLog, operatorLogQuery } from '../../contract/operator-log.ts'
import { type OperatorLogPorts, readOperatorLog } from '../../register/operations/operations.ts'
import { answers, cookie, newApi, route } from '../openapi.ts'

const list = route.get('/', {
  summary: 'What operators did, newest first, and whether the log is as it was written',
  security: cookie,
  request: { query: operatorLogQuery },
  responses: answers(200, operatorLog, 'A page of the log'),
})

export function operatorLogRoutes(ports: OperatorLogPorts) {
  return newApi().openapi(list, async (c) => {
    const { items, operators, ...rest } = await readOperatorLog(ports, c.req.valid('query'))
    const names = new Map(operators.map(({ id, name }) => [id, name]))
    const lines = items.map(({ at, by, act, subject, detail }) => ({
      at,
      by: names.get(by) ?? by,
      act,
      subject,
      detail,
    }))
    return c.json({ ...rest, items: lines, operators }, 200)
  })
}
