export type PersonalKind = 'name' | 'phone' | 'address' | 'email' | 'nik' | 'plate'

/** A part of a text that tells who somebody is, by its place in the text. */
export interface PersonalWords {
  readonly kind: PersonalKind
  readonly start: number
  readonly end: number
  /** It is what the reporter gave as their own. */
  readonly isOwn?: boolean
}

/** What the reporter gave of themselves beside the story. */
export interface OwnWords {
  readonly name?: string | null | undefined
  readonly onBehalfOf?: string | null | undefined
  readonly address?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
}
