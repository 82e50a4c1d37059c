export type Disposition = 'inline' | 'attachment'

/** How names of each type of evidence end; the first is added to a name that ends otherwise. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'application/pdf': ['pdf'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg', 'oga'],
  'audio/opus': ['opus', 'ogg'],
  'audio/wav': ['wav'],
  'audio/x-m4a': ['m4a'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/aac': ['aac'],
  'audio/amr': ['amr'],
  'audio/webm': ['weba', 'webm'],
  'video/mp4': ['mp4', 'm4v'],
  'video/webm': ['webm'],
  'video/quicktime': ['mov', 'qt'],
  'video/3gpp': ['3gp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'text/plain': ['txt'],
}

/**
 * A name that says what the file is by its content. A picture that somebody called `surat.html` is saved as
 * `surat.html.jpg`: a desktop opens files by their names, whatever our headers said.
 */
export function namedByContent(name: string, type: string): string {
  const usual = endings[type] ?? ['bin']
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return usual.includes(ending) ? name : `${name}.${usual[0]}`
}

/** RFC 6266: a plain name for old clients, and the full one in UTF-8 as RFC 8187 writes it. */
export function disposition(kind: Disposition, name: string): string {
  const plain = name.replace(/[^\w. -]/gu, '_')
  // Half of a pair, as a cut emoji leaves it, is no text and cannot be encoded.
  const full = encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(/['()*]/g, encoded)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${full}`
}

const encoded = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
