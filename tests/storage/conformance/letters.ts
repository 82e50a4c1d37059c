import { randomBytes } from 'node:crypto'
import type { Collection, CollectionSpec, Draft, Kept, Page, Store } from '../../../service/storage/collection.ts'
import { mintTenantId } from '../../../service/storage/place.ts'

/** A document with everything that a spec can declare: series, unique keys with and without null, counts. */
export interface Letter extends Kept {
  readonly series: string
  readonly number: number
  readonly filingKey: string | null
  readonly token: string | null
  readonly status: string
  readonly category: string | null
  readonly receivedAt: string | null
  readonly dueAt: number | null
  readonly body: unknown
}

export const letterSpec = {
  name: 'letters',
  readAgain: true,
  keys: {
    series: ({ series }) => series,
    number: ({ number }) => number,
    filingKey: ({ filingKey }) => filingKey,
    token: ({ token }) => token,
    status: ({ status }) => status,
    category: ({ category }) => category,
    receivedAt: ({ receivedAt }) => receivedAt,
    dueAt: ({ dueAt }) => dueAt,
  },
  indexes: {
    series: { on: ['series', 'number'], unique: true },
    filingKey: { on: ['filingKey'], unique: true },
    token: { on: ['token'], unique: true, acrossTenants: true },
    received: { on: ['receivedAt'] },
    status: { on: ['status', 'receivedAt'] },
    categoryStatus: { on: ['category', 'status', 'receivedAt'], carries: ['token', 'dueAt'] },
    due: { on: ['dueAt'], acrossTenants: true },
    statusDue: { on: ['status', 'dueAt'], acrossTenants: true },
  },
  counted: ['status', 'category'],
} satisfies CollectionSpec<Letter>

/** Two offices; nobody may see the other's letters. */
export const health = mintTenantId('dinas-kesehatan')
export const permits = mintTenantId('dinas-perizinan')

let written = 0

export function aLetter(over: Partial<Draft<Letter>> = {}): Draft<Letter> {
  written++
  return {
    tenant: health,
    id: `letter-${written}`,
    series: `one-of-its-own-${written}`,
    number: 1,
    filingKey: null,
    token: null,
    status: 'received',
    category: 'service',
    receivedAt: '2026-11-25T03:00:00.000Z',
    dueAt: null,
    body: 'Counter closed early.',
    ...over,
  }
}

/** A collection that no other test uses. */
export const emptyLetters = (store: Store): Promise<Collection<Letter>> =>
  store.collection<Letter>({ ...letterSpec, name: `letters${randomBytes(6).toString('hex')}` })

export const idsOf = (page: Page<{ readonly id: string }>): string[] => page.items.map(({ id }) => id)

/** Walks from page to page to the end. */
export async function idsOfAllPages(
  pageAfter: (after: { after?: string }) => Promise<Page<{ readonly id: string }>>,
): Promise<string[]> {
  const ids: string[] = []
  let page = await pageAfter({})
  for (;;) {
    ids.push(...idsOf(page))
    if (page.nextCursor === null) return ids
    page = await pageAfter({ after: page.nextCursor })
  }
}
