import type { Part } from '../../case/evidence.ts'

/** An office file (ECMA-376 part 2) consists of parts with types, and of links. */
export interface PackageContent {
  /** Paths are in lower case, without a slash in front. */
  readonly parts: readonly string[]
  readonly contentTypes: readonly string[]
  readonly links: readonly PackageLink[]
}

export interface PackageLink {
  /** The kind is the last word of the relationship's type, for example `hyperlink` or `image`. */
  readonly kind: string
  readonly isOutside: boolean
}

/**
 * Lists the content of an office file as office programs find it, without reading the whole file.
 * @param read gives a part of the file
 * @returns `null` where it is not certain
 */
export type ListPackage = (
  size: number,
  read: (part: Part) => AsyncIterable<Uint8Array>,
) => Promise<PackageContent | null>

/** Office programs write such parts into files without macros. */
const harmlessEndings: ReadonlySet<string> = new Set(
  'xml rels vml jpg jpeg jpe jfif png gif bmp tif tiff emf wmf wdp svg webp odttf ttf fntdata psmdcp sigs'.split(' '),
)

/** These parts are harmless although their ending is not: printer settings, and the numbers behind a chart. */
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

/**
 * Tells whether an office file runs something, embeds another program's file, or fetches something when it is opened.
 */
export const isActivePackage = ({ parts, contentTypes, links }: PackageContent): boolean =>
  parts.some(isHarmfulPart) ||
  contentTypes.some((type) => harmfulContents.test(type)) ||
  links.some(({ kind, isOutside }) => harmfulLinks.has(kind) || (isOutside && kind !== 'hyperlink'))

function isHarmfulPart(part: string): boolean {
  if (part.endsWith('/')) return false
  const ending = /\.([^./]*)$/.exec(part)?.[1] ?? ''
  return harmfulParts.test(part) || !(harmlessEndings.has(ending) || harmlessParts.some((one) => one.test(part)))
}
