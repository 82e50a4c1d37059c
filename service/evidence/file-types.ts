/** One kind of file that is taken as evidence. */
interface FileType {
  readonly type: string
  /** How names of such files end; the first is added to a name that ends otherwise. */
  readonly endings: readonly [string, ...string[]]
  /** What people call such files. */
  readonly label: string
  /** A text only: names with these endings are taken, and others may be those of scripts. */
  readonly takenAs?: readonly string[]
  /** Taken from whoever sends it, and not asked for. */
  readonly isUnasked?: true
  /** A ZIP of parts, into which somebody can put programs. */
  readonly isPackage?: true
}

const office = 'application/vnd.openxmlformats-officedocument'

/**
 * What people photograph, film, record, scan and write: nothing that a browser runs, and no archives. A phone that keeps
 * photos as HEIC hands over JPEG where HEIC is not asked for, and JPEG can be looked at in place.
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

/** Returns what is known of a media type; `undefined` for one that is not taken. */
export const fileTypeOf = (type: string): FileType | undefined => fileTypes.find((one) => one.type === type)

/** What file pickers ask for. */
export const typesAskedFor: readonly string[] = fileTypes.flatMap((one: FileType) => (one.isUnasked ? [] : [one.type]))

/** Returns a name's ending in small letters. Points and spaces behind it count for nothing, as for most systems. */
export const endingOf = (name: string): string | undefined =>
  /\.([a-z][a-z0-9-]{0,20})[.\s]*$/i.exec(name)?.[1]?.toLowerCase()

/**
 * Tells whether a file may not be taken under its name. A file without an ending is fine, and one that is no text is
 * saved under the ending of what it is, so its name decides nothing.
 */
export function isRefusedByName(name: string, type: string): boolean {
  const takenAs = fileTypeOf(type)?.takenAs
  const ending = endingOf(name)
  return takenAs !== undefined && ending !== undefined && !takenAs.includes(ending)
}
