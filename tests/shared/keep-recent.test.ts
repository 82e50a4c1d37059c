import { expect, it, onTestFinished, vi } from 'vitest'
import { keepRecent } from '../../service/shared/instant.ts'

const lengthOf = (text: string) => text.length

it('keeps what was asked for last, within its bound', () => {
  const recent = keepRecent(10, lengthOf)
  recent.keep('a', '1234')
  recent.keep('b', '5678')
  expect(recent.get('a')).toBe('1234')
  recent.keep('c', '9012')
  expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['1234', undefined, '9012'])
  expect(recent.bytes).toBe(8)
  recent.keep('d', 'longer than all')
  expect(recent.bytes).toBe(0)
})

it('counts what is kept anew once', () => {
  const recent = keepRecent(10, lengthOf)
  recent.keep('a', '1234')
  recent.keep('a', '12')
  expect([recent.get('a'), recent.bytes]).toEqual(['12', 2])
})

it('forgets what begins alike', () => {
  const recent = keepRecent(100, lengthOf)
  for (const name of ['one word', 'one list', 'other word']) recent.keep(name, name)
  recent.forget('one ')
  expect([recent.get('one word'), recent.get('one list'), recent.get('other word')]).toEqual([
    undefined,
    undefined,
    'other word',
  ])
  expect(recent.bytes).toBe('other word'.length)
})

it('holds nothing ten minutes after it was last asked', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const recent = keepRecent(100, lengthOf)
  recent.keep('a', '1')
  recent.keep('b', '2')
  vi.advanceTimersByTime(8 * 60_000)
  expect(recent.get('b')).toBe('2')
  vi.advanceTimersByTime(4 * 60_000)
  expect(recent.bytes).toBe(1)
  vi.advanceTimersByTime(8 * 60_000)
  expect(recent.bytes).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})
