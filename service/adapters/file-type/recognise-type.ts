import type { RecogniseType } from '../../case/evidence.ts'

/**
 * Recognises by magic numbers; a file without any that reads as plain text is text. Markup and scripts are not,
 * because something could run them.
 */
export const recogniseType: RecogniseType = async (head) => {
  // A byte order mark is checked first, because its two bytes look like a frame of MP3.
  const encoding = encodingOf(head)
  if (encoding) return encoding !== 'utf-32' && isPlainText(wholeUnits(head), encoding) ? 'text/plain' : null
  const { fileTypeFromBuffer } = await import('file-type')
  const known = await fileTypeFromBuffer(head)
  if (known) return known.mime
  return isPlainText(head, 'utf-8') ? 'text/plain' : null
}

/** Reads the byte order mark. No program for people writes UTF-32. */
function encodingOf([a, b, c, d]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32' : null
}

/** The head may be cut within a character of two bytes. */
const wholeUnits = (head: Uint8Array): Uint8Array => head.subarray(0, head.length - (head.length % 2))

function isPlainText(head: Uint8Array, encoding: string): boolean {
  if (head.length === 0) return false
  const text = new TextDecoder(encoding).decode(head)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text does not have.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return false
  // A character of several bytes may be cut at the end of the head, so one replacement there is fair.
  return !/\uFFFD(?!$)/.test(text) && !markup.test(text) && !scripts.some((script) => script.test(text))
}

const markup = /^\s*<|<(!doctype|\?xml|\?php|html|head|body|script|svg|iframe|object|embed|meta|link|img)\b/i

/** Patterns that only scripts and settings files contain. */
const scripts: readonly RegExp[] = [
  /^\s*(#!|@echo\b|\[InternetShortcut\]|\[autorun\]|\[Desktop Entry\]|Windows Registry Editor|REGEDIT4)/i,
  /^\s*(['"]use strict['"]|(const|let|var)\s+[\w$]+\s*=|function\s+[\w$]+\s*\(|import\s[^\n]*\bfrom\s*['"])/,
  /^\s*(Option Explicit|On Error Resume Next|Set-ExecutionPolicy|param\s*\()/i,
  /\b(WScript\.|CreateObject\s*\(|New-Object\s|Invoke-(Expression|WebRequest)|powershell(\.exe)?\s+-|document\.(write|cookie)|eval\s*\()/i,
]
