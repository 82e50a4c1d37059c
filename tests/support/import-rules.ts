/** The kinds of files that are taken: named alike where they are taken and where they are shown. */
const fileTypes = 'service/keeping/evidence/file-types.ts'

/** The wings of the service, from the ground up. A wing may import those below it and none above. */
export const wings = [
  'shared',
  'sealing',
  'storage',
  'offices',
  'case',
  'keeping',
  'filing',
  'desk',
  'following',
  'register',
  'telling',
  'contract',
  'http',
  'adapters',
  'running',
] as const

type Wing = (typeof wings)[number]

type Row = readonly [where: string, what: readonly string[]]

const below = (wing: Wing): readonly Wing[] => wings.slice(0, wings.indexOf(wing))

/**
 * The rows of a wing: the wings on which it stands, and for each of its folders what else that folder may import. There
 * `.` is the wing's own folder, `./x` another folder of the wing without those below it, and the rest are packages.
 */
const wing = (name: Wing, standsOn: readonly Wing[], folders: Readonly<Record<string, readonly string[]>>): Row[] =>
  Object.entries(folders).map(([folder, more]) => [
    folder === '.' ? `service/${name}` : `service/${name}/${folder}`,
    [
      ...(standsOn.includes('shared') ? [sharedTexts] : []),
      ...standsOn.map((one) => `service/${one}`),
      ...more.map((one) => (one.startsWith('./') ? `service/${name}/${one.slice(2)}`.replace(/\/?$/, '/') : one)),
    ],
  ])

const sealing = 'service/sealing'

/** The closed sets of words that the wire and the decisions share. */
const words = [
  ...['', 'act-', 'notice-', 'old-book-'].map((of) => `service/offices/${of}vocabulary.ts`),
  'service/offices/quotas.ts',
  'service/offices/report-figures.ts',
  'service/offices/failure-cause-names.ts',
  'service/offices/logged-act-names.ts',
]

/** The fields of a complaint, over which all three programs loop. */
const fields = 'service/case/shape/story-fields.ts'
const firstReader = 'service/case/first-reader.ts'
/** On which channels somebody is there: service and staff's app ask alike. */
const spoken = 'service/case/shape/spoken-channels.ts'

/** What a unit asks besides the story: decided alike in the form and in the service. */
const questions = 'service/offices/questions'

/** What can be read on what: judged alike where it is set and where it is shown. */
const records = 'service/shared/records.ts'

/** Which site an address names: shown while it is written as it is kept. */
const siteOrigin = 'service/shared/site-origin.ts'

/** What a tracking code looks like: known alike where it is made, typed, and kept out of an address. */
const trackingCode = 'service/shared/tracking-code.ts'

/** What a typed number means: known alike by the search and by the palette, which asks for one. */
const typedNumber = 'service/shared/typed-number.ts'

/** Which words give somebody away: found alike before sending and where staff read. */
const names = 'service/offices/names'
const colours = 'service/offices/colours'

/** Words for the closed sets of codes, which people read in all programs. */
const sharedTexts = 'service/texts'

/** Gives a program for the browser its catalogues of texts as modules. */
const textsPlugin = 'service/shared/texts/texts-plugin.ts'

/** What each page of the staff's app stands on. */
const onPages = [
  records,
  'service/contract',
  fields,
  spoken,
  'admin/ui',
  'admin/api',
  'admin/texts',
  'admin/wording',
  'admin/page',
  'lit',
  '@lit/context',
  '@lit/task',
]

/** What an element of the widget is made of: base element, texts, templates, and types of the wire. */
const element = ['widget/element', 'widget/texts', 'lit', 'service/contract', ...words]

const draft = 'widget/filing/draft'
const form = 'widget/filing/form'
const client = 'widget/service'
const readers = 'widget/filing/readers'

