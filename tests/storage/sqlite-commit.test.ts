import { describe, expect, it, onTestFinished } from 'vitest'
import { groupCommit } from '../../service/adapters/sqlite/group-commit.ts'
import { openDatabase } from '../../service/adapters/sqlite/sqlite-engine.ts'

/** A disk that confirms when told to. */
async function aDesk() {
  const database = await openDatabase(':memory:')
  onTestFinished(() => database.close())
  database.exec('CREATE TABLE letters (id INTEGER)')
  const asked: { confirm: () => void; fail: (why: Error) => void }[] = []
  const commits = groupCommit(
    database,
    () => new Promise<void>((resolve, reject) => asked.push({ confirm: () => resolve(), fail: reject })),
  )
  const answered: string[] = []
  const told = (what: string, act: Promise<unknown>) =>
    act.then(
      () => answered.push(what),
      (error: Error) => answered.push(`${what}: ${error.name}`),
    )
  return {
    asked,
    answered,
    write: (id: number) =>
      told(
        `write ${id}`,
        commits.run(() => database.prepare('INSERT INTO letters VALUES (?)').run(id)),
      ),
    read: (what: string) =>
      told(
        what,
        commits.seen(() => database.prepare('SELECT count(*) FROM letters').get()),
      ),
    asking: (times: number) => expect.poll(() => asked.length).toBe(times),
    finish: () => told('finish', commits.finish()),
  }
}

describe('a commit of the embedded store', () => {
  it('is answered only when the disk has confirmed it', async () => {
    const desk = await aDesk()
    const written = desk.write(1)
    await desk.asking(1)
    expect(desk.answered).toEqual([])
    desk.asked[0]?.confirm()
    await written
    expect(desk.answered).toEqual(['write 1'])
  })

  it('shares the next confirmation with all that came while the disk was busy', async () => {
    const desk = await aDesk()
    const first = desk.write(1)
    await desk.asking(1)
    const others = [desk.write(2), desk.write(3)]
    const later = desk.read('read')
    desk.asked[0]?.confirm()
    await first
    await desk.asking(2)
    expect(desk.answered).not.toContain('write 2')
    desk.asked[1]?.confirm()
    await Promise.all([...others, later])
    expect(desk.asked).toHaveLength(2)
  })

  it('is not shown to a reader before the disk has it, and holds up nobody afterwards', async () => {
    const desk = await aDesk()
    const written = desk.write(1)
    await desk.asking(1)
    const reading = desk.read('early')
    await new Promise(setImmediate)
    expect(desk.answered).toEqual([])
    desk.asked[0]?.confirm()
    await Promise.all([written, reading])
    await desk.read('late')
    expect(desk.answered).toEqual(['write 1', 'early', 'late'])
    expect(desk.asked).toHaveLength(1)
  })

  it('that the disk did not confirm is refused, and so is all that comes after, for nobody knows what is there', async () => {
    const desk = await aDesk()
    const first = desk.write(1)
    await desk.asking(1)
    const second = desk.write(2)
    desk.asked[0]?.fail(new Error('EIO'))
    await Promise.all([first, second, desk.read('read'), desk.write(3)])
    expect(desk.answered.toSorted()).toEqual([
      'read: StoreUnavailable',
      'write 1: StoreUnavailable',
      'write 2: StoreUnavailable',
      'write 3: StoreUnavailable',
    ])
    expect(desk.asked).toHaveLength(1)
  })

  it('is finished before the store closes', async () => {
    const desk = await aDesk()
    const written = desk.write(1)
    const finished = desk.finish()
    await desk.asking(1)
    expect(desk.answered).toEqual([])
    desk.asked[0]?.confirm()
    await Promise.all([written, finished])
    expect(desk.answered).toEqual(['write 1', 'finish'])
  })
})
