/** Maps the numbers of cases to their places in a table, so compactly that a million fit. */
export interface CaseNames {
  placeOf(id: string): number | undefined
  idOf(place: number): string
  add(id: string): number
  readonly size: number
}

interface Family {
  readonly number: number
  readonly head: string
  readonly digits: number
  /** The index is the running number, the value the place plus one; 0 means that there is none. */
  places: Int32Array
  /** Numbers far beyond the others are kept here. */
  readonly far: Map<number, number>
}

/** Ids that end in a running number share the text before it. */
export function createCaseNames(): CaseNames {
  const families = new Map<string, Family>()
  const byNumber: Family[] = []
  let familyOf = new Uint32Array(64)
  let numbers = new Uint32Array(64)
  let size = 0

  function parts(id: string): { readonly key: string; readonly head: string; readonly digits: string } {
    let at = id.length
    while (at > 0 && id.length - at < 9 && id.charCodeAt(at - 1) >= 48 && id.charCodeAt(at - 1) <= 57) at--
    const head = id.slice(0, at)
    const digits = id.slice(at)
    return { key: `${digits.length} ${head}`, head, digits }
  }

  function lookUp({ places, far }: Family, value: number): number {
    return value < places.length ? (places[value] ?? 0) : (far.get(value) ?? 0)
  }

  function note(family: Family, value: number, place: number): void {
    if (value >= family.places.length && value <= 2 * size + 1_024) {
      const larger = new Int32Array(Math.max(64, family.places.length * 2, value + 1))
      larger.set(family.places)
      for (const [number, known] of family.far) if (number < larger.length) larger[number] = known
      family.places = larger
    }
    if (value < family.places.length) family.places[value] = place + 1
    else family.far.set(value, place + 1)
  }

  return {
    get size() {
      return size
    },
    placeOf(id) {
      const { key, digits } = parts(id)
      const family = families.get(key)
      const found = family ? lookUp(family, Number(digits)) : 0
      return found === 0 ? undefined : found - 1
    },
    idOf(place) {
      const family = byNumber[familyOf[place] ?? 0]
      if (!family || family.digits === 0) return family?.head ?? ''
      return family.head + String(numbers[place]).padStart(family.digits, '0')
    },
    add(id) {
      const { key, head, digits } = parts(id)
      let family = families.get(key)
      if (!family) {
        family = { number: byNumber.length, head, digits: digits.length, places: new Int32Array(0), far: new Map() }
        families.set(key, family)
        byNumber.push(family)
      }
      if (size === numbers.length) {
        familyOf = copyInto(familyOf, new Uint32Array(size * 2))
        numbers = copyInto(numbers, new Uint32Array(size * 2))
      }
      const value = Number(digits)
      familyOf[size] = family.number
      numbers[size] = value
      note(family, value, size)
      return size++
    },
  }
}

function copyInto(from: Uint32Array, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from)
  return to
}
