// mongosh "mongodb://admin@mongos/admin" shard.js
// Run once, after the service has started once. A unit's documents lie together on one shard: `tenant` begins each
// index that must be unique, and each question of an office names it. What belongs to the whole installation is small,
// and stays on the primary shard. A collection with documents is sharded only where an index begins with the shard key
// and leaves no document out, so one is made for each.
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
  'reminders',
  'rules',
  'savedViews',
  'settingsChanges',
  'templates',
  'transfers',
  'unitRoles',
  'unsentWords',
  'webhookDeliveries',
  'webhooks',
]

sh.enableSharding('aduan')
for (const name of ofUnits) {
  db.getSiblingDB('aduan').getCollection(name).createIndex({ tenant: 1 })
  sh.shardCollection(`aduan.${name}`, { tenant: 1 })
}
