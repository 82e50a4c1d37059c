import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { SheetRefused } from '../../old-books/read-sheets.ts'

export interface XmlReader {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Without its prefix: some programs write `x:row`. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads a part of a workbook while it is unpacked. A document type is refused: no program that writes tables has one,
 * and with it would come entities.
 */
export function xmlReader({ open, close, text }: XmlReader): (piece: Uint8Array, isLast: boolean) => void {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8')
  const refuse = () => {
    throw new SheetRefused('unreadable')
  }
  parser.on('doctype', refuse)
  parser.on('error', refuse)
  if (open) parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => open(localName(name), attributes))
  if (close) parser.on('closetag', ({ name }) => close(localName(name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return (piece, isLast) => {
    parser.write(decoder.decode(piece, { stream: !isLast }))
    if (isLast) parser.close()
  }
}
