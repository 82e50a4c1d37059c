/** The kinds of files that are taken: named alike where they are taken and where they are shown. */
const fileTypes = 'service/evidence/file-types.ts'

const nouns = [
  'service/alerts',
  'service/announcements',
  'service/api-keys',
  'service/approvals',
  'service/bulk',
  'service/complaints',
  'service/deadlines',
  'service/documents',
  'service/evidence',
  'service/identity',
  'service/inbound',
  'service/incidents',
  'service/lapor',
  'service/letters',
  'service/notices',
  'service/old-books',
  'service/open311',
  'service/operations',
  'service/papers',
  'service/presence',
  'service/questions',
  'service/quotas',
  'service/colours',
  'service/records',
  'service/reports',
  'service/retention',
  'service/rights',
  'service/search',
  'service/staff',
  'service/storage',
  'service/templates',
  'service/tenants',
  'service/widgets',
  'service/transfers',
  'service/webhooks',
]
const sealing = 'service/sealing'
const decided = ['service/shared', sealing, ...nouns]
const adapter = (product: string, ...more: string[]) =>
  [`service/adapters/${product}`, [...decided, 'node:', ...more]] as const

/** The closed sets of words that the wire and the decisions share. */
const words = 'service/complaints/vocabulary.ts'

/** What a unit asks besides the story: decided alike in the form and in the service. */
const questions = 'service/questions'

/** What can be read on what: judged alike where it is set and where it is shown. */
const colours = 'service/colours'

/** What each page of the staff's app stands on. */
const onPages = [
  'service/contract',
  'admin/ui',
  'admin/api',
  'admin/wording',
  'admin/page',
  'lit',
  '@lit/context',
  '@lit/task',
]

/** What an element of the widget is made of: base element, wording, templates, and types of the wire. */
const element = ['widget/element', 'widget/wording', 'lit', 'service/contract', words]

const draft = 'widget/filing/draft'
const form = 'widget/filing/form'
const client = 'widget/service'

/** The widget from the ground up, then what builds it. */
const widgetRows: readonly (readonly [where: string, what: readonly string[]])[] = [
  ['widget/wording', [words]],
  ['widget/element/dialog', element],
  ['widget/element', ['lit', 'service/contract']],
  [client, ['widget/wording', 'service/contract', words]],
  [draft, ['widget/wording', 'service/contract', words, questions]],
  [form, [...element, draft]],
  ['widget/filing/proof', [client, 'altcha-lib']],
  ['widget/filing/voice', element],
  [
    'widget/filing/evidence',
    [...element, client, draft, 'widget/filing/proof', 'widget/filing/voice', '@noble/hashes'],
  ],
  ['widget/filing/keep', [...element, draft]],
  ['widget/filing/questions', [...element, draft, form, questions]],
  ['widget/filing/sealing', [...element, client, draft, form, sealing]],
  ['widget/filing/similar', [...element, client, draft, form]],
  ['widget/filing/steps', [...element, client, draft, form, 'widget/filing/evidence']],
  ['widget/filing', [...element, client]],
  ['widget/receipt', [...element, client]],
  [
    'widget/follow',
    [...element, client, draft, form, 'widget/filing/evidence', 'widget/filing/sealing', 'widget/receipt'],
  ],
  ['widget/aduan-widget/frame', ['widget/element', 'widget/wording']],
  ['widget/aduan-widget/idle', [...element, draft]],
  ['widget/aduan-widget/trust', element],
  ['widget/aduan-widget/trouble', ['widget/element', client, 'widget/aduan-widget/frame', 'widget/aduan-widget/trust']],
  ['widget/aduan-widget', [...element, client, draft, 'widget/follow']],
  ['widget/launcher', [...element, 'widget/aduan-widget', 'widget/index.ts']],
  ['widget/stats', element],
  ['widget/kiosk', ['widget/aduan-widget', draft]],
  ['widget/embed', ['widget/aduan-widget/frame']],
  ['widget/preview', [...element, 'widget/aduan-widget', draft]],
  ['widget/index.ts', ['widget/element', 'widget/aduan-widget', 'widget/filing', 'widget/receipt']],
  // Writes down what other people's pages import.
  ['widget/tools/manifest/type-declarations.ts', ['widget/tools/manifest', 'react', 'vue']],
  ['widget/tools/manifest', ['typescript', 'node:']],
  ['widget/tools', ['widget/package.json', 'esbuild', 'terser', 'node:', words]],
]

/**
 * Where a file lies → what it may import besides its own folder: folders and files of ours, packages, and `node:` for
 * all modules of Node. The first row that fits a file holds for it; a folder without a row is a failure.
 */
