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

  /** Cases that follow each other are mostly of one family. */
  let last: Family | undefined
  /** The running number of the id that was looked at last. */
  let value = 0

  /** @returns `undefined` for an id of a new family */
  function findFamily(id: string): Family | undefined {
    const at = headOf(id)
    value = Number(id.slice(at))
    if (last && last.head.length === at && last.digits === id.length - at && id.startsWith(last.head)) return last
    const found = families.get(keyOf(id, at))
    last = found ?? last
    return found
  }

  function addFamily(id: string): Family {
    const at = headOf(id)
    const digits = id.length - at
    const family = { number: byNumber.length, head: id.slice(0, at), digits, places: new Int32Array(0), far: new Map() }
    families.set(keyOf(id, at), family)
    byNumber.push(family)
    return family
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
      const family = findFamily(id)
      const found = family ? lookUp(family, value) : 0
      return found === 0 ? undefined : found - 1
    },
    idOf(place) {
      const family = byNumber[familyOf[place] ?? 0]
      if (!family || family.digits === 0) return family?.head ?? ''
      return family.head + String(numbers[place]).padStart(family.digits, '0')
    },
    add(id) {
      const family = findFamily(id) ?? addFamily(id)
      if (size === numbers.length) {
        familyOf = copyInto(familyOf, new Uint32Array(size * 2))
        numbers = copyInto(numbers, new Uint32Array(size * 2))
      }
      familyOf[size] = family.number
      numbers[size] = value
      note(family, value, size)
      return size++
    },
  }
}

/** Returns the length of the text before the running number, which has nine digits at most. */
function headOf(id: string): number {
  let at = id.length
  while (at > 0 && id.length - at < 9 && id.charCodeAt(at - 1) >= 48 && id.charCodeAt(at - 1) <= 57) at--
  return at
}

const keyOf = (id: string, head: number): string => `${id.length - head} ${id.slice(0, head)}`

function copyInto(from: Uint32Array, to: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  to.set(from)
  return to
}
