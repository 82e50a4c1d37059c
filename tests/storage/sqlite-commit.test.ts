import { describe, expect, it, onTestFinished } from 'vitest'
import { groupCommit } from '../../service/adapters/sqlite/group-commit.ts'
import { openDatabase } from '../../service/adapters/sqlite/sqlite-engine.ts'

/** A disk that confirms when told to. */
async function aDesk() {
  const database = await openDatabase(':memory:')
  onTestFinished(() => database.close())
  database.exec('CREATE TABLE letters (id INTEGER)')
  const asked: { confirm: () => void; fail: (why: Error) => void }[] = []
  const copies: typeof asked = []
  const heard = (waiting: typeof asked) => () =>
    new Promise<void>((resolve, reject) => waiting.push({ confirm: () => resolve(), fail: reject }))
  const commits = groupCommit(database, { toDisk: heard(asked), copy: heard(copies) })
  const answered: string[] = []
  const told = (what: string, act: Promise<unknown>) =>
    act.then(
      () => answered.push(what),
      (error: Error) => answered.push(`${what}: ${error.name}`),
    )
  return {
    asked,
    copies,
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
    rows: () => (database.prepare('SELECT count(*) AS rows FROM letters').get() as { readonly rows: number }).rows,
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

  it('waits while the journal is copied into the file, and readers do not', async () => {
    const desk = await aDesk()
    const many = Array.from({ length: 1_000 }, (_, id) => desk.write(id))
    await desk.asking(1)
    await expect.poll(() => desk.copies.length).toBe(1)
    const late = desk.write(1_001)
    desk.asked[0]?.confirm()
    await Promise.all(many)
    await desk.read('read')
    expect(desk.answered.at(-1)).toBe('read')
    expect(desk.asked).toHaveLength(1)
    desk.copies[0]?.confirm()
    await desk.asking(2)
    desk.asked[1]?.confirm()
    await late
    expect(desk.copies).toHaveLength(1)
  })

  it('is made no more once the disk failed to confirm the file: the journal is all that is left', async () => {
    const desk = await aDesk()
    const many = Array.from({ length: 1_000 }, (_, id) => desk.write(id))
    await expect.poll(() => desk.copies.length).toBe(1)
    desk.asked[0]?.confirm()
    await Promise.all(many)
    const late = desk.write(1_001)
    desk.copies[0]?.fail(new Error('EIO'))
    await late
    await Promise.all([desk.read('read'), desk.write(1_002), desk.finish()])
    expect(desk.answered.slice(1_000).toSorted()).toEqual([
      'finish: StoreUnavailable',
      'read: StoreUnavailable',
      'write 1001: StoreUnavailable',
      'write 1002: StoreUnavailable',
    ])
    expect(desk.rows()).toBe(1_000)
  })

  it('and its copy are finished before the store closes', async () => {
    const desk = await aDesk()
    const many = Array.from({ length: 1_000 }, (_, id) => desk.write(id))
    const finished = desk.finish()
    await expect.poll(() => desk.copies.length).toBe(1)
    desk.asked[0]?.confirm()
    await Promise.all(many)
    expect(desk.answered).not.toContain('finish')
    desk.copies[0]?.confirm()
    await finished
  })
})
