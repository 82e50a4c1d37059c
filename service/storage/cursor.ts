import { InvalidCursor } from './collection.ts'

export type Place = readonly (string | number)[]

/** Encodes a place. `scope` names the query, so that no other query accepts the cursor. */
export function cursorOf(scope: string, place: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify([scope, ...place]))
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** @throws InvalidCursor unless `cursorOf` made it for the same scope with `length` values */
export function placeOf(cursor: string, scope: string, length: number): Place {
  const [foundScope, ...place] = partsOf(cursor)
  if (foundScope !== scope || place.length !== length || !place.every(isPlaceValue)) {
    throw new InvalidCursor('This cursor belongs to another list.')
  }
  return place
}

const isPlaceValue = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

function partsOf(cursor: string): readonly unknown[] {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return Array.isArray(parts) ? parts : []
  } catch (cause) {
    throw new InvalidCursor('This cursor cannot be read.', { cause })
  }
}
