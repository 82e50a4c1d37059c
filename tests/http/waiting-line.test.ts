import { describe, expect, it } from 'vitest'
import { chooseNext, courseAfter, mayJoin, untouched } from '../../service/http/waiting-line.ts'

const PATIENCE = 5_000
/** Somebody waited for two seconds, in which forty were let in: one in fifty milliseconds. */
const standing = { stood: 2_000, moved: 40 }

describe('a place', () => {
  const act = { whose: 'verifikator', since: 900 }
  const reading = { whose: 'petugas', since: 300 }
  const search = { whose: 'kepala', since: 200 }

  it('goes to the foremost line three times of four, and then to whom waits longest of all', () => {
    const places = Array.from({ length: 8 }, (_, place) => chooseNext([act, reading, search], place))
    expect(places).toEqual([act, act, act, search, act, act, act, search])
  })

  it('goes to the foremost of those who wait equally long', () => {
    expect(chooseNext([{ ...act, since: 300 }, reading], 3)).toEqual({ ...act, since: 300 })
  })

  it('goes to the next line where nobody waits in the foremost, and to nobody where none waits', () => {
    expect(chooseNext([undefined, reading, search], 0)).toBe(reading)
    expect([0, 3].map((place) => chooseNext([undefined, undefined], place))).toEqual([undefined, undefined])
  })
})

describe('a line of requests', () => {
  it('takes everybody in where nobody waited until now', () => {
    expect(mayJoin(100, untouched, PATIENCE)).toBe(true)
    expect(mayJoin(100, { stood: 0, moved: 3 }, PATIENCE)).toBe(true)
  })

  it('takes a burst in, of which nobody knows yet how fast it goes', () => {
    expect(mayJoin(80, { stood: 1_000, moved: 1 }, PATIENCE)).toBe(true)
  })

  it('takes in as many as come in within half of the time for which they would wait', () => {
    expect(mayJoin(50, standing, PATIENCE)).toBe(true)
    expect(mayJoin(51, standing, PATIENCE)).toBe(false)
    expect(mayJoin(51, standing, PATIENCE + 1_000)).toBe(true)
  })

  it('takes in one alone where it stands still, so that somebody sees when it goes on', () => {
    const still = { stood: 3_000, moved: 0 }
    expect(mayJoin(0, still, PATIENCE)).toBe(true)
    expect(mayJoin(1, still, PATIENCE)).toBe(false)
  })

  it('forgets a rush within seconds once nobody waits any more', () => {
    let course = { stood: 10_000, moved: 10 }
    expect(mayJoin(80, course, PATIENCE)).toBe(false)
    for (let look = 0; look < 400; look++) course = courseAfter(25, course, false)
    expect(mayJoin(80, course, PATIENCE)).toBe(true)
  })

  it('knows a rush that goes on by its last seconds, however long it is', () => {
    let course = untouched
    for (let look = 0; look < 10_000; look++) {
      course = courseAfter(25, { ...course, moved: course.moved + 1 }, true)
    }
    expect(course.stood / course.moved).toBeCloseTo(25, 5)
    for (let look = 0; look < 400; look++) {
      course = courseAfter(25, { ...course, moved: course.moved + (look % 4 === 0 ? 1 : 0) }, true)
    }
    expect(course.stood / course.moved).toBeGreaterThan(90)
  })
})
