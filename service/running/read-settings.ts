export type Environment = Readonly<Record<string, string | undefined>>

export interface Settings {
  /** Returns the trimmed value; `null` for a setting that is absent or empty. */
  given(name: string): string | null
  whole(name: string, standard: number, most: number): number
  choice<C extends string>(name: string, choices: readonly C[], standard: C): C
  /** An http(s) address without a slash at the end. */
  url(name: string): string | null
  /** Both of two settings that go together, or `null`. */
  pair(first: string, second: string): readonly [string, string] | null
  /** 32 bytes, given in base64. */
  key(name: string): Uint8Array | null
  /** Sentences for the operator about values that cannot be used. */
  readonly problems: string[]
}

/** Reads values from the environment. A wrong value is a problem and does not stop the reading. */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = []
  const given = (name: string): string | null => environment[name]?.trim() || null

  return {
    given,
    problems,

    whole(name, standard, most) {
      const value = Number(given(name) ?? standard)
      if (!Number.isInteger(value) || value < 0 || value > most) {
        problems.push(`${name} must be a whole number from 0 to ${most}, not "${given(name)}".`)
      }
      return value
    },

    choice(name, choices, standard) {
      const value = given(name) ?? standard
      const chosen = choices.find((one) => one === value)
      if (!chosen) problems.push(`${name} must be one of ${choices.join(', ')}, not "${value}".`)
      return chosen ?? standard
    },

    url(name) {
      const value = given(name)
      if (value !== null && !/^https?:$/.test(protocolOf(value)))
        problems.push(`${name} must be an http(s) address, not "${value}".`)
      return value === null ? null : value.replace(/\/+$/, '')
    },

    pair(first, second) {
      const [one, other] = [given(first), given(second)]
      if (one && other) return [one, other]
      if (one || other) problems.push(`${one ? second : first} is missing; ${first} and ${second} go together.`)
      return null
    },

    key(name) {
      const value = given(name)
      if (value === null) return null
      const bytes = Buffer.from(value, 'base64')
      if (bytes.length !== 32) problems.push(`${name} must be 32 bytes in base64; it has ${bytes.length}.`)
      return new Uint8Array(bytes)
    },
  }
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : ''
}
