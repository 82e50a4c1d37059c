import type { PaperBlock } from '../../offices/office-paper.ts'
import {
  type Doc,
  decorate,
  heightOf,
  ink,
  makeRoom,
  margin,
  quiet,
  type Struct,
  setText,
  type TextStyle,
  widthOf,
} from './sheet.ts'

const big: TextStyle = { font: 'strong', size: 22, colour: '#0f5f5c' }
const label: TextStyle = { font: 'regular', size: 9.5, colour: ink }
const small: TextStyle = { font: 'regular', size: 8.5, colour: quiet }
const strong: TextStyle = { font: 'strong', size: 9.5, colour: ink }

type Figures = Extract<PaperBlock, { readonly kind: 'figures' }>['figures']
type Bars = Extract<PaperBlock, { readonly kind: 'bars' }>

const gap = 10
const inset = 9
const belowValue = 33
const gapBelowName = 1

/** Each figure is in a box of its own, read as one paragraph. The boxes are as high as the longest one needs. */
export function setFigures(doc: Doc, root: Struct, figures: Figures, top: number): number {
  const width = (widthOf(doc) - gap * (figures.length - 1)) / figures.length
  const textWidth = width - 2 * inset
  const nameHeights = figures.map((one) => heightOf(doc, one.label, label, textWidth) + gapBelowName)
  const noteAt = belowValue + Math.max(...nameHeights)
  const boxHeight = noteAt + Math.max(...figures.map(({ note }) => heightOf(doc, note, small, textWidth))) + inset
  const y = makeRoom(doc, top + 6, boxHeight)
  for (const [at, { value, label: name, note }] of figures.entries()) {
    const x = margin.left + at * (width + gap)
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
    const height = Math.max(heightOf(doc, name, label, labelWidth - gap), 14)
    y = makeRoom(doc, y, height)
    const start = y
    const barX = margin.left + labelWidth
    const line = doc.struct('P')
    root.add(line)
    setText(doc, line, 'Span', name, label, { x: margin.left, y, width: labelWidth - gap })
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
    const textX = barX + barWidth + gap
    setText(doc, line, 'Span', said, label, { x: textX, y: start, width: widthOf(doc) + margin.left - textX })
    line.end()
    y = start + height + 2
  }
  return y + 6
}
