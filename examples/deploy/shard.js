// mongosh "mongodb://admin@mongos/admin" shard.js
// Run once, after the service has started once. A unit's documents lie together on one shard: `tenant` begins each
// index that must be unique, and each question of an office names it. What belongs to the whole installation is small,
// and stays on the primary shard.
const ofUnits = [
  'accessLog',
  'apiKeys',
  'approvals',
  'arrivals',
  'bulks',
  'casePages',
  'channelAccounts',
  'complaints',
  'destructions',
  'evaluations',
  'heldEvidence',
  'inboxes',
  'incidents',
  'letters',
  'logHeads',
  'lostReceipts',
  'mailbox',
  'memberships',
  'noticeWordings',
  'numberGaps',
  'oldBookPages',
  'oldBooks',
  'papers',
  'savedViews',
  'settingsChanges',
  'templates',
  'transfers',
  'webhookDeliveries',
  'webhooks',
]

sh.enableSharding('aduan')
for (const name of ofUnits) sh.shardCollection(`aduan.${name}`, { tenant: 1 })
