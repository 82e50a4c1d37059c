import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Piece, readMessage } from '../../service/shared/texts/message.ts'

const root = resolve(import.meta.dirname, '../..')

/** One topic in one language. */
export interface Catalogue {
  /** The file from the root: `admin/texts/id/bulk.json`. */
  readonly file: string
  readonly language: string
  readonly topic: string
  readonly texts: unknown
}

const foldersOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

/** Every catalogue of the programs. */
export const catalogues: readonly Catalogue[] = ['service/texts', 'admin/texts', 'widget/texts']
  .filter((folder) => existsSync(join(root, folder)))
  .flatMap((folder) =>
    foldersOf(folder).flatMap((language) =>
      readdirSync(join(root, folder, language)).map((topic) => {
        const file = join(folder, language, topic)
        return { file, language, topic, texts: JSON.parse(readFileSync(join(root, file), 'utf8')) }
      }),
    ),
  )

/** Every text of a catalogue with its path: `list.heading`. */
export const textsIn = (texts: unknown, path: readonly string[] = []): readonly (readonly [string, string])[] =>
  typeof texts === 'string'
    ? [[path.join('.'), texts]]
    : Object.entries(texts ?? {}).flatMap(([key, text]) => textsIn(text, [...path, key]))

/** Every key of a catalogue, at any depth. A list has none. */
export const keysIn = (texts: unknown): readonly string[] =>
  typeof texts === 'string' || Array.isArray(texts)
    ? []
    : Object.entries(texts ?? {}).flatMap(([key, text]) => [key, ...keysIn(text)])

/** What a message may say: one sentence for each of its choices, with “…” where it is filled in. */
export const sayingsOf = (text: string): readonly string[] => spell(readMessage(text))

const spell = (pieces: readonly Piece[]): readonly string[] =>
  pieces.reduce<readonly string[]>(
    (said, piece) => {
      const next =
        piece.type === 'content'
          ? [piece.value]
          : 'cases' in piece
            ? piece.cases.flatMap(({ tokens }) => spell(tokens))
            : ['…']
      return said.flatMap((before) => next.map((after) => before + after))
    },
    [''],
  )
