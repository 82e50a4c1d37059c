import type { SaveViews } from '../../service/contract/register.ts'
import { keysOf } from '../../service/shared/records.ts'
import { type RegisterQuery, searchOf, unfiltered, views } from './register-query.ts'

type Filter = SaveViews['views'][number]['filter']

export function filterOf({ view, sort, cursor: _, stars, ...texts }: RegisterQuery): Filter {
  const asked = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
  return {
    ...asked,
    ...(views[view].length > 0 && { status: [...views[view]] }),
    ...(stars && { stars: Number(stars) }),
    sort,
  }
}

export function queryOf({ status = [], sort, ...asked }: Filter): RegisterQuery {
  const names = keysOf(views)
  const texts = Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, String(value ?? '')]))
  const view = names.find((name) => views[name].join() === status.join()) ?? 'all'
  return { ...unfiltered, ...texts, view, sort, cursor: '' }
}

/** Two queries that show the same, whatever the page. */
export const showsSame = (one: RegisterQuery, other: RegisterQuery): boolean =>
  searchOf({ ...one, cursor: '' }) === searchOf({ ...other, cursor: '' })
