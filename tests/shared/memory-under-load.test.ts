import { expect, it } from 'vitest'
import { watchLoad } from '../../service/shared/free-room.ts'

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
