/** What is measured, each in every store, at every size, with every number of processes. What adds cases comes last. */
export const subjects = ['follow-up', 'register', 'search', 'evidence', 'filing', 'notices'] as const
export type Subject = (typeof subjects)[number]

export const stores = ['embedded', 'mongodb'] as const
export type StoreKind = (typeof stores)[number]

/** Cases of the unit that is asked. */
export type Size = 1_000 | 100_000 | 1_000_000

const sizes = [1_000, 100_000, 1_000_000] as const satisfies readonly Size[]

const processCounts = [1, 2] as const

export interface Cell {
  readonly subject: Subject
  readonly store: StoreKind
  readonly cases: Size
  readonly processes: (typeof processCounts)[number]
}

const shortly: Readonly<Record<Size, string>> = { 1000: '1k', 100000: '100k', 1000000: '1M' }

/** `filing/embedded/100k/1` */
export const nameOf = ({ subject, store, cases, processes }: Cell): string =>
  `${subject}/${store}/${shortly[cases]}/${processes}`

/** All cells, those that share a store with their cases beside each other. */
export const cells: readonly Cell[] = stores.flatMap((store) =>
  sizes.flatMap((cases) =>
    processCounts.flatMap((processes) => subjects.map((subject) => ({ subject, store, cases, processes }))),
  ),
)

/** Why a cell cannot be measured here; `null` where it can. `hasMongoDb`: `MONGODB_URI` names a server. */
export function whyNotMeasurable({ store, processes }: Cell, hasMongoDb: boolean): string | null {
  if (store === 'embedded' && processes > 1) return 'the embedded store belongs to one process'
  if (store === 'mongodb' && !hasMongoDb)
    return 'measured where `MONGODB_URI` names a server, because the rates of what stands in for MongoDB in tests say nothing about it'
  return null
}
