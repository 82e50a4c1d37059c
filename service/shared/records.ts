/** Returns the keys of a record of which all keys are known; TypeScript takes them for any text. */
export const keysOf = <Key extends string>(record: Readonly<Partial<Record<Key, unknown>>>): Key[] =>
  Object.keys(record) as Key[]

/** Returns the entries of a record of which all keys are known. */
export const entriesOf = <Key extends string, Value>(record: Readonly<Partial<Record<Key, Value>>>): [Key, Value][] =>
  Object.entries(record) as [Key, Value][]

/** Makes a record that has a value for each key. */
export const recordOf = <Key extends string, Value>(
  keys: readonly Key[],
  makeValue: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, makeValue(key)])) as Record<Key, Value>

export const isOneOf = <Value>(values: readonly Value[], one: unknown): one is Value =>
  (values as readonly unknown[]).includes(one)
