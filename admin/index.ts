/** Entry of the admin application: registers what every page needs; pages come when they are opened. */
import './app/aduan-admin.ts'
import './app/app-shell.ts'
import './app/units-page.ts'
import './session/invitation-page.ts'
import './session/reset-page.ts'
import './session/sign-in-page.ts'
