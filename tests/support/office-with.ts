import type { Office } from '../../service/case/office/office.ts'

/** The parts of an office that a test has. Of a store it may give only the acts that it needs. */
export type Parts<O> = { readonly [K in keyof O]?: O[K] extends (...given: never) => unknown ? O[K] : Partial<O[K]> }

/** JavaScript itself asks a value for these, when it awaits or prints it. */
const askedByTheLanguage = ['then', 'toJSON', 'asymmetricMatch', 'nodeType', '$$typeof']

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

function strict<T extends object>(value: T, name: string): T {
  const wrapped = new Map<PropertyKey, unknown>()
  return new Proxy(value, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || askedByTheLanguage.includes(key)) return Reflect.get(target, key, receiver)
      if (!(key in target)) throw new Error(`The test gave no ${name}.${key}.`)
      const found: unknown = Reflect.get(target, key, receiver)
      if (name !== 'office' || !isPlain(found)) return found
      if (!wrapped.has(key)) wrapped.set(key, strict(found, key))
      return wrapped.get(key)
    },
  })
}

/** An office, or an extension of it, that has only these parts. It says so if anything else is asked of it. */
export const officeWith = <O extends object = Office>(parts: NoInfer<Parts<O>>): O =>
  strict({ ...parts }, 'office') as object as O
