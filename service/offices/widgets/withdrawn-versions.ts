import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Store } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/tenant-id.ts'
import type { WithdrawnVersion } from './widget-release.ts'

export const withdrawnVersionSpec: CollectionSpec<WithdrawnVersion> = {
  name: 'withdrawnWidgets',
  keys: { at: ({ at }) => at },
  indexes: { at: { on: ['at'] } },
}

/** They are few, and read with each page that shows a form. */
export interface WithdrawnVersions {
  list(): Promise<readonly WithdrawnVersion[]>
  /** @throws Refusal `widget/withdrawn` */
  refuse(version: string): Promise<void>
  /** A version that is withdrawn already keeps the first reason. */
  add(withdrawn: Pick<WithdrawnVersion, 'id' | 'at' | 'reason'>): Promise<void>
  remove(version: string): Promise<void>
}

/** Another process's change may go unseen this long, in milliseconds. */
const FRESH_FOR = 2_000
const MOST = 1_000

/** @param milliseconds a clock that only moves forward */
export async function openWithdrawnVersions(store: Store, milliseconds: () => number): Promise<WithdrawnVersions> {
  const kept: Collection<WithdrawnVersion> = await store.collection(withdrawnVersionSpec)
  let known: readonly WithdrawnVersion[] = []
  let until = Number.NEGATIVE_INFINITY

  async function list() {
    if (milliseconds() >= until) {
      known = (await kept.find(PLATFORM, { index: 'at', order: 'descending', limit: MOST })).items
      until = milliseconds() + FRESH_FOR
    }
    return known
  }
  const forget = () => {
    until = Number.NEGATIVE_INFINITY
  }

  return {
    list,
    async refuse(version) {
      if ((await list()).some(({ id }) => id === version)) throw new Refusal('gone', 'widget/withdrawn', { version })
    },
    async add(withdrawn) {
      if (!(await kept.get(PLATFORM, withdrawn.id))) await kept.insert({ tenant: PLATFORM, ...withdrawn })
      forget()
    },
    async remove(version) {
      await kept.delete(PLATFORM, version)
      forget()
    },
  }
}
