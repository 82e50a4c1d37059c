/** What is measured, each in every store, at every size, with every number of processes. What adds cases comes last. */
export const subjects = ['follow-up', 'register', 'search', 'evidence', 'filing', 'notices'] as const
export type Subject = (typeof subjects)[number]

export const stores = ['embedded', 'mongodb'] as const
export type StoreKind = (typeof stores)[number]

/** Cases of the unit that is asked. */
export type Size = 100 | 1_000 | 100_000 | 1_000_000

const sizesOf = {
  embedded: [1_000, 100_000, 1_000_000],
  mongodb: [100, 1_000, 100_000, 1_000_000],
} as const satisfies Readonly<Record<StoreKind, readonly Size[]>>

const processCounts = [1, 2] as const

export interface Cell {
  readonly subject: Subject
  readonly store: StoreKind
  readonly cases: Size
  readonly processes: (typeof processCounts)[number]
}

const shortly: Readonly<Record<Size, string>> = { 100: '100', 1000: '1k', 100000: '100k', 1000000: '1M' }

/** `filing/embedded/100k/1` */
export const nameOf = ({ subject, store, cases, processes }: Cell): string =>
  `${subject}/${store}/${shortly[cases]}/${processes}`

/** All cells, those that share a store with their cases beside each other. */
export const cells: readonly Cell[] = stores.flatMap((store) =>
  sizesOf[store].flatMap((cases) =>
    processCounts.flatMap((processes) => subjects.map((subject) => ({ subject, store, cases, processes }))),
  ),
)

/** Why a cell cannot be measured here; `null` where it can. `hasMongoDb`: `MONGODB_URI` names a server. */
export function whyNotMeasurable({ store, cases, processes }: Cell, hasMongoDb: boolean): string | null {
  if (store === 'embedded' && processes > 1) return 'the embedded store belongs to one process'
  if (store === 'mongodb' && cases > MOST_FOR_THE_STAND_IN && !hasMongoDb)
    return 'FerretDB on SQLite, which stands in for MongoDB, reads every document of a collection for a question that is not by _id, so that even what the service looks for by itself keeps it busy; with a server in `MONGODB_URI` it is measured'
  return null
}

const MOST_FOR_THE_STAND_IN: Size = 100
