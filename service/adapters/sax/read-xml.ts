import sax from 'sax'
import { SheetRefused } from '../../old-books/read-sheets.ts'

export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Without its prefix: some programs write `x:row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Only the five entities that XML itself knows are read. The place of an error is not kept: nobody is told it. */
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

/** The attributes of a tag. Namespaces are not looked up, so each value is a text. */
function textsOf(attributes: sax.Tag['attributes'] | sax.QualifiedTag['attributes']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? value : value.value]),
  )
}
