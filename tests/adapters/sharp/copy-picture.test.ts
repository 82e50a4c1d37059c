import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type DrawingBounds, drawings } from '../../../service/adapters/sharp/copy-picture.ts'
import { aFolderForData } from '../../support/a-running-service.ts'

async function* pieces(...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text)
}

const bounds: DrawingBounds = { megabytes: 400, cpuSeconds: 20, milliseconds: 20_000, bytes: 1_000_000 }

/** Another program in the place of the one that draws. */
async function copiesBy(script: string, stricter: Partial<DrawingBounds> = {}) {
  const program = join(await aFolderForData(), 'program.mjs')
  await writeFile(program, script)
  return drawings(program, { ...bounds, ...stricter }).copyPicture
}

const readAll = "import { buffer } from 'node:stream/consumers'\nconst sent = await buffer(process.stdin)\n"

it('the program that draws gets the order and the file, and nothing of the settings of the service', async () => {
  const copy = await copiesBy(
    `${readAll}process.stdout.write(sent + JSON.stringify([process.env.PATH ?? null, process.argv.length]))`,
  )
  const answer = await copy(pieces('isi ', 'berkas'), ['Budi Misal'])
  expect(Buffer.from(answer ?? '').toString()).toBe('{"mark":["Budi Misal"]}\nisi berkas[null,2]')
})

it.each([
  ['fails', `${readAll}process.exit(1)`],
  ['falls', `${readAll}process.kill(process.pid, 'SIGSEGV')`],
  ['stops listening', 'process.exit(1)'],
  ['fails after half an answer', `${readAll}process.stdout.write('separuh', () => process.exit(1))`],
])('a file on which the program %s has no copy, and the next file has', async (_, script) => {
  const copy = await copiesBy(script)
  expect(await copy(pieces('x'.repeat(500_000), 'y'), null)).toBeNull()
  expect(await copy(pieces('z'), null)).toBeNull()
})

it('a file that takes too long has no copy', async () => {
  const copy = await copiesBy('setInterval(() => {}, 1_000)', { milliseconds: 300 })
  expect(await copy(pieces('x'), null)).toBeNull()
})

it('a file of which the copy is longer than any picture has none', async () => {
  const copy = await copiesBy(`${readAll}process.stdout.write(Buffer.alloc(3_000_000)); setInterval(() => {}, 1_000)`)
  expect(await copy(pieces('x'), null)).toBeNull()
})

it.skipIf(process.platform !== 'linux')('a file that takes too much memory has no copy', async () => {
  const script = `${readAll}const taken = []
    for (let at = 0; at < 40; at++) taken.push(Buffer.alloc(20 * 1_048_576, 1))
    process.stdout.write('all of it')`
  expect(await (await copiesBy(script))(pieces('x'), null)).toBeNull()
  expect(await (await copiesBy(script, { megabytes: 1_500 }))(pieces('x'), null)).not.toBeNull()
})

it.skipIf(process.platform !== 'linux')('a file that keeps the processor busy has no copy', async () => {
  const copy = await copiesBy('for (;;);', { cpuSeconds: 1 })
  expect(await copy(pieces('x'), null)).toBeNull()
})

it('a file that cannot be read is a fault and no half copy', async () => {
  const copy = await copiesBy(`${readAll}process.stdout.write(sent)`)
  async function* torn() {
    yield Buffer.from('separuh')
    throw new Error('changed on the disk')
  }
  await expect(copy(torn(), null)).rejects.toThrow('changed on the disk')
  expect(await copy(pieces('utuh'), null)).not.toBeNull()
})

it('pictures are drawn one after another, whatever the number of those who wait', async () => {
  const copy = await copiesBy(`${readAll}process.stdout.write(String(Date.now()))
    await new Promise((done) => setTimeout(done, 100))
    process.stdout.write(' ' + Date.now())`)
  const answers = await Promise.all([1, 2, 3].map(() => copy(pieces('x'), null)))
  const spans = answers.map((answer) =>
    Buffer.from(answer ?? '')
      .toString()
      .split(' ')
      .map(Number),
  )
  for (const [at, [began = 0]] of spans.entries()) expect(began).toBeGreaterThanOrEqual(spans[at - 1]?.[1] ?? 0)
})
