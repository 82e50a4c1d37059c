import type { ElementsWording } from './elements-id.ts'

/** Descriptions of single names are in the manifest, which is written in English. */
export const elementsEn: ElementsWording = {
  title: 'The form on your site',
  lead: 'One element for any page. It brings its own looks, needs nothing but its script from this service, keeps no cookie, and asks nobody else for anything.',
  contents: 'On this page',
  put: 'Put it on a page',
  putSteps: [
    'The unit’s admin names the address of your site in the settings, its beginning only: `https://organisasi.kabupaten.example`. Pages of other addresses are refused.',
    'Copy these two lines, and write your unit’s name into `tenant`.',
    'The link inside is what visitors see without scripts, and where the form cannot be loaded.',
  ],
  settings: 'Open the staff’s app, then Settings → Put on a site',
  copy: 'Copy',
  copied: 'Copied',
  others: 'A button, and figures',
  buttonText: 'A button that opens the form over the page. The form is fetched only when the button is pressed.',
  statsText: 'The unit’s figures, where the unit shows them to everybody.',
  statsFallback: 'Complaints in numbers',
  systems: 'WordPress, Joomla, Drupal',
  systemSteps: [
    'WordPress: install the plugin `examples/wordpress/aduan`, and add the block “Formulir pengaduan”. Without it, WordPress strips script and element for most roles; the link inside stays.',
    'Joomla: paste it into a module “Custom”, with the text filter “No Filtering” and the editor “None”.',
    'Drupal: paste it into a block whose text format has no “Limit allowed HTML tags” and no editor.',
  ],
  policy: 'Where your site has a Content-Security-Policy, this is all that the form needs of it:',
  policyElse:
    'Without `connect-src` but with `frame-src` the form shows in a frame, in the same language and looks. With neither the link stays.',
  builder: 'For a site builder that takes only an address to frame:',
  bundled: 'In a page that is bundled (React, Vue and others), write the service’s address into `service`, too.',
  style: 'Style it',
  styleText:
    'Set properties on the element or on anything around it. A colour too light or too dark is moved until it can be read.',
  script: 'Script it',
  scriptText:
    'Each attribute is a property, too, and may change at any time. Events bubble up to `document` and carry nothing that a visitor wrote.',
  tryIt: 'Try it here',
  tryText: (unit) => `This is the form of ${unit}. Fill in its steps as you like: nothing is sent from here.`,
  reference: 'All that can be used',
  attributes: 'Attributes',
  methods: 'Methods',
  events: 'Events',
  slots: 'Slots',
  parts: 'Parts',
  properties: 'Properties of the looks',
  name: 'Name',
  meaning: 'Meaning',
  preset: 'If left out',
  content: 'the content',
  fallback: 'File a complaint',
  said: {},
}
