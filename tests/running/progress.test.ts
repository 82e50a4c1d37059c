import { expect, it } from 'vitest'
import { groupDigits, lineOf, megabytes, showProgress } from '../../service/running/progress.ts'

/** Lines that were written where it is no terminal, and where it is one. */
function aScreen(isTTY: boolean) {
  const said: string[] = []
  return { said, screen: { isTTY, write: (text: string) => said.push(text) } }
}

it('a line tells how much of how much, how fast, and how long it takes', () => {
  expect(lineOf({ done: 12_000, all: 100_000, seconds: 4 }, groupDigits)).toBe('12,000 of 100,000, 3,000/s, 30 s left')
  expect(lineOf({ done: 5e8, all: 2.5e9, seconds: 1 }, megabytes)).toBe('500.0 MB of 2.50 GB, 500.0 MB/s, 4 s left')
  expect(lineOf({ done: 1, all: 1_000, seconds: 1 }, groupDigits)).toContain('17 min left')
  expect(lineOf({ done: 7, all: 0, seconds: 1 }, groupDigits)).toBe('7, 7/s')
})

it('a short command tells nothing where there is no terminal', () => {
  const { said, screen } = aScreen(false)
  const progress = showProgress('Store', 10, { screen })
  progress.add(4)
  progress.add(6)
  expect(progress.end()).toBe(10)
  expect(said).toEqual([])
})

it('a terminal is left clean', () => {
  const { said, screen } = aScreen(true)
  const progress = showProgress('Store', 10, { screen })
  progress.add(10)
  progress.end()
  expect(said.at(-1)).toBe('\r\x1b[2K')
})
