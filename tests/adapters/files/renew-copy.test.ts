import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { renewCopy } from '../../../service/adapters/files/copy-file.ts'

const { signal } = new AbortController()
/** More than is read at once, and no round number. */
const SIZE = 9_000_001

async function aCopy() {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [from, to] = [join(folder, 'aduan.db'), join(folder, 'salinan.db')]
  const bytes = randomBytes(SIZE)
  await writeFile(to, bytes)
  return { from, to, bytes }
}

const changes: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  'changed in its first, last and some middle byte': (bytes) => {
    for (const at of [0, 4_194_304, 5_000_000, SIZE - 1]) bytes.writeUInt8((bytes.readUInt8(at) + 1) % 256, at)
    return bytes
  },
  grown: (bytes) => Buffer.concat([bytes, randomBytes(5_000_000)]),
  'grown by a byte': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
  'cut short': (bytes) => bytes.subarray(0, 4_194_304),
  emptied: () => Buffer.alloc(0),
}

it.each(Object.entries(changes))('a copy becomes what a file that was %s is now', async (_, change) => {
  const { from, to, bytes } = await aCopy()
  const now = change(Buffer.from(bytes))
  await writeFile(from, now)
  await renewCopy(from, to, signal)
  expect((await readFile(to)).equals(now)).toBe(true)
})

it('writes nothing where nothing differs', async () => {
  const { from, to, bytes } = await aCopy()
  await writeFile(from, bytes)
  const before = new Date('2026-01-02T03:04:05Z')
  await utimes(to, before, before)
  await renewCopy(from, to, signal)
  expect((await stat(to)).mtime).toEqual(before)
})
