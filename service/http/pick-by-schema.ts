import type { z } from '@hono/zod-openapi'

/** Copies of a value what its schema names, at each depth. */
type Pick = (value: unknown) => unknown

/** The part of a schema of zod that says what it is made of. */
interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, Described>>
  readonly catchall?: Described
  readonly element?: Described
  readonly items?: readonly Described[]
  readonly valueType?: Described
  readonly innerType?: Described
  readonly in?: Described
  readonly options?: readonly Described[]
  readonly left?: Described
  readonly right?: Described
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, unknown>>
}
interface Described {
  readonly _zod: { readonly def: Def }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** `null` for what has no depth: it is given as it is. */
type Picker = Pick | null

const made = new WeakMap<Described, { readonly pick: Picker }>()

/**
 * Makes a copier from the schema of an answer, once. What the schema does not name never leaves, whatever a use case
 * returns; nothing is checked, so it costs no more than the copy.
 */
export function pickBy(schema: z.ZodType): (value: unknown) => never {
  const pick = pickerOf(schema as Described)
  return (value) => (pick ? pick(value) : value) as never
}

function pickerOf(schema: Described): Picker {
  const before = made.get(schema)
  if (before) return before.pick
  // A schema may contain itself.
  made.set(schema, { pick: (value) => made.get(schema)?.pick?.(value) ?? value })
  const pick = makePicker(schema._zod.def)
  made.set(schema, { pick })
  return pick
}

function makePicker(def: Def): Picker {
  switch (def.type) {
    case 'object':
      return pickProperties(def.shape ?? {}, def.catchall)
    case 'array':
      return pickItems(def.element)
    case 'tuple':
      return pickPlaces(def.items ?? [])
    case 'record':
      return pickValues(def.valueType)
    case 'union':
      return pickOption(def.options ?? [])
    case 'pipe':
      return def.in ? pickerOf(def.in) : null
    default:
      return def.innerType ? pickerOf(def.innerType) : null
  }
}

function pickProperties(shape: Readonly<Record<string, Described>>, catchall: Described | undefined): Pick {
  const picks = Object.entries(shape).map(([name, schema]) => [name, pickerOf(schema)] as const)
  // Only `looseObject` and the like name what else may be there.
  const lets = catchall && catchall._zod.def.type !== 'never'
  return (value) => {
    if (!isRecord(value)) return value
    const picked: Record<string, unknown> = lets ? { ...value } : {}
    for (const [name, pick] of picks) {
      const found = value[name]
      if (found !== undefined) picked[name] = pick ? pick(found) : found
    }
    return picked
  }
}

function pickItems(element: Described | undefined): Picker {
  const pick = element ? pickerOf(element) : null
  return pick && ((value) => (Array.isArray(value) ? value.map(pick) : value))
}

function pickPlaces(items: readonly Described[]): Picker {
  const picks = items.map(pickerOf)
  if (picks.every((pick) => pick === null)) return null
  return (value) => (Array.isArray(value) ? value.map((item, at) => picks[at]?.(item) ?? item) : value)
}

function pickValues(schema: Described | undefined): Picker {
  const pick = schema ? pickerOf(schema) : null
  if (!pick) return null
  return (value) =>
    isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, pick(one)])) : value
}

/** Of several schemas the one that is meant: whose fixed values are those of what is given, and of which all is there. */
function pickOption(options: readonly Described[]): Picker {
  const picks = options.map(pickerOf)
  if (picks.every((pick) => pick === null)) return null
  return (value) => {
    if (value === null || typeof value !== 'object') return value
    const at = options.findIndex((option) => fits(option, value))
    // What no option describes could hold anything, so it does not leave.
    if (at < 0) throw new TypeError('The answer is none of those that its schema describes.')
    return picks[at]?.(value) ?? value
  }
}

function fits({ _zod: { def } }: Described, value: unknown): boolean {
  switch (def.type) {
    case 'object':
      return (
        isRecord(value) &&
        !Array.isArray(value) &&
        Object.entries(def.shape ?? {}).every(([name, one]) => fits(one, value[name]))
      )
    case 'literal':
      return def.values?.includes(value) ?? false
    case 'optional':
      return value === undefined || (def.innerType !== undefined && fits(def.innerType, value))
    case 'nullable':
      return value === null || (def.innerType !== undefined && fits(def.innerType, value))
    case 'array':
      return Array.isArray(value)
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === def.type
    case 'null':
      return value === null
    case 'union':
      return def.options?.some((option) => fits(option, value)) ?? false
    case 'enum':
      return def.entries !== undefined && Object.values(def.entries).includes(value)
    default:
      return value !== undefined
  }
}