/** The widget from the ground up, then what builds it. */
const widgetRows: readonly (readonly [where: string, what: readonly string[]])[] = [
  ['widget/texts', [...words]],
  ['widget/element/dialog', element],
  ['widget/element', ['lit', 'service/contract']],
  [client, ['widget/texts', 'service/contract', ...words]],
  [draft, [client, 'widget/texts', 'service/contract', ...words, fields, questions]],
  [form, [...element, client, draft]],
  ['widget/filing/personal', [...element, draft, form, fields, names, readers]],
  [readers, [...element, client, draft, form, firstReader]],
  ['widget/filing/proof', [client, 'altcha-lib']],
  ['widget/filing/voice', element],
  [
    'widget/filing/evidence',
    [...element, client, draft, 'widget/filing/proof', 'widget/filing/voice', '@noble/hashes'],
  ],
  ['widget/filing/keep', [...element, client, draft, 'widget/filing/proof', 'service/sealing/carried-draft.ts']],
  ['widget/filing/policy', [...element, client]],
  ['widget/filing/questions', [...element, draft, form, questions]],
  ['widget/filing/sealing', [...element, client, draft, form, sealing]],
  ['widget/filing/similar', [...element, client, draft, form]],
  ['widget/filing/aloud', [...element, client, draft, form, 'widget/filing/voice']],
  [
    'widget/filing/steps',
    [...element, client, draft, form, readers, 'widget/filing/aloud', 'widget/filing/evidence', 'widget/filing/policy'],
  ],
  ['widget/filing', [...element, client]],
  ['widget/receipt', [...element, client]],
  [
    'widget/follow',
    [
      ...[
        ...element,
        client,
        draft,
        form,
        readers,
        'widget/filing/evidence',
        'widget/filing/sealing',
        'widget/receipt',
      ],
      'widget/filing/voice',
      ...['service/shared/read-credentials.ts', trackingCode],
    ],
  ],
  ['widget/aduan-widget/frame', ['widget/element', 'widget/texts']],
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
  ['widget/tools', ['widget/package.json', textsPlugin, 'esbuild', 'terser', 'node:', ...words]],
]

/**
 * Where a file lies → what it may import besides its own folder: folders and files of ours, packages, and `node:` for
 * all modules of Node. A folder that ends with `/` means its own files without the folders below it. The longest row
 * that fits a file holds for it; a folder without a row is a failure.
 */
