import type { PaperBlock } from '../../offices/office-paper.ts'
import {
  type Doc,
  decorate,
  drawRule,
  heightOf,
  ink,
  makeRoom,
  margin,
  quiet,
  rule,
  type Struct,
  setText,
  type TextStyle,
  widthOf,
} from './sheet.ts'

const cell: TextStyle = { font: 'regular', size: 8.5, colour: ink }
const columnGap = 5

interface Head {
  readonly columns: readonly string[]
  /** In points; their sum is the width of the text. */
  readonly widths: readonly number[]
  readonly size?: number
}
interface Table extends Head {
  readonly rows: readonly (readonly string[])[]
}

/** The head is repeated on every page. @returns where it ends */
export function setTable(doc: Doc, root: Struct, { rows, ...head }: Table, top: number): number {
  const table = beginTable(doc, root, head, top)
  for (const row of rows) table.setRow(row)
  return table.end()
}

export function beginTable(doc: Doc, root: Struct, { columns, widths, size = cell.size }: Head, top: number) {
  const plain: TextStyle = { ...cell, size }
  const strong: TextStyle = { ...plain, font: 'strong' }
  const table = doc.struct('Table')
  root.add(table)
  const heightOfRow = (texts: readonly string[], style: TextStyle) =>
    Math.max(...texts.map((text, at) => heightOf(doc, text, style, (widths[at] ?? 0) - columnGap))) + 6
  const setCells = (texts: readonly string[], type: 'TH' | 'TD', style: TextStyle, y: number) => {
    const height = heightOfRow(texts, style)
    const row = doc.struct('TR')
    table.add(row)
    let x: number = margin.left
    for (const [at, text] of texts.entries()) {
      const one = doc.struct(type, type === 'TH' ? { scope: 'Column' } : {})
      row.add(one)
      setText(doc, one, 'P', text, style, { x, y: y + 3, width: (widths[at] ?? 0) - columnGap })
      x += widths[at] ?? 0
    }
    drawRule(doc, y + height, 0.5, rule)
    return y + height
  }
  let y = setCells(columns, 'TH', strong, top)
  return {
    setRow(texts: readonly string[]) {
      const start = makeRoom(doc, y, heightOfRow(texts, plain))
      y = start === y ? y : setCells(columns, 'TH', strong, start)
      y = setCells(texts, 'TD', plain, y)
    },
    end() {
      table.end()
      return y
    },
  }
}

const big: TextStyle = { font: 'strong', size: 22, colour: '#0f5f5c' }
const label: TextStyle = { font: 'regular', size: 9.5, colour: ink }
const small: TextStyle = { font: 'regular', size: 8.5, colour: quiet }
const strong: TextStyle = { font: 'strong', size: 9.5, colour: ink }

type Figures = Extract<PaperBlock, { readonly kind: 'figures' }>['figures']
type Bars = Extract<PaperBlock, { readonly kind: 'bars' }>

const figureGap = 10
const inset = 9
const belowValue = 33
const gapBelowName = 1

/** Each figure is in a box of its own, read as one paragraph. The boxes are as high as the longest one needs. */
export function setFigures(doc: Doc, root: Struct, figures: Figures, top: number): number {
  const width = (widthOf(doc) - figureGap * (figures.length - 1)) / figures.length
  const textWidth = width - 2 * inset
  const nameHeights = figures.map((one) => heightOf(doc, one.label, label, textWidth) + gapBelowName)
  const noteAt = belowValue + Math.max(...nameHeights)
  const boxHeight = noteAt + Math.max(...figures.map(({ note }) => heightOf(doc, note, small, textWidth))) + inset
  const y = makeRoom(doc, top + 6, boxHeight)
  for (const [at, { value, label: name, note }] of figures.entries()) {
    const x = margin.left + at * (width + figureGap)
    decorate(doc, () => doc.roundedRect(x, y, width, boxHeight, 4).fillColor('#eef5f4').fill())
    const place = (offset: number) => ({ x: x + inset, y: y + offset, width: textWidth })
    setText(doc, root, 'P', value, big, place(5))
    setText(doc, root, 'P', name, label, place(belowValue))
    setText(doc, root, 'P', note, small, place(noteAt))
  }
  return y + boxHeight + 10
}

const barHeight = 7

/** The bars are decoration; the value beside each is for everybody. */
export function setBars(doc: Doc, root: Struct, { caption, bars }: Bars, top: number): number {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const labelWidth = widthOf(doc) * 0.36
  const barWidth = widthOf(doc) * 0.38
  let y = makeRoom(doc, top + 8, 40)
  y = setText(doc, root, 'P', caption, strong, { x: margin.left, y, width: widthOf(doc) }) + 3
  for (const { label: name, value, said } of bars) {
    const height = Math.max(heightOf(doc, name, label, labelWidth - figureGap), 14)
    y = makeRoom(doc, y, height)
    const start = y
    const barX = margin.left + labelWidth
    const line = doc.struct('P')
    root.add(line)
    setText(doc, line, 'Span', name, label, { x: margin.left, y, width: labelWidth - figureGap })
    decorate(doc, () => {
      doc
        .rect(barX, start + 3, barWidth, barHeight)
        .fillColor('#edebe5')
        .fill()
      doc
        .rect(barX, start + 3, (barWidth * value) / most, barHeight)
        .fillColor('#0f5f5c')
        .fill()
    })
    const textX = barX + barWidth + figureGap
    setText(doc, line, 'Span', said, label, { x: textX, y: start, width: widthOf(doc) + margin.left - textX })
    line.end()
    y = start + height + 2
  }
  return y + 6
}
