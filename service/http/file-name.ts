import { fileTypeOf } from '../keeping/evidence/file-types.ts'

export type Disposition = 'inline' | 'attachment'

/**
 * Adds the ending of the actual type: `surat.html` that is a picture becomes `surat.html.jpg`, because a desktop
 * opens files by their names, whatever our headers state.
 */
export function nameByContent(name: string, type: string): string {
  const usual: readonly string[] = fileTypeOf(type)?.endings ?? ['bin']
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return usual.includes(ending) ? name : `${name}.${usual[0]}`
}

/** RFC 6266: a plain name for old clients, and the full one in UTF-8 as RFC 8187 writes it. */
export function disposition(kind: Disposition, name: string): string {
  const plain = name.replace(/[^\w. -]/gu, '_')
  // A lone surrogate, as a cut emoji leaves it, cannot be encoded.
  const full = encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(/['()*]/g, encodeCharacter)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}

const encodeCharacter = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
