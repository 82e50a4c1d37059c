import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { transform } from 'esbuild'
import { expect, it } from 'vitest'
import { watchRest } from '../../service/shared/memory-at-rest.ts'

/** What is decided at each look, ten seconds apart, when the process took so many milliseconds of CPU before each. */
function decisions(taken: readonly number[]): readonly boolean[] {
  const isDue = watchRest()
  isDue(1_000, 0)
  let cpu = 1_000
  return taken.map((milliseconds, look) => {
    cpu += milliseconds
    return isDue(cpu, (look + 1) * 10_000)
  })
}

it('a process gives back the memory of its start as soon as it is at rest, and only once', () => {
  expect(decisions([2_500, 50, 50, 40])).toEqual([false, true, false, false])
})

it('gives nothing back while a dozen people file each second', () => {
  expect(decisions([2_500, 9_000, 250, 300])).toEqual([false, false, false, false])
})

const tenMinutes = (of: number): readonly number[] => Array.from({ length: 60 }, () => of)

it('gives back what a later rush took, and nothing while it rests on', () => {
  const taken = [50, ...tenMinutes(50), 8_000, 50, 50, ...tenMinutes(50)]
  const looks = decisions(taken).flatMap((isDue, look) => (isDue ? [look] : []))
  expect(looks).toEqual([0, 62])
})

it('does not take giving back for a rush, however long it took', () => {
  const looks = decisions([50, 900, 50, 900, 50, 900, 50])
  expect(looks.filter(Boolean)).toHaveLength(1)
})

it('gives back what a rush soon after took once ten minutes are over', () => {
  const looks = decisions([50, 8_000, ...tenMinutes(50)]).flatMap((isDue, look) => (isDue ? [look] : []))
  expect(looks).toEqual([0, 60])
})

it('decides nothing at the first look, which has nothing to compare with', () => {
  expect(watchRest()(0, 0)).toBe(false)
})

const source = join(import.meta.dirname, '../../service/shared/memory-at-rest.ts')

it('gives back the room of its youngest objects, and the process ends afterwards as ever', async () => {
  const { code } = await transform(await readFile(source, 'utf8'), { loader: 'ts' })
  const program = `${code}
    import { getHeapSpaceStatistics } from 'node:v8'
    const room = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').physical_space_size
    let objects = []
    for (let at = 0; at < 2_000_000; at++) objects = at % 20_000 === 0 ? [] : [...objects.slice(-1), { at, text: 'teks ' + at }]
    const before = room()
    await giveBack()
    process.stdout.write(JSON.stringify([before, room()]), () => process.exit(0))`
  const started = ['--input-type=module', '--max-semi-space-size=16', '-e', program]
  const { stdout } = await promisify(execFile)(process.execPath, started)
  const [before = 0, after = 0]: readonly number[] = JSON.parse(stdout)
  expect(before).toBeGreaterThan(4 * after)
})
