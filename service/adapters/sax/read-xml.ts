import sax from 'sax'
import { SheetRefused } from '../../filing/old-books/read-sheets.ts'

export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Some programs write a prefix, such as `x:row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Only XML's own five entities are read. Positions of errors are not tracked, because nobody sees them. */
const options = { strictEntities: true, position: false }

/**
 * Reads a part of a workbook while it is unpacked. A document type is refused: no program that writes tables has one,
 * and it could define further entities.
 */
export function xmlReader({ open, close, text }: XmlReader): (piece: Uint8Array, isLast: boolean) => void {
  const parser = sax.parser(true, options)
  const decoder = new TextDecoder('utf-8')
  const refuse = () => {
    throw new SheetRefused('unreadable')
  }
  parser.ondoctype = refuse
  parser.onerror = refuse
  if (open) parser.onopentag = ({ name, attributes }) => open(localName(name), textsOf(attributes))
  if (close) parser.onclosetag = (name) => close(localName(name))
  if (text) {
    parser.ontext = text
    parser.oncdata = text
  }
  return (piece, isLast) => {
    parser.write(decoder.decode(piece, { stream: !isLast }))
    if (isLast) parser.close()
  }
}

/** Namespaces are not resolved, so each value is a text. */
function textsOf(attributes: sax.Tag['attributes'] | sax.QualifiedTag['attributes']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? value : value.value]),
  )
}
