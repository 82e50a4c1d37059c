import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Compress } from '../../http/public/tenant-routes.ts'

const compress = promisify(brotliCompress)

/** It compresses at the highest level, because each result is sent many times. */
export const brotli: Compress = async (text) =>
  new Uint8Array(await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }))
