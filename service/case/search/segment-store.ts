import { DAY, keepRecent } from '../../shared/instant.ts'
import type { Collection, CollectionSpec, IndexRow, Kept, Page, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, keyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { placeIn, type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'
import { type ReadPiece, type SegmentDocument, type SegmentMap, type WordEntry, writeSegment } from './segment.ts'

/** One document is a segment's head with its key, or one of its pieces, all of one length. */
export interface KeptSegmentPart extends Kept {
  readonly segment: string
  readonly key: WrappedKey | null
  /** It is counted in milliseconds. */
  readonly madeAt: number
  readonly sealed: Sealed
}

const byKeyVersion = foundByKeyVersion<KeptSegmentPart>(({ key }) => [key])

export const segmentSpec: CollectionSpec<KeptSegmentPart> = {
  name: 'searchSegments',
  keys: {
    ...byKeyVersion.keys,
    headOf: ({ key, segment }) => (key ? segment : null),
    pieceOf: ({ key, segment }) => (key ? null : segment),
    madeAt: ({ madeAt }) => madeAt,
  },
  indexes: {
    ...byKeyVersion.indexes,
    heads: { on: ['headOf'] },
    pieces: { on: ['pieceOf'], carries: ['madeAt'] },
  },
  counted: byKeyVersion.counted,
}

export interface FoundSegment {
  readonly map: SegmentMap
  readonly read: ReadPiece
}

export interface SegmentStore {
  names(tenant: TenantId): Promise<readonly string[]>
  /** Returns `null` for a segment that is gone or was never finished. */
  find(tenant: TenantId, name: string): Promise<FoundSegment | null>
  add(
    tenant: TenantId,
    documents: Iterable<SegmentDocument>,
    entries: AsyncIterable<WordEntry> | Iterable<WordEntry>,
    form?: number,
  ): Promise<string>
  remove(tenant: TenantId, name: string): Promise<void>
  /** Removes the pieces whose head a crashed process did not write. */
  sweep(tenant: TenantId): Promise<void>
  readonly keyHolder: KeyHolder
}

/** Another process merged the segment away while its piece was requested. */
export class SegmentGone extends Error {
  override readonly name = 'SegmentGone'
}

const MOST_BYTES_REMEMBERED = 16 * 1024 * 1024

export async function openSegmentStore(store: Store, vault: Vault): Promise<SegmentStore> {
  const kept = await store.collection(segmentSpec)
  const own = withOwnKey('searchSegments', vault)
  const placeOf = placeIn('searchSegments')
  /** Pieces of all tenants. Names are never used twice, so none becomes stale. */
  const remembered = keepRecent<Uint8Array>(MOST_BYTES_REMEMBERED, ({ length }) => length)

  async function namesIn(tenant: TenantId): Promise<string[]> {
    return (await allRows(kept, tenant, 'heads')).map(({ id }) => id)
  }

  return {
    names: namesIn,

    async find(tenant, name) {
      const head = await kept.get(tenant, name)
      if (!head?.key) return null
      const map = mapFrom(await own.open({ ...head, key: head.key }, 'map', head.sealed))
      const read = async (number: number) => {
        const id = `${name}.${number}`
        const known = remembered.get(id)
        if (known) return known
        // The key may have been wrapped again since.
        const [current, piece] = await Promise.all([kept.get(tenant, name), kept.get(tenant, id)])
        if (!current?.key || !piece) throw new SegmentGone(`The piece ${id} of an index is gone.`)
        const key = own.keyOf({ ...current, key: current.key })
        const text = await vault.open(key, placeOf(piece, 'piece'), piece.sealed)
        const bytes = new Uint8Array(Buffer.from(String(text), 'base64'))
        remembered.keep(id, bytes)
        return bytes
      }
      return { map, read }
    },

    async add(tenant, documents, entries, form) {
      const segment = crypto.randomUUID()
      const key = await own.newKey(tenant, segment)
      const head = { tenant, id: segment, key }
      const madeAt = Date.now()
      const keep = async (piece: Uint8Array, number: number) => {
        const id = `${segment}.${number}`
        const text = Buffer.from(piece).toString('base64')
        const sealed = await vault.seal(own.keyOf(head), placeOf({ tenant, id }, 'piece'), text)
        await kept.insert({ tenant, id, segment, key: null, madeAt, sealed })
      }
      const map = await writeSegment({ documents, entries }, keep, chance(), form)
      const sealed = await own.seal(head, 'map', mapText(map))
      await kept.insert({ ...head, segment, madeAt, sealed })
      return segment
    },

    async remove(tenant, name) {
      // Nobody asks for pieces whose head is gone.
      await kept.delete(tenant, name)
      remembered.forget(`${name}.`)
      const pieces = await allRows(kept, tenant, 'pieces', { pieceOf: name })
      for (const { id } of pieces) await kept.delete(tenant, id)
    },

    async sweep(tenant) {
      const pieces = await allRows(kept, tenant, 'pieces')
      const heads = new Set(await namesIn(tenant))
      for (const { id, values } of pieces) {
        const [segment, madeAt] = values
        if (!heads.has(String(segment)) && Number(madeAt) < Date.now() - DAY) await kept.delete(tenant, id)
      }
    },

    keyHolder: keyHolder(kept, vault, async (part, renewal) => ({
      ...part,
      key: part.key && (await renewal.key(own.keyOf({ ...part, key: part.key }))),
    })),
  }
}

async function allRows(
  kept: Collection<KeptSegmentPart>,
  tenant: TenantId,
  index: string,
  where: Readonly<Record<string, string>> = {},
): Promise<readonly IndexRow[]> {
  const rows: IndexRow[] = []
  let after: string | null = null
  do {
    const page: Page<IndexRow> = await kept.rows(tenant, { index, where, limit: 500, ...(after && { after }) })
    rows.push(...page.items)
    after = page.nextCursor
  } while (after)
  return rows
}

const parts = [
  'documents',
  'wordsAt',
  'blocksAt',
  'end',
  'pieces',
  'form',
] as const satisfies readonly (keyof SegmentMap)[]

/** Writes the numbers as text of one length, so that they do not show in the size. */
const mapText = (map: SegmentMap): string => parts.map((part) => String(map[part]).padStart(15, '0')).join(' ')

function mapFrom(text: unknown): SegmentMap {
  const [documents = 0, wordsAt = 0, blocksAt = 0, end = 0, pieces = 0, form = 0] = String(text).split(' ').map(Number)
  return { documents, wordsAt, blocksAt, end, pieces, form }
}

const chance = (): number => (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
