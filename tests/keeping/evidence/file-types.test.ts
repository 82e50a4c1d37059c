import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileKind } from '../../../admin/case/evidence/evidence-viewer.ts'
import { recogniseType } from '../../../service/adapters/file-type/recognise-type.ts'
import { evidenceFiles } from '../../../service/adapters/files/evidence-files.ts'
import type { FileRedaction, Scan } from '../../../service/case/shape/evidence.ts'
import { nameByContent } from '../../../service/http/send-file.ts'
import { fileTypeOf, fileTypes, isRefusedByName, typesAskedFor } from '../../../service/keeping/evidence/file-types.ts'
import { leavingOf, nameOfCopy } from '../../../service/keeping/evidence/opened-evidence.ts'
import type { FileLeaving } from '../../../service/offices/vocabulary.ts'
import type { Instant } from '../../../service/shared/instant.ts'
import { aMoment, verifier } from '../../support/a-complaint.ts'
import { aFolder } from '../../support/a-folder.ts'

describe.each(fileTypes.map(({ type }) => type))('a file of the type %s', (type) => {
  it('stands in the table once, and is saved under an ending of its own', () => {
    expect(fileTypes.filter((one) => one.type === type)).toHaveLength(1)
    const [usual, ...others] = fileTypeOf(type)!.endings
    expect(nameByContent('bukti.html', type)).toBe(`bukti.html.${usual}`)
    for (const ending of [usual, ...others]) expect(nameByContent(`a.${ending}`, type)).toBe(`a.${ending}`)
  })

  it('is taken under the name that it is saved by, and staff read what it is', () => {
    for (const ending of fileTypeOf(type)!.endings) expect(isRefusedByName(`a.${ending}`, type)).toBe(false)
    expect(fileKind(type)).toMatch(/^[0-9A-Z]{3,5}$/)
  })
})

it('only pictures that phones turn into others by themselves are not asked for', () => {
  expect(fileTypes.flatMap(({ type }) => (typesAskedFor.includes(type) ? [] : [type]))).toEqual(['image/heic'])
})

it('a file of a kind that is not in the table is saved under an ending that opens nothing', () => {
  expect([fileTypeOf('text/html'), nameByContent('a.html', 'text/html')]).toEqual([undefined, 'a.html.bin'])
})

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
const bigEndian = (text: string) => utf16(text).swap16()
const utf32 = (text: string) =>
  Buffer.concat(
    [...`\uFEFF${text}`].map((character) => Buffer.from(new Uint32Array([character.codePointAt(0) ?? 0]).buffer)),
  )

describe('what people write is a text', () => {
  it.each([
    ['plain', Buffer.from('Loket 2, pukul 10.15: "Rp50.000 <kurang>", katanya; let us see.')],
    ['with a line of a list', Buffer.from('- var. A\n- function hall\n- import barang dari luar')],
    ['as some editors save it', utf16('Petugas meminta uang – di loket 2.')],
    ['the other way round', bigEndian('Petugas meminta uang di loket 2.')],
    ['cut within a character', utf16('Petugas').subarray(0, 9)],
  ])('%s', async (_, bytes) => {
    expect(await recogniseType(bytes)).toBe('text/plain')
  })
})

describe('what something could run is of no kind', () => {
  it.each([
    ['a page', '<html><script>alert(1)</script>'],
    ['a page behind words', 'Catatan saya <script>alert(1)</script>'],
    ['a script of a shell', '#!/bin/sh\nrm -rf ~'],
    ['a batch file', '@echo off\r\ndel *.*'],
    ['a script of a browser', 'const a = document\nfetch("//x.example")'],
    ['a script of Windows', 'Set o = CreateObject("WScript.Shell")'],
    ['a PowerShell script', 'Invoke-Expression (New-Object Net.WebClient)'],
    ['a shortcut', '[InternetShortcut]\r\nURL=file:///c:/x'],
    ['settings of the registry', 'Windows Registry Editor Version 5.00'],
  ])('%s, in any encoding', async (_, text) => {
    for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16(text), bigEndian(text), utf32(text)]) {
      expect(await recogniseType(bytes)).not.toBe('text/plain')
      expect((await recogniseType(bytes)) ?? '').not.toMatch(/^(audio|video|image)\//)
    }
  })
})

describe('a text is taken under the name of a text', () => {
  it.each(['catatan.txt', 'CATATAN.TXT', 'daftar.csv', 'catatan', 'loket 12.05', '.txt'])('%s', (name) => {
    expect(isRefusedByName(name, 'text/plain')).toBe(false)
  })

  it.each('js mjs vbs bat cmd ps1 hta url lnk reg scr html svg xml JS'.split(' '))('and not .%s', (ending) => {
    for (const name of [`a.${ending}`, `a.txt.${ending}`, `a.${ending}. `]) {
      expect(isRefusedByName(name, 'text/plain')).toBe(true)
    }
  })
})

