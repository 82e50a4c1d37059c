import type { Part } from './evidence-store.ts'

/** What an office file is made of (ECMA-376 part 2): its parts, their kinds, and what they point at. */
export interface PackageContent {
  /** Paths of all parts, in small letters, without a slash in front. */
  readonly parts: readonly string[]
  readonly contentTypes: readonly string[]
  readonly links: readonly PackageLink[]
}

export interface PackageLink {
  /** The last word of the relationship's type: `hyperlink`, `image`. */
  readonly kind: string
  /** Leads out of the file. */
  readonly isOutside: boolean
}

/**
 * Lists what is in an office file, as the programs that open it find it, without reading the file whole.
 * @param read gives a part of the file
 * @returns `null` where it cannot be told for certain
 */
export type ListPackage = (
  size: number,
  read: (part: Part) => AsyncIterable<Uint8Array>,
) => Promise<PackageContent | null>

/** Parts that office programs write into files without macros. */
const harmlessEndings: ReadonlySet<string> = new Set(
  'xml rels vml jpg jpeg jpe jfif png gif bmp tif tiff emf wmf wdp svg webp odttf ttf fntdata psmdcp sigs'.split(' '),
)

/** Parts that are fine although their ending is not: settings of a printer, and the numbers behind a chart. */
const harmlessParts: readonly RegExp[] = [
  /(^|\/)printersettings\/printersettings\d*\.bin$/,
  /^(word|xl|ppt)\/embeddings\/[^/]+\.xlsx$/,
]

const harmfulParts = /(^|\/)(vba[^/]*|(macrosheets|dialogsheets|activex)\/.*)$/
const harmfulContents = /macro|vba|activex|oleobject/i
const harmfulLinks: ReadonlySet<string> = new Set([
  'vbaproject',
  'wordvbadata',
  'xlmacrosheet',
  'xlintlmacrosheet',
  'control',
  'activexcontrolbinary',
  'oleobject',
  'attachedtemplate',
  'frame',
  'subdocument',
  'afchunk',
])

/** Tells whether an office file runs something, carries another program's file, or fetches something when it is opened. */
export const isActivePackage = ({ parts, contentTypes, links }: PackageContent): boolean =>
  parts.some(isHarmfulPart) ||
  contentTypes.some((type) => harmfulContents.test(type)) ||
  links.some(({ kind, isOutside }) => harmfulLinks.has(kind) || (isOutside && kind !== 'hyperlink'))

function isHarmfulPart(part: string): boolean {
  if (part.endsWith('/')) return false
  const ending = /\.([^./]*)$/.exec(part)?.[1] ?? ''
  return harmfulParts.test(part) || !(harmlessEndings.has(ending) || harmlessParts.some((one) => one.test(part)))
}
