import { describe, expect, it } from 'vitest'
import type { EvidenceStore } from '../../service/case/evidence.ts'
import { keepReserve } from '../../service/keeping/evidence/held-evidence.ts'
import { stateOf, watchDisk, watchLoad } from '../../service/shared/free-room.ts'

const GB = 1_000_000_000

/** A disk of which a test says how much is free. */
function aDisk(total: number) {
  const disk = { free: total, total }
  let time = 0
  return {
    disk,
    room: watchDisk(
      async () => ({ ...disk }),
      () => (time += 1_000),
    ),
  }
}

describe('what is kept free of a disk', () => {
  it.each([
    ['a small disk', 10 * GB, 1 * GB],
    ['a large disk', 4_000 * GB, 2 * GB],
  ])('of %s', (_, total, reserve) => {
    expect(stateOf({ free: total, total })).toMatchObject({ room: 'enough', reserve })
    expect(stateOf({ free: reserve, total }).room).toBe('enough')
    expect(stateOf({ free: reserve - 1, total }).room).toBe('low')
    expect(stateOf({ free: reserve / 5, total }).room).toBe('low')
    expect(stateOf({ free: reserve / 5 - 1, total }).room).toBe('full')
    expect(stateOf({ free: 0, total }).room).toBe('full')
  })
})

it('files are refused before complaints are, and both are taken again once there is room', async () => {
  const { disk, room } = aDisk(10 * GB)
  await room.beforeFile()
  disk.free = 0.5 * GB
  await expect(room.beforeFile()).rejects.toMatchObject({ kind: 'no-room', code: 'evidence/no-room' })
  await room.beforeFiling()
  disk.free = 0.1 * GB
  await expect(room.beforeFiling()).rejects.toMatchObject({ kind: 'no-room', code: 'store/full' })
  disk.free = 5 * GB
  await room.beforeFile()
  await room.beforeFiling()
})

it('a file that is under way is broken off where the disk reaches its reserve', async () => {
  const { disk, room } = aDisk(10 * GB)
  let written = 0
  const store: EvidenceStore = {
    async write(_, sealed) {
      for await (const { length } of sealed) written += length
    },
    read: () => {
      throw new Error('nobody reads here')
    },
    remove: async () => {},
    forgetUnfinished: async () => {},
  }
  async function* bytes() {
    for (let piece = 0; piece < 50; piece++) {
      if (piece === 10) disk.free = 0.5 * GB
      yield new Uint8Array(1_048_576)
    }
  }
  await expect(keepReserve(store, room).write('berkas', bytes())).rejects.toMatchObject({ code: 'evidence/no-room' })
  expect(written).toBe(10 * 1_048_576)
})

/** What is decided at each look, when the process holds so many MB. */
const decisions = (held: readonly number[]): readonly boolean[] =>
  held.map((megabytes) => megabytes * 1e6).map(watchLoad())

it('a process that people use a little gives nothing back while they do', () => {
  expect(decisions([160, 300, 420, 519])).not.toContain(true)
})

it('a rush has the process give back what nobody needs any more, each time that it holds much', () => {
  expect(decisions([300, 530, 310, 440, 525, 305, 535])).toEqual([false, true, false, false, true, false, true])
})

it('what is in use is not looked through again before much more is held', () => {
  expect(decisions([540, 520, 560, 640, 660, 530, 650, 670])).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
    false,
    true,
  ])
})

it('less is much again once what was in use is not needed any more', () => {
  expect(decisions([900, 880, 1_050, 350, 510, 530])).toEqual([true, false, false, false, false, true])
})