export const mayImport: readonly Row[] = [
  ...wing('shared', [], {
    '.': [],
    'memory-at-rest.ts': ['node:inspector'],
    texts: ['@messageformat/parser', 'esbuild', 'node:'],
  }),
  ...wing('sealing', [], {
    '.': ['@hpke/core', 'shamir-secret-sharing', trackingCode],
  }),
  ...wing('storage', ['shared'], {
    '.': [],
  }),
  ...wing('offices', ['shared', 'sealing', 'storage'], {
    '.': [],
    announcements: ['./', './log', './staff', './tenants'],
    'api-keys': ['./', './log', './staff'],
    calendar: ['./'],
    channels: ['./'],
    colours: [],
    duties: ['./', './staff', './tenants'],
    inbox: ['./', './calendar', './staff', './tenants'],
    log: ['./'],
    managing: ['./', './calendar', './colours', './inbox', './log', './questions', './staff', './tenants', './widgets'],
    names: [],
    practice: ['./', './calendar', './staff', './tenants'],
    questions: ['./'],
    staff: ['./', './channels', './log', './tenants'],
    tenants: ['./', './calendar', './questions'],
    widgets: ['./log', './staff', './tenants'],
    wording: ['./', './channels', './log', './names', './staff', './tenants'],
  }),
  ...wing('case', ['shared', 'storage', 'offices'], {
    '.': ['./deadlines', './shape', './words'],
    access: ['./', './deadlines', './office', './shape', './store'],
    deadlines: [],
    notices: ['./shape'],
    // Use cases stand on it, and none of what is decided with pen and paper.
    office: ['./store'],
    receipt: ['./', './deadlines', './office', './shape', './store'],
    search: ['./', './shape', './words'],
    shape: ['./deadlines'],
    store: ['./', './deadlines', './notices', './search', './shape', './words'],
    words: [],
  }),
  ...wing('keeping', ['shared', 'storage', 'offices', 'case'], {
    accounts: ['./approvals', './reminders', './unsent'],
    approvals: [],
    evidence: [],
    identity: ['./approvals'],
    incidents: [],
    letters: [],
    papers: [],
    reminders: [],
    retention: ['./approvals', './identity', './letters', './papers', './reminders', './unsent'],
    unsent: [],
  }),
  ...wing('filing', ['shared', 'sealing', 'storage', 'offices', 'case', 'keeping'], {
    '.': ['./evidence'],
    arrivals: [],
    conversation: [],
    evidence: ['./arrivals'],
    inbound: ['./', './arrivals', './conversation', './evidence', './quotas'],
    'old-books': ['./'],
    quotas: [],
  }),
  ...wing('desk', ['shared', 'storage', 'offices', 'case', 'keeping', 'filing'], {
    '.': ['./transfers'],
    bulk: ['./', './series'],
    lapor: [],
    letters: ['./'],
    papers: ['./letters'],
    presence: [],
    rules: ['./'],
    series: ['./', './rules', './templates'],
    templates: ['./'],
    timed: ['./', './series'],
    transfers: [],
  }),
  ...wing('following', ['shared', 'sealing', 'storage', 'offices', 'case', 'keeping', 'filing', 'desk'], {
    '.': [],
    rights: ['./'],
  }),
  ...wing('register', ['shared', 'storage', 'offices', 'case', 'keeping', 'filing', 'desk'], {
    '.': ['./facts'],
    facts: [],
    open311: ['./reports'],
    operations: [],
    reports: ['./', './facts'],
  }),
  ...wing('telling', ['shared', 'storage', 'offices', 'case', 'filing', 'register'], {
    '.': [],
    alerts: ['./notices', './webhooks'],
    notices: [],
    webhooks: ['./notices'],
  }),
  ...wing('contract', ['sealing'], {
    '.': [...words, fields, questions, records, '@hono'],
  }),
  ...wing('http', below('http'), {
    '.': ['@fastify/busboy', '@hono', 'hono', 'node:stream', 'node:stream/web'],
    operator: ['./', './views', '@hono', 'hono'],
    pages: ['./', './public', './views', 'hono'],
    'pages/build-pages.ts': ['esbuild', 'node:'],
    'pages/check-receipt': ['@noble/hashes'],
    programs: ['./', './public', './views', '@hono', 'hono'],
    providers: ['./', '@hono', 'hono'],
    public: ['./', './views', '@hono', 'hono'],
    reporter: ['./', './pages', './views', '@hono', 'hono'],
    staff: ['./', './public', './views', '@hono', 'hono'],
    views: ['./', '@hono', 'hono'],
  }),
  ...wing('adapters', below('adapters'), {
    altcha: ['altcha-lib', 'node:'],
    argon2: ['@node-rs/argon2'],
    clamd: ['node:'],
    fflate: ['fflate'],
    'file-type': ['file-type'],
    files: ['node:'],
    'guarded-fetch': ['node:'],
    imapflow: ['imapflow'],
    jose: ['jose', 'node:'],
    mailbox: [],
    mailparser: ['mailparser', 'node:'],
    mongo: ['mongoose', 'node:'],
    'node-async-hooks': ['node:'],
    'node-crypto': ['node:'],
    'node-server': ['@hono', 'node:'],
    'node-zlib': ['node:'],
    'openid-client': ['openid-client'],
    otlp: ['node:'],
    otpauth: ['otpauth'],
    parse5: ['parse5'],
    pdf: ['node:', 'pdfkit', 'fontkit', 'qr'],
    pino: ['pino'],
    prometheus: ['prom-client'],
    qr: ['qr'],
    resend: ['resend'],
    s3: ['aws4fetch', 'node:'],
    sax: ['fflate', 'node:', 'sax'],
    sharp: ['@hyzyla/pdfium', 'node:', 'sharp'],
    'sms-http': ['@hono', 'node:'],
    smtp: ['nodemailer'],
    sqlite: ['@photostructure/sqlite', 'node:'],
    'sqlite/build-store-thread.ts': ['esbuild', 'node:'],
    webauthn: ['@simplewebauthn/server'],
    'whatsapp-cloud': ['node:'],
  }),
  ...wing('running', below('running'), {
    '.': [
      ...['./demo', './upgrade', 'admin/build.ts', 'admin/wording/guides', 'esbuild', 'hono', 'node:'],
      'widget/tools/build.ts',
    ],
    commands: ['./', '@hono', 'node:'],
    'set-up': ['./', 'hono', 'node:'],
    demo: [],
    upgrade: [],
  }),
  // What the three programs are started and built by.
  ['service', ['service/shared', 'service/http', 'service/adapters', 'service/running', '@hono/zod-openapi', 'node:']],
  // What runs in a browser, and what builds it.
  ...widgetRows,
  // The staff's app, each wing above those that it names.
  ['admin/build.ts', ['admin/app/offline/offline-build.ts', textsPlugin, 'esbuild', 'node:']],
  ['admin/app/offline/offline-build.ts', [textsPlugin, 'esbuild', 'node:']],
  ['admin/size-budget.ts', ['admin/build.ts', 'esbuild', 'node:']],
  ['admin/index.ts', ['admin/app', 'admin/account']],
  ['admin/ui', ['lit', '@lit/task']],
  // Of the service's tables of operations it takes the types: what each takes and gives.
  [
    'admin/api/operations.ts',
    [
      ...['admin/api', 'service/contract', 'service/http/operation.ts'],
      ...['service/http/operator/operator-tables.ts', 'service/http/public/upload-routes.ts'],
      'service/http/staff/staff-operations.ts',
    ],
  ],
  ['admin/api', ['service/contract', ...words, sealing, 'altcha-lib', '@simplewebauthn/browser', '@lit/context']],
  [
    'admin/wording',
    ['admin/texts', sharedTexts, 'service/contract', ...words, fields, 'admin/ui', 'admin/api', '@lit/context'],
  ],
  [
    'admin/page',
    [
      'service/contract',
      fields,
      'admin/ui',
      'admin/api',
      'admin/texts',
      'admin/wording',
      'lit',
      '@lit/context',
      '@lit/task',
    ],
  ],
  ['admin/account', onPages],
  ['admin/desk', onPages],
  ['admin/filing', [...onPages, questions, 'service/sealing/carried-draft.ts']],
  ['admin/following', onPages],
  ['admin/keeping', [...onPages, ...words, sealing, 'qr']],
  ['admin/telling', onPages],
  [
    'admin/offices',
    [...onPages, ...words, questions, colours, sealing, siteOrigin, 'admin/desk', 'admin/filing', 'admin/telling'],
  ],
  ['admin/register', [...onPages, trackingCode, 'admin/desk', 'admin/telling']],
  [
    'admin/case',
    [...onPages, fileTypes, 'admin/desk', 'admin/filing', 'admin/following', 'admin/keeping', 'admin/telling'],
  ],
  ['admin/app', ['admin', 'service/contract', trackingCode, typedNumber, 'lit', '@lit/context', '@lit/task']],
]

export const mayReadTheEnvironment: readonly string[] = ['service/main.ts', 'service/aduan.ts']

/** Only here are adapters known; no adapter knows another one. */
export const mayImportAdapters: readonly string[] = ['service/running', 'service/main.ts', 'service/aduan.ts']
