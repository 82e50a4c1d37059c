import { type Dice, oneOf } from './dice.ts'

const repeated = (text: string, times: number) => text.repeat(times)
const quoted = (text: string) => JSON.stringify(text)

/** JSON that no form of ours would send, as text: numbers and letters stand here that no value of ours could hold. */
const values: readonly string[] = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1.5', '1e400', '-1e400', '1e-400', '9007199254740993', '[]', '{}'],
  ...[`[${repeated('null,', 5_000)}null]`, repeated('[', 4_000) + repeated(']', 4_000), '[[["a"]]]', '[{}]'],
  `${repeated('{"a":', 4_000)}1${repeated('}', 4_000)}`,
  ...['{"$gt":""}', '{"$where":"sleep(9)"}', '{"$ne":null}', '{"__proto__":{"polluted":true}}'],
  ...['{"constructor":{"prototype":{"polluted":true}}}', '{"toString":null}', '{"length":1e9}', '{"then":1}'],
  ...['"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00 \\ud800"', '"\\u202egnitrevni"', '"\\u2028"', '"\\uffff"'],
  ...['', ' ', '\r\n\r\nX-Injected: ya', '../../../../etc/passwd', '..\\..\\', 'a/b', '%00', '%s%n%x'].map(quoted),
  ...["'; DROP TABLE complaints; --", '" OR ""="', '<script>alert(1)</script>', '{{7*7}}', '=1+1'].map(quoted),
  ...['__proto__', 'constructor', 'toString', '$where', 'a.b.$[]', 'null', 'NaN', '0', 'true'].map(quoted),
  ...['2026-02-30', '0000-00-00', '+275760-09-13T00:00:00.000Z', '2026-01-01T99:99:99Z', '24:61'].map(quoted),
  ...[repeated('x', 9_000), repeated('e\u0301', 3_000), repeated('👩‍👩‍👧', 400), repeated(' ', 5_000)].map(quoted),
  ...['a@b', '"a b"@contoh.example', 'siti@contoh.example\nBcc: x@contoh.example', 'javascript:alert(1)'].map(quoted),
]

const keys = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '$where',
  '$gt',
  'a.b',
  '',
  '\0',
  'length',
  'id',
]

type Path = readonly (string | number)[]

/** The way to every value inside, the whole one included. */
function pathsIn(value: unknown, before: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [before]
  const inner = Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...before, key]))
  return [before, ...inner]
}

const MARK = '«di sini»'

/** The same value with the mark where the path leads, or, with `add`, with one key more there. */
function marked(value: unknown, [first, ...rest]: Path, add: string | null): unknown {
  if (first === undefined) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return add !== null && isObject ? { ...value, [`${MARK}${add}`]: MARK } : MARK
  }
  const entries = Object.entries(value as object).map(([key, one]) => [
    key,
    key === String(first) ? marked(one, rest, add) : one,
  ])
  return Array.isArray(value) ? entries.map(([, one]) => one) : Object.fromEntries(entries)
}

const withValue = (json: string, value: string): string =>
  json.replaceAll(`"${MARK}"`, () => value).replaceAll(MARK, '')

/** A body with one value changed, one taken away, or one added. */
function changed(dice: Dice, body: object): string {
  const path = oneOf(dice, pathsIn(body))
  const value = oneOf(dice, values)
  if (dice(5) > 0) return withValue(JSON.stringify(marked(body, path, null)), value)
  if (dice(2) > 0) return withValue(JSON.stringify(marked(body, path, oneOf(dice, keys))), value)
  return JSON.stringify(body, (key, one: unknown) => (key !== '' && key === String(path.at(-1)) ? undefined : one))
}

/** A body that is no JSON any more, or hardly. */
function broken(dice: Dice, body: object): Buffer {
  const json = JSON.stringify(body)
  const bytes = Buffer.from(json)
  const kinds: readonly (() => Buffer)[] = [
    () => bytes.subarray(0, dice(bytes.length)),
    () => Buffer.concat([bytes, bytes]),
    () => Buffer.from(json, 'utf16le'),
    () => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]),
    () => Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]), bytes.subarray(2)]),
    () => Buffer.from(json.replace(/"/g, "'")),
    () => Buffer.from(`${json.slice(0, -1)},"besar":"${repeated('x', 150 * 1024)}"}`),
    () => Buffer.from(json.replace('{', '{"__proto__":{"polluted":true},"__proto__":null,')),
    () => Buffer.alloc(dice(200), dice(256)),
    () => Buffer.from(oneOf(dice, ['NaN', 'undefined', '{', '"', ']', '{"a":}', '// {}', '\0', '{}{}', '-'])),
  ]
  return oneOf(dice, kinds)()
}

/** A body as somebody sends it who wants to break the service. */
export const hostileBody = (dice: Dice, body: object): Buffer =>
  dice(4) > 0 ? Buffer.from(changed(dice, body)) : broken(dice, body)
