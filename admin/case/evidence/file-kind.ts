import { fileTypeOf } from '../../../service/keeping/evidence/file-types.ts'

/** A media type as people call such files: `PDF`, `WAV`. */
export const fileKind = (type: string): string =>
  fileTypeOf(type)?.label ?? (type.split('/').at(-1) ?? '').replace(/^x-/, '').toUpperCase()