const decided = (leaves?: FileLeaving) => {
  const made: FileRedaction[] = leaves
    ? [{ file: 'a', leaves, areas: [], by: verifier, at: aMoment().at, because: 'Saksi.' }]
    : []
  return { dossier: { fileRedactions: made } }
}
const file = (type: string, scan: Scan | null = null) => ({ id: 'a', type, scan })
const infected: Scan = { verdict: 'infected', at: aMoment().at, signature: 'Eicar' }

describe('a file that leaves the unit', () => {
  it.each([
    ['image/jpeg', 'redrawn'],
    ['image/gif', 'redrawn'],
    ['application/pdf', 'redrawn'],
    ['image/heic', 'withheld'],
    ['audio/ogg', 'withheld'],
    ['video/mp4', 'withheld'],
    ['text/plain', 'withheld'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'withheld'],
  ])('of kind %s is %s where the reporter stays unnamed, and whole where the identity goes along', (type, leaves) => {
    expect(leavingOf(decided(), file(type), true)).toBe(leaves)
    expect(leavingOf(decided(), file(type), false)).toBe('whole')
  })

  it.each(['redrawn', 'whole', 'withheld'] as const)('is %s where staff decided so, named or not', (leaves) => {
    expect(leavingOf(decided(leaves), file('image/png'), true)).toBe(leaves)
    expect(leavingOf(decided(leaves), file('image/png'), false)).toBe(leaves)
  })

  it('stays where it holds a harmful program, whatever was decided', () => {
    expect(leavingOf(decided('whole'), file('image/png', infected), false)).toBe('withheld')
  })

  it('bears a name that says that it is a copy', () => {
    expect(nameOfCopy('foto.loket.png', 'jpg')).toBe('foto.loket-salinan.jpg')
  })
})

async function* pieces(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text)
}

async function* thatBreaks(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('setengah')
  throw new Error('cut')
}

const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = []
  for await (const piece of bytes) all.push(piece)
  return Buffer.concat(all).toString()
}

describe('the folder of evidence', () => {
  it('gives back what was put in, also after it was opened anew', async () => {
    const folder = await aFolder()
    await evidenceFiles(folder).write('abcdef', pieces('satu', 'dua', ''))
    expect(await textOf(evidenceFiles(folder).read('abcdef'))).toBe('satudua')
  })

  it('lets nobody but its owner read a file', async () => {
    const folder = await aFolder()
    await evidenceFiles(folder).write('abcdef', pieces('x'))
    const [path] = await filesIn(folder)
    expect((await stat(path!)).mode & 0o777).toBe(0o600)
  })

  it('keeps nothing of a file whose source breaks', async () => {
    const folder = await aFolder()
    await expect(evidenceFiles(folder).write('abcdef', thatBreaks())).rejects.toThrow('cut')
    expect(await filesIn(folder)).toEqual([])
  })

  it('removes a file, and minds none that is gone already', async () => {
    const folder = await aFolder()
    const store = evidenceFiles(folder)
    await store.write('abcdef', pieces('x'))
    await store.remove('abcdef')
    await store.remove('abcdef')
    expect(await filesIn(folder)).toEqual([])
  })

  it('fails to give what it does not have', async () => {
    await expect(textOf(evidenceFiles(await aFolder()).read('abcdef'))).rejects.toThrow()
  })
})

describe('while somebody copies the folder', () => {
  it('what is removed keeps its bytes under another name, and goes when the copy is there', async () => {
    const folder = await aFolder()
    const evidence = evidenceFiles(folder)
    for (const id of ['aa1', 'aa2']) await evidence.write(id, pieces(id))
    const [one, other] = [evidence.keepRemoved(), evidence.keepRemoved()]
    await evidence.remove('aa1')
    await evidence.remove('never-there')
    expect((await filesIn(folder)).sort()).toEqual([join(folder, 'aa/aa1.removed'), join(folder, 'aa/aa2')])
    await one.release()
    expect(await filesIn(folder)).toHaveLength(2)
    await other.release()
    expect(await filesIn(folder)).toEqual([join(folder, 'aa/aa2')])
    await evidence.remove('aa2')
    expect(await filesIn(folder)).toEqual([])
  })

  it('what a killed process kept goes a day later', async () => {
    const folder = await aFolder()
    const killed = evidenceFiles(folder)
    await killed.write('aa1', pieces('satu'))
    killed.keepRemoved()
    await killed.remove('aa1')
    await evidenceFiles(folder).forgetUnfinished('2999-01-01T00:00:00.000Z' as Instant)
    expect(await filesIn(folder)).toEqual([])
  })
})
