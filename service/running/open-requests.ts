import { join } from 'node:path'
import { readAssets, readBillOfMaterials, readStaticFiles } from '../adapters/files/read-static-files.ts'
import { createCursorSeal } from '../adapters/jose/seal-cursor.ts'
import { compareWithSecret, hashSecret, newId, newSecret } from '../adapters/node-crypto/secrets.ts'
import { brotli } from '../adapters/node-zlib/brotli.ts'
import { addressReader, createProxyWatch } from '../http/address.ts'
import { linksFrom } from '../http/links.ts'
import { documentedElements } from '../http/pages/documented-elements.ts'
import { requestIdReader } from '../http/request-id.ts'
import { releasesIn } from '../http/static-files.ts'
import type { Ground } from './ground.ts'

/** Without it all visitors share the proxy's address, and its limits. */
const UNTRUSTED_PROXY =
  'requests come through a proxy and TRUST_PROXY is off; set it to on if that proxy is yours and sets X-Forwarded-For'

/** A person who finds a hole then has nobody to tell. */
const NO_SECURITY_CONTACT =
  'SECURITY_CONTACT is not set; without it /.well-known/security.txt is missing, and who finds a hole has nobody to tell'

/** What a request needs before it reaches a use case: who asks, from where, and the built files that it may get. */
export async function openRequests({ config, publicUrl, builtFolder, tracer, metrics, vault, log }: Ground) {
  const files = readStaticFiles(join(builtFolder, 'public'))
  const proxyWatch = createProxyWatch(() => log.warn(UNTRUSTED_PROXY))
  if (config.production && config.securityContacts.length === 0) log.warn(NO_SECURITY_CONTACT)
  const addressKey = newSecret()
  return {
    files,
    assets: await readAssets(join(builtFolder, 'assets.json')),
    billOfMaterials: await readBillOfMaterials(join(builtFolder, 'bom.cdx.json')),
    widgetReleases: releasesIn(files),
    documentedElements: documentedElements(files),
    links: linksFrom(publicUrl),
    publicUrl,
    // The key lives in this process only, so that a stolen store cannot be searched for addresses.
    hashAddress: (address: string) => hashSecret(`${addressKey} ${address}`),
    addressOf: addressReader(config.trustProxy, proxyWatch),
    proxyWatch,
    securityContacts: config.securityContacts,
    lacksSecurityContact: config.production && config.securityContacts.length === 0,
    requestIdOf: requestIdReader(config.trustProxy, newId, tracer),
    sessionIdleAfter: config.sessionIdleAfter,
    isMetricsToken: config.metricsToken ? compareWithSecret(config.metricsToken) : null,
    secureCookies: publicUrl.startsWith('https:'),
    cursorSeal: createCursorSeal(vault),
    compress: brotli,
    readPage: async (html: string) => (await import('../adapters/parse5/read-page.ts')).readPage(html),
    metrics,
    tracer,
    log,
  }
}
