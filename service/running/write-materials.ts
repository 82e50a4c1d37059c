import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type LockedPackages, shippedPackages, writeBillOfMaterials } from './bill-of-materials.ts'

const licenceFile = /^(licen[cs]e|copying|notice|ofl)(\W.*)?$/i

/** The licences of a package that is installed, with their texts; `null` for one that is for another platform. */
async function noticesAt(folder: string): Promise<string | null> {
  const names = (await readdir(folder).catch(() => null))?.filter((name) => licenceFile.test(name))
  if (!names) return null
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.map((text) => text.trim()).join('\n\n')
}

/** Writes what an installation consists of, and what its licences ask to be passed along, beside the built service. */
export async function writeMaterials(root: string, built: string): Promise<void> {
  const lock: { readonly packages: LockedPackages } = JSON.parse(
    await readFile(join(root, 'package-lock.json'), 'utf8'),
  )
  const { packages } = lock
  await writeFile(join(built, 'bom.cdx.json'), `${JSON.stringify(writeBillOfMaterials(packages), null, 1)}\n`)
  const notices = await Promise.all(
    shippedPackages(packages).map(async (path) => {
      const text = await noticesAt(join(root, path))
      const { version = '', license = '' } = packages[path] ?? {}
      return text === null
        ? []
        : [`${path.slice(path.lastIndexOf('node_modules/') + 13)} ${version} (${license})\n\n${text}`]
    }),
  )
  await writeFile(join(built, 'NOTICES.txt'), `${notices.flat().join('\n\n----------\n\n')}\n`)
}
