import type { Store } from '../../service/storage/collection.ts'

/** What a store was asked since the last look: each question with how many documents it brought. */
export interface Reads {
  take(): readonly string[]
}

const itemsIn = (answer: unknown): number => {
  if (answer === null || answer === undefined) return 0
  if (Array.isArray(answer)) return answer.length
  return typeof answer === 'object' && 'items' in answer && Array.isArray(answer.items) ? answer.items.length : 1
}

/** A store that notes what it is asked. */
export function countReads(store: Store): { readonly store: Store; readonly reads: Reads } {
  let noted: string[] = []
  const noting = <T extends object>(collection: T, of: string): T =>
    new Proxy(collection, {
      get(target, name, receiver) {
        const method: unknown = Reflect.get(target, name, receiver)
        if (typeof method !== 'function') return method
        return async (...given: unknown[]) => {
          const answer: unknown = await Reflect.apply(method, target, given)
          noted.push(`${of} ${String(name)} ${itemsIn(answer)}`)
          return answer
        }
      },
    })
  return {
    store: { ...store, collection: async (spec) => noting(await store.collection(spec), spec.name) },
    reads: {
      take() {
        const taken = noted
        noted = []
        return taken
      },
    },
  }
}
