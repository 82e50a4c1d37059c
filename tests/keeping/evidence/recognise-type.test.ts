import { describe, expect, it } from 'vitest'
import { recogniseType } from '../../../service/adapters/file-type/recognise-type.ts'
import { isRefusedByName } from '../../../service/keeping/evidence/file-types.ts'

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
