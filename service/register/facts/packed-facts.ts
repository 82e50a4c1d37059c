import { type Instant, instantOf } from '../../shared/instant.ts'
import { keysOf, recordOf } from '../../shared/records.ts'
import type { KeyValue } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { CaseFacts } from './case-facts.ts'

export interface TakenFacts {
  readonly changedAt: number
  /** `null` for a case that reports leave out, because an old register brought it. */
  readonly facts: CaseFacts | null
  /** Facts of another shape are taken anew. */
  readonly shape?: number
}

/** Cases with neighbouring numbers, by their numbers. */
export type FactsPage = Readonly<Record<string, TakenFacts>>

/** How a fact lies in its column: as milliseconds since 1970, as the place of its text among all texts, as a number, or as 1. */
const kinds = {
  ...{ receivedAt: 'moment', verifiedAt: 'moment', respondedAt: 'moment', answeredAt: 'moment' },
  ...{ closedAt: 'moment', leftAt: 'moment', dueAt: 'moment', improvedAt: 'moment' },
  ...{ category: 'text', status: 'text', channel: 'text', handler: 'text', outcome: 'text', called: 'text' },
  ...{ place: 'text', stars: 'number' },
  ...{ guarded: 'mark', decided: 'mark', missed: 'mark', unsolved: 'mark', objected: 'mark', reopened: 'mark' },
  ...{ paused: 'mark', extended: 'mark', completionAsked: 'mark', delayExplained: 'mark' },
  ...{ declared: 'mark', declaredConcerned: 'mark' },
} as const satisfies Readonly<
  Record<Exclude<keyof CaseFacts, 'number' | ListName>, 'moment' | 'text' | 'number' | 'mark'>
>

type ColumnName = keyof typeof kinds
type TextName = { [N in ColumnName]: (typeof kinds)[N] extends 'text' ? N : never }[ColumnName]

/** Facts that are lists lie beside the columns, with the row to which each belongs. */
type ListName = 'labels' | 'notices' | 'messages'

/** None is forgotten where a case is put together. */
type AllFacts = { readonly [Name in keyof Required<CaseFacts>]: CaseFacts[Name] }

/**
 * A page column by column, as it is kept and read: a third of the bytes, and of the time to read it. In a column 0 says
 * that the case has no such fact; a column without any is left out.
 */
export interface PackedFacts {
  readonly numbers: readonly string[]
  readonly changedAt: readonly number[]
  readonly shapes: readonly number[]
  /** Columns name them by their places, from 1 on. */
  readonly texts: { readonly [N in TextName]?: readonly NonNullable<CaseFacts[N]>[] }
  readonly columns: Readonly<Partial<Record<ColumnName, readonly number[]>>>
  readonly lists: { readonly [N in ListName]?: readonly (readonly [row: number, list: NonNullable<CaseFacts[N]>])[] }
}

export function packFacts(page: FactsPage): PackedFacts {
  const taken = Object.entries(page)
  const facts = taken.map(([, { facts }]) => facts)
  const textsOf = <N extends TextName>(name: N) => {
    const texts = [...new Set(facts.flatMap((one) => one?.[name] ?? []))]
    return texts.length > 0 ? { [name]: texts } : {}
  }
  const texts: PackedFacts['texts'] = {
    ...{ ...textsOf('category'), ...textsOf('status'), ...textsOf('channel'), ...textsOf('handler') },
    ...{ ...textsOf('outcome'), ...textsOf('called'), ...textsOf('place') },
  }
  const numbersOf = (name: ColumnName): number[] => {
    const known = Object.entries(texts).flatMap(([of, some]) => (of === name ? some : []))
    const places = new Map<unknown, number>(known.map((text, at) => [text, at + 1]))
    return facts.map((one) => {
      const value = one?.[name]
      if (value === undefined) return 0
      return places.get(value) ?? (typeof value === 'string' ? Date.parse(value) : Number(value))
    })
  }
  const columns: Partial<Record<ColumnName, readonly number[]>> = {}
  for (const name of keysOf(kinds)) {
    const column = numbersOf(name)
    if (column.some((value) => value !== 0)) columns[name] = column
  }
  const listed = <N extends ListName>(name: N) => {
    const rows = facts.flatMap((one, row) => {
      const list = one?.[name]
      return list ? [[row, list] as const] : []
    })
    return rows.length > 0 ? { [name]: rows } : {}
  }
  return {
    numbers: taken.map(([number]) => number),
    changedAt: taken.map(([, { changedAt }]) => changedAt),
    shapes: taken.map(([, { shape = 0 }]) => shape),
    texts,
    columns,
    lists: { ...listed('labels'), ...listed('notices'), ...listed('messages') },
  }
}

export function unpackFacts(packed: PackedFacts): FactsPage {
  const { numbers, changedAt, shapes } = packed
  const rows = factRows(packed)
  return Object.fromEntries(
    numbers.map((number, row) => {
      const shape = shapes[row]
      return [number, { changedAt: changedAt[row] ?? 0, facts: rows.at(row), ...(shape && { shape }) }]
    }),
  )
}

