const office: Readonly<Record<string, string>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'text/plain': 'TXT',
  'audio/mpeg': 'MP3',
  'video/quicktime': 'MOV',
}

/** A media type as people call such files: `PDF`, `WAV`. */
export const fileKind = (type: string): string =>
  office[type] ?? (type.split('/').at(-1) ?? '').replace(/^x-/, '').toUpperCase()
