interface FileType {
  readonly type: string
  /** Names of such files have these endings; other names get the first one added. */
  readonly endings: readonly [string, ...string[]]
  readonly label: string
  /** Only text has this list: names with other endings could be those of scripts. */
  readonly takenAs?: readonly string[]
  /** Such files are accepted but not offered in file pickers. */
  readonly isUnasked?: true
  /** A package is a ZIP of parts and could hide programs. */
  readonly isPackage?: true
}

const office = 'application/vnd.openxmlformats-officedocument'

/**
 * These are the files that people photograph, film, record, scan and write. Types that a browser executes and archives
 * are excluded. Phones that store HEIC convert to JPEG where HEIC is not asked for, and JPEG can be shown in place.
 */
export const fileTypes = [
  { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], label: 'JPEG' },
  { type: 'image/png', endings: ['png'], label: 'PNG' },
  { type: 'image/webp', endings: ['webp'], label: 'WEBP' },
  { type: 'image/heic', endings: ['heic', 'heif'], label: 'HEIC', isUnasked: true },
  { type: 'image/avif', endings: ['avif'], label: 'AVIF' },
  { type: 'image/gif', endings: ['gif'], label: 'GIF' },
  { type: 'application/pdf', endings: ['pdf'], label: 'PDF' },
  { type: 'audio/mpeg', endings: ['mp3'], label: 'MP3' },
  { type: 'audio/ogg', endings: ['ogg', 'oga'], label: 'OGG' },
  { type: 'audio/opus', endings: ['opus', 'ogg'], label: 'OPUS' },
  { type: 'audio/wav', endings: ['wav'], label: 'WAV' },
  { type: 'audio/x-m4a', endings: ['m4a'], label: 'M4A' },
  { type: 'audio/mp4', endings: ['m4a', 'mp4'], label: 'MP4' },
  { type: 'audio/aac', endings: ['aac'], label: 'AAC' },
  { type: 'audio/amr', endings: ['amr'], label: 'AMR' },
  { type: 'audio/webm', endings: ['weba', 'webm'], label: 'WEBM' },
  { type: 'video/mp4', endings: ['mp4', 'm4v'], label: 'MP4' },
  { type: 'video/webm', endings: ['webm'], label: 'WEBM' },
  { type: 'video/quicktime', endings: ['mov', 'qt'], label: 'MOV' },
  { type: 'video/3gpp', endings: ['3gp'], label: '3GPP' },
  { type: `${office}.wordprocessingml.document`, endings: ['docx'], label: 'DOCX', isPackage: true },
  { type: `${office}.spreadsheetml.sheet`, endings: ['xlsx'], label: 'XLSX', isPackage: true },
  { type: 'text/plain', endings: ['txt'], label: 'TXT', takenAs: ['txt', 'text', 'log', 'csv', 'md'] },
] as const satisfies readonly FileType[]

export const fileTypeOf = (type: string): FileType | undefined => fileTypes.find((one) => one.type === type)

export const typesAskedFor: readonly string[] = fileTypes.flatMap((one: FileType) => (one.isUnasked ? [] : [one.type]))

/** Returns a name's ending in lower case. Trailing dots and spaces are ignored, as most systems do. */
export const endingOf = (name: string): string | undefined =>
  /\.([a-z][a-z0-9-]{0,20})[.\s]*$/i.exec(name)?.[1]?.toLowerCase()

/**
 * Tells whether the name forbids a file. Without an ending it is fine. A file that is not text is saved under the
 * ending of its type, so its name does not matter.
 */
export function isRefusedByName(name: string, type: string): boolean {
  const takenAs = fileTypeOf(type)?.takenAs
  const ending = endingOf(name)
  return takenAs !== undefined && ending !== undefined && !takenAs.includes(ending)
}