/** A page in memory, with some 150 bytes for each case. A case is put together only when it is asked for. */
export interface FactRows {
  readonly size: number
  at(row: number): CaseFacts | null
  /** Returns the cases that were received by `to` and were open at `from` or came later, or have a date that still counts. */
  between(from: Instant, to: Instant): CaseFacts[]
}

export function factRows({ numbers, texts, columns, lists: kept }: PackedFacts): FactRows {
  const held = recordOf(keysOf(kinds), (name) =>
    (kinds[name] === 'moment' ? Float64Array : Uint16Array).from(columns[name] ?? []),
  )
  const [labels, notices, messages] = [new Map(kept.labels), new Map(kept.notices), new Map(kept.messages)]
  const numberIn = (name: ColumnName, row: number): number | undefined => held[name][row] || undefined
  const markIn = (name: ColumnName, row: number): true | undefined => (held[name][row] ? true : undefined)
  const textIn = <N extends TextName>(name: N, row: number) => texts[name]?.[(held[name][row] ?? 0) - 1]
  const momentIn = (name: ColumnName, row: number): Instant | undefined => {
    const moment = held[name][row]
    return moment ? instantOf(new Date(moment)) : undefined
  }

  function at(row: number): AllFacts | null {
    const receivedAt = momentIn('receivedAt', row)
    if (receivedAt === undefined) return null
    return {
      number: numbers[row] ?? '',
      receivedAt,
      category: textIn('category', row) ?? '',
      status: textIn('status', row) ?? 'received',
      channel: textIn('channel', row) ?? 'web_widget',
      handler: textIn('handler', row),
      guarded: markIn('guarded', row),
      verifiedAt: momentIn('verifiedAt', row),
      respondedAt: momentIn('respondedAt', row),
      answeredAt: momentIn('answeredAt', row),
      closedAt: momentIn('closedAt', row),
      decided: markIn('decided', row),
      leftAt: momentIn('leftAt', row),
      dueAt: momentIn('dueAt', row),
      missed: markIn('missed', row),
      outcome: textIn('outcome', row),
      stars: numberIn('stars', row),
      unsolved: markIn('unsolved', row),
      objected: markIn('objected', row),
      reopened: markIn('reopened', row),
      paused: markIn('paused', row),
      extended: markIn('extended', row),
      completionAsked: markIn('completionAsked', row),
      place: textIn('place', row),
      improvedAt: momentIn('improvedAt', row),
      called: textIn('called', row),
      delayExplained: markIn('delayExplained', row),
      declared: markIn('declared', row),
      declaredConcerned: markIn('declaredConcerned', row),
      labels: labels.get(row),
      notices: notices.get(row),
      messages: messages.get(row),
    }
  }

  return {
    size: numbers.length,
    at,
    between(from, to) {
      const [first, last] = [Date.parse(from), Date.parse(to)]
      const { receivedAt, leftAt, dueAt } = held
      const found: CaseFacts[] = []
      for (let row = 0; row < numbers.length; row++) {
        const left = leftAt[row]
        if ((receivedAt[row] ?? 0) > last || (left && left < first && !dueAt[row])) continue
        const facts = at(row)
        if (facts) found.push(facts)
      }
      return found
    },
  }
}

interface RememberedPages {
  /** @param tag of the page as it lies in the store now */
  find(tenant: TenantId, id: string, tag: KeyValue | undefined): FactRows | undefined
  keep(tenant: TenantId, id: string, tag: string, rows: FactRows): void
}

/** Some 45 MB. */
const MOST_CASES = 300_000

/**
 * Holds pages in memory, those of the tenants that were asked for last. A tenant that is larger than there is room for
 * keeps what fits: if its oldest pages made room for others, all would be read each time.
 */
export function rememberPages(most = MOST_CASES): RememberedPages {
  const tenants = new Map<TenantId, Map<string, { readonly tag: string; readonly rows: FactRows }>>()
  let cases = 0

  function makeRoom(asking: TenantId): void {
    for (const [tenant, pages] of tenants) {
      if (cases <= most) return
      if (tenant === asking) continue
      tenants.delete(tenant)
      for (const { rows } of pages.values()) cases -= rows.size
    }
  }

  return {
    find(tenant, id, tag) {
      const pages = tenants.get(tenant)
      if (!pages) return undefined
      tenants.delete(tenant)
      tenants.set(tenant, pages)
      const found = pages.get(id)
      return found && found.tag === tag ? found.rows : undefined
    },

    keep(tenant, id, tag, rows) {
      const pages = tenants.get(tenant) ?? new Map()
      cases += rows.size - (pages.get(id)?.rows.size ?? 0)
      pages.set(id, { tag, rows })
      tenants.delete(tenant)
      tenants.set(tenant, pages)
      makeRoom(tenant)
      if (cases > most && pages.delete(id)) cases -= rows.size
    },
  }
}