export const mayImport: readonly (readonly [where: string, what: readonly string[]])[] = [
  // No word of the domain, no package.
  ['service/shared', []],
  [questions, ['service/shared', words]],
  [colours, []],
  [fileTypes, []],
  // WebCrypto, and a library in each of the two files that only browsers fetch, when they need it.
  [`${sealing}/seal-envelope.ts`, [sealing, '@hpke/core']],
  [`${sealing}/recovery-shares.ts`, [sealing, 'shamir-secret-sharing']],
  [sealing, []],
  // Decisions and use cases: pen, paper and ports. No package, no `node:`.
  ...nouns.map((noun) => [noun, decided] as const),
  ['service/contract', ['@hono/zod-openapi', words, questions, sealing]],
  // Speaks HTTP and knows no product, but for the file that builds the pages' styles and scripts.
  ['service/http/pages/build-pages.ts', ['esbuild', 'node:']],
  ['service/http/pages/check-receipt', ['@noble/hashes']],
  [
    'service/http',
    [...decided, 'service/contract', 'hono', '@hono', '@fastify/busboy', 'node:stream', 'node:stream/web'],
  ],
  // One product a folder. They meet only where the service is put together.
  adapter('altcha', 'service/http/proof-of-work.ts', 'altcha-lib'),
  adapter('argon2', '@node-rs/argon2'),
  adapter('clamd', 'service/config.ts'),
  adapter('fflate', 'fflate'),
  adapter('file-type', 'file-type'),
  adapter('files', 'service/http/pages/page.ts', 'service/http/static-files.ts'),
  adapter('guarded-fetch'),
  adapter('imapflow', 'imapflow', 'service/inbound-config.ts'),
  adapter('jose', 'jose'),
  adapter('mailbox'),
  adapter('mailparser', 'mailparser'),
  adapter('mongo', 'mongoose'),
  adapter('node-async-hooks'),
  adapter('node-crypto'),
  adapter('node-server', '@hono/node-server'),
  adapter('node-zlib', 'service/http'),
  adapter('openid-client', 'openid-client'),
  adapter('otlp', 'service/tracing-config.ts'),
  adapter('otpauth', 'otpauth'),
  adapter('parse5', 'parse5'),
  adapter('pdf', 'pdfkit', 'qr'),
  adapter('pino', 'service/config.ts', 'pino'),
  adapter('prometheus', 'service/http/metrics.ts', 'prom-client'),
  adapter('qr', 'qr'),
  adapter('resend', 'resend'),
  adapter('s3', 'aws4fetch', 'service/config.ts'),
  adapter('sax', 'sax', 'fflate'),
  adapter('sharp', 'sharp', '@hyzyla/pdfium'),
  adapter('sms-http', 'service/sms-config.ts'),
  adapter('smtp', 'nodemailer'),
  adapter('sqlite', '@photostructure/sqlite'),
  adapter('whatsapp-cloud'),
  adapter('webauthn', '@simplewebauthn/server'),
  // Where the service is put together, and the entries of its programs.
  [
    'service/config.ts',
    [
      'node:path',
      'service/shared',
      'service/sms-config.ts',
      'service/inbound-config.ts',
      'service/tracing-config.ts',
      'service/staff',
    ],
  ],
  ['service/inbound-config.ts', ['service/notices']],
  ['service/sms-config.ts', ['@hono/zod-openapi']],
  ['service/tracing-config.ts', []],
  ['service/app.ts', [...decided, 'service/http', 'hono']],
  [
    'service/build.ts',
    ['service/http/pages/build-pages.ts', 'widget/tools/build.ts', 'admin/build.ts', 'esbuild', 'node:'],
  ],
  ['service/commands', ['service', '@hono/zod-openapi', 'node:']],
  ['service/aduan.ts', ['service', '@hono/zod-openapi', 'node:']],
  ['service', ['node:']],
  // What runs in a browser, and what builds it.
  ...widgetRows,
  // The staff's app, each wing above those that it names.
  ['admin/build.ts', ['esbuild', 'node:']],
  ['admin/size-budget.ts', ['admin/build.ts', 'esbuild', 'node:']],
  ['admin/index.ts', ['admin/app', 'admin/account']],
  ['admin/ui', ['lit', '@lit/task']],
  ['admin/api', ['service/contract', words, sealing, 'altcha-lib', '@simplewebauthn/browser', '@lit/context']],
  ['admin/wording', ['service/contract', words, 'admin/ui', 'admin/api', '@lit/context']],
  ['admin/page', ['service/contract', 'admin/ui', 'admin/api', 'admin/wording', 'lit', '@lit/context', '@lit/task']],
  ['admin/account', onPages],
  ['admin/desk', onPages],
  ['admin/filing', [...onPages, questions]],
  ['admin/following', onPages],
  ['admin/keeping', [...onPages, words, sealing, 'qr']],
  ['admin/telling', onPages],
  ['admin/offices', [...onPages, words, questions, colours, sealing, 'admin/desk', 'admin/filing', 'admin/telling']],
  ['admin/register', [...onPages, 'admin/desk', 'admin/telling']],
  [
    'admin/case',
    [...onPages, fileTypes, 'admin/desk', 'admin/filing', 'admin/following', 'admin/keeping', 'admin/telling'],
  ],
  ['admin/app', ['admin', 'service/contract', 'lit', '@lit/context', '@lit/task']],
]

export const mayReadTheEnvironment: readonly string[] = ['service/main.ts', 'service/aduan.ts']

/** Only here are adapters known; no adapter knows another one. */
export const mayImportAdapters: readonly string[] = [
  'service/commands',
  'service/open-channels.ts',
  'service/open-inbound.ts',
  'service/open-sharing.ts',
  'service/open-ports.ts',
  'service/start-service.ts',
  'service/main.ts',
  'service/aduan.ts',
]
