import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { catalogues, sayingsOf, textsIn } from '../support/catalogues.ts'

const root = resolve(import.meta.dirname, '../..')

/** A text that somebody may read on a screen, in a letter or in a mail. */
export interface Text {
  /** File and line: `widget/tools/build.ts:12`. */
  readonly at: string
  readonly text: string
}

/** Lists of words that are looked up and never shown. */
const dictionaries = ['service/case/words/', 'service/offices/names/', 'service/filing/old-books/book-layout.ts']

const filesUnder = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => ending.test(path) && !/(^|\/)(releases|node_modules|dist)\//.test(path))

const isText = (node: ts.Node): node is ts.StringLiteralLike | ts.TemplateExpression =>
  (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent) && !ts.isLiteralTypeNode(node.parent)) ||
  ts.isTemplateExpression(node)

/** A template is read as a whole, with “…” where it is filled in. */
const textOf = (node: ts.StringLiteralLike | ts.TemplateExpression): string =>
  ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…')
    : node.text

function textsOfSource(file: string): readonly Text[] {
  const source = ts.createSourceFile(file, readFileSync(resolve(root, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const texts: Text[] = []
  const visit = (node: ts.Node) => {
    if (isText(node)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      texts.push({ at: `${file}:${line + 1}`, text: textOf(node) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return texts
}

const textsOfPage = (file: string): readonly Text[] =>
  readFileSync(resolve(root, file), 'utf8')
    .split('\n')
    .map((text, index) => ({ at: `${file}:${index + 1}`, text }))

/** Every text in the sources, every line of the catalogues, and of the pages that are written in Indonesian. */
export const everyText: readonly Text[] = [
  ...['admin', 'service', 'widget']
    .flatMap((folder) => filesUnder(folder, /\.ts$/))
    .filter((file) => !dictionaries.some((words) => file.startsWith(words)))
    .flatMap(textsOfSource),
  ...catalogues.flatMap(({ file, texts }) =>
    textsIn(texts).flatMap(([key, text]) => sayingsOf(text).map((said) => ({ at: `${file}:${key}`, text: said }))),
  ),
  ...[...filesUnder('examples', /\.(html|php)$/), 'README.id.md', 'docs/panduan.md'].flatMap(textsOfPage),
]
