import { operatorLog, operatorLogQuery } from '../../contract/operator-log.ts'
import { readOperatorLog } from '../../register/operations/operations.ts'
import { json, op } from '../operation.ts'

export const operatorLogOperations = [
  op('GET /operator/log', {
    summary: 'What operators did, newest first, and whether the log is as it was written',
    may: 'session',
    query: operatorLogQuery,
    answer: json(operatorLog, 'A page of the log'),
    does: async ({ office, query }) => {
      const { items, operators, ...rest } = await readOperatorLog(office, query)
      const names = new Map(operators.map(({ id, name }) => [id, name]))
      const lines = items.map(({ at, by, act, subject, detail }) => ({
        at,
        by: names.get(by) ?? by,
        act,
        subject,
        detail,
      }))
      return { ...rest, items: lines, operators }
    },
  }),
]
