import { afterAll, beforeAll, describe } from 'vitest'
import type { Store } from '../../service/storage/collection.ts'
import { counting } from './conformance/counting.ts'
import { deleting } from './conformance/deleting.ts'
import { finding } from './conformance/finding.ts'
import { hostileText } from './conformance/hostile-text.ts'
import { numbering } from './conformance/numbering.ts'
import { paging } from './conformance/paging.ts'
import { readingRows } from './conformance/reading-rows.ts'
import { recalling } from './conformance/recalling.ts'
import { several } from './conformance/several.ts'
import { tenantIsolation } from './conformance/tenant-isolation.ts'
import { walking } from './conformance/walking.ts'
import { writing } from './conformance/writing.ts'

export interface ConformanceOptions {
  readonly open: () => Promise<Store>
  /** Whether the server's single-document updates are atomic; without that no race proves anything. */
  readonly atomicUpdates: boolean
}

/** Every promise of the storage port, whichever product keeps it. */
export function storeConformance(name: string, { open, atomicUpdates }: ConformanceOptions): void {
  describe(`storage: ${name}`, () => {
    let store: Store
    const opened = () => store

    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    writing(opened, atomicUpdates)
    numbering(opened)
    finding(opened)
    paging(opened)
    readingRows(opened)
    several(opened)
    recalling(opened)
    counting(opened)
    deleting(opened)
    tenantIsolation(opened)
    hostileText(opened)
    walking(opened)
  })
}
